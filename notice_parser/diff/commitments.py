"""The commitments of aligned sentences, paired, with the slots in which each pair differs."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from notice_parser.change import CommitmentPair, SlotChange
from notice_parser.model import Commitment, Notice

SLOTS = ("actor", "modality", "action", "data", "recipients", "purposes", "conditions", "times")
TOLD = (*SLOTS, "scopes", "legal_bases")  # what is told of a pair; the last two do not decide which make a pair


class Ledger:
    """The asserted commitments of a notice, by sentence."""

    def __init__(self, notice: Notice) -> None:
        self.commitments = notice.commitments
        self.by_sentence: dict[int, list[int]] = defaultdict(list)
        for number, commitment in enumerate(notice.commitments):
            if commitment.asserted:
                self.by_sentence[commitment.sentence].append(number)

    def of(self, sentences: Iterable[int]) -> list[int]:
        """The numbers of the commitments that the sentences state."""
        return [number for sentence in sentences for number in self.by_sentence.get(sentence, ())]


def commitment_pairs(
    old: Ledger, new: Ledger, before: Sequence[int], after: Sequence[int]
) -> tuple[CommitmentPair, ...]:
    """Each commitment of `before` with its nearest counterpart in `after`; those without one stand alone."""
    left, right = old.of(before), new.of(after)
    scored = sorted(
        ((likeness(old.commitments[i], new.commitments[j]), -i, -j) for i in left for j in right), reverse=True
    )
    partner: dict[int, int] = {}
    for score, i, j in scored:
        if score > 0 and -i not in partner and -j not in partner.values():
            partner[-i] = -j
    pairs = [_pair(old.commitments, new.commitments, i, partner.get(i)) for i in left]
    taken = set(partner.values())
    return (*pairs, *(CommitmentPair(None, j) for j in right if j not in taken))


def likeness(one: Commitment, two: Commitment) -> int:
    """How many slots agree; 0 where neither action nor actor with modality does."""
    same_action = one.action == two.action
    same_manner = one.actor == two.actor and one.modality == two.modality
    if not same_action and not same_manner:
        return 0
    return 4 * same_action + 2 * same_manner + sum(values(one, slot) == values(two, slot) for slot in SLOTS)


def slot_changes(one: Commitment, two: Commitment) -> tuple[SlotChange, ...]:
    """The slots in which two commitments differ."""
    pairs = ((slot, values(one, slot), values(two, slot)) for slot in TOLD)
    return tuple(SlotChange(slot, before, after) for slot, before, after in pairs if before != after)


def values(commitment: Commitment, slot: str) -> tuple[str, ...]:
    """What a slot holds, as sorted vocabulary words."""
    match slot:
        case "actor" | "modality" | "action":
            return (str(getattr(commitment, slot)),)
        case "conditions" | "scopes" | "legal_bases":
            return tuple(sorted(str(entry.kind) for entry in getattr(commitment, slot)))
        case "times":
            return tuple(sorted(time.value for time in commitment.times))
        case _:
            return tuple(str(value) for value in getattr(commitment, slot))


def _pair(old: Sequence[Commitment], new: Sequence[Commitment], i: int, j: int | None) -> CommitmentPair:
    return CommitmentPair(i, j, slot_changes(old[i], new[j]) if j is not None else ())
