"""Many terms found at once: a trie over words, the longest term winning at each place."""

from collections.abc import Iterable
from itertools import compress, count
from typing import Any

from notice_parser.span import Record

LEAF = ""  # no word is empty
SPELLINGS = (
    ("email", ("e", "mail")),
    ("emails", ("e", "mails")),
    ("emailing", ("e", "mailing")),
    ("website", ("web", "site")),
    ("websites", ("web", "sites")),
)
MERGED = frozenset(one for one, _ in SPELLINGS)
OWNERS = frozenset(("your", "our", "the", "other", "third"))


class Entry(Record):
    """A row of a lexicon: the value it means, how it may stand (`form`), and its name as a rule."""

    value: str
    form: str
    rule: str


class Hit(Record):
    """A term found: tokens `first` up to `last`, and every row that lists it."""

    first: int
    last: int
    entries: tuple[Entry, ...]


def trie(rows: Iterable[tuple[tuple[str, ...], Entry]]) -> dict[str, Any]:
    """The trie of `rows`; a term may stand in several rows, each row once."""
    root: dict[str, Any] = {}
    for term, entry in rows:
        for spelling in _spellings(term):
            node = root
            for word in spelling:
                if word not in node:
                    node[word] = {}
                node = node[word]
            have = node.get(LEAF, ())
            if not have or all((entry.value, entry.form) != (other.value, other.form) for other in have):
                node[LEAF] = (*have, entry)
    return root


def hits(root: dict[str, Any], words: list[str]) -> list[Hit]:
    """The terms in `words`, left to right, none overlapping another."""
    out: list[Hit] = []
    free = 0
    for first in compress(count(), map(root.__contains__, words)):
        if first < free:
            continue
        word, hit = words[first], _longest(root, words, first)
        if hit is None:
            continue
        if word in OWNERS and hit.last < len(words) and words[first + 1] in root:
            # "your order" yields to "order history"
            inner = _longest(root, words, first + 1)
            if inner is not None and inner.last > hit.last:
                continue
        out.append(hit)
        free = hit.last
    return out


def _longest(root: dict[str, Any], words: list[str], first: int) -> Hit | None:
    node, at, last, found = root[words[first]], first + 1, first, None
    size = len(words)
    while True:
        if LEAF in node:
            last, found = at, node[LEAF]
        if at == size or words[at] not in node:
            return Hit(first, last, found) if found else None
        node = node[words[at]]
        at += 1


def gerund(term: tuple[str, ...]) -> tuple[str, ...]:
    """The verb phrase with its verbs in -ing: "detect and prevent" becomes "detecting and preventing"."""
    out = [_ing(term[0]), *term[1:]]
    if len(term) > 2 and term[1] in ("and", "or"):
        out[2] = _ing(term[2])
    return tuple(out)


def _ing(verb: str) -> str:
    if verb.endswith("e") and not verb.endswith("ee"):
        return verb[:-1] + "ing"
    short = len(verb) <= 4 and verb[-1] not in "aeiouwxy" and verb[-2:-1] in "aeiou" and verb[-3:-2] not in "aeiou"
    return verb + verb[-1] + "ing" if short or verb in ("debug", "fulfil", "upsel") else verb + "ing"


def _spellings(term: tuple[str, ...]) -> list[tuple[str, ...]]:
    out = [term]
    if MERGED.isdisjoint(term):
        return out
    for one, two in SPELLINGS:
        if one in term:
            at = term.index(one)
            out.append((*term[:at], *two, *term[at + 1 :]))
    return out
