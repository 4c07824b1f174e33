"""A role in a clause, and the roles of parties that a subject lets, asks, binds or forbids to act."""

from notice_parser.commitments.levels import Clause
from notice_parser.commitments.polarity import force
from notice_parser.commitments.reading import Reading
from notice_parser.span import Record
from notice_parser.vocabulary import Action, Actor, Modality

ACTORS = {"C": Actor.CONTROLLER, "U": Actor.DATA_SUBJECT, "T": Actor.THIRD_PARTY}


class Role(Record):
    """Who acts, and what the construction settles at once."""

    actor: Actor
    modality: Modality | None = None
    action: Action | None = None
    inferred: bool = False
    rule: str = ""


def _helped(clause: Clause, subject: str, party: Actor) -> Role | None:
    """As in "cookies help us remember", "this data helps us improve": the thing is used."""
    if subject == "T" and party == Actor.CONTROLLER:  # "our partners enable us to collect"
        return Role(party, force(_rest(clause, "permit", "try"), party).modality, rule="lets")
    if subject != "I" or party != Actor.CONTROLLER:
        return None
    return Role(party, force(_rest(clause, "permit", "try"), party).modality, rule="serves")


def turned(reading: Reading, clause: Clause, subject: str) -> Role | None:
    """A subject that lets, asks or binds another to act."""
    party = ACTORS[reading.kinds[clause.party]]
    if any(mark == "advise" for mark, _ in clause.marks):
        return None  # "we recommend parents to instruct their children not to"
    turns = [(mark, at) for mark, at in clause.marks if mark in _TURNS and at < clause.verb]
    near = [mark for mark, at in turns if at < clause.party]  # "the right to ask us to": the asking turns to us
    effect = near[-1] if near else turns[0][0] if turns else "permit"
    if effect == "ask" and subject != "U" and _lets_ask(reading, turns):
        subject = "U"
    lawful = subject in ("I", "c", "x") and "law" in reading.lexemes[clause.subject].topics
    if lawful and party == Actor.THIRD_PARTY and effect == "oblige":
        return None  # "the laws require companies to tell you"
    vouched = any(mark == "oblige" and reading.words[at] in ("ensure", "guarantee", "sure") for mark, at in turns)
    if vouched and any(mark == "N" for mark, _ in clause.marks):
        return None  # "we cannot ensure that third parties protect": no promise
    return _TURNS[effect](clause, subject, party)


def _lets_ask(reading: Reading, turns: list[tuple[str, int]]) -> bool:
    """As in "the law may permit you to request that we delete": the data subject asks."""
    lets = next((at for mark, at in turns if mark == "permit"), -1)
    asks = next((at for mark, at in turns if mark == "ask"), -1)
    return 0 <= lets < asks and "U" in reading.kinds[lets:asks]


def _rest(clause: Clause, *effects: str) -> list[tuple[str, int]]:
    return [(mark, at) for mark, at in clause.marks if mark not in effects]


def before(clause: Clause) -> list[tuple[str, int]]:
    """The marks before the one that binds: what follows says what the other is bound to."""
    first = next((k for k, (mark, _) in enumerate(clause.marks) if mark in _TURNS), len(clause.marks))
    return clause.marks[:first]


def _let(clause: Clause, subject: str, party: Actor) -> Role | None:
    if subject == "U" and party != Actor.DATA_SUBJECT:
        if party != Actor.CONTROLLER:
            return Role(Actor.DATA_SUBJECT, None, Action.OTHER, rule="lets")
        plain = force(before(clause), Actor.DATA_SUBJECT).modality  # "you authorise us to" against "you may"
        return Role(
            Actor.DATA_SUBJECT, Modality.DUTY if plain == Modality.PRACTICE else None, Action.CONSENT, rule="lets"
        )
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
        return Role(Actor.CONTROLLER, force(before(clause), Actor.CONTROLLER).modality, Action.OBLIGE, rule="binds")
    if party == Actor.CONTROLLER:
        return Role(party, rule="binds")
    return _wanted(clause)


def _wanted(clause: Clause) -> Role:
    """As in "we may require you to provide": the controller collects."""
    marks = _rest(clause, "oblige", "ask")
    modality = force(marks, Actor.CONTROLLER).modality
    first = force(before(clause), Actor.CONTROLLER).modality
    if modality == Modality.PROHIBITION and first != Modality.PROHIBITION:  # "we ask you not to"
        return Role(Actor.DATA_SUBJECT, modality, rule="asks-not")
    return Role(Actor.CONTROLLER, modality, rule="asks")


def _ask(clause: Clause, subject: str, party: Actor) -> Role | None:
    if subject == "U":
        return Role(Actor.DATA_SUBJECT, Modality.RIGHT, rule="asks")
    return _wanted(clause) if party == Actor.DATA_SUBJECT else _bind(clause, subject, party)


def _forbid(clause: Clause, subject: str, party: Actor) -> Role | None:
    if subject == "U":  # "you can stop us from selling your data"
        leave = force(before(clause), Actor.DATA_SUBJECT).modality
        return Role(Actor.DATA_SUBJECT, leave, Action.OPT_OUT) if leave == Modality.RIGHT else None
    bound = force(clause.marks, Actor.CONTROLLER).modality
    return Role(party, bound, rule="forbids")


def _none(clause: Clause, subject: str, party: Actor) -> Role | None:
    del clause, subject, party
    return None


_TURNS = {"permit": _let, "oblige": _bind, "ask": _ask, "forbid": _forbid, "advise": _none, "try": _helped}
