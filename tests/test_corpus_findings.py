"""Every written change of the corpus against the findings: none is silent, and few are taken for editing."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from notice_parser.change import Comparison, Finding, Location
from notice_parser.comparing import compare
from notice_parser.parsing import parse

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
STEPS = [(name, number) for name in ("insurer", "app", "shop") for number in (0, 1)]
# Share of the changes of commitments, over all steps, that some finding must take for one.
SEEN = 0.95


@cache
def step(name: str, number: int) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((CORPUS / name / "changes.json").read_text("utf-8"))["steps"][number]
    return found


@cache
def compared(name: str, number: int) -> Comparison:
    paths = [CORPUS / name / f"{step(name, number)[side]}.md" for side in ("old", "new")]
    old, new = (parse(path.read_bytes(), path.name) for path in paths)
    return compare(old, new)


def covering(change: dict[str, Any], comparison: Comparison) -> list[Finding]:
    """The findings that quote a side of the change."""
    sides = [(f, f.before, change["before"]) for f in comparison.findings] + [
        (f, f.after, change["after"]) for f in comparison.findings
    ]
    return [finding for finding, place, quote in sides if quote and place and _same_words(place, quote)]


def _same_words(place: Location, quote: str) -> bool:
    shown, written = (" ".join(words.replace("**", "").lstrip("# ").split()) for words in (place.quote, quote))
    return written in shown or shown in written


@pytest.mark.parametrize(("name", "number"), STEPS)
def test_no_change_is_silent(name: str, number: int) -> None:
    silent = [change for change in step(name, number)["changes"] if not covering(change, compared(name, number))]
    assert silent == []


def test_changes_of_commitments_are_seen_as_such() -> None:
    rows = [(c, compared(*where)) for where in STEPS for c in step(*where)["changes"] if c["is_commitment_change"]]
    missed = [c for c, comparison in rows if not any(f.category == "commitment" for f in covering(c, comparison))]
    assert len(missed) <= (1 - SEEN) * len(rows), missed


def test_what_the_lists_call_weakened_is_never_called_strengthened_alone() -> None:
    rows = [(c, compared(*where)) for where in STEPS for c in step(*where)["changes"] if c["direction"] == "weakened"]
    wrong = [
        change
        for change, comparison in rows
        if {f.direction for f in covering(change, comparison) if f.category == "commitment"} == {"strengthened"}
    ]
    assert len(wrong) <= 3, wrong
