"""How far a statement reaches: for whom, where, in which product."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from notice_parser.commitments.inflect import plural
from notice_parser.commitments.slots.cues import cues
from notice_parser.commitments.slots.mention import Mention
from notice_parser.commitments.slots.tokens import Tokens, words
from notice_parser.commitments.slots.trie import Entry, Hit, hits, trie
from notice_parser.lexicon import table

NEAR = 6  # tokens before a term in which a word may lead to it
CLAUSE = 9  # tokens from a verb back to its subject
SUBJECT = 3  # tokens before the subject of a sentence: "All registered"
MODAL = ("may", "can", "must", "will", "should", "have", "are", "who")
FILLERS = ("the", "our", "your", "a", "an", "any", "this", "these", "all", "certain", "former", "some", "other")


def scopes(text: Tokens) -> Iterator[Mention]:
    """The people, places and products to which a sentence is limited, each with the words that say so."""
    for hit in hits(_scopes(), text.words):
        row = hit.entries[0]
        found = LIMITS[row.value](text.words, hit) if row.form == "terms" else None
        if found is not None:
            start, end = text.range(found[0], found[1])
            yield Mention("scopes", row.value, start, end, row.rule)


def _where(words: list[str], hit: Hit) -> tuple[int, int] | None:
    """Such as "residents of Texas", "if you live in Texas", "Texas residents"."""
    people = cues("scopes")["people"]
    if words[hit.last : hit.last + 1] and words[hit.last] in people and words[hit.last] != "you":
        return hit.first, hit.last + 1
    at, said = hit.first - 1, False
    while at >= max(0, hit.first - NEAR) and words[at] in cues("scopes")["living"]:
        said = said or words[at] in ("in", "of", "from", "within", "outside")
        at -= 1
    return (at, hit.last) if said and at >= 0 and words[at] in people else None


def _who(words: list[str], hit: Hit) -> tuple[int, int] | None:
    """Such as "if you are a patient", "data about job applicants", "Registered users may"."""
    at = hit.first - 1
    while at >= 0 and words[at] in FILLERS:
        at -= 1
    if at >= 0 and words[at] in cues("scopes")["being"]:
        return (at - 1 if words[at - 1] == "you" else at), hit.last
    if (
        at >= 0
        and words[at] in cues("scopes")["about_people"]
        and words[hit.last - 1].endswith(("s", "ren", "i", "13", "16", "18"))
    ):
        return at, hit.last
    starts = at < 0 and hit.first < SUBJECT and words[hit.last : hit.last + 1] and words[hit.last] in MODAL
    return (0, hit.last) if starts else None


def _product(words: list[str], hit: Hit) -> tuple[int, int] | None:
    """Such as "when you use our mobile app", "on our website"."""
    at, strange = hit.first - 1, 0
    while at >= max(0, hit.first - NEAR) and strange < 2:
        if words[at] in cues("scopes")["using"] and _by_reader(words, at):
            return at, hit.last
        if words[at] in cues("scopes")["inside"] and words[at + 1] in cues("scopes")["owned"]:
            return (at, hit.last) if _chosen(words, at, hit) else None
        strange += words[at] not in cues("scopes")["owned"]
        at -= 1
    return None


def _chosen(words: list[str], at: int, hit: Hit) -> bool:
    """Whether a place of the controller's limits what is said: its own site is where everything happens, unless "only" there."""
    plain = hit.last - hit.first <= 2 and words[hit.last - 1] in cues("scopes")["everywhere"]
    marked = any(word in ("only", "solely", "exclusively") for word in words[max(0, at - 2) : at])
    return (
        marked
        or not plain
        or at == 0
        or words[at] in ("using", "across", "outside")
        or words[at + 1] not in ("our", "the", "this")
    )


def _by_reader(words: list[str], at: int) -> bool:
    """Whether the verb at `at` is one of what the data subject does: "if you live in Ohio and use"."""
    for word in reversed(words[max(0, at - CLAUSE) : at]):
        if word in ("you", "who"):
            return True
        if word in ("we", "they", "us"):
            return False
    return False


# what each kind asks of the place where its term stands; the tokens that say it, or None
LIMITS: dict[str, Callable[[list[str], Hit], tuple[int, int] | None]] = {
    "who": _who,
    "where": _where,
    "product": _product,
}


@cache
def _scopes() -> dict[str, Any]:
    return trie(_rows())


def _rows() -> Iterator[tuple[tuple[str, ...], Entry]]:
    rows = table("scopes")
    for term in rows["decoys"]:
        yield words(term), Entry("", "decoy", f"scopes:decoy/{term}")
    for value in LIMITS:
        for term in rows[value]["terms"]:
            entry = Entry(value, "terms", f"scopes:{value}/{term}")
            yield words(term), entry
            yield plural(words(term)), entry
