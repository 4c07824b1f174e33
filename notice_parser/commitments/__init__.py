"""Sentences to commitments: who may, will, must or must not do what with which data."""

from collections.abc import Iterator
from functools import cache

from notice_parser.commitments import attach
from notice_parser.commitments.frames import Frame
from notice_parser.commitments.items import Part, introduction, parts
from notice_parser.commitments.names import controller_names
from notice_parser.commitments.slots import defined_terms, parties
from notice_parser.commitments.titles import names_only
from notice_parser.model import Commitment, Evidence, Segments
from notice_parser.span import LOST, Record
from notice_parser.vocabulary import STANCE, Action, Actor, BlockKind, Category, Modality, Recipient

LONG = 60  # words: a sentence beyond this is read with less certainty


def commitments(text: str, segments: Segments) -> tuple[Commitment, ...]:
    """The commitments that the sentences of `text` state, in text order."""
    names = controller_names(text, segments)
    known = attach.Known(names, defined_terms((entry.term, entry.span.of(text)) for entry in segments.definitions))
    lists = {section.id for section in segments.sections if section.category == Category.CONTENTS}
    found: list[Commitment] = []
    for index, sentence in enumerate(segments.sentences):
        listed = sentence.section in lists and not sentence.span.of(text).rstrip().endswith(".")
        named = sentence.kind != BlockKind.LIST_ITEM and names_only(sentence.span.of(text))  # the head of a table
        if sentence.kind == BlockKind.HEADING or listed or named:  # a table of contents repeats headings
            continue
        lost = LOST in sentence.span.of(text)
        intro = introduction(text, segments.sentences, index)
        stated = tuple(parts(text, segments.sentences, index, names))
        for part in stated:
            reached = attach.reach(part, stated, sentence)
            placed = attach.placed_mentions(text, sentence, intro, part, reached, known)
            subject = (
                f"{intro.span.of(text) if intro else ''} {text[part.span.start : part.start + part.frame.verb.start]}"
            )
            place = Place(f"c{len(found) + 1}", index, text, lost=lost)
            found.append(_commitment(place, part, placed, subject))
    return tuple(found)


class Place(Record):
    """Where a commitment stands: its name, its sentence, the text, and whether words of it are lost."""

    name: str
    sentence: int
    text: str
    lost: bool


def _commitment(place: Place, part: Part, placed: list[attach.Placed], subject: str) -> Commitment:
    frame, text = part.frame, place.text
    if frame.actor != Actor.CONTROLLER or frame.modality == Modality.PROHIBITION:
        placed = [one for one in placed if one[0].slot != "legal_bases"]  # only what the controller does has a basis
    fill = attach.by_slot(placed)
    return Commitment(
        id=place.name,
        sentence=place.sentence,
        span=part.span,
        text=part.span.of(text),
        actor=frame.actor,
        modality=frame.modality,
        action=frame.action,
        stance=STANCE[frame.action],
        data=attach.data(fill),
        recipients=attach.recipients(fill) or _acting(frame, subject),
        purposes=attach.purposes(fill),
        conditions=attach.conditions(fill),
        times=attach.times(fill),
        scopes=attach.scopes(fill),
        legal_bases=attach.legal_bases(fill),
        asserted=frame.asserted,
        polarity_uncertain=frame.polarity_uncertain,
        incomplete=place.lost,
        confidence=_confidence(frame, part.span.of(text), incomplete=place.lost),
        evidence=(*_evidence(part), *attach.evidence(placed)),
    )


# What a third party does with data that it then has.
HOLDS = (Action.COLLECT, Action.USE, Action.ACCESS, Action.RETAIN, Action.TRACK, Action.SELL)

# What a third party must or must not do with data that it was given: "they may not use it for other purposes".
KEEPS = (Action.USE, Action.RETAIN, Action.SHARE, Action.SELL, Action.SECURE, Action.DELETE)
# "… have access, but may not use it": the words before a verb whose subject stands in the clause before.
ELIDED = frozenset(("but", "and", "or", "may", "must", "will", "shall", "not", "never", "cannot", "also", "only"))
BOUND = (Modality.OBLIGATION, Modality.PROHIBITION)


def _acting(frame: Frame, subject: str) -> tuple[Recipient, ...]:
    """A third party that gets or uses data receives it, by the name that its subject gives it."""
    named = tuple(Recipient(kind) for kind in parties(subject))
    if frame.action == Action.OBLIGE:
        return named
    other = frame.actor == Actor.THIRD_PARTY
    told = bool(named) or bool(set(subject.lower().split()) - ELIDED)
    bound = other and frame.action in KEEPS and not frame.inferred and frame.modality in BOUND and told
    holds = other and frame.action in HOLDS and frame.modality != Modality.PROHIBITION
    given = frame.rule == "given" and frame.modality != Modality.PROHIBITION
    return named or (Recipient.THIRD_PARTY,) if bound or holds or given else ()


def _evidence(part: Part) -> Iterator[Evidence]:
    frame = part.frame
    yield Evidence(frame.rule, frame.verb.shifted(part.start))
    for span in frame.words:
        yield Evidence("modality", span.shifted(part.start))


# What each doubt takes: the actor inferred, hedged, a verb of no table, polarity, words lost, a long clause, presupposed.
DOUBTS = (0.1, 0.1, 0.15, 0.2, 0.2, 0.15, 0.2)


def _confidence(frame: Frame, clause: str, *, incomplete: bool) -> float:
    long = clause.count(" ") > LONG
    doubts = (frame.inferred, frame.hedged, frame.unlisted, frame.polarity_uncertain, incomplete, long)
    return _score((*doubts, not frame.asserted))


@cache
def _score(doubts: tuple[bool, ...]) -> float:
    score = 0.95
    for doubt, holds in zip(DOUBTS, doubts, strict=True):
        score -= doubt if holds else 0
    return round(max(score, 0.1), 2)
