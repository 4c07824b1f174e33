"""Anchors: units whose words stand exactly once on both sides, kept where they stand in the same order."""

from bisect import bisect_left
from collections.abc import Sequence

from notice_parser.diff.matching import Matching
from notice_parser.diff.units import Unit


def anchors(matching: Matching) -> None:
    """Pair unique equal units along the heaviest common order, then grow each pair over equal neighbours."""
    here, there = _unique(matching.one), _unique(matching.two)
    pairs = [(unit, there[key]) for key, unit in here.items() if key in there]
    pairs.sort(key=lambda pair: pair[0].index)
    for one, two in heaviest_order(pairs):
        matching.pair(one.index, two.index, "anchor")
    _grow(matching)


def heaviest_order(pairs: Sequence[tuple[Unit, Unit]]) -> list[tuple[Unit, Unit]]:
    """The increasing subsequence that holds most words: short units move, long ones stay."""
    order = sorted(pair[1].index for pair in pairs)
    best: list[tuple[int, int]] = [(0, -1)] * (len(order) + 1)  # Fenwick tree of (weight, pair) by place
    back = [-1] * len(pairs)
    for number, (one, two) in enumerate(pairs):
        place = bisect_left(order, two.index)
        weight, before = _most(best, place)
        back[number] = before
        _raise(best, place + 1, (weight + one.weight, number))
    at = _most(best, len(order))[1]
    chain = []
    while at >= 0:
        chain.append(pairs[at])
        at = back[at]
    return chain[::-1]


def _most(tree: list[tuple[int, int]], place: int) -> tuple[int, int]:
    found = (0, -1)
    while place > 0:
        found = max(found, tree[place])
        place &= place - 1
    return found


def _raise(tree: list[tuple[int, int]], place: int, value: tuple[int, int]) -> None:
    while place < len(tree):
        tree[place] = max(tree[place], value)
        place += place & -place


def _unique(side: Sequence[Unit]) -> dict[str, Unit]:
    seen: dict[str, Unit | None] = {}
    for unit in side:
        seen[unit.key] = None if unit.key in seen else unit
    return {key: unit for key, unit in seen.items() if unit}


def _grow(matching: Matching) -> None:
    """Neighbours of a pair that are equal belong to it, however often their words stand elsewhere."""
    for step in (1, -1):
        for match in matching.matches()[::step]:
            one, two = match.one[0] + step, match.two[0] + step
            while _equal_and_free(matching, one, two):
                matching.pair(one, two, "neighbour")
                one, two = one + step, two + step


def _equal_and_free(matching: Matching, one: int, two: int) -> bool:
    inside = 0 <= one < len(matching.one) and 0 <= two < len(matching.two)
    return (
        inside
        and matching.one[one].key == matching.two[two].key
        and one not in matching.of_one
        and two not in matching.of_two
    )
