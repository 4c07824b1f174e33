"""Cells that rulings enclose."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from notice_parser.extract.pdf.drawings import Drawings, Ruling

NEAR = 3.0  # points: rulings nearer than this are one, and meet
MOST = 400  # rulings of one direction on a page; a chart has more, a table has not

MOST_CELLS = 1_500


class Cell(NamedTuple):
    """A rectangle between rulings; `row` counts from 0 through the tables of the page."""

    row: int
    left: float
    top: float
    right: float
    bottom: float


def cells(drawn: Drawings) -> list[Cell]:
    """The cells of the tables on a page, row by row. A frame around a single cell is no table."""
    across, down = merged(drawn.across), merged(drawn.down)
    if len(across) < 2 or len(down) < 3 or max(len(across), len(down)) > MOST:
        return []
    found = [cell for ruling in across for cell in _below(ruling, across, down)]
    if len(found) > MOST_CELLS:
        return []
    out: list[Cell] = []
    for table in _tables(found):
        tops = sorted({round(cell.top) for cell in table})
        first = out[-1].row + 1 if out else 0
        rows = [cell._replace(row=first + bisect_left(tops, round(cell.top))) for cell in table]
        if len({cell.left for cell in table}) > 1:
            out += sorted(rows, key=lambda cell: (cell.row, cell.left))
    return out


def _tables(found: Sequence[Cell]) -> list[list[Cell]]:
    """The cells parted into groups that touch each other."""
    out: list[list[Cell]] = []
    for cell in found:
        touching = [table for table in out if any(_touch(cell, other) for other in table)]
        out = [table for table in out if table not in touching]
        out.append([other for table in touching for other in table] + [cell])
    return sorted(out, key=lambda table: min((cell.top, cell.left) for cell in table))


def _touch(one: Cell, other: Cell) -> bool:
    return (
        one.left <= other.right + NEAR
        and other.left <= one.right + NEAR
        and one.top <= other.bottom + NEAR
        and other.top <= one.bottom + NEAR
    )


def merged(rulings: Sequence[Ruling]) -> list[Ruling]:
    """Rulings that lie on each other or run into each other, as one."""
    out: list[Ruling] = []
    for ruling in sorted(rulings):
        for index in range(len(out) - 1, -1, -1):
            other = out[index]
            if ruling.at - other.at > NEAR:
                continue
            if ruling.low <= other.high + NEAR and other.low <= ruling.high + NEAR:
                out[index] = Ruling(other.at, min(other.low, ruling.low), max(other.high, ruling.high))
                break
            if len(out) - index > 60:
                out.append(ruling)
                break
        else:
            out.append(ruling)
    return out


def _below(upper: Ruling, across: Sequence[Ruling], down: Sequence[Ruling]) -> list[Cell]:
    """The cells whose upper edge lies on a ruling."""
    touching = [
        side for side in down
        if upper.low - NEAR <= side.at <= upper.high + NEAR and side.low <= upper.at + NEAR < side.high
    ]  # fmt: skip
    out = []
    for left, right in pairwise(touching):
        lower = _lower_edge(upper, left, right, across)
        if lower is not None and right.at - left.at > 2 * NEAR:
            out.append(Cell(0, left.at, upper.at, right.at, lower))
    return out


def _lower_edge(upper: Ruling, left: Ruling, right: Ruling, across: Sequence[Ruling]) -> float | None:
    """Where the next ruling below spans from the one side to the other."""
    first = bisect_right([ruling.at for ruling in across], upper.at + NEAR)
    for ruling in across[first:]:
        if ruling.at > min(left.high, right.high) + NEAR:
            return None
        if ruling.low <= left.at + NEAR and ruling.high >= right.at - NEAR:
            return ruling.at
    return None
