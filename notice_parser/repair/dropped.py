"""Ligatures that a font could not name: "con dential" or "condential" is "confidential", "the rst" is "the first".

The only rule that writes letters: the glyph stood there, one of five, and one of the five makes a word.
"""

import re
from collections.abc import Iterator
from itertools import islice

from notice_parser.repair.words import WORD, Words, words_of
from notice_parser.span import Draft, Edit, Span

LETTERS = ("fi", "ff", "fl", "ffi", "ffl")
HAS = re.compile("[a-z]fi|fi[a-z]|[ﬁﬃ]")
FEW = 2  # words that lack letters, at least; a short text may well have no "fi"
FEWEST_WORDS = 150  # of a text without a single "fi", which clean texts of this length hardly ever are
UNREAL, COMMON, REAL, PROOF = (
    -5.5,
    -5.6,
    -6.8,
    2.5,
)  # decimal logarithms: of parts, of words, and by how much the word must beat them
LONGEST = 24


def lacks_ligatures(value: str) -> bool:
    """Whether hardly a word of a text has "fi" in it, neither as letters nor as a ligature, and words lack letters."""
    words = value.count(" ") + 1
    if words <= FEWEST_WORDS or len(HAS.findall(value)) * 1000 > words:
        return False
    return len(list(islice(dropped_ligature(Draft(value)), FEW))) == FEW


def dropped_ligature(draft: Draft) -> Iterator[Edit]:
    """The letters of a ligature where two parts that are no words, or one, lack them."""
    words = words_of(draft.value).without_document()
    found = list(WORD.finditer(draft.value))
    done = -1
    for i, word in enumerate(found):
        if word.start() < done or len(word.group()) > LONGEST:
            continue
        after = found[i + 1] if i + 1 < len(found) and len(found[i + 1].group()) <= LONGEST else None
        edit = _between(word, after, draft.value, words) or _inside(word, words)
        if edit is not None:
            yield edit
            done = after.end() if after is not None and edit.span.start >= word.end() else word.end()


def _between(word: re.Match[str], after: re.Match[str] | None, value: str, words: Words) -> Edit | None:
    """The blank between two parts of a word, as the letters that belong there."""
    if after is None or value[word.end() : after.start()] != " ":
        return None
    a, b = word.group(), after.group()
    parts = min(words.cost(a), words.cost(b)) > UNREAL
    best, letters = max((words.log(a + x + b), x) for x in LETTERS)
    if best < (COMMON if parts else REAL) or best < words.cost(a) + words.cost(b) + PROOF:
        return None
    return Edit(Span(word.end(), after.start()), letters, "dropped-ligature")


def _inside(word: re.Match[str], words: Words) -> Edit | None:
    """The letters that make a word of one that is none, after the letter they follow."""
    text = word.group()
    if len(text) < 3 or words.cost(text) > UNREAL:
        return None
    options = ((words.log(text[:k] + x + text[k:]), k, x) for k in range(len(text) + 1) for x in LETTERS)
    best, k, letters = max(options)
    if best < REAL or best < words.log(text) + PROOF:
        return None
    at = word.start() + max(0, k - 1)
    new = text[k - 1] + letters if k else letters + text[0]
    return Edit(Span(at, at + 1), new, "dropped-ligature")
