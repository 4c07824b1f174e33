"""The columns of a page: where text may stand between white gutters."""

from collections.abc import Sequence
from typing import NamedTuple

from notice_parser.extract.pdf.page import Line

BIN = 3.0  # points
GUTTER = 0.06  # at most this share of the lines of a page may cross a gutter
MIN_LINES = 6  # a column holds at least so many


class Column(NamedTuple):
    """A stretch of the page between gutters, with the edges of the text in it."""

    left: float
    right: float


def columns(lines: Sequence[Line]) -> list[Column]:
    """The columns, from the left. A page of plain text has one."""
    if not lines:
        return []
    low = min(line.left for line in lines)
    cover = _cover(lines, low)
    limit = len(lines) * GUTTER
    out: list[Column] = []
    start = 0
    for at in range(1, len(cover) + 1):
        if at == len(cover) or (cover[at] <= limit < cover[at - 1]):
            column = _column(lines, low + start * BIN, low + at * BIN)
            if column:
                out.append(column)
            start = at
    return out if len(out) > 1 else [Column(low, max(line.right for line in lines))]


def column_of(line: Line, found: Sequence[Column]) -> Column:
    """The column a line stands in; from its own left edge to the last column's right one where it spans several."""
    for column in found:
        if column.left - BIN <= line.left and line.right <= column.right + BIN * 2:
            return column
    return Column(found[0].left, found[-1].right) if found else Column(line.left, line.right)


def _cover(lines: Sequence[Line], low: float) -> list[int]:
    """For each bin, how many lines cover it."""
    high = max(line.right for line in lines)
    steps = [0] * (min(int((high - low) / BIN), 10_000) + 2)
    for line in lines:
        steps[min(max(int((line.left - low) / BIN), 0), len(steps) - 1)] += 1
        steps[min(max(int((line.right - low) / BIN) + 1, 0), len(steps) - 1)] -= 1
    out, open_lines = [], 0
    for step in steps:
        open_lines += step
        out.append(open_lines)
    return out


def _column(lines: Sequence[Line], start: float, end: float) -> Column | None:
    inside = [line for line in lines if start - BIN <= line.left and line.right <= end + BIN]
    if len(inside) < MIN_LINES:
        return None
    return Column(min(line.left for line in inside), max(line.right for line in inside))
