"""Hard wraps: a paragraph broken into lines of one width, by a mail program, an editor or a PDF tool.

A line ends a paragraph where the first word of the next line would still have fitted on it. Bullets and list labels
start a block, blank lines part blocks, and a sentence that goes on over the edge of a page is joined.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from notice_parser.repair.bullets import LABEL, NUMBER
from notice_parser.repair.hyphens import HARD, SOFT, hyphen_at
from notice_parser.repair.prose import calls_for_more, ends_sentence, first_word
from notice_parser.repair.rows import Row, list_levels, rows_of
from notice_parser.repair.tabular import cells_of, row_starts, tables
from notice_parser.repair.words import Words, words_of
from notice_parser.span import Draft, Edit, Flag, Span
from notice_parser.vocabulary import BlockKind

BLANKS_BETWEEN = re.compile(r"(?<=\S)[^\S\n\f]*(\n[^\S\n\f]*)(?=\n)")
PERCENTILE = 0.95
FITS, FITS_WELL = 0.98, 0.9  # parts of the width that a line and the next word would fill
SHORT_ITEM = 0.8  # of the width: a line that ends as the items of a list do, with so much room left, is one
LISTED_ON = re.compile(r"(?:[;,]|\s(?:and|or|and/or))$")  # "who gets your data; and"
NARROW = 0.8  # of the width of the page: no list is set narrower
DECIMAL = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?[ \t]+[A-Z\"“]")  # "1.1 Data we keep", after the end of a sentence
SHORT_HEADING = 60
BREAK, BLANK_LINE = "\n", "\n\n"


def unwrap(draft: Draft) -> Iterator[Edit | Flag]:
    """Lines that were one paragraph, joined; hyphens of the wrap taken out."""
    rows = rows_of(draft.value)
    words = words_of(draft.value)
    width = line_width(rows)
    found = tables(draft.value)
    between = tuple(_joints(rows, width, row_starts(found)))
    yield from notes(draft.value, rows, between, words)
    yield from cells_of(found)


def single_spacing(draft: Draft) -> Iterator[Edit]:
    """Of the blank lines between two lines one goes: it stands after every line and says nothing."""
    for found in BLANKS_BETWEEN.finditer(draft.value):
        yield Edit(Span(*found.span(1)), "", "double-spacing")


def line_width(rows: Sequence[Row]) -> int:
    """The length of a full line, indent included."""
    lengths = sorted(row.indent + len(row.text) for row in rows)
    return lengths[int(len(lengths) * PERCENTILE)] if lengths else 0


def notes(value: str, rows: Sequence[Row], between: Sequence[str], words: Words) -> Iterator[Edit | Flag]:
    """The edits that put `between` before each row, and the flags of list items."""
    levels = list_levels(rows, [BREAK in joint for joint in between])
    end, before = 0, ""
    for row, joint, level in zip(rows, between, levels, strict=True):
        new = joint if end else ""
        hyphen = hyphen_at(before, row.text, words) if new == " " else ""
        if hyphen == SOFT:
            yield Edit(Span(end - 1, row.start), "", "soft-hyphen")
        elif value[end : row.start] != (new := "" if hyphen == HARD else new):
            rule = "bullet" if row.bullets else "hard-hyphen" if hyphen == HARD else "wrap"
            yield Edit(Span(end, row.start), new, rule)
        if level:
            yield Flag(BlockKind.LIST_ITEM, Span(row.start, row.end), "bullet", level)
        end, before = row.end, row.text
    if end < len(value):
        yield Edit(Span(end, len(value)), "", "wrap")


def _joints(rows: Sequence[Row], width: int, tabular: frozenset[int]) -> Iterator[str]:
    listed = clauses = False
    for i, row in enumerate(rows):
        cells = row.start in tabular or (i > 0 and rows[i - 1].start in tabular)
        room = _Room(_local_width(rows, i, width), width, listed, clauses, cells)
        joint = _joint(rows, i, room) if i else BREAK
        if joint != " ":
            listed = bool(row.bullets)
            clauses = i > 0 and LISTED_ON.search(rows[i - 1].text) is not None
        yield joint


class _Room(NamedTuple):
    """How long lines are: hereabouts and on the page; whether the block is an item, and the next after a clause of a list;
    whether a row of a table is above or below the joint.
    """

    width: float
    page: float
    listed: bool
    clauses: bool
    tabular: bool


def _local_width(rows: Sequence[Row], i: int, width: int) -> float:
    """The length of a full line hereabouts: lists and quotations are set narrower than the page."""
    near = max(row.indent + len(row.text) for row in rows[max(0, i - 3) : i + 3])
    return min(width, max(near, width * NARROW))


def _joint(rows: Sequence[Row], i: int, room: _Room) -> str:
    before, row = rows[i - 1], rows[i]
    apart = BLANK_LINE if row.gap == "blank" else BREAK
    needed = before.indent + len(before.text) + 1 + len(first_word(row.text))
    used = needed / max(1.0, room.width)
    goes_on = row.text[:1].islower() and not ends_sentence(before.text)
    if row.gap == "label":
        return " "
    if row.glyph or room.tabular:
        return apart if row.gap == "blank" and not row.glyph else BREAK
    if row.bullets or row.gap == "blank":
        return " " if goes_on and used > FITS_WELL else apart
    if _starts_block(rows, i):
        return apart
    if not room.listed and _ends_item(before.text, needed / max(1, room.page), clauses=room.clauses):
        return apart
    return " " if _joined(before, row, used, goes_on=goes_on, listed=room.listed) else apart


def _ends_item(text: str, used: float, *, clauses: bool) -> bool:
    """Whether a line introduces a list, or is a clause of it after another, with room left on the page for more."""
    return (used < FITS and text.endswith(":")) or (
        used < SHORT_ITEM and clauses and LISTED_ON.search(text) is not None
    )


def _starts_block(rows: Sequence[Row], i: int) -> bool:
    """A short line of its own after a sentence: a heading."""
    row, after = rows[i], rows[i + 1] if i + 1 < len(rows) else None
    if DECIMAL.match(row.text) and ends_sentence(rows[i - 1].text):
        return True
    short = len(row.text) < SHORT_HEADING and row.text[:1].isupper() and not ends_sentence(row.text)
    on = after is not None and after.gap in ("line", "page") and not after.bullets and not after.text[:1].isupper()
    return short and not on and not calls_for_more(row.text) and ends_sentence(rows[i - 1].text)


def _joined(before: Row, row: Row, used: float, *, goes_on: bool, listed: bool) -> bool:
    ended = ends_sentence(before.text)
    if used < SHORT_ITEM and LISTED_ON.search(before.text):
        return False
    if before.text.count("(") > before.text.count(")"):
        return True
    if LABEL.match(row.text) or NUMBER.match(row.text):
        return not ended and used > FITS
    if goes_on or calls_for_more(before.text):
        return True
    if ended:
        return used > (FITS_WELL if listed else FITS)
    return used > FITS_WELL
