"""`notice parse`."""

import click

from notice_parser.cli import options
from notice_parser.cli.inputs import load
from notice_parser.cli.outputs import save

FORMATS = ("json", "text", "markdown", "html")


@click.command(short_help="Read a notice into sections, sentences and commitments.")
@click.argument("file")
@click.option(
    "-f", "--format", "form", type=click.Choice(FORMATS), default="json", show_default=True, help="Of the output."
)
@click.option(
    "--pdf-reader",
    type=click.Choice(["pdfium", "pdfplumber"]),
    default="pdfium",
    show_default=True,
    help="How PDF is read.",
)
@click.option(
    "--revisions",
    type=click.Choice(["accepted", "rejected"]),
    default="accepted",
    show_default=True,
    help="Which view of a draft's tracked changes is read.",
)
@click.option("--dialect", help="Force the repair rules of one dialect of damaged text; detected by default.")
@options.output
@options.color
@options.width
def parse(
    file: str,
    form: str,
    pdf_reader: str,
    revisions: str,
    dialect: str | None,
    output: str | None,
    color: str,
    width: int | None,
) -> None:
    """Read FILE, a path, `-` for standard input or REF:PATH from git, into JSON.

    \b
    Example:
      notice parse privacy.pdf -f text
      notice parse main:notices/privacy.md -o privacy.json
    """
    from notice_parser.model import Options
    from notice_parser.parse import parse as parsed
    from notice_parser.report import notice_report

    data, name = load(file)
    notice = parsed(data, name, Options(pdf_reader, revisions, dialect))
    save(notice_report(notice, form, options.look(color, width, output)), output)
