"""A hyphen at the end of a line: put there by the wrap, or part of the word.

"infor-" before "mation" is "information"; "third-" before "party" is "third-party". The document's own words decide
where they can, word frequencies elsewhere. U+FFFE is what PDFium prints for any hyphen at a line end.
"""

import re
from collections.abc import Callable, Iterator

from notice_parser.repair.words import Words
from notice_parser.span import Edit, Span

HYPHENS = "-\ufffe\u00ad\u2010"
LEFT = re.compile(rf"([^\W\d_]+)[{HYPHENS}]$")  # "infor-"
RIGHT = re.compile(r"[^\W\d_]+")  # "mation"
HANGING = frozenset(("and", "or", "to", "and/or", "und", "oder"))  # "first- and third-party"
LONGEST = 60  # characters: no word is longer
COMMON, MARGIN, REAL = -6.5, 1.5, -6.0  # orders of magnitude

# A line break in a block with the hyphen before it, or a bare U+FFFE: "infor-\nmation", "infor\ufffemation".
WRAP = re.compile("(?:(?<=\\S)[-\ufffe\u00ad\u2010])?[ \t]*\n[ \t\n]*|\ufffe[ \t]*")
SOFT, HARD, SPACED = "soft", "hard", "spaced"


def hyphen_at(left: str, right: str, words: Words) -> str:
    """What the hyphen that ends `left` before `right` is: "soft", "hard", "spaced" ("first- and"), or "" for none."""
    before, after = LEFT.search(left[-LONGEST:]), RIGHT.match(right[:LONGEST])
    if not left or left[-1] not in HYPHENS:
        return ""
    if before is None or after is None:  # "2019-" before "2020", or a dash " -" before a word
        return SPACED if left[-2:-1].isspace() else HARD
    if after.group().lower() in HANGING:
        return SPACED
    return SOFT if _is_soft(before.group(1), after.group(), words) else HARD


def _is_soft(left: str, right: str, words: Words) -> bool:
    joined, compound = (left + right).lower(), f"{left}-{right}".lower()
    if words.whole[joined] or words.compounds[compound]:
        return words.whole[joined] >= words.compounds[compound]
    if right[0].isupper():
        return False
    log = words.log(joined)
    if log > COMMON or (words.knows(joined) and log > words.log(left) + words.log(right) + MARGIN):
        return True
    return words.log(left) < REAL or words.log(right) < REAL


def folded(value: str, start: int, end: int, words: Callable[[], Words]) -> Iterator[Edit]:
    """The line breaks of `value[start:end]` as blanks, and the hyphens before them as what they are."""
    if value.find("\n", start, end) < 0 and value.find("\ufffe", start, end) < 0:
        return  # as in most blocks; looking for a character is far faster than for the pattern
    for found in WRAP.finditer(value, start, end):
        span = Span(*found.span())
        if found.group()[0] not in HYPHENS:
            yield Edit(span, " ", "wrap")
        elif span.end < end:
            yield from rejoined(value, span.start + 1, span.end, words)


def rejoined(value: str, end: int, start: int, words: Callable[[], Words]) -> Iterator[Edit]:
    """What becomes of the hyphen before `end` and the gap from there to `start`, where the word goes on."""
    kind = hyphen_at(value[max(0, end - LONGEST) : end], value[start : start + LONGEST], words()) or HARD
    new = {SOFT: "", HARD: "-", SPACED: "- "}[kind]
    if value[end - 1 : start] != new:
        yield Edit(Span(end - 1, start), new, f"{kind}-hyphen")
