"""Hand-labelled statements of many sectors: how many answers are right in each column, held to a floor."""

from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from notice_parser.model import Commitment
from notice_parser.parsing import parse

CASES = Path(__file__).parent / "cases" / "commitments" / "statements.txt"
COLUMNS = ("commitments", "data", "recipients", "purposes", "conditions", "times")
# The floor of the harmonic mean of precision and recall, and of precision, in each column.
FLOORS = {
    "commitments": (0.86, 0.91),
    "data": (0.71, 0.83),
    "recipients": (0.69, 0.78),
    "purposes": (0.72, 0.90),
    "conditions": (0.79, 0.92),
    "times": (0.92, 0.94),
}


class Tally(NamedTuple):
    """What was found in one column and what should have been."""

    right: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        return self.right / self.found

    @property
    def both(self) -> float:
        return 2 * self.right / (self.found + self.wanted)


def cases() -> list[tuple[str, list[set[str]]]]:
    rows, statement = [], ""
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if line.startswith(">"):
            commitments, *slots = line[1:].split("|")
            stated = {part.strip() for part in commitments.split(";")} - {""}
            rows.append((statement, [stated, *(set(slot.split()) for slot in slots)]))
        elif line and not line.startswith("#"):
            statement = line
    return rows


def found(statement: str) -> list[set[str]]:
    """The columns of a statement as the program fills them."""
    notice = parse(f"# Zorbo Privacy Policy\n\n## Data\n\n{statement}\n".encode(), "notice.md")
    got = [c for c in notice.commitments if c.asserted]
    return [
        {f"{c.actor} {c.modality} {c.action}" for c in got},
        {value for c in got for value in c.data},
        {value for c in got for value in c.recipients},
        {value for c in got for value in c.purposes},
        kinds(got),
        {time.value for c in got for time in c.times},
    ]


def kinds(got: list[Commitment]) -> set[str]:
    return {condition.kind for c in got for condition in c.conditions}


@pytest.fixture(scope="module")
def tallies() -> dict[str, Tally]:
    right: Counter[str] = Counter()
    given: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for statement, columns in cases():
        for name, want, got in zip(COLUMNS, columns, found(statement), strict=True):
            right[name] += len(want & got)
            given[name] += len(got)
            wanted[name] += len(want)
    return {name: Tally(right[name], given[name], wanted[name]) for name in COLUMNS}


def test_there_are_statements_of_many_sectors() -> None:
    assert len(cases()) >= 230
    assert CASES.read_text(encoding="utf-8").count("# --- ") >= 20
    assert all(len(columns) == len(COLUMNS) for _, columns in cases())


@pytest.mark.parametrize("name", COLUMNS)
def test_a_column_is_right_often_enough(name: str, tallies: dict[str, Tally]) -> None:
    both, precision = FLOORS[name]
    assert round(tallies[name].both, 3) >= both, tallies[name]
    assert round(tallies[name].precision, 3) >= precision, tallies[name]
