"""Whatever the bytes and the name: reading gives blocks in order, or says in one line what is wrong."""

from pathlib import Path

import pytest
from block_cases import assert_sound
from hypothesis import given, settings
from hypothesis import strategies as st

from notice_parser.errors import NoticeError
from notice_parser.extract import read
from notice_parser.model import Extraction, Options
from notice_parser.repair import repair

CORPUS = Path(__file__).parent.parent / "corpus"
NAMES = ("a.txt", "a.md", "a.html", "a.docx", "a.pdf", "a", "-")
STARTS = (
    b"",
    b"<html>",
    b"<?xml version='1.0'?>",
    b"%PDF-1.7\n",
    b"PK\x03\x04",
    b"# A\n\n",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"{",
)
WORDS = (
    b"we keep data ",
    b"<p>",
    b"</p>",
    b"\n",
    b"\r\n",
    b"\x00",
    b"\xc3",
    b"\xff",
    b"|",
    b"- ",
    b"&#0;",
    b"\n---\n",
    b"<td>",
    b"\xe2\x80\xa2",
)


def sound(data: bytes, name: str) -> None:
    """Read and repair; a NoticeError must be one line with a remedy."""
    try:
        extraction = read(data, name, Options())
    except NoticeError as error:
        complaint = error
    else:
        extraction_is_sound(extraction)
        return
    assert "\n" not in str(complaint)
    assert complaint.remedy


def extraction_is_sound(extraction: Extraction) -> None:
    assert_sound(extraction)
    repaired = repair(extraction)
    assert all(block.span.of(repaired.text.value).strip() for block in repaired.blocks)
    assert "\n" not in "".join(block.span.of(repaired.text.value) for block in repaired.blocks)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(STARTS), st.binary(max_size=300), st.sampled_from(NAMES))
def test_any_bytes(start: bytes, data: bytes, name: str) -> None:
    sound(start + data, name)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(STARTS), st.lists(st.sampled_from(WORDS), max_size=40).map(b"".join), st.sampled_from(NAMES))
def test_any_pieces(start: bytes, data: bytes, name: str) -> None:
    sound(start + data, name)


@pytest.mark.parametrize("suffix", [".md", ".html", ".docx"])
def test_damaged_files(suffix: str) -> None:
    data = (CORPUS / "app" / f"v1{suffix}").read_bytes()

    @settings(max_examples=25, deadline=None)
    @given(st.integers(0, len(data) - 1), st.binary(max_size=6), st.integers(0, 400))
    def mutated(at: int, junk: bytes, cut: int) -> None:
        sound(data[:at] + junk + data[at + cut :], f"a{suffix}")

    mutated()


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_a_text_has_a_limit_of_size(name: str) -> None:
    with pytest.raises(NoticeError, match="bytes: the limit is"):
        read(b"<html> We keep data. " * 1_000_000, name, Options())
