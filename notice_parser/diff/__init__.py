"""Two notices to the changes between them. Needs the model only, so it works on archived JSON."""

from collections.abc import Iterator
from typing import NamedTuple

from notice_parser.change import Change
from notice_parser.diff.anchors import anchors
from notice_parser.diff.commitments import Ledger, commitment_pairs
from notice_parser.diff.gaps import gap_pairs, repeats
from notice_parser.diff.lists import lists
from notice_parser.diff.matching import Match, Matching
from notice_parser.diff.moves import exact_moves, fuzzy_moves
from notice_parser.diff.similarity import Similarity
from notice_parser.diff.splits import splits
from notice_parser.diff.units import Unit, both_targets, units
from notice_parser.model import Notice

__all__ = ["Alignment", "align", "diff"]


class Alignment(NamedTuple):
    """Two versions aligned, once for all who need it: which sentences belong together, and what differs."""

    matches: tuple[Match, ...]
    changes: tuple[Change, ...]


def diff(old: Notice, new: Notice) -> tuple[Change, ...]:
    """What differs between two versions, in order of the new one; empty for equal ones."""
    return align(old, new).changes


def align(old: Notice, new: Notice) -> Alignment:
    """The sentences of two versions matched, and the changes between them in order of the new one."""
    old_links, new_links = both_targets(old, new)
    before, after = units(old, old_links), units(new, new_links)
    if before == after:
        return Alignment(tuple(Match((n,), (n,), "anchor", 1.0) for n in range(len(before))), ())
    matches = aligned(before, after)
    found = [*_paired(matches, before, after), *_alone(matches, before, after)]
    found.sort(key=_place(matches))
    olds, news = Ledger(old), Ledger(new)
    changes = (change.but(commitments=commitment_pairs(olds, news, change.old, change.new)) for change in found)
    return Alignment(tuple(matches), tuple(changes))


def aligned(before: tuple[Unit, ...], after: tuple[Unit, ...]) -> list[Match]:
    """The matches of the two sides. The smaller text always goes first, so that either order gives the same pairs."""
    if [unit.raw for unit in before] > [unit.raw for unit in after]:
        return [match.but(one=match.two, two=match.one, step=_turned(match.step)) for match in _ladder(after, before)]
    return _ladder(before, after)


def _ladder(one: tuple[Unit, ...], two: tuple[Unit, ...]) -> list[Match]:
    """From what is certain to what is likely; each step sees what the steps before it left."""
    matching = Matching(one, two)
    similarity = Similarity(one, two)
    anchors(matching)
    repeats(matching)
    exact_moves(matching)
    lists(matching)
    gap_pairs(matching, similarity)
    fuzzy_moves(matching, similarity)
    splits(matching, similarity)
    return matching.matches()


def _turned(step: str) -> str:
    return {"split": "merge", "merge": "split"}.get(step, step)


def _paired(matches: list[Match], before: tuple[Unit, ...], after: tuple[Unit, ...]) -> Iterator[Change]:
    for match in matches:
        kind = _kind(match, before, after)
        if kind:
            yield Change(kind, match.one, match.two, match.step, match.score)


def _kind(match: Match, before: tuple[Unit, ...], after: tuple[Unit, ...]) -> str:
    """How the sides of a match differ; empty where they do not."""
    if len(match.one) > 1 or len(match.two) > 1:
        return "merged" if len(match.one) > len(match.two) else "split"
    one, two = before[match.one[0]], after[match.two[0]]
    if one.key != two.key or one.links != two.links:
        return "modified"
    if match.moved:
        return "moved"
    if one.label != two.label:
        return "renumbered"
    # Only between two Markdown files does a difference of markup say anything.
    reformatted = one.markup != two.markup and one.markup is not None and two.markup is not None
    return "modified" if one.raw != two.raw or reformatted else ""


def _alone(matches: list[Match], before: tuple[Unit, ...], after: tuple[Unit, ...]) -> Iterator[Change]:
    old = {index for match in matches for index in match.one}
    new = {index for match in matches for index in match.two}
    there = {unit.key for unit in after}
    here = {unit.key for unit in before}
    for unit in before:
        if unit.index not in old:
            yield Change("removed", (unit.index,), (), "duplicate" if unit.key in there else "")
    for unit in after:
        if unit.index not in new:
            yield Change("added", (), (unit.index,), "duplicate" if unit.key in here else "")


def _place(matches: list[Match]) -> "Key":
    """The place of a change in the new version; a removed unit stands after the last pair before it."""
    return Key({match.one[-1]: match.two[-1] for match in matches if not match.moved})


class Key:
    """Sorts changes by their place in the new version."""

    def __init__(self, partner: dict[int, int]) -> None:
        self._partner = partner
        self._olds = sorted(partner)

    def __call__(self, change: Change) -> tuple[float, int, int]:
        """The sort key of one change."""
        if change.new:
            return (change.new[0], 0, change.new[0])
        at = self._last_before(change.old[0])
        return (at + 0.5, 1, change.old[0])

    def _last_before(self, index: int) -> int:
        from bisect import bisect_left

        found = bisect_left(self._olds, index) - 1
        return self._partner[self._olds[found]] if found >= 0 else -1
