"""A sentence to frames: who, how bound, does what, on which words."""

import re
from collections.abc import Iterator
from functools import lru_cache

from notice_parser.commitments.clauses import clauses
from notice_parser.commitments.deeds import deeds, has_right
from notice_parser.commitments.denials import Denial, denials
from notice_parser.commitments.extents import extent
from notice_parser.commitments.levels import Clause, Level
from notice_parser.commitments.lexemes import hedges, word_set
from notice_parser.commitments.parties import Role
from notice_parser.commitments.polarity import force
from notice_parser.commitments.reading import Reading, read_sentence
from notice_parser.commitments.roles import role
from notice_parser.commitments.statements import (
    DOINGS,
    absent,
    changes_hands,
    involved,
    no_object,
    no_subject,
    received,
    reduced,
    says_what,
    underlies,
)
from notice_parser.commitments.wholes import WHOLES
from notice_parser.span import Record, Span
from notice_parser.vocabulary import RIGHTS, Action, Actor, Modality


class Frame(Record):
    """A commitment of one sentence; spans count characters of that sentence."""

    actor: Actor
    modality: Modality
    action: Action
    span: Span  # the clause
    verb: Span
    rule: str
    words: tuple[Span, ...]  # what bears on modality and polarity
    asserted: bool = True
    inferred: bool = False  # no words name the actor
    hedged: bool = False
    polarity_uncertain: bool = False
    unlisted: bool = False  # the verb stands in no table


# What only the data subject does.
SUBJECTS_OWN = frozenset((Action.OPT_OUT, Action.OBJECT, Action.COMPLAIN, Action.PORT))
# What no data subject has a right to do.
OTHERS_OWN = frozenset(
    (Action.COLLECT, Action.USE, Action.SELL, Action.RESPOND, Action.TRACK, Action.INFER, Action.OBLIGE)
)
OFFERED = RIGHTS | {Action.CONTACT}  # what an imperative can offer


@lru_cache(maxsize=65536)
def frames(sentence: str, names: tuple[str, ...] = ()) -> tuple[Frame, ...]:
    """The frames of a sentence, in order. Each sentence is read once: notices repeat themselves across versions."""
    if sentence.rstrip().endswith("?"):
        return ()  # a question asserts nothing
    reading = read_sentence(sentence, names)
    if reading.words[:1] in (["how"], ["why"]) and "," not in reading.kinds:
        return ()  # "how we use your data depends on the service"
    found = [*reduced(reading), *clauses(reading)]
    out: dict[tuple[Actor, Modality, Action, bool, int], Frame] = {}
    if says_what(reading, found):
        found = [c.but(level=Level.MAIN) if c.level == Level.RELATIVE else c for c in found]
    for index in range(len(found)):
        for frame in _of_clause(reading, found, index):
            out.setdefault((frame.actor, frame.modality, frame.action, frame.asserted, frame.span.end), frame)
    if not any(frame.asserted for frame in out.values()) and (told := _whole(reading)):
        return told
    return tuple(out.values())


def stands_alone(sentence: str, names: tuple[str, ...] = ()) -> bool:
    """Whether "we" or "you" act at the very start of a full sentence, which then says all by itself."""
    reading = read_sentence(sentence, names)
    first = next(iter(clauses(reading)), None)
    if first is None or first.level != Level.MAIN or not 0 <= first.subject < LEAD_IN:
        return False
    return reading.words[first.subject] in ("we", "you") and sentence.rstrip().endswith((".", "!"))


# Doings that a noun phrase can announce for the items under it.
ANNOUNCED = frozenset((Action.SHARE, Action.SELL, Action.COLLECT, Action.RETAIN, Action.TRANSFER))


@lru_cache(maxsize=4096)
def announced(sentence: str, names: tuple[str, ...] = ()) -> tuple[Frame, ...]:
    """As in "Disclosures to third parties:": what an introduction without a verb says of its items."""
    source = SOURCE.match(sentence)
    if source:
        whole, words = Span(0, len(sentence)), Span(*source.span("source"))
        return (
            Frame(Actor.CONTROLLER, Modality.PRACTICE, Action.COLLECT, whole, words, "announced", (), inferred=True),
        )
    reading = read_sentence(sentence, names)
    if any(c.level in (Level.MAIN, Level.SUBORDINATE, Level.RELATIVE) for c in clauses(reading)):
        return ()
    of_data = "T" in reading.kinds or "data" in reading.topics(0, len(reading.kinds))
    for at, lexeme in enumerate(reading.lexemes):
        action = next((DOINGS[topic] for topic in lexeme.topics if topic in DOINGS), None)
        if action in ANNOUNCED and of_data:
            whole, noun = Span(0, len(sentence)), Span(reading.starts[at], reading.ends[at])
            return (Frame(Actor.CONTROLLER, Modality.PRACTICE, action, whole, noun, "announced", (), inferred=True),)
    return ()


# "1. Directly from you when you register, such as:", "When you use our apps, including:"
SOURCE = re.compile(
    r"^(?:\W|\d{1,2}\b){0,6}(?P<source>(?:automatically|directly |indirectly )?(?:from|when|as|while|through|automatically)\b)"
    r"[^.;]{0,200}\b(?:such as|including|for example)\s*[:—–-]?\s*$",
    re.IGNORECASE,
)
LEAD_IN = 3  # units before the subject of a sentence that stands alone: "In addition, we"


def _whole(reading: Reading) -> tuple[Frame, ...]:
    """What the sentence says as a whole, though no clause of it does."""
    said = next((said for read in WHOLES if (said := tuple(read(reading.text)))), ())
    whole = Span(0, len(reading.text.rstrip()))
    return tuple(
        Frame(one.actor, one.modality, one.action, whole, one.verb, one.rule, (), inferred=one.rule != "deemed")
        for one in said
    )


def _of_clause(reading: Reading, found: list[Clause], index: int) -> Iterator[Frame]:
    clause = found[index]
    if clause.level in (Level.PURPOSE, Level.NOUN):
        return
    who = _settled_role(reading, clause) or role(reading, clause)
    if who is None:
        return
    negative = no_subject(reading, found, clause) or no_object(reading, found, index)
    bound = who.modality or force(clause.marks, who.actor, negative=negative).modality
    refuses = force(clause.marks, who.actor).refuses or (
        who.rule == "asks" and force(clause.marks, who.actor).modality == Modality.PROHIBITION
    )
    got = deeds(reading, found, index, who, bound, refuses=refuses)
    for action in got:
        modality = _settled(reading, clause, who, bound, action)
        if modality and (who.actor == Actor.DATA_SUBJECT or not _subjects_own(reading, clause, action)):
            yield _frame(reading, found, index, who, modality, action)
    if bound != Modality.PROHIBITION:
        yield from (_denied(reading, found, index, who, one) for one in denials(reading, found, index, who.actor, got))


def _denied(reading: Reading, found: list[Clause], index: int, who: Role, denial: Denial) -> Frame:
    """What a clause denies beside what it affirms, on the words of the denial."""
    frame = _frame(reading, found, index, who, Modality.PROHIBITION, denial.action)
    word = Span(reading.starts[denial.negation], reading.ends[denial.negation])
    span = Span(reading.starts[denial.start], max(frame.span.end, word.end))
    return frame.but(span=span, verb=word, words=(word,), rule="denied")


def _settled_role(reading: Reading, clause: Clause) -> Role | None:
    """What a statement without a verb of doing comes to."""
    return (
        absent(reading, clause)
        or received(reading, clause)
        or changes_hands(reading, clause)
        or involved(reading, clause)
        or underlies(reading, clause)
    )


def _subjects_own(reading: Reading, clause: Clause, action: Action) -> bool:
    """Whether only the data subject does this; others opt somebody in or out: "you will not be opted out"."""
    opted = reading.lemma(clause.verb, clause.form) in ("opt out", "opt-out", "unsubscribe")
    return action in SUBJECTS_OWN and not (opted and clause.passive)


def _settled(reading: Reading, clause: Clause, who: Role, bound: Modality, action: Action) -> Modality | None:
    """The modality, or None where what the data subject does is no commitment: "you visit", "you will see"."""
    if who.actor != Actor.DATA_SUBJECT or who.modality:
        return bound
    if bound == Modality.DUTY and action == Action.ACCESS and reading.lemma(clause.verb) in word_set("advice"):
        return None  # "you should know that"
    if clause.imperative:
        return _told(reading, clause, bound, action)
    if bound == Modality.PRACTICE:
        plain = Modality.DUTY if action == Action.CONSENT else None
        return Modality.RIGHT if has_right(reading, clause) else plain
    if bound == Modality.PROHIBITION:
        return _forbidden(reading, clause, action)
    burden = bound == Modality.RIGHT and who.rule != "asks" and _burdened(clause)  # "you may have to adjust"
    idle = burden or (bound == Modality.RIGHT and action in OTHERS_OWN)
    return None if idle or (bound == Modality.DUTY and not _binding(reading, clause)) else bound


def _burdened(clause: Clause) -> bool:
    marks = [mark for mark, _ in clause.marks]
    return marks[:2] == ["M", "oblige"]


def _told(reading: Reading, clause: Clause, bound: Modality, action: Action) -> Modality | None:
    """What an imperative comes to: a way to act, or an order not to."""
    if bound == Modality.PROHIBITION:
        return bound
    if action == Action.OTHER and reading.lemma(clause.verb, clause.form) in word_set("ending"):
        return Modality.PROHIBITION  # "discontinue the use of our services"
    advice = reading.lemma(clause.verb, clause.form) in word_set("advice") and action == Action.ACCESS
    return Modality.RIGHT if action in OFFERED and not advice else None


def _forbidden(reading: Reading, clause: Clause, action: Action) -> Modality | None:
    able = {"able", "possible", "can", "ca", "could"} & {reading.words[at] for _, at in clause.marks}
    if able and action in (Action.ACCESS, Action.USE, Action.SHARE, Action.OTHER):
        return None
    plain = all(mark == "N" for mark, _ in clause.marks) and not clause.imperative  # "you do not agree"
    return None if plain else Modality.PROHIBITION


def _binding(reading: Reading, clause: Clause) -> bool:
    words = {reading.words[at] for mark, at in clause.marks if mark == "W"}
    return bool(words & {"must", "should", "shall"}) or any(mark == "oblige" for mark, _ in clause.marks)


def _frame(reading: Reading, found: list[Clause], index: int, who: Role, modality: Modality, action: Action) -> Frame:
    clause = found[index]
    return Frame(
        actor=who.actor,
        modality=modality,
        action=action,
        span=extent(reading, found, index),
        verb=Span(reading.starts[clause.verb], reading.ends[clause.verb]),
        rule=_rule(clause, who),
        words=tuple(Span(reading.starts[at], reading.ends[at]) for _, at in clause.marks),
        asserted=clause.level == Level.MAIN,
        inferred=who.inferred,
        hedged=_hedged(reading, clause),
        polarity_uncertain=_uncertain(reading, clause, modality),
        unlisted=reading.kinds[clause.verb] in "VSP" and not reading.lexemes[clause.verb].verbs,
    )


def _hedged(reading: Reading, clause: Clause) -> bool:
    """Whether the promise is made vaguer: "generally", "where feasible", "strive to"."""
    vague = hedges() & set(reading.words[max(0, clause.lead) : clause.verb + 1])
    return bool(vague) or any(mark == "try" for mark, _ in clause.marks)


def _rule(clause: Clause, who: Role) -> str:
    if clause.imperative:
        return "imperative"
    if clause.passive:
        return who.rule or "passive"
    return who.rule or "active"


def _uncertain(reading: Reading, clause: Clause, modality: Modality) -> bool:
    near = reading.kinds[max(0, clause.lead) : clause.verb + 6]
    return modality != Modality.PROHIBITION and bool(re.search(r"[Nn]", near))
