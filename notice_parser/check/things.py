"""The weighty words of a sentence that stands alone: kinds of data, recipients, purposes, safeguards, addresses."""

import re
from collections.abc import Iterator

from notice_parser.check.channels import UPDATES
from notice_parser.check.choices import names_right
from notice_parser.check.effects import BETTER, WORSE, Effect
from notice_parser.check.idle import comes_from, is_idle, is_mere_link
from notice_parser.check.moved import SENSITIVE
from notice_parser.check.reading import Act, Reading
from notice_parser.check.slots import SLOT
from notice_parser.check.terms import Term

# "near you", "your location": a place that tells where somebody is
WHEREABOUTS = re.compile(
    r"\b(?:precise|exact|geo\w*|gps|physical|real[ -]time|current|your|their|users?[’']?s?|device|mobile)\b (?:\w+ ){0,3}?(?:locations?|trips?|routes?|position|travel)\b|\blocation (?:data|information|services?|history|tracking|sharing|settings)",
    re.IGNORECASE,
)
ROUGH = frozenset({"location", "locations", "travel", "position", "geographic", "where you live", "where you are"})  # fmt: skip
# "Copies are free of charge", "the first request is free": what costs nothing is something of the data subject
ASKED_FOR = re.compile(
    r"\b(?:cop(?:y|ies)|requests?|access|rights?|answers?|opt|withdraw\w*|complain\w*)\b", re.IGNORECASE
)
OF_NOTICE = re.compile(
    r"\b(?:polic(?:y|ies)|notice|statement|terms|practices|changes?|updates|version)\b", re.IGNORECASE
)


def things(reading: Reading, acts: list[Act], leads: list[Act], bend: int) -> Iterator[Effect]:
    """The weighty words of the sentence, for the rules that name them."""
    main = acts[0] if acts else leads[0] if leads else None
    light = main is None and (reading.has("modal") or any(word.stem in {"be", "hav", "have"} for word in reading.words))
    action = main.action if main else ""
    for term in reading.terms:
        if term.kind in SLOT and not is_idle(term, reading):
            weight = 0.3 if light else 0.6 if term.value == "personal" else 1.0
            yield Effect(_slot(term, reading), term.value, bend, weight, "", term.text, action)
        elif (
            term.kind == "cost"
            and not is_idle(term, reading)
            and (term.value != "free" or ASKED_FOR.search(reading.text))
        ):
            yield Effect("cost", term.value, BETTER if term.value == "free" else WORSE, 3.0, "", term.text)
        elif (
            term.kind == "channel"
            and term.value != "page"
            and UPDATES & reading.stems
            and OF_NOTICE.search(reading.text)
        ):
            yield Effect("update", term.value, BETTER, 4.0, "", term.text)
        elif (
            term.kind in {"safeguard", "right", "address", "consent", "optout"}
            and term.value != "without"
            and (term.kind != "right" or names_right(term, reading))
        ):
            slot = {"address": "contact", "optout": "choice"}.get(term.kind, term.kind)
            weight = 0.3 if is_mere_link(term, reading) else _gift(term)
            yield Effect(slot, term.value, BETTER, weight, "", term.text)


def _slot(term: Term, reading: Reading) -> str:
    """The slot of a word; a place counts as sensitive where it is a place of people."""
    if term.kind == "party" and comes_from(term, reading):
        return "source"
    if term.kind != "data" or term.value not in SENSITIVE:
        return SLOT[term.kind]
    vague = term.text.casefold() in ROUGH and not WHEREABOUTS.search(reading.text)
    return "data" if vague else "sensitive"


def _gift(term: Term) -> float:
    if term.kind == "safeguard" and term.value in {"contract", "own"}:
        return 5.0
    return 1.5 if term.kind == "address" else 0.7
