"""`notice parse`."""

from typing import TYPE_CHECKING

import click

from notice_parser.cli import options
from notice_parser.cli.inputs import load
from notice_parser.cli.outputs import save

if TYPE_CHECKING:
    from notice_parser.model import Options

FORMATS = ("json", "text", "markdown", "html", "dpv")


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
@click.option("--explain-repair", is_flag=True, help="Print every edit that repair made, instead of the notice.")
@options.output
@options.color
@options.width
def parse(
    file: str,
    form: str,
    pdf_reader: str,
    revisions: str,
    dialect: str | None,
    explain_repair: bool,
    output: str | None,
    color: str,
    width: int | None,
) -> None:
    """Read FILE, a path, `-` for standard input or REF:PATH from git, into JSON.

    `-f dpv` writes the commitments as JSON-LD in the W3C Data Privacy Vocabulary.

    \b
    Example:
      notice parse privacy.pdf -f text
      notice parse main:notices/privacy.md -o privacy.json
      notice parse privacy.html -f dpv -o privacy.jsonld
      notice parse privacy.txt -f text --explain-repair
    """
    from notice_parser.model import Options
    from notice_parser.parsing import parse as parsed
    from notice_parser.report import notice_report

    data, name = load(file)
    chosen = Options(pdf_reader, revisions, dialect)
    if explain_repair:
        save(_explanation(data, name, chosen, form), output)
        return
    notice = parsed(data, name, chosen)
    save(notice_report(notice, form, options.look(color, width, output)), output)


def _explanation(data: bytes, name: str, chosen: "Options", form: str) -> bytes:
    from notice_parser.codec import encode
    from notice_parser.extract import read
    from notice_parser.repair import explained, explanation_text, repair

    extraction = read(data, name, chosen)
    found = explained(extraction, repair(extraction, chosen.dialect))
    return encode(found) if form == "json" else explanation_text(found).encode()
