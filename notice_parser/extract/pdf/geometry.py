"""The blocks of an untagged document."""

from notice_parser.extract.pdf.columns import column_of, columns
from notice_parser.extract.pdf.content import Content
from notice_parser.extract.pdf.furniture import Spot
from notice_parser.extract.pdf.headings import mark_headings
from notice_parser.extract.pdf.layout import Row, passages
from notice_parser.extract.pdf.lists import mark_items
from notice_parser.extract.pdf.passage import Passage
from notice_parser.extract.pdf.tables import Rows, is_part, side_by_side


def by_geometry(content: Content, left_out: frozenset[Spot]) -> list[Passage]:
    """The blocks, in the order of the content stream, without the lines that are left out."""
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
