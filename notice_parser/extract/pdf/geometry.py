"""The blocks of an untagged document."""

from notice_parser.extract.pdf.columns import column_of, columns
from notice_parser.extract.pdf.content import Content
from notice_parser.extract.pdf.furniture import Spot
from notice_parser.extract.pdf.headings import mark_headings
from notice_parser.extract.pdf.layout import passages
from notice_parser.extract.pdf.lists import mark_items
from notice_parser.extract.pdf.page import Line
from notice_parser.extract.pdf.parted import parted
from notice_parser.extract.pdf.passage import Passage
from notice_parser.extract.pdf.tables import Rows, is_part, side_by_side
from notice_parser.extract.pdf.typography import Row, row_of, typography
from notice_parser.vocabulary import BlockKind


def by_geometry(content: Content, left_out: frozenset[Spot]) -> list[Passage]:
    """The blocks, in the order of the content stream, without the lines that are left out."""
    gone = {content.pages[page].lines[index] for page, index in left_out}
    running: dict[int, list[Line]] = {}
    for line in gone:
        running.setdefault(line.page, []).append(line)
    kept = [[line for line in page.lines if line not in gone and line not in content.inside] for page in content.pages]
    edges = columns(kept)
    rows = [
        [row_of(line, column_of(line, found), drawn=line in content.dotted) for line in lines]
        for lines, found in zip(kept, edges, strict=True)
    ]
    usual = typography([row for page in rows for row in page])
    numbers = Rows()
    out: list[Passage] = []
    waiting: list[Row] = []
    for page, on_page in zip(content.pages, rows, strict=True):
        left = list(on_page)
        for table in content.tables.get(page.number, ()):
            if all(is_part(part, running.get(part.page, ())) for row in table.rows for cell in row for part in cell):
                continue
            while left and left[0].line.start < table.start:
                waiting.append(left.pop(0))
            joins = not waiting and bool(out) and out[-1].kind is BlockKind.TABLE_CELL
            out += passages(waiting, usual)
            out += numbers.passages(table, lambda part: is_part(part, running.get(part.page, ())), joins=joins)
            waiting = []
        waiting += left
    out += passages(waiting, usual)
    known = {row.line: row for page in rows for row in page}
    out = mark_headings(side_by_side(out, known, numbers))
    mark_items(out, known)
    dots = {(line.page, line.start) for line in content.dotted}
    cells = ([one] if one.kind is not BlockKind.TABLE_CELL else parted([one], usual.pitches, dots) for one in out)
    return [part for parts in cells for part in parts]
