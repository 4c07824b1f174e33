"""The patterns of the heading table, looked up by the words of a heading; no expression has to be compiled."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from notice_parser.lexicon import table
from notice_parser.vocabulary import Category


class Stem(NamedTuple):
    """One way to fill a term: a word that begins so, or is exactly so; `last`: only as the last word."""

    text: str
    whole: bool
    last: bool

    def fits(self, words: Sequence[str], at: int) -> bool:
        """Whether the word at `at` is one of these."""
        word = words[at]
        same = word == self.text if self.whole else word.startswith(self.text)
        return same and (not self.last or at == len(words) - 1)


class Pattern(NamedTuple):
    """A pattern of a row: its terms in order, and what it says. `first`: it begins with the first word."""

    row: int
    rank: int  # among the categories of a row that the nearest match decides
    earliest: bool
    category: Category | None
    weak: bool
    first: bool
    terms: tuple[tuple[Stem, ...], ...]

    def found(self, words: Sequence[str], at: int) -> bool:
        """Whether the terms after the first follow, in order, after the word at `at`."""
        k = at
        for term in self.terms[1:]:
            k = next((j for j in range(k + 1, len(words)) if any(stem.fits(words, j) for stem in term)), 0)
            if not k:
                return False
        return True


class Hit(NamedTuple):
    """A pattern that matches; the least hit decides."""

    row: int
    at: int
    rank: int
    weak: bool
    category: Category | None


def hits(words: Sequence[str], under: Category | None) -> Iterator[Hit]:
    """Every match of the table with a heading of these words, under a section about `under`."""
    index, not_under = _index()
    for at, word in enumerate(words):
        for n in range(1, len(word) + 1):
            for stem, pattern in index.get(word[:n], ()):
                free = under is None or under not in not_under[pattern.row]
                if free and (at == 0 or not pattern.first) and stem.fits(words, at) and pattern.found(words, at):
                    yield Hit(pattern.row, at if pattern.earliest else 0, pattern.rank, pattern.weak, pattern.category)


def stems() -> Iterator[str]:
    """Every stem of the table."""
    index, _ = _index()
    for entries in index.values():
        for _, pattern in entries:
            yield from (stem.text for term in pattern.terms for stem in term)


@cache
def _index() -> tuple[dict[str, list[tuple[Stem, Pattern]]], list[frozenset[Category]]]:
    """The patterns by the stems of their first term, and the parents under which each row is skipped."""
    index: dict[str, list[tuple[Stem, Pattern]]] = {}
    rows = table("headings")["row"]
    for number, row in enumerate(rows):
        for pattern in _patterns(number, row):
            for stem in pattern.terms[0]:
                index.setdefault(stem.text, []).append((stem, pattern))
    return index, [frozenset(Category(name) for name in row.get("not_under", ())) for row in rows]


def _patterns(number: int, row: dict[str, Any]) -> Iterator[Pattern]:
    earliest, weak = "categories" in row, row.get("weak", False)
    groups: Iterable[tuple[str, list[str]]] = (
        row["categories"].items() if earliest else [(row["category"], row["patterns"])]
    )
    for rank, (name, patterns) in enumerate(groups):
        category = Category(name) if name else None
        for text in patterns:
            terms = tuple(_term(term.removeprefix("^")) for term in text.split())
            yield Pattern(number, rank, earliest, category, weak, text.startswith("^"), terms)


def _term(term: str) -> tuple[Stem, ...]:
    return tuple(Stem(word.strip("=$"), word.startswith("="), word.endswith("$")) for word in term.split("|"))
