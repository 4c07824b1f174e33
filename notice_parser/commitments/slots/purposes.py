"""Why data is processed: purposes count where a purpose can stand, "to", "for", "in order to", "purposes"."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import Any

from notice_parser.commitments.slots.aims import aims, openings, told
from notice_parser.commitments.slots.cues import cues
from notice_parser.commitments.slots.mention import Mention
from notice_parser.commitments.slots.standing import stands
from notice_parser.commitments.slots.tokens import Tokens, words
from notice_parser.commitments.slots.trie import Entry, Hit, gerund, hits, trie
from notice_parser.lexicon import table

# "to" after one of these opens no purpose: "the right to", "you agree to", "required to"
DATA_FORMS = ("generic", "owned", "terms")
FAR, NEAR = 90, 30  # characters from a verb to the noun that tells more


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
    listed = hits(purpose_trie(), text.words)
    opened = openings(text.words, introduced)
    for hit in listed:
        if (
            taken.get(hit.first, 0) >= (hit.last if _is_strong(hit) else 1)
            or _is_decoy(hit)
            or _secures_data(text.words, hit, things)
            or _of_source(text.words, hit.first)
        ):
            continue
        chain = max(chain, *(at for at in opened if at <= hit.first), -1)
        found = [entry for entry in hit.entries if stands(text.words, hit, entry.form, chain, introduced)]
        more = told(text.words, hit) if found else None
        chain = hit.last if found else chain
        inner = [] if found else _strong_within(text.words, hit)
        out += [_mention(text, more, more.entries[0])] if more else [_mention(text, hit, entry) for entry in found]
        out += [_mention(text, one, entry) for one in inner for entry in one.entries]
    known = frozenset(at for hit in listed for at in range(hit.first, hit.last))
    out += [_mention(text, hit, hit.entries[0]) for hit in aims(text.words, known, frozenset(taken), introduced)]
    return [
        mention for at, (mention, _) in enumerate(out) if not (_outdone(text, out, at) or _of_rights(text, out, at))
    ]


def _mention(text: Tokens, hit: Hit, entry: Entry) -> tuple[Mention, str]:
    start, end = text.range(hit.first, hit.last)
    return Mention("purposes", entry.value, start, end, entry.rule), entry.form


def _strong_within(words: list[str], hit: Hit) -> list[Hit]:
    """The terms that stand anywhere, inside a phrase that does not stand: "marketing materials" in "send you marketing"."""
    offset = hit.first + 1
    inner = hits(purpose_trie(), words[offset : hit.last + 2])
    return [
        Hit(one.first + offset, one.last + offset, strong)
        for one in inner
        if (strong := tuple(entry for entry in one.entries if entry.form in ("strong", "double")))
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


def _of_source(words: list[str], at: int) -> bool:
    """As in "from vendors that help us deliver the service": what the vendors do is no purpose of what they tell us."""
    while at >= 2 and (words[at - 1] in cues("purposes")["helping"] or words[at - 1] == "to"):
        at -= 1
    if words[at : at + 1] not in (["help"], ["helps"]) or words[at - 1] not in ("that", "who", "which"):
        return False
    before = words[max(0, at - SOURCE) : at - 1]
    return "from" in before and "with" not in before[before.index("from") :]


SOURCE = 9  # tokens from "from" to what its party does


def _is_name(hit: Hit) -> bool:
    """Whether a hit names somebody, or a datum in several words, whose parts then name no purpose."""
    several = hit.last - hit.first > 1
    return any(entry.form == "terms" and (several or entry.value.startswith("recipients:")) for entry in hit.entries)


def _is_strong(hit: Hit) -> bool:
    return any(entry.form == "strong" for entry in hit.entries)


def _is_decoy(hit: Hit) -> bool:
    return any(entry.form == "decoy" for entry in hit.entries)


def _outdone(text: Tokens, found: list[tuple[Mention, str]], at: int) -> bool:
    """Whether something more telling follows: "send you" + "newsletters", "deliver" + "targeted advertising"."""
    mention, form = found[at]
    if form != "weak" and not (form in ("verbs", "ing") and mention.value in ("service", "improve")):
        return False
    reach = FAR if form == "weak" else NEAR
    for other, kind in found[at + 1 :]:
        if other.start - mention.end > reach or kind == "verbs":
            return False
        if other.value != mention.value and kind in ("strong", "nouns", "double"):
            if form == "ing" and _parted(text, mention.end, other.start):
                return False
            return form == "weak" or other.value in ("ads", "personalise", "ai")
    return False


def _parted(text: Tokens, start: int, end: int) -> bool:
    """Whether a comma parts what stands between two places: "keeping you logged in, showing ads"."""
    first, last = bisect_left(text.spans, (start, 0)), bisect_left(text.spans, (end, 0))
    return "," in text.words[first:last]


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
    for form in ("nouns", "strong", "double", "identity", "adjectives"):
        for term in row.get(form, ()):
            yield words(term), Entry(value, form, f"purposes:{value}/{term}")
    for term in row.get("double", ()):
        yield words(term), Entry("personalise", "double", f"purposes:personalise/{term}")
