"""Purposes of verbs that no table lists: what they are done to says why, as in "to look into suspicious logins"."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from notice_parser.commitments.slots.cues import cues
from notice_parser.commitments.slots.standing import acting, after_for, after_to
from notice_parser.commitments.slots.tokens import words as cut
from notice_parser.commitments.slots.trie import Entry, Hit, hits, trie
from notice_parser.lexicon import table

REACH = 12  # tokens from a verb to the last word of what it is done to
NEAR = 6  # tokens from a light verb to what tells more
NAMED = 5  # tokens from "for" to the "of" of a noun of doing: "for the swift detection of"
PLAIN = "service"  # counts only where nothing more telling is named, and only of verbs that serve
NO_VERB = ("ory", "al", "ous", "ive", "ic", "ed", "tion", "ity")  # endings of words that are no verbs
DOING = ("tion", "sion", "ment", "sis", "ance", "ence", "ing", "tions", "sions", "ments")  # endings of nouns of doing
ASKED = ("which", "what", "how", "whether", "where", "when", "who")
LINKS = (",", "and", "or", "/", "&")


@cache
def aim_trie() -> dict[str, Any]:
    """The trie of the things that tell why something is done to them."""
    return trie(
        (cut(term), Entry(value, "aims", f"purposes:{value}/aim {term}"))
        for value, row in table("purposes").items()
        if isinstance(row, dict)
        for term in row.get("aims", ())
    )


def aims(words: list[str], known: frozenset[int], taken: frozenset[int], introduced: bool) -> Iterator[Hit]:
    """What the verbs of no table are done to; `known` are the tokens of listed purposes, `taken` those of names."""
    for at, word in enumerate(words):
        verb = _verb_at(words, at, word, introduced)
        if 0 <= verb < len(words) and verb not in known:
            yield from _done_to(words, verb, taken)
        elif word in cues("purposes")["pitching"] and acting(words, at):
            yield from (hit for hit in _done_to(words, at, taken) if hit.entries[0].value == "ads")


def openings(words: list[str], introduced: bool) -> tuple[int, ...]:
    """The tokens after a "to" that opens a purpose whose verb says nothing: "to process your card and deliver"."""
    shut = cues("purposes")["no_aim"]
    verbs = [_past_marks(words, at + 1) for at, word in enumerate(words[:-1]) if word == "to"]
    found = [at for at in verbs if at < len(words) and (words[at] not in shut or words[at] == "process")]
    return tuple(at + 1 for at in found if _infinitive(words[at]) and after_to(words, at, introduced))


def _past_marks(words: list[str], at: int) -> int:
    """The token after the marks before a list: "to: - check"."""
    while at < len(words) and words[at] in cues("purposes")["bullets"] and words[at] not in ").":
        at += 1
    return at


def _infinitive(word: str) -> bool:
    plural = word.endswith("s") and not word.endswith(("ss", "us", "as"))
    return word.isalpha() and not plural and not word.endswith(NO_VERB)


def _verb_at(words: list[str], at: int, word: str, introduced: bool) -> int:
    """The verb of a purpose that begins at this token, or -1: after "to", in -ing after "for", "of" after a noun of doing."""
    if introduced and not at and word != "to":
        return _past_help(words, 0) if _heads_item(words) else -1
    if word == "to":
        verb = _past_marks(words, at + 1)
        return _past_help(words, verb) if after_to(words, verb, introduced) else -1
    if word.endswith("ing") and after_for(words, at, introduced):
        return at
    return at if word == "of" and _of_doing(words, at) else -1


def _past_help(words: list[str], at: int) -> int:
    while at < len(words) and (words[at] in cues("purposes")["helping"] or words[at].endswith("ly")):
        at += 1
    return at


def _heads_item(words: list[str]) -> bool:
    """Whether an item begins with a verb, not with a label: "Polls, Questions and Feedback: …"."""
    return words[1:2] not in ([","], [":"], ["and"]) and words[0] not in ("if", "when", "where")


def _of_doing(words: list[str], at: int) -> bool:
    """Whether a noun of doing after "for" stands before the "of" at `at`: "for the prevention and detection of"."""
    before = words[max(0, at - NAMED) : at]
    return bool(before) and before[-1].endswith(DOING) and ("for" in before or before[0] in ("purpose", "purposes"))


def _done_to(words: list[str], verb: int, taken: frozenset[int]) -> Iterator[Hit]:
    """The things that a verb is done to, those that are telling or else those of the service."""
    word = words[verb]
    if word != "of" and (word in cues("purposes")["no_aim"] or not _infinitive(word)):
        return
    asks = words[verb + 1 : verb + 2] and words[verb + 1] in ASKED  # "decide which offers to show"
    last = _end(words, verb + 2 if asks else verb + 1, REACH, ())
    found = [hit for hit in _named(words, verb, last) if hit.first not in taken or hit.entries[0].value == PLAIN]
    telling = [hit for hit in found if hit.entries[0].value != PLAIN]
    yield from telling or (found[:1] if word in cues("purposes")["serving"] else ())


def told(words: list[str], hit: Hit) -> Hit | None:
    """What a light verb is done to, where that tells more: "manage customer complaints"."""
    if hit.last - hit.first > 1 or words[hit.first] not in cues("purposes")["light"]:
        return None
    first = hit.last
    while first + 1 < len(words) and words[first] in LINKS and words[first + 1] in cues("purposes")["light"]:
        first += 2
    found = _named(words, first, _end(words, first, NEAR, LINKS))
    return next((one for one in found if one.entries[0].value != PLAIN), None)


def _named(words: list[str], first: int, last: int) -> Iterator[Hit]:
    for hit in hits(aim_trie(), words[first:last]):
        yield Hit(hit.first + first, hit.last + first, hit.entries)


def _end(words: list[str], first: int, reach: int, links: tuple[str, ...]) -> int:
    """Where what a verb is done to ends."""
    last = min(first + reach, len(words))
    stops = cues("purposes")["aim_ends"]
    return next((at for at in range(first, last) if _ends(words, at, stops) or words[at] in links), last)


def _ends(words: list[str], at: int, stops: frozenset[str]) -> bool:
    """Whether a word ends what a verb is done to, but not in "present you with offers"."""
    return words[at] in stops and not (words[at] == "with" and words[at - 1] in cues("purposes")["objects"])
