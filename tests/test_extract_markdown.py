"""Markdown: blocks, links, places."""

from contextlib import suppress

import pytest
from block_cases import cases, read_back
from hypothesis import given, settings
from hypothesis import strategies as st

from notice_parser.errors import NoticeError
from notice_parser.extract import read
from notice_parser.model import Link, Options
from notice_parser.repair import repair
from notice_parser.span import Span


@pytest.mark.parametrize(
    ("title", "source", "expected"), cases("markdown/blocks.md"), ids=lambda value: str(value)[:40]
)
def test_blocks(title: str, source: str, expected: list[str]) -> None:
    assert read_back(source.encode(), "notice.md") == expected, title


@pytest.mark.parametrize(
    ("title", "source", "expected"), cases("markdown/blocks.md"), ids=lambda value: str(value)[:40]
)
def test_windows_line_ends_read_the_same(title: str, source: str, expected: list[str]) -> None:
    assert read_back(source.replace("\n", "\r\n").encode(), "notice.md") == expected, title


def test_links_hold_the_words_and_the_target_as_written() -> None:
    source = "Write to **[the *office*](mailto:dpo@larkfield.example 'Mail')** or see <https://larkfield.example/a_b>."
    extraction = read(source.encode(), "a.md", Options())
    assert [(link.target, link.span.of(source)) for link in extraction.links] == [
        ("mailto:dpo@larkfield.example", "the *office*"),
        ("https://larkfield.example/a_b", "https://larkfield.example/a_b"),
    ]
    repaired = repair(extraction)
    assert [link.span.of(repaired.text.value) for link in repaired.links] == [
        "the office",
        "https://larkfield.example/a_b",
    ]


def test_the_text_is_the_file_and_lines_are_its_lines() -> None:
    source = "# A\r\n\r\n> quoted\r\n> twice\r\n"
    extraction = read(source.encode(), "a.md", Options())
    assert extraction.text == source
    assert [(row.start, row.line) for row in extraction.lines] == [(0, 1), (5, 2), (7, 3), (17, 4), (26, 5)]
    assert extraction.blocks[1].span == Span(9, 24)


def test_front_matter_gives_title_and_language() -> None:
    extraction = read(b"---\ntitle: 'A Notice'\nlanguage: de\n---\n\nText [x](y).\n", "a.md", Options())
    assert (extraction.title, extraction.language) == ("A Notice", "de")
    assert extraction.links == (Link("y", Span(46, 47)),)


PIECES = """
# ;## ;* ;- ;1. ;2) ;> ;    ;**;*;_;`;```;[;](;);![;<b>;</b>;<br>;<!--;-->;<div>;\\;&amp;;&#0;|;---;===;•;we;data.;~~~;
<http://a.b>;[a]: b;<li>;[x](y);{;| a | b |
""".strip().split(";")
pieces = st.sampled_from([*PIECES, "\n", "\n\n", "\t", " ", "\x00", "\u00a0", "\n| --- | --- |\n| c | d |\n"])


@settings(max_examples=300, deadline=None)
@given(st.lists(pieces, max_size=40).map("".join))
def test_any_markdown_reads_soundly(source: str) -> None:
    with suppress(NoticeError):
        read_back(source.encode(), "notice.md")
