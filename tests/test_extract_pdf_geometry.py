"""Untagged PDFs: blocks from gaps, indents, size and weight; running lines left out."""

import pytest
from pdf_bytes import Put, lines, pdf

from notice_parser.errors import UnreadableError
from notice_parser.extract import read
from notice_parser.model import Extraction, Options


def blocks(data: bytes) -> list[tuple[str, int, str]]:
    out = read(data, "notice.pdf", Options())
    return [(block.kind, block.level, " ".join(block.span.of(out.text).split())) for block in out.blocks]


def first_page() -> list[Put]:
    return [
        *lines(72, 760, "Juniper Lantern Privacy Notice", size=9),
        *lines(72, 700, "How we use data", size=16, font="F2"),
        *lines(
            72, 670, "We collect your name and your e-mail address when you open an account with us, and we\nkeep both."
        ),
        *lines(72, 632, "We use them to:"),
        *lines(90, 610, "• answer your questions about orders, returns and anything else that you may care to\n  ask;"),
        *lines(90, 576, "• send receipts."),
        *lines(72, 548, "This paragraph runs on over the end of the page, because it has too many words for it, and"),
        *lines(300, 30, "Page 1 of 2", size=9),
    ]


def second_page() -> list[Put]:
    return [
        *lines(72, 760, "Juniper Lantern Privacy Notice", size=9),
        *lines(72, 700, "so it ends here."),
        *lines(300, 30, "Page 2 of 2", size=9),
    ]


def test_blocks_and_furniture() -> None:
    assert blocks(pdf(first_page(), second_page())) == [
        ("heading", 1, "How we use data"),
        (
            "paragraph",
            0,
            "We collect your name and your e-mail address when you open an account with us, and we keep both.",
        ),
        ("paragraph", 0, "We use them to:"),
        ("list-item", 1, "answer your questions about orders, returns and anything else that you may care to ask;"),
        ("list-item", 1, "send receipts."),
        (
            "paragraph",
            0,
            "This paragraph runs on over the end of the page, because it has too many words for it, and so it ends here.",
        ),
    ]


def test_pages_say_where_they_start() -> None:
    out = read(pdf(first_page(), second_page()), "notice.pdf", Options())
    assert [page.number for page in out.pages] == [1, 2]
    assert out.text[out.pages[1].start :] == "so it ends here."


def spans_are_parted(out: Extraction) -> bool:
    return all("\n" in out.text[a.span.end : b.span.start] for a, b in zip(out.blocks, out.blocks[1:], strict=False))


def test_blocks_are_parted_by_line_breaks() -> None:
    assert spans_are_parted(read(pdf(first_page(), second_page()), "notice.pdf", Options()))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (pdf([]), "no text layer"),
        (pdf(), "damaged"),
        (b"%PDF-1.7\nnothing", "damaged"),
    ],
)
def test_what_cannot_be_read_is_said(data: bytes, says: str) -> None:
    with pytest.raises(UnreadableError, match=says):
        read(data, "notice.pdf", Options())
