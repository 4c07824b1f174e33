"""Blocks by geometry, where a document marks none: lines fall together by gaps, indents, labels and weight."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from notice_parser.extract.pdf.labels import bullet_end, is_dash, label
from notice_parser.extract.pdf.passage import Passage
from notice_parser.extract.pdf.typography import BODY, DEEPEST, NEAR, TERMINAL, Row, Typography, is_full

SAME_SIZE = 0.06
TITLE_ROOM = 0.3  # of the width of a column: a line that leaves so much free ended on purpose
INDENT = 0.45  # of the size: an indent less than this is none


class Pair(NamedTuple):
    """Two neighbouring lines, with what is known of their surroundings."""

    block: list[Row]  # the block that the upper line ends
    upper: Row
    lower: Row
    usual: Typography

    @property
    def gap(self) -> float:
        """From base line to base line."""
        return self.lower.line.base - self.upper.line.base

    @property
    def wide(self) -> bool:
        """Whether more white space stands between them than between the lines of a paragraph."""
        return self.gap > self.usual.widest(self.lower.line.size)

    @property
    def apart(self) -> bool:
        """Whether a page or column ends between them."""
        return self.upper.line.page != self.lower.line.page or self.gap < -self.lower.line.size * 0.3

    @property
    def full(self) -> bool:
        """Whether the first word of the lower line would not have fitted on the upper one."""
        return is_full(self.upper, self.lower)


def passages(rows: Sequence[Row], usual: Typography) -> list[Passage]:
    """The blocks of a document: every line in one of them."""
    blocks: list[list[Row]] = []
    for row in rows:
        if blocks and not parts(Pair(blocks[-1], blocks[-1][-1], row, usual)):
            blocks[-1].append(row)
        else:
            blocks.append([row])
    return [Passage([row.line for row in block], indent=_indent(block[0], usual)) for block in blocks]


def _indent(row: Row, usual: Typography) -> float:
    """How far a block stands right of the edge of its column, but for the indent that all paragraphs have."""
    return 0.0 if row.indent <= BODY or _at_first_indent(row, usual) else row.indent


def _at_first_indent(row: Row, usual: Typography) -> bool:
    return bool(usual.first_indent) and abs(row.indent - usual.first_indent) <= NEAR


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
    between_words = is_dash(pair.lower.line.text) and pair.full and not pair.wide and not pair.apart
    return None if between_words and not pair.upper.line.text.endswith(TERMINAL) else True


def label_follows(pair: Pair) -> bool | None:
    """A label begins an item, unless a number has just wrapped onto a new line of its paragraph."""
    if not label(pair.lower.line.text):
        return None
    first = pair.block[0]
    if label(first.line.text) and (abs(first.indent - pair.lower.indent) < 2 or not _hangs_at(pair, pair.lower.indent)):
        return True
    wrapped = pair.full and not pair.upper.line.text.endswith(TERMINAL)
    return None if wrapped or (pair.full and not pair.wide and not pair.apart) else True


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
    if pair.lower.line.page > pair.upper.line.page + 1:  # what stands on the page between is not known
        return True
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
    return True if pair.wide else None


def side_by_side(pair: Pair) -> bool | None:
    """Text on the same base line, further right or left, is another cell or column."""
    return True if pair.gap < pair.usual.pitch(pair.lower.line.size) * 0.45 else None


def first_line_follows(pair: Pair) -> bool | None:
    """Where paragraphs begin with an indent, a line at that indent begins one."""
    if not _at_first_indent(pair.lower, pair.usual):
        return None
    inside_item = pair.block[0].hangs and _hangs_at(pair, pair.lower.indent) and pair.full
    return None if inside_item else True


def indent_changes(pair: Pair) -> bool | None:
    """An indent begins a paragraph, and so does the way back from a hanging one."""
    size = pair.lower.line.size
    shift = pair.lower.indent - pair.upper.indent
    if len(pair.block) == 1:  # the second line of a block shows how it hangs
        usual = _at_first_indent(pair.upper, pair.usual)
        first_line_indent = (
            -DEEPEST < shift < -INDENT * size and pair.full and (usual or not label(pair.upper.line.text))
        )
        hanging = shift > INDENT * size and (pair.full or pair.upper.hangs)
        return None if abs(shift) <= INDENT * size or first_line_indent or hanging else True
    return True if abs(shift) > INDENT * size * 2 else None


def title_of_item_ends(pair: Pair) -> bool | None:
    """A numbered line with much room left is the title of its item, where the text below begins with a capital."""
    upper, column = pair.upper, pair.upper.column
    if len(pair.block) > 1 or pair.apart or not label(upper.line.text) or upper.line.text.endswith(TERMINAL[:1]):
        return None
    room = column.right - upper.line.right > TITLE_ROOM * (column.right - column.left)
    return True if room and not pair.full and pair.lower.line.text[:1].isupper() else None


def line_ends_early(pair: Pair) -> bool | None:
    """In a document without space between paragraphs, a short line ends one."""
    if pair.full or pair.usual.spaced:
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
    first_line_follows,
    title_of_item_ends,
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


def _hangs_at(pair: Pair, indent: float) -> bool:
    """Whether the text of the block, an item, goes on at that indent."""
    first = pair.block[0]
    text_at = pair.block[1].indent if len(pair.block) > 1 else first.line.inner - first.column.left
    return abs(text_at - indent) < 4
