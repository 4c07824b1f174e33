"""What sections are about."""

from pathlib import Path

import pytest

from notice_parser.segment.categories import judge

CASES = Path(__file__).parent / "cases" / "segment" / "headings.md"


def cases() -> list[tuple[str, str]]:
    """Every heading of the cases file with its category."""
    rows: list[tuple[str, str]] = []
    for part in CASES.read_text(encoding="utf-8").split("\n=== ")[1:]:
        given, _, expected = part.partition("\n")[2].partition("\n---\n")
        rows += zip(given.split("\n"), expected.strip().split("\n"), strict=True)
    return rows


@pytest.mark.parametrize(("heading", "category"), cases())
def test_headings(heading: str, category: str) -> None:
    above, _, own = heading.rpartition(" > ")
    parent = judge(above, "", None) if above else None
    assert judge(own, "", parent).category == category


def test_a_silent_heading_leaves_it_to_the_body() -> None:
    body = "We set cookies. Cookies are small files. Our log files hold your IP address and the kind of your browser."
    assert judge("Other Information", body, None).category == "tracking"
    assert judge("Other Information", "Nothing of note.", None) == ("other", 0.0)
