"""PDF: lines by PDFium, blocks from the document's own structure where it is tagged, else from geometry."""

from collections.abc import Sequence
from typing import Any

from notice_parser.errors import UnreadableError
from notice_parser.extract.pdf.assembly import Target, assemble
from notice_parser.extract.pdf.columns import column_of, columns
from notice_parser.extract.pdf.document import Budget, opened
from notice_parser.extract.pdf.fonts import Fonts
from notice_parser.extract.pdf.furniture import Spot, furniture
from notice_parser.extract.pdf.headings import mark_headings
from notice_parser.extract.pdf.layout import Row, passages
from notice_parser.extract.pdf.lines import read_page
from notice_parser.extract.pdf.links import read_links
from notice_parser.extract.pdf.lists import mark_items
from notice_parser.extract.pdf.page import Page
from notice_parser.extract.pdf.passage import Passage
from notice_parser.extract.pdf.tagged import by_tags, has_headings
from notice_parser.extract.pdf.tags import Tree, read_tree
from notice_parser.model import Extraction, Options


def read_pdf(data: bytes, options: Options) -> Extraction:
    """The text of a PDF with its blocks, links and pages."""
    del options
    with opened(data) as document:
        pages, tree, targets = _content(document)
    if not any(page.lines for page in pages):
        raise UnreadableError("the PDF has no text layer", "run text recognition first")
    left_out = furniture(pages)
    found = by_tags(pages, left_out, tree) if tree.leaves else None
    if found is None:
        found = by_geometry(pages, left_out)
    elif not has_headings(tree):
        found = mark_headings(found)
    return assemble(pages, found, targets)


def _content(document: Any) -> tuple[list[Page], Tree, list[Target]]:
    """What the pages hold: text, structure and links."""
    import pypdfium2.raw as pdfium

    budget, fonts = Budget(), Fonts()
    pages: list[Page] = []
    targets: list[Target] = []
    tree = Tree({}, [])
    tagged = bool(pdfium.FPDFCatalog_IsTagged(document.raw))
    for number in range(len(document)):
        budget.check(number + 1)
        page = pdfium.FPDF_LoadPage(document.raw, number)
        if not page:
            pages.append(Page(number, "", 0, 0, ()))
            continue
        try:
            with_text = read_page(page, number, fonts, tagged=tagged)
            pages.append(with_text)
            if tagged:
                read_tree(page, number, tree)
            targets += read_links(document, page, with_text)
        finally:
            pdfium.FPDF_ClosePage(page)
    return pages, tree, targets


def by_geometry(pages: Sequence[Page], left_out: frozenset[Spot]) -> list[Passage]:
    """The blocks of an untagged document."""
    kept = [[line for index, line in enumerate(page.lines) if (page.number, index) not in left_out] for page in pages]
    rows = [
        Row(line, column_of(line, found))
        for lines, found in zip(kept, columns(kept), strict=True)
        for line in lines
    ]  # fmt: skip
    out = mark_headings(passages(rows))
    mark_items(out, {row.line: row for row in rows})
    return out
