"""A rewrite by what it promises: the practices, recipients, purposes, data and periods that only one version states."""

from collections.abc import Iterator, Mapping

from notice_parser.change import Location, PracticeChange
from notice_parser.check.findings import Places
from notice_parser.model import Commitment, Notice
from notice_parser.span import Record
from notice_parser.vocabulary import RIGHTS, Action, Actor, Data, Direction, Modality, Recipient, Stance

SURE = 0.5  # a reading below this confidence does not say that a practice is new or gone
# Intrusive acts that are news wherever they stand; that data is collected, used and kept is said by every notice.
GRAVE = (
    Action.SHARE,
    Action.SELL,
    Action.TRANSFER,
    Action.TRACK,
    Action.INFER,
    Action.AUTOMATE,
    Action.TRAIN_AI,
)
KEPT = (Action.SECURE, Action.DELETE, Action.ANONYMISE, Action.NOTIFY)  # what a controller does for the data subject

GENERIC = (Recipient.THIRD_PARTY, Data.PERSONAL, Data.DEIDENTIFIED)
HOLDING = (Action.RETAIN, Action.DELETE)


class Key(Record):
    """What is told of a version: an act with who does it and how, or a value of a slot."""

    slot: str
    value: str


TOLD = {
    "promise": "promise {}",
    "right": "right {}",
    "practice": "practice, {}",
    "recipients": "recipient, {}",
    "data": "data, {}",
    "purposes": "purpose, {}",
    "times": "time of keeping, {}",
}
# Words of the vocabulary as the phrases above need them.
NOUNS = {
    "port": "take the data along",
    "consent": "give or refuse consent",
    "opt-out": "opt out",
    "train-ai": "train AI",
}
TO = {"promise": "to ", "right": "to "}


def practice_changes(old: Notice, new: Notice) -> tuple[PracticeChange, ...]:
    """What only one version states, wherever it stands in it, with words that state it; the worse first."""
    before, after = _stated(old), _stated(new)
    rows = [*_only(before, after, old, gone=True), *_only(after, before, new, gone=False)]
    return tuple(sorted(rows, key=lambda row: (ORDER.index(row.direction), SLOTS.index(row.slot), row.value)))


ORDER = (Direction.WEAKENED, Direction.STRENGTHENED, Direction.UNCLEAR)
SLOTS = ("promise", "right", "practice", "recipients", "data", "purposes", "times")
# How an entry that is new moves a version, from the data subject's side; one that is gone moves it the other way.
SIGNS = {"promise": 1, "right": 1, "practice": -1, "recipients": -1, "data": -1, "purposes": -1, "times": 0}


def practice_words(row: PracticeChange) -> str:
    """An entry as a person reads it: "no longer stated: promise not to sell"."""
    value = row.value.removeprefix("not ")
    negated = "not " if value != row.value else ""
    told = TOLD[row.slot].format(negated + TO.get(row.slot, "") + NOUNS.get(value, value))
    return f"{'newly' if row.before is None else 'no longer'} stated: {told}"


def _only(
    here: Mapping[Key, Commitment], there: Mapping[Key, Commitment], notice: Notice, *, gone: bool
) -> Iterator[PracticeChange]:
    places = Places(notice)
    for key, commitment in here.items():
        if key not in there:
            place = places.location((commitment.sentence,))
            yield PracticeChange(key.slot, key.value, _direction(key.slot, gone=gone), *_sides(place, gone=gone))


def _sides(place: Location | None, *, gone: bool) -> tuple[Location | None, Location | None]:
    return (place, None) if gone else (None, place)


def _direction(slot: str, *, gone: bool) -> Direction:
    """A practice that is no longer told need not have ended: that is `unclear`."""
    sign = SIGNS[slot]
    if not sign or (gone and sign < 0):
        return Direction.UNCLEAR
    return Direction.WEAKENED if (sign < 0) is not gone else Direction.STRENGTHENED


def _stated(notice: Notice) -> dict[Key, Commitment]:
    """Each key of a version with the commitment that states it most surely, the first of them."""
    found: dict[Key, Commitment] = {}
    for commitment in notice.commitments:
        if commitment.asserted and commitment.confidence >= SURE:
            for key in _keys(commitment):
                if key not in found or commitment.confidence > found[key].confidence:
                    found[key] = commitment
    return found


def _keys(commitment: Commitment) -> Iterator[Key]:
    actor, action = commitment.actor, commitment.action
    if actor is Actor.DATA_SUBJECT and commitment.modality is Modality.RIGHT and action in RIGHTS:
        yield Key("right", str(action))
    if actor is not Actor.CONTROLLER:
        return
    if commitment.modality is Modality.PROHIBITION:
        if commitment.stance is Stance.INTRUSIVE:
            yield Key("promise", f"not {action}")
        return
    if action in KEPT:
        yield Key("promise", str(action))
    if action in GRAVE:
        yield Key("practice", str(action))
    if action in HOLDING:
        yield from (Key("times", time.value) for time in commitment.times if not time.value.startswith("age"))
    if commitment.stance is Stance.INTRUSIVE:
        yield from (Key("recipients", str(r.value)) for r in commitment.recipients if r.value not in GENERIC)
        yield from (Key("data", str(data.value)) for data in commitment.data if data.value not in GENERIC)
        yield from (Key("purposes", str(purpose.value)) for purpose in commitment.purposes)
