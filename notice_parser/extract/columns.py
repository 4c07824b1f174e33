"""Two columns side by side on the lines of a plain text, as `pdftotext -layout` prints them, in reading order.

A page has columns where a stripe of blanks runs down it with prose on both sides. The left column is read first; a line across both parts what stands above from what stands below.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby
from typing import NamedTuple

INK = re.compile("[^ ]+")  # characters that print
BETWEEN = re.compile(r"  +(?=\S)")  # a gap inside a line, or its indent
SHARE, FEWEST = 0.25, 5  # of the lines of a page, and lines, that hold text on both sides of the gutter
GAPS = 0.1  # of the lines, at least, have a wide gap; looked at first
CROSSING = 0.1  # of the lines may cross it: titles and running headers
PROSE = 18  # characters of a column line, on average: shorter ones are cells of a table
MANY, WIDE_PROSE = (
    0.4,
    30,
)  # with fewer lines on both sides, as where the lines of the columns do not align, longer ones
NARROWEST, WIDEST = 1, 1000  # characters: of a gutter, and of a line that is looked at


class Piece(NamedTuple):
    """Part of a line: its characters and the number of the line."""

    text: str
    line: int


class Gutter(NamedTuple):
    """The columns of characters that are blank between two columns of text."""

    start: int
    end: int


def in_reading_order(text: str) -> tuple[Piece, ...] | None:
    """The lines of `text` with columns one after the other; None where no page has columns."""
    found = False
    out: list[Piece] = []
    number = 1
    for k, page in enumerate(text.split("\f")):
        lines = [Piece(line, number + i) for i, line in enumerate(page.split("\n"))]
        number += len(lines) - 1
        gutter = _gutter([piece.text for piece in lines])
        found |= gutter is not None
        pieces = lines if gutter is None else list(_page(lines, gutter))
        if k:  # the form feed stands where the page begins
            pieces[0] = pieces[0]._replace(text="\f" + pieces[0].text)
        out += pieces
    return tuple(out) if found else None


def _gutter(lines: Sequence[str]) -> Gutter | None:
    """The blank stripe between the columns of a page."""
    printing = [line.rstrip()[:WIDEST] for line in lines if line.strip()]
    if sum("  " in line and BETWEEN.search(line.lstrip()) is not None for line in printing) < max(
        2, GAPS * len(printing)
    ):
        return None
    width = max(map(len, printing), default=0)
    steps = [0] * (width + 1)
    for line in printing:
        for ink in INK.finditer(line):
            steps[ink.start()] += 1
            steps[ink.end()] -= 1
    used = list(accumulate(steps))
    low = max(1.0, CROSSING * len(printing))
    stripes = (tuple(run) for blank, run in groupby(range(PROSE, width), key=lambda at: used[at] <= low) if blank)
    wide = [Gutter(run[0], run[-1] + 1) for run in stripes if len(run) >= NARROWEST and run[-1] + 1 < width]
    good = [gutter for gutter in wide if _parts_prose(printing, gutter)]
    return max(good, key=lambda gutter: gutter.end - gutter.start, default=None)


def _parts_prose(lines: Sequence[str], gutter: Gutter) -> bool:
    both = [parts for line in lines if (parts := _split(line, gutter)) and parts[0].strip() and parts[1].strip()]
    if len(both) < max(FEWEST, SHARE * len(lines)):
        return False
    left, right = (sum(len(parts[side].strip()) for parts in both) / len(both) for side in (0, 1))
    return min(left, right) >= (PROSE if len(both) >= MANY * len(lines) else WIDE_PROSE)


def _split(line: str, gutter: Gutter) -> tuple[str, str] | None:
    """The parts of a line left and right of the gutter; None where the line crosses it."""
    if line[gutter.start : gutter.end].strip(" \r"):
        return None
    return line[: gutter.start].rstrip(), line[gutter.end :]


def _page(lines: Sequence[Piece], gutter: Gutter) -> Iterator[Piece]:
    """The lines of a page, left column first; a line that is in neither column stands between what it parts."""
    left: list[Piece] = []
    right: list[Piece] = []
    edges = _edges([piece.text for piece in lines])
    for i, piece in enumerate(lines):
        parts = None if i in edges else _split(piece.text, gutter)
        if parts is None:
            yield from (*left, *right, piece)
            left, right = [], []
            continue
        left.append(Piece(parts[0], piece.line))
        right.append(Piece(parts[1], piece.line))
    yield from (*left, *right)


def _edges(lines: Sequence[str]) -> frozenset[int]:
    """The lines alone at the top and the foot of a page, as running headers are."""
    printing = [i for i, line in enumerate(lines) if line.strip()]
    alone = (near for near in (printing[:2], printing[:-3:-1]) if len(near) == 2 and abs(near[1] - near[0]) > 1)
    return frozenset(near[0] for near in alone)
