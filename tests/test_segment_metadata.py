"""What a notice says of itself, and what it names."""

from pathlib import Path

import pytest

from notice_parser.extract import read
from notice_parser.model import Options, Segments
from notice_parser.repair import repair
from notice_parser.segment import segment
from notice_parser.segment.dates import dates

CASES = Path(__file__).parent / "cases" / "segment"


def cases(name: str) -> list[tuple[str, str, list[str]]]:
    """Title, input and expected lines of each case in a file of cases."""
    out = []
    for part in (CASES / name).read_text(encoding="utf-8").split("\n=== ")[1:]:
        head, _, rest = part.partition("\n")
        source, _, expected = rest.partition("\n---\n")
        out.append((head.strip(), source, [line for line in expected.split("\n") if line]))
    return out


def segmented(source: str) -> Segments:
    return segment(repair(read(source.encode(), "notice.txt", Options())))


@pytest.mark.parametrize(("title", "source", "expected"), cases("metadata.md"), ids=lambda value: str(value)[:40])
def test_metadata(title: str, source: str, expected: list[str]) -> None:
    del title
    found = segmented(source).metadata
    fields = dict(line.partition(": ")[::2] for line in expected)
    for name, value in fields.items():
        assert (getattr(found, name.rstrip(":")) or "") == value


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Let's take a look at the full Larkfield Privacy Policy.", "Larkfield Privacy Policy"),
        ("Welcome to our Privacy and Cookie Notice", "Privacy and Cookie Notice"),
        ("Here is our Cookie Notice!", "Cookie Notice"),
        ("Larkfield Privacy Policy for Members", "Larkfield Privacy Policy for Members"),
    ],
)
def test_a_heading_that_is_a_sentence_names_the_notice(heading: str, title: str) -> None:
    source = f"# {heading}\n\nWe keep your name.\n\n## Rights\n\nYou may see it.\n"
    assert segment(repair(read(source.encode(), "notice.md", Options()))).metadata.title == title


@pytest.mark.parametrize(("title", "source", "expected"), cases("named.md"), ids=lambda value: str(value)[:40])
def test_named(title: str, source: str, expected: list[str]) -> None:
    del title
    found = segmented(source)
    rows = [f"definition: {row.term}" for row in found.definitions]
    rows += [f"{row.kind}: {row.value}" for row in found.contacts]
    rows += [f"law: {row.name}" for row in found.references]
    assert rows == expected


@pytest.mark.parametrize(
    ("words", "month_first", "iso"),
    [
        ("January 1, 2020", None, "2020-01-01"),
        ("25 May 2018", None, "2018-05-25"),
        ("the 1st of March, 2019", None, "2019-03-01"),
        ("2021-12-31", None, "2021-12-31"),
        ("3.4.2021", None, "2021-04-03"),
        ("5/25/18", None, "2018-05-25"),
        ("25/5/2018", None, "2018-05-25"),
        ("3/4/2021", True, "2021-03-04"),
        ("3/4/2021", False, "2021-04-03"),
        ("3/4/2021", None, None),
        ("June 2019", None, "2019-06"),
        ("06/2019", None, "2019-06"),
        ("1er janvier 2022", None, "2022-01-01"),
        ("3. März 2022", None, "2022-03-03"),
        ("2022年3月4日", None, "2022-03-04"),
        ("32/13/2020", None, None),
    ],
)
def test_dates(words: str, month_first: bool | None, iso: str | None) -> None:
    found = [dated.iso for dated in dates(words, month_first=month_first)]
    assert found == ([iso] if iso else [])
