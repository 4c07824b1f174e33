"""Terms that a notice defines: "Usage Data" is whatever its definition names, not what the lexicon would say."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from notice_parser.commitments.inflect import plural
from notice_parser.commitments.slots.data import data
from notice_parser.commitments.slots.nouns import heads, noun_trie
from notice_parser.commitments.slots.tokens import Tokens, tokens, words
from notice_parser.commitments.slots.trie import Entry, Hit, hits
from notice_parser.lexicon import table
from notice_parser.span import Record

MOST = 5  # kinds; a term for more than these is a word for personal data
FAR = 240  # characters of the sentence that may define a term
# "Usage Data" means …, Voice data means …
MEANS = re.compile(
    r"^[^\w]{0,3}(?:\([^()]{0,60}\)\s?)?,?\s?(?:shall\s|will\s)?(?:mean|include|refer|consist|is\s|are\s|denote)"
)

# the last stop, or the last term before: what stands before it defines something else
PARTS = re.compile(r"[;:.]\s|[\"“”]\)")


class Term(Record):
    """A defined term and the kinds of data that its definition names."""

    name: str
    kinds: tuple[str, ...]


def defined_terms(defined: Iterable[tuple[str, str]]) -> tuple[Term, ...]:
    """The terms that stand for data, from (term, sentence that defines it), the longest first."""
    found: dict[str, tuple[str, ...]] = {}
    for name, sentence in defined:
        kinds = _kinds(name, sentence) if _names_data(name) else ()
        if kinds:
            found.setdefault(name, kinds)
    return tuple(sorted((Term(name, kinds) for name, kinds in found.items()), key=_longest_first))


def with_terms(original: str, text: Tokens, found: list[Hit], terms: tuple[Term, ...]) -> list[Hit]:
    """The noun hits of a sentence, those of defined terms in place of what the lexicon says."""
    named: list[Hit] = []
    for term in terms:
        named += [hit for hit in _places(original, text, term) if not any(_meet(hit, other) for other in named)]
    if not named:
        return found
    return sorted([*(hit for hit in found if not any(_meet(hit, other) for other in named)), *named], key=_first)


def _names_data(name: str) -> bool:
    """Whether a term is one for data, and not for personal data as such."""
    cut = words(name)
    return bool(cut) and cut[-1] in heads() | ENDS and cut not in _generic() and cut[-1] not in ("cookie", "cookies")


ENDS = frozenset(
    (
        "content",
        "contents",
        "metrics",
        "identifier",
        "identifiers",
        "inputs",
        "outputs",
        "input",
        "output",
        "logs",
        "prompts",
    )
)


@cache
def _generic() -> frozenset[tuple[str, ...]]:
    """The terms for personal data as such, whatever a definition says of them."""
    row = table("data")["personal"]
    terms = [words(term) for key in ("terms", "generic") for term in row[key]]
    return frozenset((*terms, *(plural(term) for term in terms)))


def _kinds(name: str, sentence: str) -> tuple[str, ...]:
    """The kinds that the words after "means", or before a term in brackets, name; none where they name no kind."""
    at = sentence.find(name)
    after = sentence[at + len(name) :][:FAR]
    before = PARTS.split(sentence[max(0, at - FAR) : at])[-1]
    said = after if MEANS.match(after) else before
    cut = tokens(said)
    kinds = {mention.value for mention in data(cut, hits(noun_trie(), cut.words), "")}
    special = kinds - {"personal", "child"}
    return tuple(sorted(special)) if 0 < len(special) <= MOST else ()


def _places(original: str, text: Tokens, term: Term) -> Iterator[Hit]:
    at = original.find(term.name)
    while at >= 0:
        end = at + len(term.name)
        inside = [place for place, span in enumerate(text.spans) if at <= span[0] < end]
        if inside and text.spans[inside[0]][0] == at and text.spans[inside[-1]][1] == end:
            rows = tuple(Entry(f"data:{kind}", "terms", f"data:{kind}/defined term") for kind in term.kinds)
            yield Hit(inside[0], inside[-1] + 1, rows)
        at = original.find(term.name, end)


def _meet(one: Hit, other: Hit) -> bool:
    return one.first < other.last and other.first < one.last


def _first(hit: Hit) -> int:
    return hit.first


def _longest_first(term: Term) -> tuple[int, str]:
    return -len(term.name), term.name
