"""Blocks by geometry, where a document marks none: lines fall together by gaps, indents, labels and weight."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from notice_parser.extract.pdf.columns import Column
from notice_parser.extract.pdf.labels import bullet_end, is_dash, label
from notice_parser.extract.pdf.page import Line
from notice_parser.extract.pdf.passage import Passage

TERMINAL = (".", "!", "?", ":", ";", ".”", '."', ".)", "?”", "!”")
SAME_SIZE = 0.06
BODY = 6.0  # points: an indent up to this is none
INDENT = 0.45  # of the size: an indent less than this is none


class Row(NamedTuple):
    """A line with the column it stands in and whether a bullet is drawn before it."""

    line: Line
    column: Column
    drawn: bool = False

    @property
    def indent(self) -> float:
        """How far from the left edge of its column it begins."""
        return self.line.left - self.column.left


class Pair(NamedTuple):
    """Two neighbouring lines, with what is known of their surroundings."""

    block: list[Row]  # the block that the upper line ends
    upper: Row
    lower: Row
    pitch: float  # the usual distance of lines of this size
    spaced: bool  # whether the document sets paragraphs apart by white space

    @property
    def gap(self) -> float:
        """From base line to base line."""
        return self.lower.line.base - self.upper.line.base

    @property
    def apart(self) -> bool:
        """Whether a page or column ends between them."""
        return self.upper.line.page != self.lower.line.page or self.gap < -self.lower.line.size * 0.3

    @property
    def full(self) -> bool:
        """Whether the first word of the lower line would not have fitted on the upper one."""
        lower = self.lower.line
        width = (lower.right - lower.left) / max(1, len(lower.text))
        word = len(lower.text.split(None, 1)[0]) + 0.5
        return self.upper.line.right + word * width > self.upper.column.right - width


def passages(rows: Sequence[Row]) -> list[Passage]:
    """The blocks of a document: every line in one of them."""
    pitches = line_pitches(row.line for row in rows)
    spaced = _spaced(rows, pitches)
    blocks: list[list[Row]] = []
    for row in rows:
        if not blocks:
            blocks.append([row])
            continue
        upper = blocks[-1][-1]
        pair = Pair(blocks[-1], upper, row, pitches.get(_class(row.line.size), row.line.size * 1.2), spaced)
        if parts(pair):
            blocks.append([row])
        else:
            blocks[-1].append(row)
    return [Passage([row.line for row in block], indented=block[0].indent > BODY) for block in blocks]


def _class(size: float) -> float:
    return round(size * 2) / 2


def line_pitches(lines: Iterable[Line]) -> dict[float, float]:
    """The distance of lines inside a paragraph, for each size: the smallest that is common."""
    gaps: dict[float, Counter[float]] = defaultdict(Counter)
    above: Line | None = None
    for line in lines:
        if above and above.page == line.page and _class(above.size) == _class(line.size):
            gap = line.base - above.base
            if 0.8 * line.size < gap < 3 * line.size:
                gaps[_class(line.size)][round(gap * 2) / 2] += 1
        above = line
    out = {size: _smallest_common(counts) for size, counts in gaps.items()}
    # A size that only headings have shows the space around them: the body knows better how lines are set.
    body = max(sorted(gaps), key=lambda size: gaps[size].total(), default=0.0)
    return {size: min(pitch, 1.25 * size * out[body] / body) for size, pitch in out.items()}


def _smallest_common(counts: Counter[float]) -> float:
    total = sum(counts.values())
    for gap in sorted(counts):
        near = {at: n for at, n in counts.items() if gap <= at <= gap + 1}
        if sum(near.values()) >= max(2, 0.12 * total) or total < 3:
            return sum(at * n for at, n in near.items()) / sum(near.values())
    return min(counts)


def _spaced(rows: Sequence[Row], pitches: dict[float, float]) -> bool:
    """Whether white space stands between paragraphs in this document."""
    wide = close = 0
    for upper, lower in pairwise(rows):
        pair = Pair([], upper, lower, pitches.get(_class(lower.line.size), 0), spaced=True)
        if pair.apart or _class(upper.line.size) != _class(lower.line.size) or _hangs(lower):
            continue
        if _wide(pair):
            wide += 1
        elif not pair.full and upper.line.text.endswith(TERMINAL):
            close += 1
    return wide >= close


# --- what parts two lines --------------------------------------------------------------------------------------------


def size_changes(pair: Pair) -> bool | None:
    """Letters of another size begin another block."""
    upper, lower = pair.upper.line.size, pair.lower.line.size
    return True if abs(upper - lower) > SAME_SIZE * max(upper, lower) else None


def bullet_follows(pair: Pair) -> bool | None:
    """A bullet begins an item, printed or drawn."""
    if pair.lower.drawn:
        return True
    if not bullet_end(pair.lower.line.text):
        return None
    between_words = is_dash(pair.lower.line.text) and pair.full and not _wide(pair) and not pair.apart
    return None if between_words and not pair.upper.line.text.endswith(TERMINAL) else True


def label_follows(pair: Pair) -> bool | None:
    """A label begins an item, unless a number has just wrapped onto a new line of its paragraph."""
    if not label(pair.lower.line.text):
        return None
    first = pair.block[0]
    if label(first.line.text) and (abs(first.indent - pair.lower.indent) < 2 or not _hangs_at(pair, pair.lower.indent)):
        return True
    wrapped = pair.full and not pair.upper.line.text.endswith(TERMINAL)
    return None if wrapped or (pair.full and pair.gap <= _limit(pair) and not pair.apart) else True


def weight_changes(pair: Pair) -> bool | None:
    """A bold line above a plain one is a heading, unless it is the full first line of a bold beginning."""
    upper, lower = pair.upper.line, pair.lower.line
    if upper.is_bold and lower.lead == 0:
        return True if all(row.line.is_bold for row in pair.block) and not pair.full else None
    if lower.is_bold and upper.bold < 0.5:
        return True if not pair.full or upper.text.endswith(TERMINAL) else None
    return None


def page_turns(pair: Pair) -> bool | None:
    """Over the end of a page or column a paragraph runs on where its last line is full and its sentence open."""
    if not pair.apart:
        return None
    upper, lower = pair.upper.line.text, pair.lower.line.text
    if upper.endswith("\ufffe") or (pair.full and lower[:1].islower()):
        return False
    if lower[:1].islower() and not upper.endswith(TERMINAL):
        return False
    body = pair.block[-1] if len(pair.block) > 1 else None
    aligned = abs(pair.lower.indent - body.indent) < 4 if body else pair.lower.indent < pair.block[0].indent + 24
    return not (pair.full and aligned)


def gap_widens(pair: Pair) -> bool | None:
    """White space."""
    return True if _wide(pair) else None


def side_by_side(pair: Pair) -> bool | None:
    """Text on the same base line, further right or left, is another cell or column."""
    return True if pair.gap < pair.pitch * 0.45 else None


def indent_changes(pair: Pair) -> bool | None:
    """An indent begins a paragraph, and so does the way back from a hanging one."""
    size = pair.lower.line.size
    shift = pair.lower.indent - pair.upper.indent
    if len(pair.block) == 1:  # the second line of a block shows how it hangs
        first_line_indent = shift < -INDENT * size and pair.full and not label(pair.upper.line.text)
        hanging = shift > INDENT * size and (pair.full or bool(_hangs(pair.upper)))
        return None if abs(shift) <= INDENT * size or first_line_indent or hanging else True
    return True if abs(shift) > INDENT * size * 2 else None


def line_ends_early(pair: Pair) -> bool | None:
    """In a document without space between paragraphs, a short line ends one."""
    if pair.full or pair.spaced:
        return None
    return True if pair.upper.line.text.endswith(TERMINAL) or not pair.lower.line.text[:1].islower() else None


# The first rule that has an opinion decides; where none has, the lines belong together.
RULES: tuple[Callable[[Pair], bool | None], ...] = (
    size_changes,
    bullet_follows,
    label_follows,
    weight_changes,
    page_turns,
    gap_widens,
    side_by_side,
    indent_changes,
    line_ends_early,
)


def parts(pair: Pair) -> bool:
    """Whether a block ends between the two lines."""
    for rule in RULES:
        verdict = rule(pair)
        if verdict is not None:
            return verdict
    return False


def _limit(pair: Pair) -> float:
    return pair.pitch + max(1.2, 0.12 * pair.pitch)


def _wide(pair: Pair) -> bool:
    return pair.gap > _limit(pair)


def _hangs_at(pair: Pair, indent: float) -> bool:
    """Whether the text of the block, an item, goes on at that indent."""
    first = pair.block[0]
    text_at = pair.block[1].indent if len(pair.block) > 1 else first.line.inner - first.column.left
    return abs(text_at - indent) < 4


def _hangs(row: Row) -> str | int:
    return row.drawn or bullet_end(row.line.text) or label(row.line.text)
