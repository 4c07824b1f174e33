"""Headings of plain text, levels, and ids of sections."""

from pathlib import Path

import pytest

from notice_parser.extract import read
from notice_parser.model import Block, Dialect, Options, Repaired, Segments
from notice_parser.repair import repair
from notice_parser.segment import segment
from notice_parser.span import Run, Span, Text
from notice_parser.vocabulary import BlockKind

CASES = Path(__file__).parent / "cases" / "segment" / "plain_headings.md"


def cases() -> list[tuple[str, str, list[str]]]:
    """Title, input and expected lines of each case."""
    out = []
    for part in CASES.read_text(encoding="utf-8").split("\n=== ")[1:]:
        head, _, rest = part.partition("\n")
        source, _, expected = rest.partition("\n---\n")
        out.append((head.strip(), source, expected.strip().split("\n")))
    return out


def segmented(blocks: list[tuple[BlockKind, int, str]]) -> Segments:
    """The segments of a text that consists of these blocks, a blank line between them."""
    found, at = [], 0
    for kind, level, words in blocks:
        found.append(Block(kind, Span(at, at + len(words)), level))
        at += len(words) + 2
    value = "\n\n".join(words for _, _, words in blocks)
    text = Text(value, (Run(0, len(value), 0, len(value), kept=True),))
    return segment(Repaired(text, tuple(found), (), Dialect("paragraphs", 1.0, ())))


@pytest.mark.parametrize(("title", "source", "expected"), cases(), ids=lambda value: str(value)[:40])
def test_plain_text(title: str, source: str, expected: list[str]) -> None:
    del title
    found = segmented([(BlockKind.TEXT, 0, block) for block in source.split("\n\n")])
    assert [f"{s.level} {s.category} {s.heading}" for s in found.sections if s.heading] == expected


def test_the_single_highest_heading_on_top_is_the_title() -> None:
    heading, text = BlockKind.HEADING, BlockKind.PARAGRAPH
    found = segmented(
        [
            (heading, 1, "Larkfield and You"),
            (text, 0, "Hello."),
            (heading, 2, "Data"),
            (heading, 4, "Names"),
            (heading, 2, "Data"),
        ]
    )
    assert found.metadata.title == "Larkfield and You"
    assert [(s.id, s.level, s.parent) for s in found.sections] == [
        ("start", 1, None),
        ("data", 1, None),
        ("data/names", 2, "data"),
        ("data-2", 1, None),
    ]
    assert found.sentences[0].kind is heading


TOLD = "We keep the orders that you place with our shops for as long as the law asks us to, and then delete them."


def headings(blocks: list[tuple[BlockKind, int, str]]) -> list[str]:
    """The headings of the sections of a text that consists of these blocks."""
    return [section.heading for section in segmented(blocks).sections if section.heading]


def body(*heads: str, times: int = 4) -> list[tuple[BlockKind, int, str]]:
    """Each head as a paragraph, with paragraphs of running text under it."""
    return [(BlockKind.PARAGRAPH, 0, words) for head in heads for words in (head, *[TOLD] * times)]


def test_headings_that_a_format_does_not_mark_are_told_under_its_title() -> None:
    title = (BlockKind.HEADING, 1, "Larkfield Privacy Policy")
    assert headings([title, *body("Information We Collect", "Data Retention", "Contact Us")]) == [
        "Information We Collect",
        "Data Retention",
        "Contact Us",
    ]


def test_headings_are_told_in_a_long_stretch_without_marks_alone() -> None:
    marked = [(BlockKind.HEADING, 2, "Cookies"), *body("Short Words", times=1)]
    unmarked = body("1 Scope", "2 How We Share Your Information", "3 Security")
    assert headings([*unmarked, *marked]) == ["1 Scope", "2 How We Share Your Information", "3 Security", "Cookies"]
    assert headings([*marked, *unmarked[:6]]) == ["Cookies"]


def test_ids_do_not_hang_on_numbers() -> None:
    heading = BlockKind.HEADING
    old = segmented([(heading, 2, "1. Scope"), (heading, 2, "2. Your Rights (EU)")])
    new = segmented([(heading, 2, "§ 4 Scope"), (heading, 2, "b) Your rights (EU)")])
    assert [s.id for s in old.sections] == [s.id for s in new.sections] == ["scope", "your-rights-eu"]


def test_a_label_list_stands_under_the_item_that_leads_in() -> None:
    item, text = BlockKind.LIST_ITEM, BlockKind.TEXT
    found = segmented(
        [
            (text, 0, "We use data for these things."),
            (text, 0, "We do so for:"),
            (item, 1, "any step we take:"),
            (text, 0, "(a) to ask;"),
            (text, 0, "(b) to tell."),
            (item, 1, "fun."),
        ]
    )
    assert [sentence.intro for sentence in found.sentences] == [None, None, 1, 2, 2, 1]


def test_the_last_cell_of_a_table_is_no_heading() -> None:
    cells = ["Purpose", "Data", "Basis", "Lending", "Your Name", "Contract", "Letters", "Your Address", "Consent"]
    lines = [
        "Larkfield Privacy Notice",
        "",
        "Use of Data",
        "",
        *cells,
        "We never sell your name, and we never sell your address either, on any day of the year.",
        "",
        "Your Choices",
        "",
        "You can say no to our letters, and we will stop at once, on any day of the year.",
    ]
    found = segment(repair(read("\n".join(lines).encode(), "notice.txt", Options())))
    assert [section.heading for section in found.sections if section.heading] == ["Use of Data", "Your Choices"]
