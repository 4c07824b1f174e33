"""Paragraphs and tables with tracked changes. What came or went has its mark tracked too, so that it goes whole."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from notice_parser.report.redline.comments import Comments
from notice_parser.report.redline.lines import Line, Pair, cell_pairs
from notice_parser.report.redline.marks import Marks, run
from notice_parser.report.redline.tables import row, table
from notice_parser.report.words import word_diff
from notice_parser.vocabulary import BlockKind

LABEL = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)] ", re.IGNORECASE)  # the list label in "(a) your name"
DEEPEST_HEADING, DEEPEST_LIST = 6, 9


class Writer:
    """Writes the blocks of a document with their tracked changes and comments."""

    def __init__(self, marks: Marks, comments: Comments) -> None:
        self._marks = marks
        self._comments = comments

    def blocks(self, pairs: Iterable[Pair]) -> Iterator[str]:
        """The document's paragraphs, and tables of the rows that follow each other."""
        for in_table, group in groupby(pairs, key=lambda pair: bool(pair.line.cells)):
            held = list(group)
            yield self._table(held) if in_table else "".join(self._paragraph(pair) for pair in held)

    def _paragraph(self, pair: Pair) -> str:
        mark = "" if pair.old and pair.new else f"<w:rPr>{self._marks.revision(_gone(pair))}/></w:rPr>"
        return self._block(pair, f"{_style(pair.line)}{mark}")

    def _table(self, pairs: Sequence[Pair]) -> str:
        rows = [(pair, list(cell_pairs(pair))) for pair in pairs]
        return table([self._row(pair, cells) for pair, cells in rows], max(len(cells) for _, cells in rows))

    def _row(self, pair: Pair, cells: Sequence[Pair]) -> str:
        mark = "" if pair.old and pair.new else f"{self._marks.revision(_gone(pair))}/>"
        return row([self._block(cell, "") for cell in cells], mark)

    def _block(self, pair: Pair, properties: str) -> str:
        content = self._comments.around("".join(self._runs(pair)), pair)
        return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{content}</w:p>"

    def _runs(self, pair: Pair) -> Iterator[str]:
        old, new = (side.text if side else "" for side in pair)
        for stretch in word_diff(old, new):
            if stretch.same:
                yield run(stretch.old)
                continue
            if stretch.old:
                yield f"{self._marks.revision('del')}>{run(stretch.old, 'delText')}</w:del>"
            if stretch.new:
                yield f"{self._marks.revision('ins')}>{run(stretch.new)}</w:ins>"


def _gone(pair: Pair) -> str:
    return "ins" if pair.new else "del"


def _style(line: Line) -> str:
    if line.kind == BlockKind.HEADING:
        return f'<w:pStyle w:val="Heading{min(max(1, line.level), DEEPEST_HEADING)}"/>'
    if line.kind != BlockKind.LIST_ITEM:
        return ""
    depth = min(max(1, line.level), DEEPEST_LIST) - 1
    number = 0 if LABEL.match(line.text) else 1  # a label that stands in the words needs no bullet before it
    level = f'<w:ilvl w:val="{depth}"/>' if number else ""
    indent = "" if number else f'<w:ind w:left="{360 * (depth + 2)}" w:hanging="360"/>'
    return f'<w:pStyle w:val="ListParagraph"/><w:numPr>{level}<w:numId w:val="{number}"/></w:numPr>{indent}'
