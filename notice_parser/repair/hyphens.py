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
COMMON, MARGIN = -6.5, 1.5  # orders of magnitude

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
    return not (words.knows(left) and words.knows(right))


def folded(value: str, start: int, end: int, words: Callable[[], Words]) -> Iterator[Edit]:
    """The line breaks of `value[start:end]` as blanks, and the hyphens before them as what they are."""
    for found in WRAP.finditer(value, start, end):
        span = Span(*found.span())
        if found.group()[0] not in HYPHENS:
            yield Edit(span, " ", "wrap")
            continue
        left = value[max(start, span.start - LONGEST) : span.start + 1]
        kind = hyphen_at(left, value[span.end : min(end, span.end + LONGEST)], words())
        new = {SOFT: "", HARD: "-", SPACED: "- "}[kind or HARD]
        if found.group() != new:
            yield Edit(span, new, f"{kind or HARD}-hyphen")
