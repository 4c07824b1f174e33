"""Whether a gap between two runs is inside a line, ends a paragraph, or also holds an empty paragraph.

`n` counts the blank lines of the gap and the blank that ends the run before it. Three are a paragraph end and an empty
paragraph; two are a paragraph end; one is either a paragraph mark or an inline blank, and the words around it decide.
"""

import re
from collections.abc import Iterator, Sequence

from notice_parser.lexicon import table
from notice_parser.repair.runs.gaps import Item

INSIDE, SPACE, PARAGRAPH, EMPTY_PARAGRAPH = "", " ", "\n", "\n\n"
OVERHANG = 1.06  # a visual line may be this much longer than the usual widest
SHORT, LONG = 0.7, 0.7
LABEL = re.compile(
    r"\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]$|\d{1,2}(?:\.\d{1,2}){1,3}$"
)  # "(a)", "3.", "2.1"
SENTENCE_END = re.compile(r"[.!?:;][\"')\]]{0,3}$")  # 'as "cookies."'
FUNCTION_WORDS = frozenset(table("repair")["function_words"].split())


def joints(items: Sequence[Item], width: int) -> Iterator[str]:
    """What stands before each item: nothing, a blank, one line break, or two."""
    ahead = _visual_lines(items, width)
    so_far, body = 0, ""
    for i, item in enumerate(items):
        before = items[i - 1] if i else None
        joint = EMPTY_PARAGRAPH if before is None else _joint(items, i, body, so_far, ahead[i], width)
        if joint in (PARAGRAPH, EMPTY_PARAGRAPH):
            so_far, body = 0, ""
        elif before is not None and _ends_visual_line(before, so_far, width):
            so_far = 0
        so_far += len(joint) + len(item.text)
        body = (body[-80:] + joint + (item.text or "\ufffc"))[-160:]
        yield joint


def _joint(items: Sequence[Item], i: int, body: str, so_far: int, ahead: int, width: int) -> str:
    item, before = items[i], items[i - 1]
    n = item.marks + before.text.endswith(" ")
    if item.bullets:
        return EMPTY_PARAGRAPH if n >= 3 else PARAGRAPH
    if not item.marks:
        return INSIDE
    lower = item.text[:1].islower()
    if item.wide and n < 3:
        return SPACE
    if n >= 3:
        return EMPTY_PARAGRAPH
    if n == 2:
        return SPACE if lower and not SENTENCE_END.search(body.rstrip()) else PARAGRAPH
    return PARAGRAPH if _breaks(item, body, so_far, ahead, width) else SPACE


def _breaks(item: Item, body: str, so_far: int, ahead: int, width: int) -> bool:
    """The one ambiguous gap: a single blank line after a run without trailing blank."""
    words = body.split()
    last = words[-1] if words else ""
    if len(words) == 1 and LABEL.match(last):
        return False
    if item.text[:1].islower():
        return False
    if SENTENCE_END.search(last):
        return True
    if last.endswith(",") or last.lower() in FUNCTION_WORDS:
        return False
    if so_far + 1 + ahead > width * OVERHANG:
        return True
    return so_far < width * SHORT and ahead > width * LONG


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
