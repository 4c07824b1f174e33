"""Whether a gap between two runs is inside a line, ends a paragraph, or also holds an empty paragraph.

`n` counts the blank lines of the gap and the blank that ends the run before it. Three are a paragraph end and an empty
paragraph; two are a paragraph end; one is either a paragraph mark or an inline blank, and the words around it decide.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from notice_parser.repair.prose import SENTENCE_END, calls_for_more, ends_sentence, starts_sentence
from notice_parser.repair.runs.gaps import Item
from notice_parser.span import LOST

INSIDE, SPACE, PARAGRAPH, EMPTY_PARAGRAPH = "", " ", "\n", "\n\n"
OVERHANG = 1.06  # a visual line may be this much longer than the usual widest
LOST_LENGTH = 45  # characters of a lost run: up to a visual line, and nobody knows how many
FEWEST_WORDS = 4  # of a heading before a sentence: fewer may be the beginning of it
SHORT, LONG = 0.7, 0.7
LABEL = re.compile(
    r"\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]$|\d{1,2}(?:\.\d{1,2}){1,3}$"
)  # "(a)", "3.", "2.1"
GOES_ON = frozenset(",;:/)]&-%")  # a run that starts with one of these starts no paragraph
LABEL_AHEAD = re.compile(r"\((?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})\)")  # "(b) to carriers"
TAIL = 160  # characters of a paragraph that the rules look back on


class Style(NamedTuple):
    """How this text is set: the width of a full visual line, and whether a single mark usually ends a paragraph."""

    width: int
    single: bool


class Body(NamedTuple):
    """The paragraph so far: its last words, its length, whether it is a list item, and how full its line is."""

    tail: str = ""
    length: int = 0
    listed: bool = False
    line: int = 0

    @property
    def last(self) -> str:
        """Its last word."""
        return self.tail.rsplit(None, 1)[-1] if self.tail.strip() else ""


def joints(items: Sequence[Item], width: int) -> Iterator[str]:
    """What stands before each item: nothing, a blank, one line break, or two."""
    style = Style(width, _single_marks(items))
    ahead = _visual_lines(items, width)
    body = Body()
    for i, item in enumerate(items):
        joint = _joint(items, i, body, ahead[i], style) if i else EMPTY_PARAGRAPH
        if joint in (PARAGRAPH, EMPTY_PARAGRAPH):
            body = Body(listed=bool(item.bullets))
        elif _ends_visual_line(items[i - 1], body.line, width):
            body = body._replace(line=0)
        more = len(joint) + len(item.text)
        tail = (body.tail + joint + (item.text or LOST))[-TAIL:]
        body = Body(tail, body.length + more + LOST_LENGTH * bool(item.lost), body.listed, body.line + more)
        yield joint


def _single_marks(items: Sequence[Item]) -> bool:
    """Whether more paragraphs end with one mark than with several."""
    one = many = 0
    for before, item in pairwise(items):
        n = item.marks + before.text.endswith(" ")
        if item.marks and SENTENCE_END.search(before.text.rstrip()[-8:]) and not item.text[:1].islower():
            one += n == 1
            many += n > 1
    return one > many


def _joint(items: Sequence[Item], i: int, body: Body, ahead: int, style: Style) -> str:
    item = items[i]
    n = item.marks + items[i - 1].text.endswith(" ")
    if not item.marks and not item.bullets:
        return INSIDE
    if n >= 3:
        return EMPTY_PARAGRAPH
    if item.bullets:
        return PARAGRAPH
    return SPACE if item.wide or _is_inline(items, i, body, ahead, style) else PARAGRAPH


def _is_inline(items: Sequence[Item], i: int, body: Body, ahead: int, style: Style) -> bool:
    item = items[i]
    if item.marks == 2 or items[i - 1].text.endswith(" "):
        return item.text[:1].islower() and not SENTENCE_END.search(body.last)
    if LABEL.match(body.tail.strip()):
        return True
    return not _is_label(items, i) and not _breaks(item, body, ahead, style)


def _is_label(items: Sequence[Item], i: int) -> bool:
    """Whether the run is a list label, alone on its line with a blank after it."""
    return bool(LABEL.match(items[i].text)) and i + 1 < len(items) and items[i + 1].marks == 1


def _breaks(item: Item, body: Body, ahead: int, style: Style) -> bool:
    """The one ambiguous gap: a single blank line after a run without trailing blank."""
    if item.text[:1].islower() or item.text[:1] in GOES_ON:
        return False
    if ends_sentence(body.tail):
        return True
    if calls_for_more(body.tail) or (item.text.startswith("(") and not LABEL_AHEAD.match(item.text)):
        return False
    after_lost = body.tail.endswith(LOST) and not item.lost  # which may have ended with the blank that makes two
    if after_lost or (starts_sentence(item.text) and len(body.tail.split()) >= FEWEST_WORDS):
        return True
    if style.single:
        return not _unfinished(body, item, style.width)
    overhangs = body.line + 1 + ahead > style.width * OVERHANG
    return overhangs or (body.line < style.width * SHORT and ahead > style.width * LONG)


def _unfinished(body: Body, item: Item, width: int) -> bool:
    """A paragraph longer than a line that ends in a small word goes on, unless it is a list item."""
    if item.lost and body.tail.endswith(LOST):
        return any(word.islower() for word in body.tail.split())
    small = item.lost or (body.last.islower() and body.last.isalpha())
    return body.length > width * OVERHANG and not body.listed and bool(small)


def _visual_lines(items: Sequence[Item], width: int) -> list[int]:
    """How many characters at least follow on one visual line, from the start of each item."""
    out = [0] * (len(items) + 1)
    for i in range(len(items) - 1, -1, -1):
        text = items[i].text
        stops = text.endswith(" ") or i + 1 >= len(items) or items[i + 1].marks or items[i + 1].breaks
        out[i] = len(text.rstrip()) if stops else min(len(text) + out[i + 1], 4 * width)
    return out


def _ends_visual_line(item: Item, so_far: int, width: int) -> bool:
    return item.text.endswith(" ") and so_far >= width * 0.6
