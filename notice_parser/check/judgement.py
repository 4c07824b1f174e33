"""What a rule says of a revision, and how rules ask for effects."""

from collections.abc import Callable, Iterator

from notice_parser.check.effects import Effect
from notice_parser.check.revision import Revision
from notice_parser.span import Record
from notice_parser.vocabulary import Level


class Judgement(Record):
    """A rule noticed something: how much it weighs, for whom it is, and the words that show it."""

    weight: float
    sign: int
    because: tuple[str, ...]


Judge = Callable[[Revision], Iterator[Judgement]]


class Rule(Record):
    """A row of the table of rules."""

    code: str
    name: str
    level: Level
    meaning: str
    reference: tuple[str, ...]
    judge: Judge
    mirror: str = ""  # code of the rule that notices the reverse edit, or "waived: reason"


def of(
    revision: Revision, slot: str, sign: int | None = None, *, values: tuple[str, ...] = (), came: bool | None = None
) -> Iterator[Judgement]:
    """The effects of one slot as judgements: of one sign, of some values, and of words that came or went."""
    for effect in revision.effects:
        if effect.slot != slot or (sign is not None and effect.sign != sign) or (values and effect.value not in values):
            continue
        if came is not None and bool(effect.after) != came:
            continue
        yield judged(effect)


def judged(effect: Effect) -> Judgement:
    """An effect as a judgement."""
    return Judgement(effect.weight, effect.sign, (effect.words,))


def plain_words(revision: Revision, *actions: str) -> Iterator[Judgement]:
    """Words outside the tables that came with an intrusive act among `actions`."""
    for effect in revision.effects:
        if (
            effect.slot == "word"
            and effect.sign < 0
            and effect.after
            and not effect.before
            and effect.action in actions
        ):
            yield judged(effect)


def alone(revision: Revision) -> str:
    """Added or removed where the change has one side, else empty."""
    if revision.before is None:
        return "added"
    return "removed" if revision.after is None else ""


def acts(revision: Revision, sign: int, *actions: str, came: bool = True) -> Iterator[Judgement]:
    """Acts among `actions` that came or went with this sign."""
    for effect in revision.effects:
        if effect.slot == "act" and effect.sign == sign and bool(effect.after) == came and effect.action in actions:
            yield judged(effect)
