"""`notice explain`."""

import click


@click.command(short_help="Explain a rule.")
@click.argument("what")
def explain(what: str) -> None:
    """Explain a rule by its code or name: what it notices, why it matters, an example, the law.

    \b
    Example:
      notice explain PN501
    """
    from notice_parser.report.catalogue import entry

    click.echo(entry(what))
