"""PDF: lines by PDFium, blocks from the document's own structure where it is tagged, else from geometry."""

from collections.abc import Sequence
from typing import Any

from notice_parser.errors import UnreadableError
from notice_parser.extract.pdf.assembly import assemble
from notice_parser.extract.pdf.columns import column_of, columns
from notice_parser.extract.pdf.document import Budget, opened
from notice_parser.extract.pdf.fonts import Fonts
from notice_parser.extract.pdf.furniture import Spot, furniture
from notice_parser.extract.pdf.headings import mark_headings
from notice_parser.extract.pdf.layout import Row, passages
from notice_parser.extract.pdf.lines import read_page
from notice_parser.extract.pdf.lists import mark_items
from notice_parser.extract.pdf.page import Page
from notice_parser.extract.pdf.passage import Passage
from notice_parser.model import Extraction, Options


def read_pdf(data: bytes, options: Options) -> Extraction:
    """The text of a PDF with its blocks, links and pages."""
    del options
    with opened(data) as document:
        pages = _pages(document)
    if not any(page.lines for page in pages):
        raise UnreadableError("the PDF has no text layer", "run text recognition first")
    return assemble(pages, by_geometry(pages, furniture(pages)))


def _pages(document: Any) -> list[Page]:
    import pypdfium2.raw as pdfium

    budget, fonts, out = Budget(), Fonts(), []
    for number in range(len(document)):
        budget.check(number + 1)
        page = pdfium.FPDF_LoadPage(document.raw, number)
        if not page:
            out.append(Page(number, "", 0, 0, ()))
            continue
        try:
            out.append(read_page(page, number, fonts, tagged=False))
        finally:
            pdfium.FPDF_ClosePage(page)
    return out


def by_geometry(pages: Sequence[Page], left_out: frozenset[Spot]) -> list[Passage]:
    """The blocks of an untagged document."""
    rows: list[Row] = []
    for page in pages:
        lines = [line for index, line in enumerate(page.lines) if (page.number, index) not in left_out]
        found = columns(lines)
        rows += [Row(line, column_of(line, found)) for line in lines]
    out = passages(rows)
    mark_headings(out)
    mark_items(out, {row.line: row for row in rows})
    return out
