"""Who is bound, and which way: one sentence a line in a file that needs no programmer."""

from pathlib import Path

import pytest

from notice_parser.commitments.frames import frames

CASES = Path(__file__).parent / "cases" / "commitments" / "polarity.txt"


def cases() -> list[tuple[str, str]]:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    rows = [line.partition("|") for line in lines if line.strip() and not line.startswith("#")]
    return [(left.strip(), right.strip()) for left, _, right in rows]


@pytest.mark.parametrize(("expected", "sentence"), cases(), ids=lambda value: str(value)[:70])
def test_polarity(expected: str, sentence: str) -> None:
    got = {f"{f.actor} {f.modality} {f.action}" for f in frames(sentence) if f.asserted}
    assert got == {part.strip() for part in expected.split(";") if part.strip() != "none"}
