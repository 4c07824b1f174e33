"""Who receives data or gets access to it, by the role that a name plays in the sentence."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from notice_parser.commitments.slots.cues import cues
from notice_parser.commitments.slots.mention import Mention
from notice_parser.commitments.slots.tokens import Tokens
from notice_parser.commitments.slots.trie import Entry, Hit
from notice_parser.lexicon import table

STRANGERS = 3  # adjectives unknown to the lists that may stand between a preposition and the name
SUBJECT = 25  # tokens from a subject to its verb
REACH = 40  # tokens back to the verb of sharing
PREFIX = "recipients:"


class Scene(NamedTuple):
    """A sentence as the rules of this file see it.

    `things` are the tokens that name data; `bare` says that the item has no finite verb of its own.
    """

    words: list[str]
    things: frozenset[int]
    bare: bool


def recipients(text: Tokens, hits: list[Hit]) -> list[Mention]:
    """The mentions of recipients among the noun `hits` of a sentence."""
    named = [(hit, row) for hit in hits if (row := _row(hit, "terms", "listed"))]
    found = [hit for hit, _ in _received(_scene(text.words, hits), named)] if named else []
    out = [mention for hit in found for mention in _mentions(text, hit, "terms", "listed")]
    events = [hit for hit in hits if _row(hit, "events") and _handed_over(text.words, hit)]
    return out + [mention for hit in events for mention in _mentions(text, hit, "events")]


def _row(hit: Hit, *forms: str) -> Entry | None:
    return next((row for row in hit.entries if row.form in forms and row.value.startswith(PREFIX)), None)


def _handed_over(words: list[str], hit: Hit) -> bool:
    """Whether data changes hands in a merger or sale: its new holder is a recipient though nobody is named."""
    return any(word in cues("recipients")["handing"] for word in words[max(0, hit.first - REACH) : hit.first + 20])


def _mentions(text: Tokens, hit: Hit, *forms: str) -> Iterator[Mention]:
    start, end = text.range(hit.first, hit.last)
    for row in hit.entries:
        if row.form in forms and row.value.startswith(PREFIX):
            yield Mention("recipients", row.value.removeprefix(PREFIX), start, end, row.rule)


def _scene(words: list[str], hits: list[Hit]) -> Scene:
    things = {at for hit in hits if hit.entries[0].value.startswith("data:") for at in range(hit.first, hit.last)}
    things.update(at for at, word in enumerate(words) if word in cues("recipients")["anaphors"])
    clause = next((at for at, word in enumerate(words[:REACH]) if word in ("if", "when", "where", "unless")), REACH)
    bare = not any(word in cues("recipients")["finite"] for word in words[: clause or REACH])
    return Scene(words, frozenset(things), bare)


def _received(scene: Scene, named: list[tuple[Hit, Entry]]) -> Iterator[tuple[Hit, Entry]]:
    """Those who receive: coordinated names go together, and "with them" means the last ones named before."""
    groups = list(_groups(scene.words, named))
    for number, group in enumerate(groups):
        last = group[-1][0].last
        end = groups[number + 1][0][0].first if number + 1 < len(groups) else len(scene.words)
        if (
            _receives(scene, *group[0])
            or any(row.form == "terms" and _takes(scene, hit.last) for hit, row in group)
            or _meant(scene, last, end)
        ):
            yield from ((hit, row) for hit, row in group if not _adjective(scene.words, hit))


def _groups(words: list[str], named: list[tuple[Hit, Entry]]) -> Iterator[list[tuple[Hit, Entry]]]:
    """The names, those of one coordination together."""
    group = [named[0]]
    for hit, row in named[1:]:
        if not _coordinated(words, group[-1][0].last, hit.first):
            yield group
            group = []
        group.append((hit, row))
    yield group


def _adjective(words: list[str], hit: Hit) -> bool:
    """Whether "third party" only qualifies what follows: "third party disclosures"."""
    if words[hit.last - 1] != "party" or hit.last >= len(words):
        return False
    word = words[hit.last]
    return word.isalpha() and not any(word in cues("recipients")[key] for key in ("after_name", "modals", "getting"))


def _meant(scene: Scene, last: int, end: int) -> bool:
    """Whether data is shared "with them" after the names, before others are named."""
    words = scene.words
    for at in range(last, min(len(words) - 1, last + REACH, end)):
        if words[at] in ("with", "to") and words[at + 1] == "them" and _shared_before(scene, at, last):
            return True
    return False


def _coordinated(words: list[str], last: int, first: int) -> bool:
    between = words[last:first]
    return (
        len(between) <= 6
        and all(word in cues("recipients")["fillers"] for word in between)
        and any(word in cues("recipients")["coordinators"] for word in between)
    )


def _plainly(words: list[str], hit: Hit) -> bool:
    """Whether data is plainly shown to somebody whom the sentence may name for other reasons: "visible to users"."""
    at = hit.first - 1
    while at >= max(0, hit.first - 8) and words[at] in cues("recipients")["fillers"]:
        at -= 1
    if at > 0 and words[at] in ("to", "with", "by"):
        return any(word in cues("recipients")["showing"] for word in words[max(0, at - 12) : at])
    after = words[hit.last : hit.last + 4]
    return (
        after[:1] != ["you"]
        and any(word in cues("recipients")["seeing"] for word in after)
        and "your" in words[hit.last : hit.last + 8]
    )


def _receives(scene: Scene, hit: Hit, row: Entry) -> bool:
    """Whether what stands before the name makes it a recipient, or else what follows it."""
    words = scene.words
    if row.form == "listed":
        return _plainly(words, hit)
    if row.rule in _public_adverbs():
        return _made_public(words, hit)
    predicate = row.rule == "recipients:public/public" and _predicate(words, hit)
    return predicate or words[hit.last - 1] in ("recipient", "recipients") or _led_to(scene, hit, row)


def _led_to(scene: Scene, hit: Hit, row: Entry) -> bool:
    """Whether a preposition or verb before the name leads to it as a recipient, or it is a subject that gets data."""
    words, fillers = scene.words, cues("recipients")["fillers"]
    at, strangers = hit.first - 1, 0
    while at >= max(0, hit.first - REACH) and strangers <= STRANGERS:
        word = words[at]
        if word in cues("recipients")["prepositions"] and not _part_of_name(words, at):
            return _governed(scene, at, hit, row) or ("," in words[at : hit.first] and _subject(scene, hit))
        if word in cues("recipients")["takers"] and strangers <= 1:
            return word not in ("use", "uses", "using") or "you" not in words[max(0, at - 3) : at]
        if word in cues("recipients")["boundaries"] and word not in fillers:
            break
        strangers += word not in fillers
        at -= 1
    acts = words[hit.last : hit.last + 1] and words[hit.last] in cues("recipients")["getting"]
    return (scene.bare and at < 0 and not acts) or _subject(scene, hit)


def _subject(scene: Scene, hit: Hit) -> bool:
    return _takes(scene, hit.last) or _gets_later(scene, hit.last) or _shared_with(scene.words, hit.last)


def _shared_with(words: list[str], last: int) -> bool:
    """Such as "third parties with whom we share"."""
    leads = words[last : last + 1] in (["with"], ["to"]) and words[last + 1 : last + 2] in (["whom"], ["which"])
    return leads and any(word in cues("recipients")["sharing"] for word in words[last + 2 : last + 9])


@cache
def _public_adverbs() -> frozenset[str]:
    return frozenset(
        f"recipients:public/{term}"
        for term in table("recipients")["public"]["terms"]
        if term.split()[0] in ("publicly", "published")
    )


def _predicate(words: list[str], hit: Hit) -> bool:
    """Such as "your posts are public"."""
    return any(word in cues("recipients")["being"] for word in words[max(0, hit.first - 3) : hit.first])


def _made_public(words: list[str], hit: Hit) -> bool:
    """Such as "make your posts publicly available", not "from publicly available sources"."""
    if words[max(0, hit.first - 2) : hit.first] in (["that", "is"], ["that", "are"], ["which", "is"]):
        return False
    near = words[max(0, hit.first - 8) : hit.last + 3]
    return any(word in cues("recipients")["publishing"] for word in near) and "from" not in near


def _part_of_name(words: list[str], at: int) -> bool:
    """Such as "a number of", "one of", "types of": the preposition belongs to the name."""
    return words[at] == "of" and at > 0 and words[at - 1] in cues("recipients")["quantities"]


def _governed(scene: Scene, at: int, hit: Hit, row: Entry) -> bool:
    """Whether the preposition at `at` leads to somebody who receives."""
    words, word = scene.words, scene.words[at]
    if word == "to" and words[at + 1] in _verbs():
        return words[at + 1] in cues("recipients")["takers"] or _takes(scene, hit.last)
    if word == "to" and words[at - 1 : at] == ["access"] and any(row.value.startswith("data:") for row in hit.entries):
        return False
    if word in cues("recipients")["leading"] or (word in ("on", "in") and row.value == "recipients:public"):
        inside = word in ("across", "within", "among") and row.value == "recipients:affiliate"
        return inside or (scene.bare and at == 0) or _shared_before(scene, at)
    if word == "by":
        return any(other in cues("recipients")["by"] for other in words[max(0, at - 5) : at])
    if word == "of":
        return at > 0 and words[at - 1] in ("recipients", "hands", "part")
    return word in ("for", "about", "than") and _takes(scene, hit.last)


@cache
def _verbs() -> frozenset[str]:
    """The verbs that a "to" makes an infinitive of: "to protect our customers"."""
    rows = table("purposes")
    verbs = {term.split()[0] for value, row in rows.items() if isinstance(row, dict) for term in row.get("verbs", ())}
    nouns = {
        word
        for row in table("recipients").values()
        if isinstance(row, dict)
        for term in row.get("terms", ())
        for word in term.split()
    }
    return frozenset(verbs - nouns - cues("recipients")["fillers"])


def _shared_before(scene: Scene, at: int, first: int = 0) -> bool:
    """Whether a verb of sharing governs the preposition at `at`, and not one of meeting or linking."""
    words = scene.words
    for place in range(at - 1, max(first - 1, at - REACH, -1), -1):
        if place in scene.things:  # "contact" in "contact list" links nobody
            continue
        if words[place] in cues("recipients")["sharing"]:
            return words[max(0, place - 2) : place] != ["addition", "to"]
        if words[place] in cues("recipients")["others"]:
            return False
    return False


def _takes(scene: Scene, at: int) -> bool:
    """Whether a verb of getting data follows at once: "our partners may collect", "vendors who process"."""
    return _gets(scene, at + (scene.words[at : at + 1] in (["who"], ["that"], ["which"])))


def _gets_later(scene: Scene, at: int) -> bool:
    """Whether the verb of a subject that ends before `at` is one of getting: "vendors we use to do work may process"."""
    modals = cues("recipients")["may"]
    getting = cues("recipients")["getting"]
    return any(
        (
            scene.words[place] in modals
            or scene.words[place : place + 2] == ["have", "access"]
            or (scene.words[place - 1] == "," and scene.words[place] in getting)
        )
        and scene.words[place - 1] not in ("we", "you")
        and _gets(scene, place)
        for place in range(at, min(len(scene.words), at + SUBJECT))
    )


def _gets(scene: Scene, at: int) -> bool:
    """Whether the verb that begins at `at` is one of getting, with data after it."""
    words = scene.words
    for place in range(at, min(len(words), at + 9)):
        word = words[place]
        if word in ("have", "has") and "access" in words[place : place + 3]:
            return True
        getting = word in cues("recipients")["getting"]
        if getting and any(thing in scene.things for thing in range(place + 1, place + 6)):
            return "us" not in words[place + 1 : place + 9]
        if not getting and word not in cues("recipients")["modals"] and not word.endswith("ly"):
            return False
    return False
