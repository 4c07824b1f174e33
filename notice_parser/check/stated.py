"""The commitments of a notice lent to the reading of a sentence whose verb stands outside the tables of this room."""

from collections.abc import Sequence

from notice_parser.check.acts import Act
from notice_parser.check.reading import Reading
from notice_parser.model import Commitment
from notice_parser.vocabulary import Actor, Modality

ACTORS = {Actor.CONTROLLER: "we", Actor.DATA_SUBJECT: "you", Actor.THIRD_PARTY: "they"}
MODALITIES = {
    Modality.PRACTICE: "practice",
    Modality.PERMISSION: "may",
    Modality.OBLIGATION: "will",
    Modality.PROHIBITION: "will",
    Modality.RIGHT: "can",
    Modality.DUTY: "must",
}


def stated(reading: Reading, commitments: Sequence[Commitment]) -> Reading:
    """The reading with the acts of `commitments` where it has none of its own."""
    if any(act.scope == "main" for act in reading.acts):
        return reading
    lent = tuple(_act(reading, commitment) for commitment in commitments if not commitment.polarity_uncertain)
    return reading._replace(acts=(*lent, *reading.acts))


def _act(reading: Reading, commitment: Commitment) -> Act:
    last = max(0, len(reading.terms) - 1)
    at = next((number for number, term in enumerate(reading.terms) if term.kind not in {"light", "name"}), last)
    return Act(
        term=at,
        action=str(commitment.action),
        stance=commitment.stance,
        negated=commitment.modality is Modality.PROHIBITION and reading.has("neg"),
        modality=MODALITIES[commitment.modality],
        actor=ACTORS[commitment.actor],
        scope="main",
        clause=reading.contexts[at].clause if reading.contexts else 0,
    )
