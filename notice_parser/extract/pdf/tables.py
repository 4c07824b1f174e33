"""Tables: the text of a page in the cells that rulings enclose, and blocks that stand side by side without any."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from notice_parser.extract.pdf.columns import Column
from notice_parser.extract.pdf.grid import NEAR, Cell
from notice_parser.extract.pdf.lines import WORD
from notice_parser.extract.pdf.page import Line, Page
from notice_parser.extract.pdf.passage import Passage
from notice_parser.extract.pdf.probe import Probe
from notice_parser.extract.pdf.typography import TERMINAL, Row
from notice_parser.vocabulary import BlockKind

FRAME = 1_500  # characters: a cell with more is a frame around text, not a cell
OPENING = ("(", ",", ";", "&", "/")  # what a sentence may go on with, besides a small letter
TIGHT = 1.6  # of the size: lines of one cell stand no further apart
LOW_ROW = 60.0  # points: a cell alone in its row is a title of the table if it is no higher, else a frame


class Table(NamedTuple):
    """A ruled table: the offset of the page where it begins; rows of cells, each with its lines."""

    start: int
    rows: list[list[list[Line]]]


def ruled(page: Page, found: Sequence[Cell], probe: Probe) -> tuple[set[Line], list[Table]]:
    """The lines of a page that stand in its tables, and the tables."""
    found = [cell for cell in found if _holds_text(cell, found)]
    inside: set[Line] = set()
    held: dict[Cell, list[Line]] = {}
    order: dict[int, int] = {}  # row -> how many lines of the page stand before it
    for index, line in enumerate(page.lines if found else ()):
        row = [cell for cell in found if cell.top < line.base - line.size * 0.2 < cell.bottom]
        for cell, part in _cut(line, row, probe) if row else ():
            inside.add(line)
            held.setdefault(cell, []).append(part)
            order.setdefault(cell.row, index)
    if any(sum(len(line.text) for line in lines) > FRAME for lines in held.values()):
        return set(), []
    return inside, list(_tables(held, order, page, inside))


def _holds_text(cell: Cell, found: Sequence[Cell]) -> bool:
    """Whether a cell is one: alone in its row it may as well be a frame, unless it is low and the table goes on above."""
    if any(other.row == cell.row and other is not cell for other in found):
        return True
    above = sum(other.row < cell.row and abs(other.bottom - cell.top) < 2 * NEAR for other in found) > 1
    return above and cell.bottom - cell.top < LOW_ROW


def _cut(line: Line, row: Sequence[Cell], probe: Probe) -> Iterator[tuple[Cell, Line]]:
    """The parts of a line that stand in the cells of a row; none where it begins outside of all."""
    starts: list[tuple[int, Cell]] = []
    for word in WORD.finditer(line.text):
        x = probe.place(line.start + word.start()).x
        cell = next((cell for cell in row if cell.left - 1 <= x < cell.right), None)
        if cell is None and not starts:
            return
        if cell is not None and (not starts or starts[-1][1] != cell):
            starts.append((word.start(), cell))
    for (start, cell), end in zip(starts, [*(at for at, _ in starts[1:]), len(line.text)], strict=True):
        yield cell, line.cut(line.start + start, line.start + end)


def _tables(held: dict[Cell, list[Line]], order: dict[int, int], page: Page, inside: set[Line]) -> Iterator[Table]:
    """Rows that follow each other, with no other text between them, as one table."""
    start, end = -1, -1
    rows: list[list[list[Line]]] = []
    for number in sorted(order):
        if rows and any(line not in inside for line in page.lines[min(end, order[number]) : max(end, order[number])]):
            yield Table(page.lines[start].start, rows)
            rows = []
        start, end = (order[number] if not rows else start), order[number]
        rows.append([held[cell] for cell in sorted(held, key=lambda cell: cell.left) if cell.row == number])
    if rows:
        yield Table(page.lines[start].start, rows)


def is_part(part: Line, whole: Iterable[Line]) -> bool:
    """Whether a line is cut from one of others."""
    return any(line.page == part.page and line.start <= part.start < line.end for line in whole)


class Rows:
    """Numbers the rows of all tables of a notice, and leaves out a head that a page repeats."""

    def __init__(self) -> None:
        self._count = 0
        self._head = ""
        self._last: list[Passage] = []  # the cells of the row that came last

    def passages(self, table: Table, left_out: Callable[[Line], bool], *, joins: bool = False) -> list[Passage]:
        """The cells of a table as blocks, but for empty ones and lines that are left out.

        Where the table `joins` the one before, with nothing between them, its first row may go on with the last one.
        """
        rows = [[[line for line in cell if not left_out(line)] for cell in row] for row in table.rows]
        rows = [[cell for cell in row if cell] for row in rows if any(row)]
        head = _text(rows[0]) if rows else ""
        repeated = head == self._head and len(rows) > 1
        rows = rows[1:] if repeated else rows
        self._head = head
        if joins and rows and self._runs_on(rows[0]):
            for lines in rows.pop(0):
                next(cell for cell in self._last if _is_below(lines, cell)).lines += lines
        out = []
        for row in rows:
            self._count += 1
            self._last = [Passage(lines, BlockKind.TABLE_CELL, row=self._count) for lines in row]
            out += self._last
        return out

    def _runs_on(self, row: list[list[Line]]) -> bool:
        """Whether every cell of a row on top of a page stands below one of the last row, and one goes on with it."""
        mates = [next((cell for cell in self._last if _is_below(lines, cell)), None) for lines in row]
        if None in mates or not self._last or row[0][0].page == self._last[0].lines[-1].page:
            return False
        headless = mates[0] is not self._last[0]
        return headless or any(
            (lines[0].text[:1].islower() or lines[0].text.startswith(OPENING))
            and not mate.lines[-1].text.endswith(TERMINAL)
            for lines, mate in zip(row, mates, strict=True)
            if mate
        )

    def next_row(self) -> int:
        """The number of a further row."""
        self._count += 1
        return self._count


def _is_below(lines: list[Line], cell: Passage) -> bool:
    """Whether lines stand in the column of a cell."""
    return abs(lines[0].left - cell.lines[-1].left) < NEAR or abs(lines[0].left - cell.lines[0].left) < NEAR


def _text(row: list[list[Line]]) -> str:
    return "\t".join(" ".join(line.text for line in cell) for cell in row)


# --- tables without rulings ------------------------------------------------------------------------------------------


def side_by_side(found: list[Passage], rows: dict[Line, Row], numbers: Rows) -> list[Passage]:
    """The blocks, with those that stand beside each other in one column made cells of a row."""
    out: list[Passage] = []
    index = 0
    while index < len(found):
        left = _beside(found, index, rows)
        if not left:
            out.append(found[index])
            index += 1
            continue
        number = numbers.next_row()
        cells: list[list[Line]] = []
        for group in _row(found, index, left, rows):
            cells.append([line for passage in group for line in passage.lines])
            index += len(group)
        while index < len(found) and (above := _cell_above(found[index], cells)):
            above += found[index].lines
            index += 1
        out += [Passage(lines, BlockKind.TABLE_CELL, row=number) for lines in cells]
    return out


def _cell_above(passage: Passage, cells: Sequence[list[Line]]) -> list[Line] | None:
    """The cell, none in the first column, that goes on below its row: rows are printed line by line."""
    first = passage.lines[0]
    for cell in cells[1:]:
        last = cell[-1]
        below = first.page == last.page and 0 < first.base - last.base < TIGHT * first.size
        if below and abs(first.left - cell[0].left) < NEAR:
            return cell
    return None


def _beside(found: Sequence[Passage], index: int, rows: dict[Line, Row]) -> int:
    """How many blocks from `index` on make the first cell of a row; 0 where no second cell stands beside it."""
    first = found[index]
    for count in range(1, min(5, len(found) - index)):
        other = found[index + count]
        if _is_right_of(other, found[index : index + count], rows):
            return count if _is_right_of(other, [first], rows) else 0
        if abs(other.lines[0].left - first.lines[0].left) > 3:
            return 0
    return 0


def _row(found: Sequence[Passage], index: int, left: int, rows: dict[Line, Row]) -> Iterator[Sequence[Passage]]:
    """The cells of the row that begins at `index`, each with the blocks in it."""
    yield found[index : index + left]
    start = index + left
    while start < len(found):
        end = start + 1
        while end < len(found) and _goes_on(found[end], found[start], found[end - 1]):
            end += 1
        yield found[start:end]
        if end == len(found) or not _is_right_of(found[end], found[start:end], rows):
            return
        start = end


def _goes_on(passage: Passage, first: Passage, above: Passage) -> bool:
    """Whether a block stands below the others of its cell."""
    line, upper = passage.lines[0], above.lines[-1]
    same_page = line.page == upper.page and 0 < line.base - upper.base < 4 * line.size
    return same_page and abs(line.left - first.lines[0].left) < 3


def _is_right_of(passage: Passage, cell: Sequence[Passage], rows: dict[Line, Row]) -> bool:
    """Whether a block stands right of others in the same column of the page, at the same height."""
    lines = [line for part in cell for line in part.lines]
    first, slack = passage.lines[0], 0.4 * passage.size
    column: Column | None = rows[first].column if first in rows else None
    same_place = first.page == lines[-1].page and all(line in rows and rows[line].column == column for line in lines)
    return (
        same_place
        and passage.kind is not BlockKind.TABLE_CELL
        and first.left > max(line.right for line in lines)
        and first.base < lines[-1].base + slack
        and passage.lines[-1].base > lines[0].base - slack
    )
