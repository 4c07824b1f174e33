"""HTML: blocks, the frame of pages, links, titles, hostile pages."""

import time
from contextlib import suppress

import pytest
from block_cases import assert_sound, cases, read_back
from hypothesis import given, settings
from hypothesis import strategies as st

from notice_parser.errors import NoticeError, UnreadableError
from notice_parser.extract import read
from notice_parser.model import Options
from notice_parser.repair import repair


@pytest.mark.parametrize(("title", "source", "expected"), cases("html/blocks.md"), ids=lambda value: str(value)[:30])
def test_blocks(title: str, source: str, expected: list[str]) -> None:
    assert read_back(source.encode(), "part.html") == expected, title


@pytest.mark.parametrize(("title", "source", "expected"), cases("html/pages.md"), ids=lambda value: str(value)[:30])
def test_pages(title: str, source: str, expected: list[str]) -> None:
    assert read_back(source.encode(), "page.html") == expected, title


def test_title_language_links_and_lines() -> None:
    source = (
        b'<!doctype html>\n<html lang="en-GB"><head><title> Privacy\n | Larkfield</title></head><body>\n'
        b'<h1>Notice</h1>\n<p>Ask <a href="mailto:dpo@larkfield.example"><b>our</b> office</a> or <a href="#top"></a>us.</p>'
    )
    extraction = read(source, "a", Options())
    assert (extraction.title, extraction.language) == ("Privacy | Larkfield", "en")
    assert [(link.target, link.span.of(extraction.text)) for link in extraction.links] == [
        ("mailto:dpo@larkfield.example", "our office")
    ]
    assert [(row.start, row.line) for row in extraction.lines] == [(0, 4), (8, 5)]
    repaired = repair(extraction)
    assert repaired.links[0].span.of(repaired.text.value) == "our office"


def test_a_link_around_blocks_gives_a_link_a_block() -> None:
    extraction = read(b"<a href='/x'><p>one</p><p>two words</p></a><p>three</p>", "a.html", Options())
    assert [(link.target, link.span.of(extraction.text)) for link in extraction.links] == [
        ("/x", "one"),
        ("/x", "two words"),
    ]


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="windows-1252">', "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">', "cp1252"),
        ('<meta charset="utf-8">', "utf-8"),
        ("", "utf-16"),
        ('<meta charset="koi8-r">', "koi8-r"),
    ],
)
def test_encodings(head: str, encoding: str) -> None:
    words = "Мы храним имя" if encoding == "koi8-r" else "naïve “façade”"
    page = f"<html><head>{head}</head><body><p>{words}</p></body></html>"
    assert read_back(page.encode(encoding), "a.html") == [f"p {words}"]


def test_a_page_that_is_all_frame_is_read_whole() -> None:
    page = b"<html><body><div role='dialog'><h2>Cookies</h2><p>Choose.</p></div></body></html>"
    assert read_back(page, "a.html") == ["h2 Cookies", "p Choose."]


@pytest.mark.parametrize(
    "page",
    [
        b"<html>" + b"<div>" * 100_000 + b"words",
        b"<html>" + b"<b>" * 100_000 + b"words",
        b"<html><ul>" + b"<li><ul>" * 50_000 + b"words",
        b"<html>" + b"<table><tr><td>" * 30_000 + b"words",
        b"<html><p>" + b"<" * 300_000,
        b"<html><p class='" + b"x " * 2_000_000 + b"'>words</p>",
        b"<html><p>" + b"words and words " * 300_000,
        b"<html>" + b"<p>words" * 20_000,
        b"<html>" + b"x<br>" * 20_000,
        b"<html>" + b"<button>Accept all</button>" * 5_000,
        b"<html>" + b"<a href=x>words</a>" * 20_000,
        b"<html>" + b"<h1>a</h1><table><tr><td>x" * 1_000,
    ],
    ids=lambda page: page[:24].decode(),
)
def test_hostile_pages_end_soon(page: bytes) -> None:
    started = time.perf_counter()
    with suppress(UnreadableError):
        assert_sound(read(page, "a.html", Options()))
    assert time.perf_counter() - started < 10


PIECES = (
    """
<p>;</p>;<div>;</div>;<h2>;</h2>;<ul>;<ol type=i>;<li>;</li>;</ul>;<table>;<tr>;<td>;</table>;<br>;<b>;</b>;<a href=x>;</a>;
<button aria-expanded>;</button>;<details>;<summary>;<dl>;<dt>;<dd>;<pre>;</pre>;<nav>;<footer>;<main>;&amp;;&#0;;&nbsp;;•;we;keep it.;
<script>;</script>;<!--;-->;<form>;<header>;<p style='mso-list:l0 level2'>;<svg>;<o:p>;<x-y>;<title>;<frameset>;<select>;<textarea>
""".strip()
    .replace("\n", "")
    .split(";")
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from([*PIECES, " ", "\n", "\x00", "long words " * 9]), max_size=40).map("".join))
def test_any_page_reads_soundly(source: str) -> None:
    with suppress(NoticeError):
        read_back(("<html>" + source).encode(), "a.html")
