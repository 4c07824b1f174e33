"""Which blocks are list items, and how deep."""

from collections.abc import Sequence

from notice_parser.extract.pdf.labels import bullet_end, follows, label
from notice_parser.extract.pdf.page import Line
from notice_parser.extract.pdf.passage import Passage
from notice_parser.extract.pdf.typography import BODY, Row
from notice_parser.vocabulary import BlockKind

NEAR = 3.0  # points between indents that count as the same


class Indents:
    """The items that are open above a block: where each label stands and where its text does."""

    def __init__(self) -> None:
        self._open: list[tuple[float, float]] = []

    def item(self, at: float, text_at: float) -> int:
        """An item begins: its depth."""
        while self._open and self._open[-1][0] > at + NEAR:
            self._open.pop()
        if self._open and abs(self._open[-1][0] - at) <= NEAR:
            self._open.pop()
        self._open.append((at, text_at))
        return len(self._open)

    def continued(self, at: float) -> int:
        """The depth of the item whose further paragraph begins at `at`; 0 where none does."""
        for depth in range(len(self._open), 0, -1):
            label_at, text_at = self._open[depth - 1]
            if abs(text_at - at) <= NEAR and text_at > label_at + NEAR:
                del self._open[depth:]
                return depth
        return 0

    def close(self) -> None:
        """A paragraph or heading outside the list."""
        self._open.clear()


def mark_items(found: Sequence[Passage], rows: dict[Line, Row]) -> None:
    """Give every list item its kind and depth, and take its bullet away."""
    indents = Indents()
    before: Passage | None = None
    for index, passage in enumerate(found):
        first = rows.get(passage.lines[0])
        if first is None or passage.kind in (BlockKind.HEADING, BlockKind.TABLE_CELL):
            indents.close()
            continue
        cut = bullet_end(first.line.text)
        if cut or first.drawn or _is_labelled(found, index, rows, before):
            passage.kind = BlockKind.LIST_ITEM
            at = first.indent - first.line.size if first.drawn else first.indent
            hanging = _hanging(found, index, rows)
            passage.level = indents.item(at, hanging or _text_indent(passage, first, rows))
            passage.lines = without_bullet(passage.lines, cut)
            before = passage
        elif depth := indents.continued(first.indent) if first.indent > BODY else 0:
            passage.kind, passage.level = BlockKind.LIST_ITEM, depth
        else:
            indents.close()
            before = None


def _is_labelled(found: Sequence[Passage], index: int, rows: dict[Line, Row], before: Passage | None) -> bool:
    """Whether a label stands before the text and apart from it: by an indent or a hanging one, or as the next of a list."""
    passage = found[index]
    if not label(passage.lines[0].text):
        return False
    first = rows[passage.lines[0]].indent
    if passage.indented or (len(passage.lines) > 1 and rows[passage.lines[1]].indent > first + BODY):
        return True
    if _hanging(found, index, rows):
        return True
    return before is not None and follows(passage.lines[0].text, before.lines[0].text)


def _hanging(found: Sequence[Passage], index: int, rows: dict[Line, Row]) -> float:
    """Where the block below a line begins that is the title of an item: about where its text does behind its label."""
    lines = found[index].lines
    below = rows.get(found[index + 1].lines[0]) if index + 1 < len(found) else None
    if len(lines) > 1 or below is None or below.hangs or not label(lines[0].text):
        return 0.0
    inner = lines[0].inner - rows[lines[0]].column.left
    near = below.indent > rows[lines[0]].indent + BODY and abs(below.indent - inner) < BODY
    return below.indent if near else 0.0


def _text_indent(passage: Passage, first: Row, rows: dict[Line, Row]) -> float:
    """Where the text of an item stands: under its second line, else behind its label."""
    return rows[passage.lines[1]].indent if len(passage.lines) > 1 else first.line.inner - first.column.left


def without_bullet(lines: list[Line], cut: int) -> list[Line]:
    """The lines of an item without the first characters; a line of nothing else goes."""
    if not cut:
        return lines
    first = lines[0]
    rest = first.cut(first.start + cut, first.end)
    return [rest, *lines[1:]] if rest.text else lines[1:] or lines
