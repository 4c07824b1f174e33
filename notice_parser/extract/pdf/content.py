"""What the pages of a document hold, read page by page."""

from typing import Any, NamedTuple

from notice_parser.budget import Budget
from notice_parser.extract.pdf.assembly import Target
from notice_parser.extract.pdf.document import open_page
from notice_parser.extract.pdf.drawings import Drawings, dot_before, read_drawings
from notice_parser.extract.pdf.grid import cells
from notice_parser.extract.pdf.lines import read_page
from notice_parser.extract.pdf.links import read_links
from notice_parser.extract.pdf.page import Line, Page
from notice_parser.extract.pdf.probe import Calls, Probe
from notice_parser.extract.pdf.properties import page_label
from notice_parser.extract.pdf.right_to_left import mirrored, runs_right_to_left
from notice_parser.extract.pdf.scans import shows_picture
from notice_parser.extract.pdf.tables import Table, ruled
from notice_parser.extract.pdf.tags import Tree, TreeReader
from notice_parser.extract.pdf.unruled import Unruled


class Content(NamedTuple):
    """Pages of text and lines; the structure tree of a tagged document; links; tables and bullets of an untagged one."""

    pages: list[Page]
    tree: Tree
    targets: list[Target]
    tables: dict[int, list[Table]]
    inside: set[Line]  # lines that stand in tables
    dotted: set[Line]  # lines with a bullet drawn before them


def content_of(pages: list[Page]) -> Content:
    """Pages and nothing else."""
    return Content(pages, Tree({}, []), [], {}, set(), set())


def read_content(document: Any, *, tagged: bool) -> Content:
    """The text and links of every page, and its structure where it is tagged, else what is drawn on it."""
    budget, calls = Budget("the PDF"), Calls()
    out = content_of([])
    tree, unruled = TreeReader(out.tree, calls), Unruled()
    for number in range(len(document)):
        budget.check(f"page {number + 1}")
        with open_page(document, number) as (page, text_page):
            if not text_page:
                out.pages.append(Page(number, "", 0, 0, (), label=page_label(document, number)))
                continue
            probe = Probe(calls, text_page)
            with_text = read_page(page, text_page, number, probe, tagged=tagged)
            out.targets.extend(read_links(document, page, text_page, with_text))
            if tagged:
                tree.read(page, number, {mark.id for line in with_text.lines for mark in line.marks if mark.id >= 0})
            else:
                drawn = read_drawings(page, with_text, calls)
                if with_text.top is not None and runs_right_to_left(with_text):
                    with_text, drawn = mirrored(with_text, drawn, probe)
                _note_drawings(drawn, with_text, probe, unruled, out)
            pictured = not with_text.lines and shows_picture(page, calls)
            out.pages.append(with_text._replace(label=page_label(document, number), pictured=pictured))
    return out


def _note_drawings(drawn: Drawings, page: Page, probe: Probe, unruled: Unruled, out: Content) -> None:
    """Remember the tables of a page, the lines in them, and those before which a bullet is drawn."""
    inside, found = ruled(page, cells(drawn), probe)
    found += unruled.tables(page, probe, inside, drawn.across)
    if found:
        out.tables[page.number] = sorted(found, key=lambda table: table.start)
        out.inside.update(inside)
    out.dotted.update(line for line in page.lines if drawn.dots and dot_before(line, drawn.dots))
