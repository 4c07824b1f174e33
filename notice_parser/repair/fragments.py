"""Words that an extractor split by blanks: "provid ing" is "providing", "third -party" is "third-party"."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from notice_parser.repair.words import UNSEEN, WORD, Words, words_of
from notice_parser.span import Draft, Edit, Span

TOKEN = re.compile(r"[^ \n]+")
TAIL = re.compile(r"[^\W\d_]+$")  # the letters that end a token
PROOF, STRONG_PROOF = 1.5, 2.5  # orders of magnitude by which one word must beat two
REAL = -5.3  # decimal logarithm: a commoner string is a word of its own
OPENS = ("(", "[", "\u201c")
STRAY = re.compile(r"[.,;:!?)]+$")  # punctuation that a blank parted from its word


def fragment_count(value: str) -> int:
    """How many pairs of neighbours look like one word: it stands elsewhere, and a part of it nowhere else."""
    tokens = value.lower().split()
    whole = Counter(tokens)
    pairs = Counter((a, b) for a, b in pairwise(tokens) if a + b in whole and a.isalpha() and len(a + b) > 4)
    apart = sum(n for (a, b), n in pairs.items() if n in (whole[a], whole[b]))
    return apart + sum(n for token, n in whole.items() if token[0] == "-" and token[1:2].isalpha())


def split_words(draft: Draft) -> Iterator[Edit]:
    """The blank inside a word goes where one word is far likelier than two."""
    all_words = words_of(draft.value)
    words = all_words.frequent(3)
    tokens = list(TOKEN.finditer(draft.value))
    left = ""
    for i, (before, found) in enumerate(pairwise(tokens)):
        left = left or before.group()
        blank = draft.value[before.end() : found.start()] == " "
        after = tokens[i + 2].group() if blank and i + 2 < len(tokens) else ""
        if blank and _one_word(left, found.group(), after, words, all_words):
            yield Edit(Span(before.end(), found.start()), "", "split-word")
            left += found.group()
        else:
            left = ""


def _one_word(left: str, right: str, after: str, words: Words, all_words: Words) -> bool:
    if STRAY.fullmatch(right) or left in OPENS or (right[0] == "-" and right[1:2].isalpha() and left[-1].isalpha()):
        return True
    tail, head, next_head = TAIL.search(left[-40:]), WORD.match(right), WORD.match(after)
    if tail is None or head is None:
        return False
    a, b = tail.group(), head.group()
    if len(b) == 1 and right[1:2] == "-" and right[2:3].isalpha():  # "an e-mail"
        return False
    c = next_head.group() if next_head and head.end() == len(right) else ""
    proof = _proof(a, b, words)
    if c and proof < _proof(b, c, words):
        return False
    if min(words.cost(a), words.cost(b)) > REAL:
        return proof > STRONG_PROOF and all_words.whole[(a + b).lower()] > 0
    return proof > PROOF or bool(c and _proof(a + b, c, words) > STRONG_PROOF and not words.knows(a + b))


def _proof(a: str, b: str, words: Words) -> float:
    """By how much one word beats two; none does that nobody knows."""
    return words.join(a, b) if b and words.log(a + b) > -UNSEEN else -UNSEEN
