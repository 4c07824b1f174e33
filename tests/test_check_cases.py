"""Every rule over every case: the exact set of findings, so that a stray one fails too.

A case file holds blocks of `before`, `after` and `expected`, the last as rules with directions;
`\\n` stands for the end of a line.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from notice_parser import compare, parse
from notice_parser.check import RULES
from notice_parser.vocabulary import Direction

CASES = Path(__file__).parent / "cases" / "check"
PAGE = "# Privacy Notice\n\nThis page explains our work.\n\n{}\n\nThank you for your visit.\n"
DATED = "PN805"  # told only where people lose something
BLOCK = re.compile(r"^- before:(.*)\n  after:(.*)\n  expected:(.*)$", re.MULTILINE)


def cases() -> Iterator[tuple[str, str, str, frozenset[str]]]:
    for path in sorted(CASES.glob("*.md")):
        for before, after, expected in BLOCK.findall(path.read_text("utf-8")):
            said = frozenset(entry.strip() for entry in expected.split(","))
            yield path.stem[:5], before.strip().replace(r"\n", "\n"), after.strip().replace(r"\n", "\n"), said


def findings(before: str, after: str) -> frozenset[str]:
    old, new = parse(PAGE.format(before).encode(), "old.md"), parse(PAGE.format(after).encode(), "new.md")
    return frozenset(f"{finding.rule} {finding.direction}" for finding in compare(old, new).findings)


@pytest.mark.parametrize(("code", "before", "after", "expected"), list(cases()))
def test_exact_findings(code: str, before: str, after: str, expected: frozenset[str]) -> None:
    assert findings(before, after) == expected
    assert any(entry.startswith(code) for entry in expected)


def test_every_rule_has_cases() -> None:
    covered = {code for code, *_ in cases()}
    assert {rule.code for rule in RULES} == covered


@pytest.mark.parametrize(("code", "before", "after", "expected"), list(cases())[::3])
def test_the_reverse_edit_goes_the_other_way(code: str, before: str, after: str, expected: frozenset[str]) -> None:
    del code
    mirror = {Direction.WEAKENED: Direction.STRENGTHENED, Direction.STRENGTHENED: Direction.WEAKENED}
    there = {Direction(entry.split()[1]) for entry in expected if not entry.startswith(DATED)}
    back = {Direction(entry.split()[1]) for entry in findings(after, before) if not entry.startswith(DATED)}
    assert {mirror.get(direction, direction) for direction in there} == back
