"""Who acts: the subject, the agent of a passive, or the party that is let, asked or bound to act."""

import re
from typing import NamedTuple

from notice_parser.commitments.levels import Clause
from notice_parser.commitments.lexemes import word_set
from notice_parser.commitments.polarity import force
from notice_parser.commitments.reading import Reading
from notice_parser.vocabulary import Action, Actor, Modality

ACTORS = {"C": Actor.CONTROLLER, "U": Actor.DATA_SUBJECT, "T": Actor.THIRD_PARTY}
# "by our partners", "by you"
AGENT = re.compile(r"p[oxAI]{0,3}([CUT])")


class Role(NamedTuple):
    """Who acts, and what the construction settles at once."""

    actor: Actor
    modality: Modality | None = None
    action: Action | None = None
    inferred: bool = False
    rule: str = ""


def role(reading: Reading, clause: Clause) -> Role | None:
    """Who acts in a clause, or None where nobody whose acts count does."""
    if clause.imperative:
        return Role(Actor.DATA_SUBJECT)
    subject = reading.kinds[clause.subject] if clause.subject >= 0 else ""
    if clause.party >= 0:
        return _turned(reading, clause, subject)
    if any(mark == "advise" for mark, _ in clause.marks):
        return None
    return _passive(reading, clause, subject) if clause.passive else _active(reading, clause, subject)


def _active(reading: Reading, clause: Clause, subject: str) -> Role | None:
    if subject == "U" and any(m == "oblige" and reading.lemma(at) == "agree" for m, at in clause.marks):
        return Role(Actor.DATA_SUBJECT, Modality.DUTY, Action.CONSENT)
    if subject == "U" and _asked_passively(reading, clause):  # "you may be asked to provide"
        return Role(Actor.CONTROLLER, force(_before(clause), Actor.CONTROLLER).modality, rule="asks")
    return Role(ACTORS[subject]) if subject in ACTORS else _thing(reading, clause, subject)


def _asked_passively(reading: Reading, clause: Clause) -> bool:
    """As in "you may be asked to provide" and "you may be required to provide"."""
    leave = any(mark == "M" for mark, _ in clause.marks)
    asked = [mark for mark, at in clause.marks if mark in ("ask", "oblige") and reading.kinds[at] == "P"]
    return "ask" in asked or (leave and "oblige" in asked)


def _passive(reading: Reading, clause: Clause, subject: str) -> Role:
    leave = any(mark == "permit" for mark, _ in clause.marks)
    if subject == "U" and leave:  # "you have the right to be informed"
        return Role(Actor.DATA_SUBJECT)
    if reading.lemma(clause.verb, "P") in ("contact", "reach") and clause.marks:  # "our officer can be reached at"
        return Role(Actor.DATA_SUBJECT, Modality.RIGHT, Action.CONTACT)
    may = force(clause.marks, Actor.CONTROLLER).modality == Modality.PERMISSION
    if may and reading.lemma(clause.verb, "P").split()[0] in word_set("own_acts"):  # "cookies can be disabled"
        return Role(Actor.DATA_SUBJECT, Modality.RIGHT)
    if reading.words[clause.verb] == "subject to" and subject == "I":  # "this policy is subject to change"
        return Role(Actor.CONTROLLER, Modality.PERMISSION, inferred=True)
    for at in range(clause.verb + 1, min(clause.verb + 8, len(reading.kinds))):
        if reading.words[at] == "by":
            agent = AGENT.match(reading.kinds, at)
            if agent:
                return Role(ACTORS[agent.group(1)])
    return Role(Actor.CONTROLLER, inferred=True)


def _thing(reading: Reading, clause: Clause, subject: str) -> Role | None:
    """A thing acts: "cookies collect", "it may not be possible to opt out", "these measures protect"."""
    if not reading.lexemes[clause.verb].verbs and clause.subject >= 0:
        return None  # "these countries have other standards"
    if clause.subject >= 0 and reading.words[clause.subject] == "it" and any(m == "permit" for m, _ in clause.marks):
        ours = re.search("C", reading.kinds[clause.start : clause.verb])
        return Role(Actor.CONTROLLER if ours else Actor.DATA_SUBJECT)
    bound = any(mark in ("oblige", "forbid") and reading.kinds[at] == "P" for mark, at in clause.marks)
    if subject in ("", "x") and bound:  # "… and are obligated not to disclose it"
        return Role(Actor.THIRD_PARTY, inferred=True)
    if subject == "I" or clause.subject < 0:
        return Role(Actor.CONTROLLER, inferred=True)
    return Role(Actor.THIRD_PARTY, inferred=True) if subject == "x" else None


def _helped(clause: Clause, subject: str, party: Actor) -> Role | None:
    """As in "cookies help us remember", "this data helps us improve": the thing is used."""
    if subject != "I" or party != Actor.CONTROLLER:
        return None
    return Role(party, force(_rest(clause, "permit", "try"), party).modality, rule="serves")


def _turned(reading: Reading, clause: Clause, subject: str) -> Role | None:
    """A subject that lets, asks or binds another to act."""
    party = ACTORS[reading.kinds[clause.party]]
    effect = next((mark for mark, at in clause.marks if mark in _TURNS and at < clause.verb), "permit")
    return _TURNS[effect](clause, subject, party)


def _rest(clause: Clause, *effects: str) -> list[tuple[str, int]]:
    return [(mark, at) for mark, at in clause.marks if mark not in effects]


def _before(clause: Clause) -> list[tuple[str, int]]:
    """The marks before the one that binds: what follows says what the other is bound to."""
    first = next((k for k, (mark, _) in enumerate(clause.marks) if mark in _TURNS), len(clause.marks))
    return clause.marks[:first]


def _let(clause: Clause, subject: str, party: Actor) -> Role | None:
    if subject == "U" and party != Actor.DATA_SUBJECT:
        action = Action.CONSENT if party == Actor.CONTROLLER else Action.OTHER
        return Role(Actor.DATA_SUBJECT, None, action, rule="lets")
    if party == Actor.CONTROLLER:
        return _helped(clause, subject, party)
    bound = force(clause.marks, Actor.CONTROLLER).modality
    if bound == Modality.PROHIBITION:
        return Role(party, bound, rule="lets")
    return Role(party, Modality.RIGHT if party == Actor.DATA_SUBJECT else Modality.PERMISSION, rule="lets")


def _bind(clause: Clause, subject: str, party: Actor) -> Role | None:
    if subject == "U":
        return Role(Actor.DATA_SUBJECT, Modality.RIGHT, rule="asks")
    if party == Actor.THIRD_PARTY:
        return Role(Actor.CONTROLLER, force(_before(clause), Actor.CONTROLLER).modality, Action.OBLIGE, rule="binds")
    if party == Actor.CONTROLLER:
        return Role(party, rule="binds")
    return _wanted(clause)


def _wanted(clause: Clause) -> Role:
    """As in "we may require you to provide": the controller collects."""
    marks = _rest(clause, "oblige", "ask")
    modality = force(marks, Actor.CONTROLLER).modality
    before = force(_before(clause), Actor.CONTROLLER).modality
    if modality == Modality.PROHIBITION and before != Modality.PROHIBITION:  # "we ask you not to"
        return Role(Actor.DATA_SUBJECT, modality, rule="asks-not")
    return Role(Actor.CONTROLLER, modality, rule="asks")


def _ask(clause: Clause, subject: str, party: Actor) -> Role | None:
    if subject == "U":
        return Role(Actor.DATA_SUBJECT, Modality.RIGHT, rule="asks")
    return _wanted(clause) if party == Actor.DATA_SUBJECT else _bind(clause, subject, party)


def _forbid(clause: Clause, subject: str, party: Actor) -> Role | None:
    del subject
    bound = force(clause.marks, Actor.CONTROLLER).modality
    return Role(party, bound, rule="forbids")


def _none(clause: Clause, subject: str, party: Actor) -> Role | None:
    del clause, subject, party
    return None


_TURNS = {"permit": _let, "oblige": _bind, "ask": _ask, "forbid": _forbid, "advise": _none, "try": _helped}
