"""Blocks of a tagged document that hold several: an empty line, or a line that begins with a bullet, parts them.

"Orders.<br><br>Returns." in the cell of a page prints as one element, and so does a list that is typed, not marked.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from notice_parser.extract.bullets import GLYPH, PRINTS
from notice_parser.extract.pdf.page import Line
from notice_parser.extract.pdf.passage import Passage
from notice_parser.extract.pdf.typography import TERMINAL, fills, pitches_of, size_class
from notice_parser.vocabulary import BlockKind

DASHES = "-–—"  # they stand between words as well
EMPTY = 1.6  # of the usual distance of two lines: an empty line stands between them


def parted(found: Sequence[Passage]) -> list[Passage]:
    """The blocks, those that hold several as several."""
    close = ((upper, lower) for one in found for upper, lower in pairwise(one.lines) if upper.page == lower.page)
    pitches, leading = pitches_of(close)
    widest = {size: EMPTY * pitch for size, pitch in pitches.items()}
    return [part for one in found for part in _parts(one, widest, EMPTY * leading)]


def _parts(passage: Passage, widest: dict[float, float], leading: float) -> Iterator[Passage]:
    lines = passage.lines
    starts = [0]
    if len(lines) > 1 and passage.kind is not BlockKind.HEADING:
        edge = max(line.right for line in lines)
        for index, (upper, lower) in enumerate(pairwise(lines), start=1):
            most = widest.get(size_class(lower.size), leading * lower.size)
            ends = passage.kind is BlockKind.TABLE_CELL and _ends_page(upper, lower, edge)
            if ends or (upper.page == lower.page and lower.base - upper.base > most) or _is_item(upper, lower, edge):
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
