"""How a document is set: the distance of its lines, the space between its paragraphs, their first-line indent."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from notice_parser.extract.pdf.columns import Column
from notice_parser.extract.pdf.labels import bullet_end, label
from notice_parser.extract.pdf.page import Line

TERMINAL = (".", "!", "?", ":", ";", ".”", '."', ".)", "?”", "!”")
BODY = 6.0  # points: an indent up to this is none
DEEPEST = 48.0  # points: a first-line indent is no deeper
LEADING = 1.2  # distance of base lines by size, where a document shows none
NEAR = 2.0  # points between indents that are the same


class Row(NamedTuple):
    """A line with the column it stands in and whether a bullet is drawn before it."""

    line: Line
    column: Column
    drawn: bool
    indent: float  # how far from the left edge of its column it begins
    hangs: bool  # whether a bullet or label stands at its beginning


def row_of(line: Line, column: Column, *, drawn: bool) -> Row:
    """A line in its surroundings."""
    hangs = drawn or bool(bullet_end(line.text)) or bool(label(line.text))
    return Row(line, column, drawn, line.left - column.left, hangs)


class Pitches(NamedTuple):
    """The distance of base lines inside a paragraph, by size, and that of the body as a multiple of its size."""

    by_size: dict[float, float]
    leading: float

    def of(self, size: float) -> float:
        """The usual distance of lines of a size."""
        return self.by_size.get(size_class(size), size * self.leading)


class Typography(NamedTuple):
    """What is usual in a document."""

    pitches: Pitches
    spaced: bool  # white space stands between paragraphs
    first_indent: float  # how far the first line of a paragraph is indented; 0 where it is not

    def pitch(self, size: float) -> float:
        """The usual distance of lines of a size."""
        return self.pitches.of(size)

    def widest(self, size: float) -> float:
        """The largest distance of two lines of one paragraph."""
        pitch = self.pitch(size)
        return pitch + max(1.2, 0.12 * pitch)


def size_class(size: float) -> float:
    """Sizes that differ by rounding only are one."""
    return round(size * 2) / 2


def typography(rows: Sequence[Row]) -> Typography:
    """How the document with these lines is set."""
    close = list(_close_pairs(rows))
    pitches = pitches_of([(upper.line, lower.line) for upper, lower in close])
    out = Typography(pitches, spaced=True, first_indent=0.0)
    return out._replace(spaced=_spaced(close, out), first_indent=_first_indent(close, out))


def is_full(upper: Row, lower: Row) -> bool:
    """Whether the first word of the lower line would not have fitted on the upper one."""
    return fills(upper.line, lower.line, upper.column.right)


def fills(upper: Line, lower: Line, edge: float) -> bool:
    """Whether the first word of the lower line would not have fitted on the upper one before the right edge."""
    width = (lower.right - lower.left) / max(1, len(lower.text))
    word = len(lower.text.split(None, 1)[0]) + 0.5
    return upper.right + word * width > edge - width


def _close_pairs(rows: Sequence[Row]) -> Iterator[tuple[Row, Row]]:
    """Lines of one size, one below the other."""
    for upper, lower in pairwise(rows):
        one, two = upper.line, lower.line
        if one.page == two.page and size_class(one.size) == size_class(two.size) and two.base > one.base:
            yield upper, lower


def pitches_of(close: Iterable[tuple[Line, Line]]) -> Pitches:
    """The distance of lines inside a paragraph, for each size: the smallest that is common; and the body's leading."""
    gaps: dict[float, Counter[float]] = defaultdict(Counter)
    for upper, lower in close:
        gap = lower.base - upper.base
        if 0.8 * lower.size < gap < 3 * lower.size:
            gaps[size_class(lower.size)][round(gap * 2) / 2] += 1
    if not gaps:
        return Pitches({}, LEADING)
    body = max(sorted(gaps), key=lambda size: gaps[size].total())
    leading = _smallest_common(gaps[body], 1.2 * LEADING * body) / body
    # A size that only headings have shows the space around them: the body knows better how lines are set.
    most = 1.25 * leading
    by_size = {size: min(_smallest_common(counts, most * size), most * size) for size, counts in gaps.items()}
    return Pitches(by_size, leading)


def _smallest_common(counts: Counter[float], most: float) -> float:
    """The smallest distance that is common; where few lines show one, no more than `most`."""
    total = counts.total()
    if total < 3:
        return min(*counts, most)
    for gap in sorted(counts):
        near = {at: n for at, n in counts.items() if gap <= at <= gap + 1}
        if sum(near.values()) >= max(2, 0.12 * total):
            return sum(at * n for at, n in near.items()) / sum(near.values())
    return min(counts)


def _spaced(close: Sequence[tuple[Row, Row]], found: Typography) -> bool:
    wide = tight = 0
    for upper, lower in close:
        if lower.hangs or upper.line.is_bold != lower.line.is_bold:
            continue
        if lower.line.base - upper.line.base > found.widest(lower.line.size):
            wide += 1
        elif upper.line.text.endswith(TERMINAL) and not is_full(upper, lower):
            tight += 1
    return wide >= tight


def _first_indent(close: Sequence[tuple[Row, Row]], found: Typography) -> float:
    """The indent of full lines above lines that have none, where it is the usual one."""
    indents: Counter[float] = Counter()
    flush = 0
    for upper, lower in close:
        if lower.line.base - upper.line.base > found.widest(lower.line.size) or upper.hangs:
            continue
        if lower.indent < BODY and BODY < upper.indent < DEEPEST and is_full(upper, lower):
            indents[round(upper.indent)] += 1
        elif lower.indent < BODY and upper.indent < BODY:
            flush += 1
    if not indents:
        return 0.0
    usual = max(sorted(indents), key=lambda indent: indents[indent])
    return usual if indents[usual] >= max(3, 0.04 * flush) else 0.0
