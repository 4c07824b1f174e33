"""PDF: lines by PDFium, blocks from the document's own structure where it is tagged, else from geometry."""

from typing import Any, NamedTuple

from notice_parser.errors import UnreadableError
from notice_parser.extract.pdf.assembly import Target, assemble
from notice_parser.extract.pdf.columns import column_of, columns
from notice_parser.extract.pdf.document import Budget, is_tagged, open_page, opened
from notice_parser.extract.pdf.drawings import Drawings, dot_before, read_drawings
from notice_parser.extract.pdf.furniture import Spot, furniture
from notice_parser.extract.pdf.grid import cells
from notice_parser.extract.pdf.headings import mark_headings
from notice_parser.extract.pdf.layout import Row, passages
from notice_parser.extract.pdf.lines import read_page
from notice_parser.extract.pdf.links import read_links
from notice_parser.extract.pdf.lists import mark_items
from notice_parser.extract.pdf.page import Line, Page
from notice_parser.extract.pdf.passage import Passage
from notice_parser.extract.pdf.probe import Calls, Probe
from notice_parser.extract.pdf.tables import Rows, Table, is_part, ruled, side_by_side
from notice_parser.extract.pdf.tagged import by_tags, tags_headings
from notice_parser.extract.pdf.tags import Tree, read_tree
from notice_parser.model import Extraction, Options


def read_pdf(data: bytes, options: Options) -> Extraction:
    """The text of a PDF with its blocks, links and pages."""
    del options
    with opened(data) as document:
        content = read_content(document, tagged=is_tagged(document))
        left_out = furniture(content.pages)
        found = by_tags(content.pages, left_out, content.tree) if content.tree.leaves else None
        if found is None and content.tree.leaves:  # the tags leave text out: read again, with what is drawn
            content = read_content(document, tagged=False)
            left_out = furniture(content.pages)
    if not any(page.lines for page in content.pages):
        raise UnreadableError("the PDF has no text layer", "run text recognition first")
    if found is None:
        found = by_geometry(content, left_out)
    elif not tags_headings(found):
        found = mark_headings(found)
    return assemble(content.pages, found, content.targets)


class Content(NamedTuple):
    """What the pages of a document hold."""

    pages: list[Page]
    tree: Tree
    targets: list[Target]
    tables: dict[int, list[Table]]
    inside: set[Line]  # lines that stand in tables
    dotted: set[Line]  # lines with a bullet drawn before them


def read_content(document: Any, *, tagged: bool) -> Content:
    """The text and links of every page, and its structure where it is tagged, else what is drawn on it."""
    budget, calls = Budget(), Calls()
    out = Content([], Tree({}, []), [], {}, set(), set())
    for number in range(len(document)):
        budget.check(number + 1)
        with open_page(document, number) as (page, text_page):
            if not text_page:
                out.pages.append(Page(number, "", 0, 0, ()))
                continue
            probe = Probe(calls, text_page)
            with_text = read_page(page, text_page, number, probe, tagged=tagged)
            out.targets.extend(read_links(document, page, text_page, number))
            if tagged:
                read_tree(page, number, out.tree)
            else:
                _note_drawings(read_drawings(page, with_text, calls), with_text, probe, out)
            out.pages.append(with_text)
    return out


def _note_drawings(drawn: Drawings, page: Page, probe: Probe, out: Content) -> None:
    """Remember the ruled tables of a page, the lines in them, and those before which a bullet is drawn."""
    inside, found = ruled(page, cells(drawn), probe)
    if found:
        out.tables[page.number] = found
        out.inside.update(inside)
    out.dotted.update(line for line in page.lines if drawn.dots and dot_before(line, drawn.dots))


def by_geometry(content: Content, left_out: frozenset[Spot]) -> list[Passage]:
    """The blocks of an untagged document."""
    gone = {content.pages[page].lines[index] for page, index in left_out}
    kept = [[line for line in page.lines if line not in gone and line not in content.inside] for page in content.pages]
    rows: list[Row] = []
    out: list[Passage] = []
    done, numbers = 0, Rows()
    for page, edges in zip(content.pages, columns(kept), strict=True):
        tables = {table.before: table for table in content.tables.get(page.number, ())}
        for index, line in enumerate(page.lines):
            if index in tables:
                out += [*passages(rows[done:]), *numbers.passages(tables[index], lambda part: is_part(part, gone))]
                done = len(rows)
            if line not in gone and line not in content.inside:
                rows.append(Row(line, column_of(line, edges), line in content.dotted))
    out += passages(rows[done:])
    known = {row.line: row for row in rows}
    out = mark_headings(side_by_side(out, known, numbers))
    mark_items(out, known)
    return out
