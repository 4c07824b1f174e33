"""Slots: which data, recipients, purposes, conditions and times a sentence names, each with its words and its rule."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from notice_parser.commitments.slots.bases import bases
from notice_parser.commitments.slots.companies import companies
from notice_parser.commitments.slots.conditions import conditions
from notice_parser.commitments.slots.data import data
from notice_parser.commitments.slots.defined import Term, defined_terms, with_terms
from notice_parser.commitments.slots.groups import with_groups
from notice_parser.commitments.slots.mention import Mention
from notice_parser.commitments.slots.nouns import noun_trie
from notice_parser.commitments.slots.purposes import opens_purposes, purposes
from notice_parser.commitments.slots.recipients import recipients
from notice_parser.commitments.slots.scopes import scopes
from notice_parser.commitments.slots.times import times
from notice_parser.commitments.slots.tokens import tokens
from notice_parser.commitments.slots.trie import Entry, hits
from notice_parser.commitments.titles import plain_titles

__all__ = [
    "SLOTS",
    "Mention",
    "Term",
    "categories_of",
    "defined_terms",
    "mentions",
    "mentions_in",
    "opens_purposes",
    "parties",
]

PARTIES = ("terms", "listed")
SLOTS = ("data", "recipients", "purposes", "conditions", "times", "scopes", "legal_bases")


def mentions(doc: Any, introduction: str = "") -> tuple[Mention, ...]:
    """The mentions in one sentence or list item, a spaCy Doc or whatever has its `text`; see `mentions_in`."""
    return mentions_in(doc.text, introduction)


def mentions_in(
    text: str, introduction: str = "", own: tuple[str, ...] = (), terms: tuple[Term, ...] = ()
) -> tuple[Mention, ...]:
    """The mentions in one sentence or list item, by place.

    `introduction` is the sentence that introduces the list an item stands in: after "We use your data to:" an item
    that begins with a verb names a purpose. `own` are lower-case names of the controller, which no recipient bears; `terms` are those that the notice defines. What the introduction itself mentions is not part of the answer.
    """
    cut = tokens(text)
    nouns = with_terms(text, cut, with_groups(text, cut, hits(noun_trie(), cut.words)), terms)
    limits = times(cut)
    received = recipients(cut, nouns, introduction)
    found = [*data(cut, nouns, introduction), *received, *companies(text, introduction, received, own)]
    found += [*limits, *conditions(cut, limits)]
    found += [*scopes(cut), *bases(cut)]
    found += purposes(cut, nouns, bool(introduction) and opens_purposes(introduction))
    named = plain_titles(text)
    return tuple(_each_once(sorted((one for one in found if not _in_title(one, named)), key=_place)))


def _in_title(mention: Mention, named: list[tuple[int, int]]) -> bool:
    """Whether words stand in the title of a section, which fills no slot: "see How We Use Location Data"."""
    return any(start <= mention.start < end for start, end in named)


@lru_cache(maxsize=4096)
def parties(subject: str) -> tuple[str, ...]:
    """The kinds of those that the subject of a clause names last, sorted: "Our vendors and auditors"."""
    for piece in reversed(re.split(r"[,;:]", subject)):
        cut = tokens(piece)
        rows = [row for hit in hits(noun_trie(), cut.words) for row in hit.entries if row.form in PARTIES]
        kinds = {row.value.removeprefix("recipients:") for row in rows if _names_party(row)}
        if kinds:
            return tuple(sorted(kinds))
    return ()


def _names_party(row: Entry) -> bool:
    """Whether a row says what a party is; of business partners only those that are called so."""
    partner = row.value != "recipients:business-partner" or "partner" in row.rule.partition("/")[2]
    return row.value.startswith("recipients:") and partner


def categories_of(text: str) -> dict[str, tuple[str, ...]]:
    """The vocabulary words that fill each slot of `text`, each once, sorted."""
    found = mentions_in(text)
    return {slot: tuple(sorted({mention.value for mention in found if mention.slot == slot})) for slot in SLOTS}


def _each_once(found: list[Mention]) -> Iterator[Mention]:
    """The same words mean the same thing once, whichever row of the lexicon says so."""
    seen: set[tuple[str, str, int, int]] = set()
    for mention in found:
        key = (mention.slot, mention.value, mention.start, mention.end)
        if key not in seen:
            seen.add(key)
            yield mention


def _place(mention: Mention) -> tuple[int, int, str, str, str]:
    return mention.start, mention.end, mention.slot, mention.value, mention.rule
