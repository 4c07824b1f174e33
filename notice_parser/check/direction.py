"""What all differences of a change together do to the data subject."""

from collections.abc import Iterator, Sequence

from notice_parser.check.effects import Effect
from notice_parser.vocabulary import Direction

THING = 2.5  # the weight of one kind of data, party or purpose
OWN_SIDE = ("consent", "retention", "deadline")
THINGS = ("recipient", "data", "sensitive", "purpose", "source")
FIXED = ("duty", "contact", "channel", "name")  # slots that say that a change favours nobody
DECISIVE = 0.85  # of the weightiest of the same act: lighter effects do not speak on the direction
HEARD = 0.6  # of the weightiest of all: acts that differ less do not speak at all
CLEAR = 1.8  # how much one direction must outweigh the other


def leaning_of(effects: Sequence[Effect], *, alone: bool) -> Direction:
    """The direction of effects, weightiest first; `alone` where the change has one side."""
    decisive = list(_decisive(effects, alone=alone))
    worse = sum(effect.weight for effect in decisive if effect.sign < 0)
    better = sum(effect.weight for effect in decisive if effect.sign > 0)
    if not worse and not better:
        return Direction.UNCLEAR if not alone and _rebased(effects) else Direction.NEUTRAL
    if _apart(effects):
        return Direction.MIXED
    if worse and better and max(worse, better) < CLEAR * min(worse, better):
        return Direction.MIXED
    return Direction.WEAKENED if worse > better else Direction.STRENGTHENED


def _decisive(effects: Sequence[Effect], *, alone: bool) -> Iterator[Effect]:
    """The weightiest effects of each act that differs much; a whole sentence counts as one act."""
    effects = [effect for effect in effects if effect.sign or effect.slot in FIXED] or list(effects)
    tops: dict[str, float] = {}
    for effect in effects:
        tops.setdefault("" if alone else effect.action, effect.weight)
    for effect in effects:
        top = tops["" if alone else effect.action]
        if top >= HEARD * effects[0].weight and effect.weight >= DECISIVE * top:
            yield effect


def _rebased(effects: Sequence[Effect]) -> bool:
    """Whether another legal basis is named, which may favour either side."""
    return any(effect.slot == "basis" for effect in effects)


def _apart(effects: Sequence[Effect]) -> bool:
    """Whether a change of consent, choice or time goes one way and a thing of its own that came or went the other."""
    first = effects[0]
    return first.slot in OWN_SIDE and any(
        effect.sign == -first.sign
        and effect.sign
        and effect.weight >= THING
        and effect.slot in THINGS
        and bool(effect.before) != bool(effect.after)
        for effect in effects[1:]
    )
