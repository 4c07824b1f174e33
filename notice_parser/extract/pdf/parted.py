"""Blocks of a tagged document that hold several: an empty line, or a line that begins with a bullet, parts them.

"Orders.<br><br>Returns." in the cell of a page prints as one element, and so does a list that is typed, not marked.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from notice_parser.extract.bullets import GLYPH, PRINTS
from notice_parser.extract.pdf.page import Line
from notice_parser.extract.pdf.passage import Passage
from notice_parser.extract.pdf.typography import TERMINAL, Pitches, fills, pitches_of
from notice_parser.vocabulary import BlockKind

DASHES = "-–—"  # they stand between words as well
Spot = tuple[int, int]  # a page and an offset on it

EMPTY = 1.6  # of the usual distance of two lines: an empty line stands between them


def pitches_inside(found: Sequence[Passage]) -> Pitches:
    """The usual distance of the lines of a block."""
    return pitches_of(
        (upper, lower) for one in found for upper, lower in pairwise(one.lines) if upper.page == lower.page
    )


def parted(found: Sequence[Passage], pitches: Pitches, dotted: Collection[Spot] = ()) -> list[Passage]:
    """The blocks, those that hold several as several; before the lines that begin at `dotted` a bullet is drawn."""
    return [part for one in found for part in _parts(one, pitches, dotted)]


def _parts(passage: Passage, pitches: Pitches, dotted: Collection[Spot]) -> Iterator[Passage]:
    lines = passage.lines
    starts = [0]
    if len(lines) > 1 and passage.kind is not BlockKind.HEADING:
        edge = max(line.right for line in lines)
        for index, (upper, lower) in enumerate(pairwise(lines), start=1):
            most = EMPTY * pitches.of(lower.size)
            ends = passage.kind is BlockKind.TABLE_CELL and _ends_page(upper, lower, edge)
            empty = upper.page == lower.page and lower.base - upper.base > most
            if ends or empty or (lower.page, lower.start) in dotted or _is_item(upper, lower, edge):
                starts.append(index)
    if len(starts) == 1:
        yield passage
        return
    for start, end in pairwise([*starts, len(lines)]):
        yield _part(passage, lines[start:end])


def _ends_page(upper: Line, lower: Line, edge: float) -> bool:
    """Whether a sentence ends early where a page does."""
    return upper.page != lower.page and upper.text.endswith(TERMINAL) and not fills(upper, lower, edge)


def _is_item(upper: Line, lower: Line, edge: float) -> bool:
    """Whether a line begins with a bullet; a dash there may be one between two words, where the line above is full."""
    found = GLYPH.match(lower.text)
    if not found or not PRINTS.search(lower.text, found.end()) or upper.base == lower.base:
        return False
    return lower.text[0] not in DASHES or upper.text.endswith(TERMINAL) or not fills(upper, lower, edge)


def _part(passage: Passage, lines: list[Line]) -> Passage:
    """A part without its bullet; one of a paragraph that has one is a list item."""
    first = lines[0]
    found = GLYPH.match(first.text)
    kind, level = passage.kind, passage.level
    if found and PRINTS.search(first.text, found.end()):
        lines = [first.cut(first.start + found.end(), first.end), *lines[1:]]
        if kind is BlockKind.PARAGRAPH:
            kind, level = BlockKind.LIST_ITEM, 1
    return Passage(lines, kind, level, passage.row, passage.indent)
