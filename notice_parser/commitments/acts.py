"""From a verb and its object to the action: "use cookies" is track, "use your data" is use, "use the service" is none."""

import re
from collections.abc import Collection
from functools import cache

from notice_parser.commitments.levels import REACH, Clause, Level
from notice_parser.commitments.reading import Reading
from notice_parser.lexicon import table
from notice_parser.span import Record
from notice_parser.vocabulary import Action, Actor

PARTY_TOPICS = {"U": "you", "C": "us", "T": "third"}
# Topics that are data too where a verb of processing acts on them.
DATA_TOPICS = frozenset(("data", "cookies", "account", "identity", "inference", "photo"))
THIS = (["this"], ["these"], ["those"])
FAR = 60  # units around a verb in which a country may be named


class Rule(Record):
    """One line of a verb's entry: whose act, which topic, and the action that follows."""

    actor: str
    topic: str
    action: str


def listed(lemma: str) -> bool:
    """Whether the verb has an entry."""
    return bool(rules(lemma))


@cache
def rules(lemma: str) -> tuple[Rule, ...]:
    """The entry of a verb."""
    tables = table("actions")
    entry = tables["verbs"].get(lemma) or tables["auxiliaries"].get(lemma, "")
    return tuple(_rule(part) for part in entry.split())


def _rule(part: str) -> Rule:
    left, _, action = part.partition("=")
    actor, _, topic = left.rpartition(":")
    return Rule(actor, topic, action)


def actions(lemma: str, topics: Collection[str], actor: Actor) -> tuple[Action, ...]:
    """What the verb does to an object of these topics: one action, or several for nouns of rights."""
    who = "you" if actor == Actor.DATA_SUBJECT else "us"
    for rule in rules(lemma):
        if rule.actor in ("", who) and _holds(rule.topic, topics):
            return () if rule.action == "none" else (Action(rule.action),)
    return ()


def _holds(topic: str, topics: Collection[str]) -> bool:
    if topic == "*" or topic in topics:
        return True
    if topic == "-":
        return not topics
    return topic == "data" and any(t in DATA_TOPICS for t in topics)


# The noun phrase that follows a verb; "of" and "about" carry it on.
OBJECT = re.compile(r"[AN]*(?:[onxIcCUTK&,PG]|p)*")


def object_topics(reading: Reading, clauses: list[Clause], index: int) -> list[str]:
    """The topics of what the verb of a clause acts on."""
    clause = clauses[index]
    if clause.passive and clause.subject >= 0 and reading.kinds[clause.subject] == "C":  # "we are certified under"
        return tail_topics(reading, clauses, index)
    if clause.passive and not reading.words[clause.verb].startswith("subject"):
        return subject_topics(reading, clause)
    if clause.form == "P" and not clause.passive and clause.verb - clause.start > 1:  # "have your file closed"
        erased = _topics(reading, clause.start, clause.verb)
        if erased:
            return erased
    k = index
    end = _object_end(reading, clauses, k)
    while k < index + REACH and end == _content_start(reading, clauses[k].verb + 1) and _adjacent(reading, clauses, k):
        k += 1  # "collect, use and share your data": the object stands after the last verb
        end = _object_end(reading, clauses, k)
    after = clauses[k].verb + 1
    if reading.words[after : after + 1] == ["what"] and reading.kinds[after + 1 : after + 2] in tuple("UCo"):
        return ["data"]  # "delete what you posted"
    if reading.words[after : after + 1] in THIS and reading.kinds[after + 1 : after + 2] == "t":
        return ["data"]  # "we study this to"
    return _topics(reading, after, end)


def _content_start(reading: Reading, at: int) -> int:
    while at < len(reading.kinds) and reading.kinds[at] in "&,AN":
        at += 1
    return at


def _adjacent(reading: Reading, clauses: list[Clause], k: int) -> bool:
    if k + 1 >= len(clauses):
        return False
    between = reading.kinds[clauses[k].verb + 1 : clauses[k + 1].verb]
    return not between.strip("&,ANMWDHBt")


def _object_end(reading: Reading, clauses: list[Clause], k: int) -> int:
    """Where the object of a verb ends: at the next preposition but "of", at a subordinator, or at the next clause."""
    start = clauses[k].verb + 1
    limit = min((c.start for c in clauses[k + 1 : k + REACH] if c.level != Level.NOUN), default=len(reading.kinds))
    at = start
    seen = False
    while at < limit:
        kind = reading.kinds[at]
        if kind in "ir;M" or (kind in "pt" and seen and reading.words[at] not in ("of", "about", "with", "for")):
            break
        if kind == "p" and seen and reading.words[at] in ("with", "for") and not _only_parties(reading, start, at):
            break
        seen = seen or kind not in "AN&,"
        at += 1
    return at


def _only_parties(reading: Reading, start: int, end: int) -> bool:
    """Whether only a party stands there so far: "provide you [with notice]"."""
    return not reading.kinds[start:end].strip("CUToA")


def _topics(reading: Reading, start: int, end: int) -> list[str]:
    out: list[str] = []
    for at in range(start, end):
        out += reading.lexemes[at].topics
        kind = reading.kinds[at]
        if kind in PARTY_TOPICS:
            out.append(PARTY_TOPICS[kind])
    return out


def subject_topics(reading: Reading, clause: Clause) -> list[str]:
    """The topics of the subject of a clause."""
    if clause.subject < 0:
        return _topics(reading, clause.lead, clause.start)
    out = _topics(reading, clause.subject_start, clause.subject_end)
    bare = not out and not reading.kinds[clause.subject_start : clause.subject_end].strip("onANc")  # "this may be"
    if not out and not bare:  # "information that you post in the forum, or elsewhere, may be read"
        out = _topics(reading, max(0, clause.subject_end - FAR), clause.subject_end)
    return ["data"] if bare else out


# Rights as nouns, in the words of the object table.
NOMINAL = {
    "copy": Action.ACCESS,
    "correction": Action.CORRECT,
    "deletion": Action.DELETE,
    "portability": Action.PORT,
    "restriction": Action.OBJECT,
}


def nominal_rights(topics: list[str]) -> tuple[Action, ...]:
    """The rights that nouns name: "access to, correction of or deletion of"."""
    return tuple({NOMINAL[topic]: None for topic in topics if topic in NOMINAL})


def tail_topics(reading: Reading, clauses: list[Clause], index: int) -> list[str]:
    """The topics of everything up to the next asserted clause, for what stands far from the verb."""
    clause = clauses[index]
    near = [c for c in clauses[index + 1 : index + REACH] if c.level == Level.MAIN and c.subject != clause.subject]
    following = (c.subject if c.subject > clause.verb else c.start for c in near)
    end = min(following, default=len(reading.kinds))
    return _topics(reading, clause.verb + 1, min(end, clause.verb + FAR))


def near_topics(reading: Reading, clause: Clause) -> list[str]:
    """The topics of everything around a verb."""
    return _topics(reading, max(0, clause.verb - FAR), min(len(reading.kinds), clause.verb + FAR))
