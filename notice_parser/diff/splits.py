"""A sentence split in two, or two merged into one: a free unit beside a pair that its words complete."""

from collections.abc import Sequence

from notice_parser.diff.matching import Match, Matching
from notice_parser.diff.similarity import Similarity
from notice_parser.diff.units import Unit

LONGEST = 5  # units on one side of a split
GAIN = 0.04  # the similarity that the free unit must add
ENOUGH = 0.5
FOUND = 0.6  # share of the free unit's weighed words that the far side alone holds


def splits(matching: Matching, similarity: Similarity) -> None:
    """Join free units to the neighbouring pair whose other side holds their words too."""
    for one_side in (True, False):
        for index in matching.free_one() if one_side else matching.free_two():
            for step in (-1, 1):
                if _joined(matching, similarity, index, step, one_side=one_side):
                    break


def _joined(matching: Matching, similarity: Similarity, index: int, step: int, *, one_side: bool) -> bool:
    beside = (matching.of_one if one_side else matching.of_two).get(index + step)
    units = matching.one if one_side else matching.two
    if beside is None or beside.moved or units[index].heading or units[index + step].heading:
        return False
    ones = tuple(sorted({*beside.one, index})) if one_side else beside.one
    twos = beside.two if one_side else tuple(sorted({*beside.two, index}))
    if (
        beside.score == 1.0
        or len(ones) + len(twos) > LONGEST
        or not _completes(matching, similarity, beside, units[index], one_side)
    ):
        return False
    before = similarity.score(_words(matching.one, beside.one), _words(matching.two, beside.two))
    after = similarity.score(_words(matching.one, ones), _words(matching.two, twos))
    if after < max(before + GAIN, ENOUGH):
        return False
    matching.add(Match(ones, twos, "merge" if len(ones) > len(twos) else "split", round(after, 3)))
    return True


def _completes(matching: Matching, similarity: Similarity, beside: Match, free: Unit, one_side: bool) -> bool:
    """Whether the far side holds words of the free unit that the near side of the pair does not."""
    near, far = (beside.one, beside.two) if one_side else (beside.two, beside.one)
    units, others = (matching.one, matching.two) if one_side else (matching.two, matching.one)
    left = list(_words(others, far))
    for word in _words(units, near):
        if word in left:
            left.remove(word)
    weights = [(similarity.rarity.get(word, 1.0), word in left) for word in free.words]
    total = sum(weight for weight, _ in weights)
    return bool(total) and sum(weight for weight, held in weights if held) >= FOUND * total


def _words(units: Sequence[Unit], indices: Sequence[int]) -> tuple[str, ...]:
    return tuple(word for index in indices for word in units[index].words)
