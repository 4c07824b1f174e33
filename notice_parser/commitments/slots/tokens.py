"""A sentence as lower-case words with their places; sentences and lexicon entries are cut alike."""

import re

from notice_parser.span import Record

# A word with its apostrophe ("driver's", "2026"), or one mark. A hyphen inside a word separates and is no mark:
# "third-party" reads as "third party", while " - " stays a mark.
TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)?|[^\w\s]")
HYPHEN = re.compile(r"-\w")
STRAIGHT = str.maketrans("’‘ʼ`", "''''")


class Tokens(Record):
    """Words and marks of a text, with the range of characters of each."""

    words: list[str]
    spans: list[tuple[int, int]]

    def range(self, first: int, last: int) -> tuple[int, int]:
        """The range of characters from token `first` up to, not including, token `last`."""
        return self.spans[first][0], self.spans[last - 1][1]


def folded(text: str) -> str:
    """`text` in lower case with straight apostrophes, of the same length."""
    low = text.translate(STRAIGHT).lower()
    if len(low) == len(text):
        return low
    # a few capitals grow when lowered (İ): those stay as they are
    return "".join(c if len(c.lower()) != 1 else c.lower() for c in text.translate(STRAIGHT))


def tokens(text: str) -> Tokens:
    """The words and marks of `text`."""
    low = folded(text)
    spans = _cuts(low)
    return Tokens([low[start:end] for start, end in spans], spans)


def words(term: str) -> tuple[str, ...]:
    """The words and marks of a lexicon entry, cut as `tokens` cuts."""
    if term.isascii() and term.replace(" ", "").isalnum():  # nearly every entry: letters and blanks
        return tuple(term.lower().split())
    low = folded(term)
    return tuple(low[start:end] for start, end in _cuts(low))


def _cuts(low: str) -> list[tuple[int, int]]:
    return [found.span() for found in TOKEN.finditer(low) if not (found[0] == "-" and HYPHEN.match(low, found.start()))]
