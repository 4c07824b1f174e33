"""The columns of pages: where text may stand between white gutters."""

import math
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from notice_parser.extract.pdf.page import Line

BIN = 3.0  # points
GUTTER = 0.06  # at most this share of the lines of a page may cross a gutter
MIN_LINES = 6  # a column holds at least so many
SAME = 100.0  # points within which the right edges of a column on two pages are the same
SHARE = 0.2  # of the pages must show a left edge for the others to believe it


class Column(NamedTuple):
    """A stretch of the page between gutters, with the edges of the text in it."""

    left: float
    right: float


def columns(pages: Sequence[Sequence[Line]]) -> list[list[Column]]:
    """The columns of each page, from the left. A column that recurs has the same edges on every page."""
    found = [_page_columns(lines) for lines in pages]
    groups: dict[tuple[int, int], list[Column]] = defaultdict(list)
    for page in found:
        for index, column in enumerate(page):
            groups[len(page), index].append(column)
    return [
        [_common(column, groups[len(page), index]) for index, column in enumerate(page)] for page in found
    ]  # fmt: skip


def column_of(line: Line, found: Sequence[Column]) -> Column:
    """The column a line stands in; from the first one's left edge to the last one's right where it spans several."""
    for index, column in enumerate(found):
        limit = found[index + 1].left - BIN if index + 1 < len(found) else math.inf
        if column.left - BIN <= line.left < column.right and line.right <= limit:
            return column
    return Column(found[0].left, found[-1].right) if found else Column(line.left, line.right)


def _common(column: Column, group: Sequence[Column]) -> Column:
    """The outermost edges of the same column on other pages: a page of list items alone does not show them."""
    lefts = sorted(other.left for other in group if other.left < column.left)
    shared = [left for left in lefts if sum(abs(left - other) < BIN for other in lefts) >= len(group) * SHARE]
    near = [other.right for other in group if abs(other.right - column.right) < SAME]
    return Column(min([column.left, *shared]), max(near))


def _page_columns(lines: Sequence[Line]) -> list[Column]:
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
