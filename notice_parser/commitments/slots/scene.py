"""A sentence as the rules of recipients see it."""

import re
from functools import cache

from notice_parser.commitments.slots.cues import cues
from notice_parser.commitments.slots.trie import Hit
from notice_parser.lexicon import table
from notice_parser.span import Record

WORD = re.compile(r"[a-z]+")
# "Recipients:", "With whom we work", "Third parties"
NAMES_RECIPIENTS = re.compile(r"(?i)\b(?:recipients?|whom|who|with|third part(?:y|ies)|access)\b")
REACH = 40  # tokens back to the verb of sharing


class Scene(Record):
    """A sentence as the rules of recipients see it.

    `things` are the tokens that name data; `bare` says that the item has no finite verb of its own.
    """

    words: list[str]
    things: frozenset[int]
    bare: bool
    listed: bool = False  # an introduction announces recipients


def scene_of(words: list[str], hits: list[Hit], introduction: str) -> Scene:
    """The words of a sentence with what they say of data."""
    things = {at for hit in hits if hit.entries[0].value.startswith("data:") for at in range(hit.first, hit.last)}
    things.update(at for at, word in enumerate(words) if word in cues("recipients")["anaphors"])
    clause = next((at for at, word in enumerate(words[:REACH]) if word in ("if", "when", "where", "unless")), REACH)
    if words[clause - 1 : clause] == [":"]:  # "By post: if you ask"
        clause = REACH
    bare = not any(word in cues("recipients")["finite"] for word in words[: clause or REACH])
    lists = not introduction or any(
        word in cues("recipients")["sharing"] for word in WORD.findall(introduction.lower())
    )
    named = lists or NAMES_RECIPIENTS.search(introduction) is not None
    return Scene(words, frozenset(things), bare and named, named and bool(introduction))


@cache
def infinitives() -> frozenset[str]:
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
