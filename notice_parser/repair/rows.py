"""The lines of a plain text that print, each with its indent, its bullets and what parts it from the line before."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from notice_parser.repair.bullets import BULLET, LONE, LONE_LABEL, bullet_of, dashes_of, pushed
from notice_parser.repair.prose import ends_sentence
from notice_parser.repair.unmarked import is_small_item

TAB = 4
FEW = 2  # bullets of a text in which most did not print
NUMBER = re.compile(r"\d{1,3}")
LONG = 40  # characters: a line that may be wrapped
DEEPER = 3  # characters at least that a list is indented


class Row(NamedTuple):
    """A line without its blanks and bullets: `[start, end)` of the text.

    `gap` says what parts it from the row before: "line", "blank" or "page", or "label" where that is its list label.
    `glyph` is the bullet that stands on it, `bullets` all bullets since the row before, also those alone on a line.
    """

    start: int
    end: int
    indent: int
    text: str
    gap: str
    glyph: str
    bullets: tuple[str, ...]


def rows_of(value: str) -> tuple[Row, ...]:
    """The rows of `value` in order."""
    dashes = dashes_of(value)
    return tuple(_rows(value, dashes))


def _rows(value: str, dashes: frozenset[str]) -> Iterator[Row]:
    at, gap, above = 0, "line", ""
    lone: list[Row] = []  # bullets and labels alone on their lines
    next_labels = {"1"}  # the numbers that a list may go on with
    for line, page in _lines(value):
        bare = line.strip()
        gap = "page" if page else gap
        start = at + len(line) - len(line.lstrip())
        if not bare:
            gap = "blank" if gap == "line" and not lone else gap
        elif (LONE_LABEL.match(bare) and (bare.strip("().") in next_labels or not _ends(above, bare, gap))) or (
            LONE.match(bare) and (bare in dashes or BULLET.match(bare))
        ):
            lone.append(Row(start, start + len(bare), start - at, bare, gap, "", (bare,)))
            next_labels.update(str(int(number) + 1) for number in NUMBER.findall(bare))
            gap = "line" if gap == "blank" else gap
        else:
            glyph, skipped = bullet_of(bare, dashes)
            text = bare[skipped:]
            row = Row(start + skipped, start + len(bare), _columns(line[: start - at]), text, gap, glyph, ())
            yield from _with_lone(row, lone)
            gap, lone, above = "line", [], bare
        at += len(line) + 1


def _ends(above: str, bare: str, gap: str) -> bool:
    """Whether a number alone on its line is the last word of the sentence above: "if you are under" and "16."."""
    return gap == "line" and len(above) > LONG and bare[0].isdigit() and not ends_sentence(above)


def _with_lone(row: Row, lone: Sequence[Row]) -> Iterator[Row]:
    """A row after the bullets and labels that stood alone above it. One label is the row's own; several got loose."""
    if len(lone) == 1 and LONE_LABEL.match(lone[0].text):
        yield lone[0]._replace(bullets=())
        yield row._replace(gap="label")
        return
    yield row._replace(bullets=tuple(mark.text for mark in lone) + ((row.glyph,) if row.glyph else ()))


def _lines(value: str) -> Iterator[tuple[str, bool]]:
    """Each line, and whether a page begins with it."""
    for line in value.split("\n"):
        for k, part in enumerate(line.split("\f")):
            yield part, k > 0


def _columns(blanks: str) -> int:
    return len(blanks) + (TAB - 1) * blanks.count("\t")


def list_levels(rows: Sequence[Row], starts: Sequence[bool]) -> Iterator[int]:
    """The depth of each row that starts a list item, else 0. A bullet that printed early waits for the next block."""
    stack: list[tuple[str, int]] = []
    waiting: tuple[str, ...] = ()
    unmarked = _Unmarked(rows)
    for row, first in zip(rows, starts, strict=True):
        waiting += row.bullets
        if not first or not waiting:
            yield unmarked.level(row) if first else 0
            if first and not waiting:
                stack = []
        else:
            glyph, waiting = waiting[0], waiting[1:]
            stack = pushed(stack, glyph, row.indent)
            unmarked.indents = []
            yield len(stack)
        unmarked.above = row


class _Unmarked:
    """Lists whose bullets were drawn and did not print: what is indented under a colon, and its neighbours."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.indents: list[int] = []  # of the open lists, outermost first
        self._small = False  # whether the block above is an item in small letters
        self.above: Row | None = None
        counts = Counter(row.indent for row in rows)
        self._margin = min((indent for indent, count in counts.items() if count * 10 >= len(rows)), default=0)
        self._printed = sum(bool(row.bullets) for row in rows) > FEW

    def level(self, row: Row) -> int:
        """The depth of a row that starts a block and has no bullet; 0 where it is no item."""
        if self._printed:
            return 0
        above = self.above.text if self.above else ""
        self._small = row.gap != "page" and is_small_item(row.text, above, item=self._small)
        while self.indents and self.indents[-1] > row.indent + 1:
            self.indents.pop()
        if self.indents and self.indents[-1] >= row.indent - 1:
            return len(self.indents)
        around = self.indents[-1] if self.indents else self._margin
        if row.indent >= around + DEEPER and self.above is not None and self.above.text.endswith(":"):
            self.indents.append(row.indent)
            return len(self.indents)
        self.indents = []
        return int(self._small)
