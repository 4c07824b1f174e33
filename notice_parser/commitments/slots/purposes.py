"""Why data is processed: purposes count where a purpose can stand, "to", "for", "in order to", "purposes"."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import Any

from notice_parser.commitments.slots.cues import cues
from notice_parser.commitments.slots.mention import Mention
from notice_parser.commitments.slots.tokens import Tokens, words
from notice_parser.commitments.slots.trie import Entry, Hit, gerund, hits, trie
from notice_parser.lexicon import table

# "to" after one of these opens no purpose: "the right to", "you agree to", "required to"
DATA_FORMS = ("generic", "owned", "terms")
FAR, NEAR = 90, 30  # characters from a verb to the noun that tells more
REACH = 30  # tokens from one purpose to the next of the same chain
NAMED = 14  # tokens from "purposes" to "include"
CASE = 12  # tokens of a case that begins an item
ROMAN = 4  # letters in the label of a list item: "a", "iii", "viii"


# "in the following ways", "ways in which we may use your data", "we use your data as follows"
WAYS_OF_USE = re.compile(
    r"\bfollowing ways\b|\bways (?:in which |that |how )?(?:we|our)\b[^.;]{0,30}\b(?:use|process)\b"
    r"|\b(?:use|uses|process|processes|used|processed)\b[^.;]{0,60}\bas follows$"
    r"|\b(?:to|for)\b[^.;]{0,90}\b(?:such as|including(?: to)?|which includes?|for example)$"
)


@cache
def purpose_trie() -> dict[str, Any]:
    """The trie of every purpose, its verbs also in -ing."""
    return trie(_rows())


def purposes(text: Tokens, nouns: list[Hit], introduced: bool) -> list[Mention]:
    """The mentions of purposes; `introduced` where the item stands in a list of purposes."""
    taken = {at: hit.last for hit in nouns for at in range(hit.first, hit.last) if _is_name(hit)}
    things = {
        hit.first
        for hit in nouns
        if any(entry.value.startswith("data:") and entry.form in DATA_FORMS for entry in hit.entries)
    }
    chain = -1
    out: list[tuple[Mention, str]] = []
    for hit in hits(purpose_trie(), text.words):
        if (
            taken.get(hit.first, 0) >= (hit.last if _is_strong(hit) else 1)
            or _is_decoy(hit)
            or _secures_data(text.words, hit, things)
        ):
            continue
        found = [entry for entry in hit.entries if _stands(text.words, hit, entry.form, chain, introduced)]
        if found:
            chain = hit.last
        inner = [] if found else _strong_within(text.words, hit)
        out += [_mention(text, hit, entry) for entry in found]
        out += [_mention(text, one, entry) for one in inner for entry in one.entries]
    return [mention for at, (mention, _) in enumerate(out) if not (_outdone(out, at) or _of_rights(text, out, at))]


def _mention(text: Tokens, hit: Hit, entry: Entry) -> tuple[Mention, str]:
    start, end = text.range(hit.first, hit.last)
    return Mention("purposes", entry.value, start, end, entry.rule), entry.form


def _strong_within(words: list[str], hit: Hit) -> list[Hit]:
    """The terms that stand anywhere, inside a phrase that does not stand: "marketing materials" in "send you marketing"."""
    offset = hit.first + 1
    inner = hits(purpose_trie(), words[offset : hit.last + 2])
    return [
        Hit(one.first + offset, one.last + offset, one.entries)
        for one in inner
        if all(entry.form in ("strong", "double") for entry in one.entries)
    ]


def opens_purposes(introduction: str) -> bool:
    """Whether a list introduced by `introduction` lists purposes: "We use your data to:"."""
    low = introduction.lower().rstrip(" :-–—").split()
    tail = low[-14:]
    if not low:
        return False
    named = low[-1] in ("to", "for") or any(word.startswith(("purpose", "reason")) for word in tail)
    return named or WAYS_OF_USE.search(" ".join(tail)) is not None


def _secures_data(words: list[str], hit: Hit, things: set[int]) -> bool:
    """Such as "to protect your personal information"."""
    if words[hit.first] not in cues("purposes")["protecting"]:
        return False
    return any(at in things for at in range(hit.last, hit.last + 3))


def _is_name(hit: Hit) -> bool:
    """Whether a hit names somebody, or a datum in several words, whose parts then name no purpose."""
    several = hit.last - hit.first > 1
    return any(entry.form == "terms" and (several or entry.value.startswith("recipients:")) for entry in hit.entries)


def _is_strong(hit: Hit) -> bool:
    return any(entry.form == "strong" for entry in hit.entries)


def _is_decoy(hit: Hit) -> bool:
    return any(entry.form == "decoy" for entry in hit.entries)


def _outdone(found: list[tuple[Mention, str]], at: int) -> bool:
    """Whether something more telling follows: "send you" + "newsletters", "deliver" + "targeted advertising"."""
    mention, form = found[at]
    if form != "weak" and not (form in ("verbs", "ing") and mention.value in ("service", "improve")):
        return False
    reach = FAR if form == "weak" else NEAR
    for other, kind in found[at + 1 :]:
        if other.start - mention.end > reach or kind == "verbs":
            return False
        if other.value != mention.value and kind in ("strong", "nouns", "double"):
            return form == "weak" or other.value in ("ads", "personalise", "ai")
    return False


def _of_rights(text: Tokens, found: list[tuple[Mention, str]], at: int) -> bool:
    """Whether a bare verb shares its object with one of law: "to assess, protect and defend our rights"."""
    mention = found[at][0]
    first = bisect_left(text.spans, (mention.end, 0))
    bare = text.words[first - 1] in cues("purposes")["with_rights"] and mention.end == text.spans[first - 1][1]
    while bare and first < len(text.words) and text.words[first] in (",", "and", "or"):
        first += 1
        follower = next((one for one, _ in found[at + 1 : at + 6] if one.start == text.spans[first][0]), None)
        if follower is None:
            return False
        if follower.value == "legal" and text.words[first] != "comply":
            return True
        first = bisect_left(text.spans, (follower.end, 0))
    return False


def _stands(words: list[str], hit: Hit, form: str, chain: int, introduced: bool) -> bool:
    """Whether a term of this form names a purpose at this place."""
    if form in ("strong", "double"):
        return True
    linked = 0 <= chain <= hit.first <= chain + REACH and not _stopped(words, chain, hit.first)
    linked = linked and hit.first > 0 and words[hit.first - 1] in cues("purposes")["links"]
    if form in ("verbs", "weak"):
        return linked or _after_to(words, hit.first, introduced)
    if form == "ing":
        return linked or _after_for(words, hit.first, introduced)
    return (linked and hit.first - chain <= 4) or _noun_stands(words, hit, introduced)


def _stopped(words: list[str], chain: int, first: int) -> bool:
    """Whether another clause begins between two purposes; "the services we offer" begins none."""
    for at in range(chain, first):
        word = words[at]
        if word in cues("purposes")["stops"]:
            return True
        if word in ("we", "they", "you") and words[at - 1] in (",", "and", "or", "so", "that", ";"):
            return True
    return False


def _after_to(words: list[str], first: int, introduced: bool) -> bool:
    at = _before_label(words, first - 1)
    while at >= 0 and (words[at] in cues("purposes")["helping"] or words[at].endswith("ly")):
        at -= 1
    at = _before_label(words, at)
    if at < 0 or _after_case(words, at):
        return introduced or (first > 0 and words[0] == "help")
    if words[at] == "to":
        return not _blocked(words, at)
    if words[at + 1] in ("help", "helps") and words[at] not in ("can", "may"):
        return True
    return (
        words[at] in ("can", "may") and at >= 2 and words[at - 1] in ("we", "they") and words[at - 2] in ("so", "that")
    )


def _after_case(words: list[str], at: int) -> bool:
    """Whether a comma ends the case at the head of an item: "For team accounts, recommending people"."""
    return words[at] == "," and at <= CASE and words[0] in ("for", "if", "when", "where", "with", "in", "as")


def _before_label(words: list[str], at: int) -> int:
    """The token before the label of a list item that ends at `at`: "to: (i) prevent", "4. Protecting", "- measure"."""
    while at >= 0 and words[at] in cues("purposes")["bullets"]:
        at -= 1
    if at >= 0 and words[at + 1 : at + 2] in ([")"], ["."]) and (words[at].isdecimal() or len(words[at]) <= ROMAN):
        at -= 1 + (words[at - 1 : at] == ["("])
        while at >= 0 and words[at] in cues("purposes")["bullets"]:
            at -= 1
    return at


def _blocked(words: list[str], at: int) -> bool:
    """Whether the "to" at `at` depends on a word that asks, allows or intends."""
    before = words[at - 1] if at else ""
    if before in ("required", "needed") and _of_data(words, at - 2):
        return False
    if before in cues("purposes")["no_purpose"]:
        return not (before == "required" and at > 1 and words[at - 2] in ("as", "where"))
    return (
        before in cues("purposes")["objects"]
        and at > 1
        and any(word in cues("purposes")["asked"] for word in words[max(0, at - 4) : at - 1])
    )


def _of_data(words: list[str], at: int) -> bool:
    """Whether what is required is data, nobody's doing: "this data is required to fulfil the contract"."""
    return at > 0 and words[at] in ("is", "are") and words[at - 1] not in ("we", "you", "they", "who", "it", "that")


def _after_for(words: list[str], first: int, introduced: bool) -> bool:
    at = _before_label(words, first - 1)
    while at >= 0 and words[at].endswith("ly"):
        at -= 1
    if at < 0 or _after_case(words, at):
        return introduced
    if words[at] in ("for", "in"):
        return words[at - 1 : at] != ["responsible"]
    if words[at] in cues("purposes")["naming"]:
        return introduced or any(word in cues("purposes")["purpose_words"] for word in words[max(0, at - NAMED) : at])
    return (
        words[at] == "of"
        and at > 0
        and words[at - 1] in (*cues("purposes")["purpose_words"], "interest", "interests", "context", "course")
    )


def _noun_stands(words: list[str], hit: Hit, introduced: bool) -> bool:
    if hit.last < len(words) and words[hit.last] in cues("purposes")["purpose_words"]:
        return True
    at = hit.first - 1
    while at >= 0 and words[at] in cues("purposes")["noun_fillers"]:
        at -= 1
    at = _before_label(words, at)
    if at < 0:
        return introduced
    if words[at] == "of":
        return words[at - 1] in cues("purposes")["purpose_words"]
    if words[at] == "for":
        return words[at - 1] not in cues("purposes")["asking"]
    return words[at] in ("with", "to") and at > 0 and words[at - 1] in ("connection", "related", "relating", "relation")


def _rows() -> Iterator[tuple[tuple[str, ...], Entry]]:
    rows = table("purposes")
    for term in rows["decoys"]:
        yield words(term), Entry("", "decoy", f"purposes:decoy/{term}")
    for value, row in rows.items():
        if isinstance(row, dict) and value != "words":
            yield from _terms(value, row)


def _terms(value: str, row: dict[str, Any]) -> Iterator[tuple[tuple[str, ...], Entry]]:
    weak = frozenset((*row.get("weak", ()), *row.get("weak_values", ())))
    for term in (*row["verbs"], *row.get("weak", ())):
        rule = f"purposes:{value}/{term}"
        yield words(term), Entry(value, "weak" if term in weak else "verbs", rule)
        if term != "train":  # "training" alone is that of staff
            yield gerund(words(term)), Entry(value, "ing", rule)
    for form in ("nouns", "strong", "double"):
        for term in row.get(form, ()):
            yield words(term), Entry(value, form, f"purposes:{value}/{term}")
    for term in row.get("double", ()):
        yield words(term), Entry("personalise", "double", f"purposes:personalise/{term}")
