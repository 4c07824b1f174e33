"""The running header: Word writes it first in every page, so it recurs right after empty lines.

"Form 12", "-", "7" on top of page 1 stands on every later page after an empty line, page numbers apart.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise, takewhile

from notice_parser.repair.runs.lines import is_words

LONGEST = 24  # lines of a header, blank ones included
MOST_PAGE_LINES, FEWEST_PAGE_LINES = 400, 8  # runs between two headers; real pages hold 40 to 45 visual lines
DIGITS = re.compile(r"\d+")


def header(lines: Sequence[str]) -> tuple[str, ...]:
    """The lines of the running header with digits masked; () where none recurs."""
    masked = [DIGITS.sub("#", text) for text in lines[:LONGEST]]
    after = [i + 1 for i, text in enumerate(lines) if not text and i + 1 < len(lines) and is_words(lines[i + 1])]
    if masked and is_words(masked[0]):
        found = _longest_prefix(lines, masked, after)
        if found:
            return found
    return _most_frequent(lines, after)


def matches(lines: Sequence[str], at: int, head: Sequence[str]) -> bool:
    """Whether the header stands at line `at`."""
    return bool(head) and _common(lines, at, head) == len(head)


def _longest_prefix(lines: Sequence[str], masked: Sequence[str], after: Sequence[int]) -> tuple[str, ...]:
    """The longest beginning of page 1 that most pages share."""
    places = [(at, n) for at in after if (n := _common(lines, at, masked))]
    words = [k + 1 for k, text in enumerate(masked) if is_words(text)]
    best: tuple[str, ...] = ()
    for k in words:
        sharing = [at for at, n in places if n >= k]
        if _recurs_by_page([0, *sharing]) and len(sharing) * 2 > len(places) and _says_something(masked[:k]):
            best = tuple(masked[:k])
    return best


def _most_frequent(lines: Sequence[str], after: Sequence[int]) -> tuple[str, ...]:
    """With a title page: the lines up to the first blank one that follow empty lines most often."""
    heads: dict[tuple[str, ...], list[int]] = {}
    for at in after:
        words = takewhile(is_words, lines[at : at + LONGEST])
        heads.setdefault(tuple(DIGITS.sub("#", text) for text in words), []).append(at)
    counts = Counter({head: len(places) for head, places in heads.items() if _says_something(head)})
    for head, count in counts.most_common(3):
        if count >= 3 and _recurs_by_page(heads[head]):
            return head
    return ()


def _common(lines: Sequence[str], at: int, masked: Sequence[str]) -> int:
    n = 0
    while n < len(masked) and at + n < len(lines) and DIGITS.sub("#", lines[at + n]) == masked[n]:
        n += 1
    return n


def _recurs_by_page(places: Sequence[int]) -> bool:
    gaps = [b - a for a, b in pairwise(places)]
    return bool(gaps) and all(FEWEST_PAGE_LINES <= gap <= MOST_PAGE_LINES for gap in gaps)


def _says_something(head: Sequence[str]) -> bool:
    return sum(char.isalnum() or char == "#" for text in head for char in text) >= 2
