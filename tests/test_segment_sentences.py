"""Sentences: the traps of the splitter, and the laws every segmentation keeps."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice_parser.extract import read
from notice_parser.model import Options, Repaired, Segments
from notice_parser.repair import repair
from notice_parser.segment import segment
from notice_parser.segment.stops import pieces

CASES = Path(__file__).parent / "cases" / "segment"


def cases(name: str) -> list[tuple[str, str, list[str]]]:
    """Title, input and expected lines of each case in a file of cases."""
    out = []
    for part in (CASES / name).read_text(encoding="utf-8").split("\n=== ")[1:]:
        head, _, rest = part.partition("\n")
        given_text, _, expected = rest.partition("\n---\n")
        out.append((head.strip(), given_text, expected.strip("\n").split("\n")))
    return out


def segmented(source: str, name: str = "notice.md") -> tuple[Repaired, Segments]:
    repaired = repair(read(source.encode(), name, Options()))
    return repaired, segment(repaired)


@pytest.mark.parametrize(("title", "line", "expected"), cases("stops.md"), ids=lambda value: str(value)[:40])
def test_stops(title: str, line: str, expected: list[str]) -> None:
    del title
    assert [span.of(line) for span in pieces(line)] == expected


@pytest.mark.parametrize(("title", "source", "expected"), cases("introductions.md"), ids=lambda value: str(value)[:40])
def test_introductions(title: str, source: str, expected: list[str]) -> None:
    del title
    repaired, parts = segmented(source)
    text = repaired.text.value
    rows = [
        f"{parts.sentences[sentence.intro].span.of(text)} > {sentence.span.of(text)}"
        for sentence in parts.sentences
        if sentence.intro is not None
    ]
    assert rows == expected


LINES = st.lists(
    st.sampled_from(
        [
            "# Privacy Notice",
            "## Data",
            "### More",
            "* a name;",
            "* We ask. You answer.",
            "We collect:",
            "",
            "Data is e.g. a",
            "1. One",
            "\ufffc",
            "We (e.g. Acme Inc. ) do. ",
            "DATA WE USE",
            "Stored here.We go",
        ]
    ),
    min_size=1,
    max_size=30,
).filter(lambda lines: any(line.strip() for line in lines))


@given(LINES, st.sampled_from(["notice.md", "notice.txt"]))
def test_laws(lines: list[str], name: str) -> None:
    repaired, parts = segmented("\n".join(lines), name)
    text = repaired.text.value
    spans = [sentence.span for sentence in parts.sentences]
    assert all(span.of(text).strip() == span.of(text) != "" for span in spans)
    assert all("\n" not in span.of(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())
    assert [section.span.start for section in parts.sections] == [0, *(s.span.end for s in parts.sections[:-1])]
    assert parts.sections[-1].span.end == len(text)
    assert len({section.id for section in parts.sections}) == len(parts.sections)
    assert {sentence.section for sentence in parts.sentences} <= {section.id for section in parts.sections}
    assert all(s.heading_span is None or s.heading_span.of(text) == s.heading for s in parts.sections)


def test_a_cell_knows_its_row_and_a_list_item_its_depth() -> None:
    source = "Data:\n\n- names\n  - first names\n\n| Data | Kept |\n|---|---|\n| Names | 30 days |\n"
    repaired, found = segmented(source)
    places = [(s.span.of(repaired.text.value), s.depth, s.row) for s in found.sentences]
    assert places[1:] == [
        ("names", 1, 0),
        ("first names", 2, 0),
        ("Data", 0, 1),
        ("Kept", 0, 1),
        ("Names", 0, 2),
        ("30 days", 0, 2),
    ]
