"""Tables without rulings, or with rulings between the rows alone: where their text stands tells the cells.

Programs write a table cell by cell. Where one cell ends and the next begins the text steps to the right, at the same
height or further up; two rows of such cells, one right below the other, are a table. Columns of a page step once.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from notice_parser.extract.pdf.drawings import Ruling
from notice_parser.extract.pdf.labels import bullet_end, is_label
from notice_parser.extract.pdf.page import Line, Page
from notice_parser.extract.pdf.pieces import APART, NEAR, Piece, parted, same_edges
from notice_parser.extract.pdf.probe import Probe
from notice_parser.extract.pdf.tables import FRAME, Table

LEVEL = 0.3  # of the size: base lines this near are at one height
UNDERLINE = 0.35  # of the size: what is drawn nearer below a base line underlines its words
PITCH = 1.5  # of the size: lines that follow each other stand no further apart
TIGHT = 2.0  # of the size: lines of the first cell of a table, under text that is none of it
EMPTY = 4.0  # of the size: lines of one cell stand no further apart, an empty line between them
BETWEEN = 6.0  # of the size: rows of one table stand no further apart
TOP = 6  # lines at the top of a page, running ones and the head of a table, before a table goes on
MOST = 400  # lines of a page, and rulings, that are looked at


class Cells(NamedTuple):
    """A row of cells: the pieces from `start` to `end`, and where each cell begins."""

    start: int
    end: int
    starts: tuple[int, ...]


class Unruled:
    """Finds the tables of each page in turn: one may go on from the page before."""

    def __init__(self) -> None:
        self._open: tuple[float, ...] = ()  # the left edges of the columns of the table that the last page ended with

    def tables(self, page: Page, probe: Probe, inside: set[Line], across: Sequence[Ruling]) -> list[Table]:
        """The tables among the lines of a page that stand in none yet; those lines are added to `inside`."""
        lines = [line for line in page.lines if line not in inside]
        steps = {lower.left for upper, lower in pairwise(lines) if _steps(upper, lower)}
        edges, before = sorted({*steps, *self._open}), self._open
        self._open = ()
        if not edges or page.top is None or len(lines) > MOST:
            return []
        pieces = parted(lines, edges, probe)
        sheet = _Sheet(pieces, across)
        out: list[Table] = []
        for rows in sheet.tables(before):
            whole = [row for row in rows if len(row.starts) > 1]
            if sheet.cuts(rows[0].start) or sheet.cuts(rows[-1].end):
                continue
            if len(whole) < 2 and not (before and same_edges(sheet.edges(rows[0]), before)):
                continue
            table = sheet.table(rows)
            if _is_one(table):
                out.append(table)
                inside.update(lines[piece.whole] for piece in pieces[rows[0].start : rows[-1].end])
                last = all(piece.line.base > page.height * 0.85 for piece in pieces[rows[-1].end :])
                edges_here = [sheet.edges(row) for row in reversed(rows)]
                goes_on = before and same_edges(edges_here[-1], before)
                self._open = max([*edges_here, *([before] if goes_on else [])], key=len) if last else ()
        return out


def _is_one(table: Table) -> bool:
    """Whether no cell is a page of text, and the first cells are more than labels and bullets."""
    if any(sum(len(line.text) for line in cell) > FRAME for row in table.rows for cell in row):
        return False
    firsts = [row[0][0].text for row in table.rows]
    marks = sum(is_label(text) or bullet_end(text) >= len(text) for text in firsts)
    return marks * 2 <= len(table.rows)


def _steps(upper: Line, lower: Line) -> bool:
    """Whether the text steps to the right, at the same height or further up."""
    up = upper.base - lower.base
    return lower.left > upper.right + (0 if up > lower.size else APART * lower.size) and up > -LEVEL * lower.size


class _Sheet:
    """The pieces of a page, and the rulings between rows."""

    def __init__(self, pieces: Sequence[Piece], across: Sequence[Ruling]) -> None:
        self._lines = [piece.line for piece in pieces]
        self._wholes = [piece.whole for piece in pieces]
        self._across = across if len(across) <= MOST else ()

    def cuts(self, at: int) -> bool:
        """Whether two pieces of one line stand before and behind a place."""
        return 0 < at < len(self._wholes) and self._wholes[at - 1] == self._wholes[at]

    def _steps(self, at: int, right: float) -> bool:
        """Whether another cell begins at `at`, beside one that reaches to `right`."""
        upper, lower = self._lines[at - 1], self._lines[at]
        return self.cuts(at) or _steps(upper._replace(right=right), lower)

    def edges(self, row: Cells) -> tuple[float, ...]:
        """The left edges of the cells but the first; of the only one where there is one."""
        return tuple(self._lines[start].left for start in row.starts[1:] or row.starts)

    def table(self, rows: Sequence[Cells]) -> Table:
        """The rows as a table. Where a row is printed line by line, further lines of its cells come after it."""
        out: list[list[list[Line]]] = []
        for row in rows:
            cells = [self._lines[start:end] for start, end in pairwise([*row.starts, row.end])]
            mate = self._cell_above(cells[0], out[-1]) if out and len(cells) == 1 else None
            if mate:
                mate += cells[0]
            else:
                out.append(cells)
        return Table(self._lines[rows[0].start].start, out)

    def _cell_above(self, lines: list[Line], row: list[list[Line]]) -> list[Line] | None:
        """The cell that some lines go on with right below it."""
        first = lines[0]
        for cell in row:
            near = 0 < first.base - cell[-1].base < PITCH * first.size
            if near and abs(first.left - cell[0].left) < NEAR and not self._is_ruled(cell[-1], first):
                return cell
        return None

    def tables(self, before: Sequence[float]) -> Iterator[list[Cells]]:
        """Rows right below each other."""
        table: list[Cells] = []
        for row in self._rows(before):
            if table and not self._follows(table[-1], row):
                yield table
                table = []
            table.append(row)
        if table:
            yield table

    def _rows(self, before: Sequence[float]) -> Iterator[Cells]:
        """Every row of at least two cells, and what goes on below one, or from the page before."""
        at, floor = 1, 0
        above: Cells | None = None
        top = next((k for k, line in enumerate(self._lines[:TOP]) if same_edges([line.left], before)), None)
        top = None if top and self._is_wrapped(top) else top
        while at <= len(self._lines):
            row = None
            if above and above.end == at - 1 and self._goes_on(above, at - 1, before):
                row = self._row(at - 1, at - 1)
            elif top == at - 1 and not (above and above.end > top):
                row = self._row(top, top)
            elif at < len(self._lines) and self._steps(at, self._lines[at - 1].right):
                loose = same_edges([self._lines[at].left], before) and above is None
                loose = loose or (above is not None and self._lines[floor].left < self._lines[above.starts[-1]].left)
                start = self._first(at, floor, loose=loose)
                if loose and start > floor and self._is_column(floor, start, self._lines[at].left):
                    yield Cells(floor, start, (floor,))
                row = self._row(start, at)
            if row:
                yield row
                above, floor = row, row.end
            at = row.end + 1 if row else at + 1

    def _is_wrapped(self, at: int) -> bool:
        """Whether a line goes on with the one right above it."""
        upper, lower = self._lines[at - 1], self._lines[at]
        near = 0 < lower.base - upper.base < TIGHT * lower.size
        return near and upper.left < lower.right and lower.left < upper.right

    def _goes_on(self, above: Cells, at: int, before: Sequence[float]) -> bool:
        """Whether a line below a row stands in one of the columns, but the first."""
        if at >= len(self._lines):
            return False
        line = self._lines[at]
        return same_edges([line.left], [*before, *(self._lines[start].left for start in above.starts[1:])]) and (
            0 < line.base - self._lines[above.end - 1].base < EMPTY * line.size
        )

    def _first(self, at: int, floor: int, *, loose: bool) -> int:
        """Where the first cell of the row begins that steps to the right at `at`."""
        edge, start = self._lines[at].left, at - 1
        while start > floor and self._runs_on(start, edge, EMPTY if loose else TIGHT):
            start -= 1
        return start if loose or start == floor else self._behind_paragraph(start, at)

    def _behind_paragraph(self, start: int, at: int) -> int:
        """Where a cell begins whose first lines may end the paragraph above it: behind the first wider gap."""
        lines = self._lines[start - 1 : at]
        gap = lines[1].base - lines[0].base
        if 0 < gap < PITCH * lines[1].size and lines[0].size == lines[1].size:
            for k, (upper, lower) in enumerate(pairwise(lines[1:]), start=1):
                if lower.base - upper.base > gap + 1:
                    return start + k
        return start

    def _runs_on(self, at: int, edge: float, most: float) -> bool:
        """Whether a line belongs to the cell of the line above it, left of an edge."""
        upper, lower = self._lines[at - 1], self._lines[at]
        near = 0 < lower.base - upper.base <= most * lower.size
        alike = upper.is_bold >= lower.is_bold if most > TIGHT else upper.is_bold == lower.is_bold
        return near and upper.right < edge - NEAR and alike and not self._is_ruled(upper, lower)

    def _is_column(self, start: int, end: int, edge: float) -> bool:
        """Whether some lines stand below each other, left of an edge."""
        lines = self._lines[start:end]
        below = all(0 < lower.base - upper.base < EMPTY * lower.size for upper, lower in pairwise(lines))
        return below and all(line.right < edge - NEAR for line in lines)

    def _row(self, start: int, at: int) -> Cells:
        """The row that begins at `start`, whose next cell begins at `at`."""
        starts = [start] if at == start else [start, at]
        while True:
            low = max((line.right for line in self._lines[starts[-2] : starts[-1]]), default=0.0) if at > start else 0.0
            end = starts[-1] + 1
            bold = all(line.is_bold for line in self._lines[start : starts[-1] + 1])
            while end < len(self._lines) and self._is_below(starts[-1], end, low, bold=bold):
                bold = bold and self._lines[end].is_bold
                end += 1
            right = max(line.right for line in self._lines[starts[-1] : end])
            if end == len(self._lines) or not self._steps(end, right):
                return Cells(start, end, tuple(starts))
            starts.append(end)
            at = end

    def _is_below(self, first: int, at: int, low: float, *, bold: bool) -> bool:
        """Whether a line goes on with the cell that begins at `first`, right of `low`; `bold`: the row is so far."""
        head, upper, lower = self._lines[first], self._lines[at - 1], self._lines[at]
        centred = abs((head.left + head.right) - (lower.left + lower.right)) < 2 * NEAR
        return (
            LEVEL * lower.size < lower.base - upper.base < EMPTY * lower.size
            and lower.left > low
            and (lower.left > head.left - NEAR or centred)
            and (lower.is_bold or not bold)
            and not self._is_ruled(upper, lower)
        )

    def _is_ruled(self, upper: Line, lower: Line) -> bool:
        """Whether a ruling runs between two lines."""
        return any(
            upper.base + UNDERLINE * upper.size < ruling.at < lower.base - LEVEL * lower.size
            and ruling.low < lower.right
            and ruling.high > lower.left
            for ruling in self._across
        )

    def _follows(self, upper: Cells, lower: Cells) -> bool:
        """Whether two rows are of one table: nothing between them, one right below the other, edges in common."""
        one, two = self._lines[upper.start : upper.end], self._lines[lower.start : lower.end]
        bottom, top = max(line.base for line in one), min(line.base for line in two)
        size = two[0].size
        alike = 1 in (len(upper.starts), len(lower.starts)) or (
            same_edges(self.edges(upper), self.edges(lower)) or self._overlap(upper, lower)
        )
        return upper.end == lower.start and alike and -LEVEL * size < top - bottom < BETWEEN * size

    def _overlap(self, upper: Cells, lower: Cells) -> bool:
        """Whether the cells of two rows stand below each other: heads are centred over their columns."""
        few, many = sorted((list(self._sides(upper)), list(self._sides(lower))), key=len)
        return all(sum(left < far and near < right for near, far in many) == 1 for left, right in few)

    def _sides(self, row: Cells) -> Iterator[tuple[float, float]]:
        """The left and the right side of each cell."""
        for start, end in pairwise([*row.starts, row.end]):
            lines = self._lines[start:end]
            yield min(line.left for line in lines), max(line.right for line in lines)
