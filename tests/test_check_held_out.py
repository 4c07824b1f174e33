"""Pairs that differ in one statement, written before the rules knew them: category and direction of each, and the rule."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from notice_parser import compare, parse
from notice_parser.change import Finding

PAIRS = tomllib.loads((Path(__file__).parent / "cases" / "check" / "held_out.toml").read_text("utf-8"))["pair"]
PAGE = "# Privacy Notice\n\n## What we do\n\nThis page explains our work.\n\n{}\n\nThank you for your visit.\n"
NAMED = 0.94  # the share of the pairs whose rule is the one a reader would name


def findings(pair: Mapping[str, Any]) -> list[Finding]:
    old, new = (parse(PAGE.format(pair.get(side, "")).encode(), "x.md") for side in ("before", "after"))
    return [finding for finding in compare(old, new).findings if finding.category == "commitment"]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: (pair.get("before") or pair["after"])[:40])
def test_category_and_direction(pair: Mapping[str, Any]) -> None:
    found = findings(pair)
    assert bool(found) == (pair["category"] == "commitment")
    assert {str(finding.direction) for finding in found} <= {pair["direction"]}


def test_the_rule_is_the_one_a_reader_would_name() -> None:
    commitments = [pair for pair in PAIRS if pair["category"] == "commitment"]
    named = [pair for pair in commitments if {finding.rule for finding in findings(pair)} & set(pair["rules"])]
    assert len(named) / len(commitments) >= NAMED
