"""The written lists of changes hold what the masters hold."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from notice_parser.vocabulary import Direction, Verdict

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
STEPS = [(name, step) for name in ("insurer", "app", "shop") for step in (0, 1)]
KINDS = {"added", "removed", "modified", "moved", "renumbered", "list-to-sentence"}
CODE = re.compile(r"PN\d{3}")  # "PN105"


def _step(name: str, number: int) -> dict[str, Any]:
    step: dict[str, Any] = json.loads((CORPUS / name / "changes.json").read_text("utf-8"))["steps"][number]
    return step


def _words(name: str, version: str) -> str:
    truth = json.loads((CORPUS / name / f"{version}.truth.json").read_text("utf-8"))
    return " ".join(block["text"] for block in truth["blocks"])


@pytest.mark.parametrize(("name", "number"), STEPS)
def test_every_quote_stands_in_its_version_and_only_there(name: str, number: int) -> None:
    step = _step(name, number)
    old, new = _words(name, step["old"]), _words(name, step["new"])
    for change in step["changes"]:
        before, after = change["before"], change["after"]
        moved = change["kind"] in {"moved", "list-to-sentence"}
        assert before is None or (_bare(before) in old and (moved or _bare(before) not in new)), change
        assert after is None or (_bare(after) in new and (moved or _bare(after) not in old)), change


@pytest.mark.parametrize(("name", "number"), STEPS)
def test_entries_use_the_words_of_the_field(name: str, number: int) -> None:
    step = _step(name, number)
    assert step["verdict"] in set(Verdict)
    for change in step["changes"]:
        assert change["kind"] in KINDS
        assert change["direction"] in set(Direction)
        assert change["rules"]
        assert all(CODE.fullmatch(rule) for rule in change["rules"])
        assert change["why"].endswith(".")


def _bare(quote: str) -> str:
    """A quote without Markdown marks."""
    return quote.replace("**", "").removeprefix("# ").removeprefix("## ")
