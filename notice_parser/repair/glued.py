"""Words without blanks between them: "weshareyourdata" is "we share your data"."""

import re
from collections.abc import Iterator

from notice_parser.repair.words import words_of
from notice_parser.span import Draft, Edit, Span

LONGEST_WORD = 20  # letters; more are hardly a word
LONG = re.compile(rf"[^\W\d_]{{{LONGEST_WORD},}}")
LETTERS = re.compile(r"[^\W\d_]{4,}")
LONGEST = 400  # letters: a clause between two points is not longer
AFTER_POINT = re.compile(r"(?<=[^\W\d_]{2}[.,;:!?)])(?=[^\W\d_]{2})")  # "data.We"
TOKEN = re.compile(r"\S+")
ADDRESS = re.compile(r"://|www\.|@")  # in "https://shop.example"
COMMON = -6.0  # decimal logarithm: a rarer string may be two words
SHARE = 0.15  # of all characters that stand in such long strings where words are glued
FEWEST = 200  # characters


def is_glued(value: str) -> bool:
    """Whether much of a text stands in strings too long for words."""
    tokens = [token for token in value.split() if len(token) >= LONGEST_WORD]
    long = sum(len(letters) for token in tokens for letters in LONG.findall(token))
    return long > max(FEWEST, SHARE * len(value))


def glued_words(draft: Draft) -> Iterator[Edit]:
    """Blanks where the likeliest words begin, and after the points between them."""
    words = words_of(draft.value).without_document()
    addresses = [found.span() for found in TOKEN.finditer(draft.value) if ADDRESS.search(found.group())]
    places = {found.start() for found in AFTER_POINT.finditer(draft.value)}
    for found in LETTERS.finditer(draft.value):
        if len(found.group()) <= LONGEST and words.log(found.group()) < COMMON:
            places |= {found.start() + cut for cut in words.cuts(found.group())}
    for at in sorted(places - {k for start, end in addresses for k in range(start, end)}):
        yield Edit(Span(at, at + 1), " " + draft.value[at], "glued-words")
