"""The state of an alignment: which units of one version are paired with which of the other, and why."""

from collections.abc import Iterator, Sequence

from notice_parser.diff.units import Unit
from notice_parser.span import Record


class Match(Record):
    """Units of both sides that belong together."""

    one: tuple[int, ...]
    two: tuple[int, ...]
    step: str
    score: float
    moved: bool = False


class Matching:
    """Collects matches; every unit belongs to one at most."""

    def __init__(self, one: Sequence[Unit], two: Sequence[Unit]) -> None:
        self.one, self.two = one, two
        self.of_one: dict[int, Match] = {}
        self.of_two: dict[int, Match] = {}

    def add(self, match: Match) -> None:
        """Pair the units of `match`, replacing what they were paired with before."""
        for index in match.one:
            self.of_one[index] = match
        for index in match.two:
            self.of_two[index] = match

    def pair(self, one: int, two: int, step: str, score: float = 1.0, *, moved: bool = False) -> None:
        """Pair two single units."""
        self.add(Match((one,), (two,), step, score, moved))

    def free_one(self) -> list[int]:
        """Units of the first side without partner."""
        return [unit.index for unit in self.one if unit.index not in self.of_one]

    def free_two(self) -> list[int]:
        """Units of the second side without partner."""
        return [unit.index for unit in self.two if unit.index not in self.of_two]

    def gaps(self) -> Iterator[tuple[range, range]]:
        """The stretches between neighbouring matches that stand in the same order on both sides, both not empty."""
        last_one = last_two = -1
        fixed = [(m.one[0], m.two[0], m.one[-1], m.two[-1]) for m in self._ordered()]
        for first_one, first_two, end_one, end_two in [*fixed, (len(self.one), len(self.two), 0, 0)]:
            if first_one > last_one + 1 and first_two > last_two + 1:
                yield range(last_one + 1, first_one), range(last_two + 1, first_two)
            last_one, last_two = end_one, end_two

    def matches(self) -> list[Match]:
        """Every match, by place on the first side."""
        found, at = [], -1
        for index in sorted(self.of_one):
            if index > at:
                match = self.of_one[index]
                found.append(match)
                at = match.one[-1]
        return found

    def _ordered(self) -> list[Match]:
        return [match for match in self.matches() if not match.moved]
