"""Sentences to commitments: who may, will, must or must not do what with which data."""

from collections.abc import Iterator

from notice_parser.commitments import attach
from notice_parser.commitments.frames import Frame
from notice_parser.commitments.items import Part, introduction, parts
from notice_parser.commitments.names import controller_names
from notice_parser.model import Commitment, Evidence, Segments
from notice_parser.span import LOST
from notice_parser.vocabulary import STANCE, BlockKind, Category

LONG = 60  # words: a sentence beyond this is read with less certainty


def commitments(text: str, segments: Segments) -> tuple[Commitment, ...]:
    """The commitments that the sentences of `text` state, in text order."""
    names = controller_names(text, segments)
    lists = {section.id for section in segments.sections if section.category == Category.CONTENTS}
    found: list[Commitment] = []
    for index, sentence in enumerate(segments.sentences):
        if sentence.kind == BlockKind.HEADING or sentence.section in lists:  # a table of contents repeats headings
            continue
        lost = LOST in sentence.span.of(text)
        intro = introduction(text, segments.sentences, index)
        for part in parts(text, segments.sentences, index, names):
            placed = attach.placed_mentions(text, sentence, intro, part)
            stated = _commitment(text, part, f"c{len(found) + 1}", placed, incomplete=lost)
            found.append(stated.but(sentence=index))
    return tuple(found)


def _commitment(text: str, part: Part, name: str, placed: list[attach.Placed], *, incomplete: bool) -> Commitment:
    frame = part.frame
    return Commitment(
        id=name,
        sentence=0,
        span=part.span,
        text=part.span.of(text),
        actor=frame.actor,
        modality=frame.modality,
        action=frame.action,
        stance=STANCE[frame.action],
        data=attach.data(placed),
        recipients=attach.recipients(placed),
        purposes=attach.purposes(placed),
        conditions=attach.conditions(placed),
        times=attach.times(placed),
        asserted=frame.asserted,
        polarity_uncertain=frame.polarity_uncertain,
        incomplete=incomplete,
        confidence=_confidence(frame, part.span.of(text), incomplete=incomplete),
        evidence=(*_evidence(part), *attach.evidence(placed)),
    )


def _evidence(part: Part) -> Iterator[Evidence]:
    frame = part.frame
    yield Evidence(frame.rule, frame.verb.shifted(part.start))
    for span in frame.words:
        yield Evidence("modality", span.shifted(part.start))


def _confidence(frame: Frame, clause: str, *, incomplete: bool) -> float:
    score = 0.95
    for doubt, holds in (
        (0.1, frame.inferred),
        (0.1, frame.hedged),
        (0.2, frame.polarity_uncertain),
        (0.2, incomplete),
        (0.15, clause.count(" ") > LONG),
        (0.2, not frame.asserted),
    ):
        score -= doubt if holds else 0
    return round(max(score, 0.1), 2)
