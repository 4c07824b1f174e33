"""`notice explain`."""

import click

from notice_parser.cli import options
from notice_parser.cli.inputs import load
from notice_parser.cli.outputs import save


@click.command(short_help="Explain a rule, or how a commitment was read.")
@click.argument("what")
@click.option(
    "--commitment", metavar="ID", help="Explain the reading of this commitment, such as c12; WHAT is the notice."
)
@options.color
@options.width
def explain(what: str, commitment: str | None, color: str, width: int | None) -> None:
    """Explain a rule by its code or name: what it notices, why it matters, the law.

    With --commitment, WHAT is a notice or the JSON that `notice parse` wrote: shows the sentence with its slots marked.

    \b
    Example:
      notice explain PN501
      notice explain privacy.html --commitment c12
    """
    look = options.look(color, width, None)
    if commitment is None:
        from notice_parser.report.catalogue import entry

        save(entry(what, look), None)
        return
    from notice_parser.parsing import load_notice
    from notice_parser.report.reading import reading

    save(reading(load_notice(*load(what)), commitment, look), None)
