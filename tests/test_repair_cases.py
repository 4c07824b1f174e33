"""Every repair on small texts: tests/cases/repair/*.md holds title, input and expected text, parted by lines of "%".

In these files ␠ is a blank, ␌ a form feed, and U+FFFC stands for a lost run as in every repaired text.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from notice_parser.extract.plain import read_plain
from notice_parser.model import Options
from notice_parser.repair import repair
from notice_parser.span import replay

CASES = Path(__file__).parent / "cases" / "repair"


def cases() -> Iterator[object]:
    for path in sorted(CASES.glob("*.md")):
        dialect = path.stem.split(".")[0]
        forced = None if dialect == "any" else dialect
        parts = path.read_text(encoding="utf-8").replace("␠", " ").replace("␌", "\f").split("\n%\n")
        for title, before, after in zip(parts[0::3], parts[1::3], parts[2::3], strict=False):
            yield pytest.param(forced, before, after, id=f"{path.stem}: {title.strip().splitlines()[-1]}")


@pytest.mark.parametrize(("dialect", "before", "after"), list(cases()))
def test_a_case(dialect: str | None, before: str, after: str) -> None:
    extraction = read_plain(before.encode(), Options(dialect=dialect))
    repaired = repair(extraction, dialect)
    marked = {block.span.start for block in repaired.blocks if block.kind == "list-item"}
    lines, at = [], 0
    for line in repaired.text.value.split("\n"):
        lines.append(("* " if at in marked else "") + line)
        at += len(line) + 1
    assert "\n".join(lines) == after
    assert replay(extraction.text, repaired.edits) == repaired.text.value
