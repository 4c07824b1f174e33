"""The corpus compared: verdicts of every step, and what stands where a notice should."""

import json
from pathlib import Path
from typing import Any

import pytest

from notice_parser.change import Comparison
from notice_parser.comparing import compare
from notice_parser.parsing import parse

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
STEPS = [
    ("insurer", 0),
    ("insurer", 1),
    ("app", 0),
    ("app", 1),
    ("shop", 0),
    ("shop", 1),
]
SUSPECT = [
    ("insurer/v2.md", "suspect/insurer-truncated.md"),
    ("insurer/v2.md", "suspect/insurer-truncated.html"),
    ("insurer/v2.md", "suspect/error-page.html"),
    ("app/v2.md", "suspect/cookie-wall.html"),
    ("shop/v3.md", "suspect/shop-german.md"),
    ("suspect/error-page.html", "insurer/v2.md"),
]


def compared(old: str, new: str) -> Comparison:
    before, after = (parse((CORPUS / name).read_bytes(), name) for name in (old, new))
    return compare(before, after)


def _step(name: str, number: int) -> dict[str, Any]:
    step: dict[str, Any] = json.loads((CORPUS / name / "changes.json").read_text("utf-8"))["steps"][number]
    return step


@pytest.mark.parametrize(("name", "number"), STEPS)
def test_every_step_has_its_verdict(name: str, number: int) -> None:
    step = _step(name, number)
    comparison = compared(f"{name}/{step['old']}.md", f"{name}/{step['new']}.md")
    assert comparison.verdict == step["verdict"]
    assert any(finding.rule == "PN805" for finding in comparison.findings) == step["silent"]


@pytest.mark.parametrize(("old", "new"), SUSPECT)
def test_what_is_no_whole_notice_is_suspect(old: str, new: str) -> None:
    comparison = compared(old, new)
    assert comparison.verdict == "suspect"
    assert comparison.reasons
    assert not [finding for finding in comparison.findings if finding.before is None or finding.after is None]


@pytest.mark.parametrize("name", ["insurer", "app", "shop"])
@pytest.mark.parametrize("suffix", [".docx", ".html", ".chromium.pdf", ".libreoffice.pdf", ".wrapped.txt"])
def test_one_version_in_two_formats_promises_the_same(name: str, suffix: str) -> None:
    comparison = compared(f"{name}/v1.md", f"{name}/v1{suffix}")
    assert comparison.verdict in ("identical", "editorial")
    assert [finding for finding in comparison.findings if finding.category == "commitment"] == []
