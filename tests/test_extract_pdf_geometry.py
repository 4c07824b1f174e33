"""Untagged PDFs: blocks from gaps, indents, size and weight; running lines left out."""

import pytest
from block_cases import cases, read_back
from pdf_bytes import Put, lines, page_of, pdf

from notice_parser import parse
from notice_parser.extract import read
from notice_parser.extract.pdf.labels import bullet_end, follows, label
from notice_parser.model import Options


@pytest.mark.parametrize(("title", "source", "expected"), cases("pdf/blocks.md"), ids=lambda value: str(value)[:40])
def test_blocks(title: str, source: str, expected: list[str]) -> None:
    pages = [page_of(part) for part in source.split("+++")]
    assert read_back(pdf(*pages), "notice.pdf") == expected, title


def test_pages_say_where_they_start() -> None:
    out = read(pdf(lines(72, 700, "One."), lines(72, 700, "Two.")), "notice.pdf", Options())
    assert [(page.number, page.start) for page in out.pages] == [(1, 0), (2, out.text.index("Two."))]


LABELS = "/PageLabels <</Nums [0 <</S /r>> 2 <</S /D /P (A-)>> 3 <</P (Annex)>> 4 <</S /D /St 7>>]>>"


@pytest.mark.parametrize("reader", ["pdfium", "pdfplumber"])
def test_pages_have_the_labels_that_the_document_gives_them(reader: str) -> None:
    data = pdf(*[lines(72, 700, f"Part {k}.") for k in "abcdef"]).replace(
        b"/Pages 2 0 R", f"/Pages 2 0 R {LABELS}".encode()
    )
    out = read(data, "notice.pdf", Options(pdf_reader=reader))
    assert [page.label for page in out.pages] == ["i", "ii", "A-1", "Annex", "7", "8"]
    assert {page.label for page in read(pdf(lines(72, 700, "One.")), "notice.pdf", Options()).pages} == {None}


def test_page_labels_are_published() -> None:
    data = pdf(lines(72, 700, "Privacy notice"), lines(72, 700, "We keep your name.")).replace(
        b"/Pages 2 0 R", b"/Pages 2 0 R /PageLabels <</Nums [0 <</S /R>>]>>"
    )
    assert [(page.number, page.label) for page in parse(data, "notice.pdf").pages] == [(1, "I"), (2, "II")]


def test_a_page_without_text_is_named() -> None:
    out = read(pdf(lines(72, 700, "One."), []), "notice.pdf", Options())
    assert out.warnings == ("no text on page 2: run text recognition if it shows any",)


def test_hyphens_of_a_hyphenated_document_are_left_to_repair() -> None:
    data = pdf(lines(72, 700, "We collect infor-\nmation about you.", pitch=13))
    assert read(data, "notice.pdf", Options()).text == "We collect infor\ufffe\nmation about you."


def test_hyphens_of_a_document_that_is_not_hyphenated_belong_to_their_words() -> None:
    line = "We hand over no list of any kind to any person at all, wherever he may live."
    pages = [lines(72, 760, "\n".join([line] * 45), pitch=13) for _ in range(2)]
    data = pdf(*pages, lines(72, 760, f"{line[:-14]} third-\nparty, first-\nand second-hand things stay.", pitch=13))
    assert read(data, "notice.pdf", Options()).text.endswith(" third-party, first\ufffe\nand second-hand things stay.")


def test_text_in_another_direction_is_left_out_and_said() -> None:
    data = pdf(lines(72, 700, "We keep your name."))
    turned = data.replace(b"(We keep your name.) Tj ET", b"(We keep your name.) Tj 0 1 -1 0 30 90 Tm (SAMPLE) Tj ET")
    out = read(turned, "notice.pdf", Options())
    assert [block.span.of(out.text) for block in out.blocks] == ["We keep your name."]
    assert out.warnings == ("text in another direction was left out on page 1",)


def test_the_whole_page_may_be_turned() -> None:
    data = pdf(lines(72, 700, "We keep your name."), extra="/Rotate 90").replace(b"1 0 0 1 72", b"0 1 -1 0 72")
    out = read(data, "notice.pdf", Options())
    assert out.text == "We keep your name."


@pytest.mark.parametrize("box", ["[0 200 612 892]", "[-300 -100 700 900]"])
def test_a_page_may_begin_anywhere(box: str) -> None:
    running = [[*lines(72, 700, f"We keep part {word}."), *lines(300, 210, f"{k}")] for k, word in enumerate("abc", 1)]
    data = pdf(*running).replace(b"[0 0 612 792]", box.encode())
    assert read(data, "notice.pdf", Options()).text.split("\n")[0] == "We keep part a."


def test_a_cropped_page_shows_its_running_lines_at_its_own_edge() -> None:
    pages = [
        [*lines(72, 690, "Marram Club"), *lines(72, 500, f"We keep {word}.")] for word in ("names", "ages", "dates")
    ]
    out = read(pdf(*pages, extra="/CropBox [50 100 560 710]"), "notice.pdf", Options())
    assert out.text.split("\n") == ["We keep names.", "We keep ages.", "We keep dates."]


def test_two_readings_that_differ_are_worth_a_warning() -> None:
    words = "We keep the list of members in a drawer."
    data = pdf([*lines(72, 700, words), *lines(72.2, 700, words), *lines(72, 600, "We burn it after two years.")])
    warnings = read(data, "notice.pdf", Options(pdf_reader="pdfplumber")).warnings
    assert any("pdfplumber and PDFium agree on" in warning for warning in warnings)


def test_a_link_over_two_lines_has_one_rectangle_and_no_blank() -> None:
    address = "https://marram.example/members/rights.pdf"
    annotation = f"/Annots [<</Type /Annot /Subtype /Link /Rect [72 680 540 712] /A <</S /URI /URI ({address})>> >>]"
    page = lines(72, 700, "The rules of the club stand in one file (https://marram.example/\nmembers/rights.pdf).")
    out = read(pdf(page, extra=annotation), "notice.pdf", Options())
    assert [(link.target, link.span.of(out.text)) for link in out.links] == [(address, address)]
    assert out.text.endswith(f"({address}).")


def test_running_lines_date_and_number_the_notice() -> None:
    texts = ("We keep your name while you sail with us.", "We never sell it.", "Ask us for it at the gate.")
    pages = [
        [
            Put(72, 760, "MB-204417"),
            *lines(72, 600, f"{text}\n" * 3),
            Put(72, 30, f"Last updated: March 2, 2016      {k}"),
        ]
        for k, text in enumerate(texts, 1)
    ]
    notice = parse(pdf(*pages), "notice.pdf")
    assert "updated" not in notice.text
    assert (notice.metadata.document_id, notice.metadata.last_updated) == ("mb-204417", "2016-03-02")


def test_links_lie_on_their_words() -> None:
    link = (
        "/Annots [<</Type /Annot /Subtype /Link /Rect [98 697 126 710] "
        "/A <</S /URI /URI (https://marram.example/rights)>> >>]"
    )
    out = read(pdf(lines(72, 700, "Read rights here."), extra=link), "notice.pdf", Options())
    assert [(link.target, link.span.of(out.text)) for link in out.links] == [
        ("https://marram.example/rights", "rights"),
    ]


def test_a_large_page_box_or_none_at_all_is_read() -> None:
    data = pdf(lines(72, 700, "We keep your name."))
    for box in (b"[0 0 9e9 9e9]", b"[0 0 0 0]    ", b"[5 5 -5 -5]  "):
        assert read(data.replace(b"[0 0 612 792]", box), "notice.pdf", Options()).text == "We keep your name."


@pytest.mark.parametrize(
    ("text", "bullet", "mark"),
    [
        ("• one", 2, ""),
        ("\uf0b7 one", 2, ""),
        ("– one", 2, ""),
        ("o One", 2, ""),
        ("on one", 0, ""),
        ("(a) one", 0, "(a)"),
        ("iv) one", 0, "iv)"),
        ("12. one", 0, "12."),
        ("2.1 One", 0, "2.1"),
        ("2024 was", 0, ""),
        ("-5 degrees", 0, ""),
    ],
)
def test_bullets_and_labels(text: str, bullet: int, mark: str) -> None:
    assert (bullet_end(text), label(text)) == (bullet, mark)


@pytest.mark.parametrize(
    ("text", "before", "expected"),
    [
        ("3. c", "2. b", True),
        ("(c) c", "(b) b", True),
        ("10. c", "9. b", True),
        ("2.3 c", "2.2 b", True),
        ("3. c", "1. b", False),
        ("3) c", "2. b", False),
        ("c", "b", False),
    ],
)
def test_labels_follow_each_other(text: str, before: str, expected: bool) -> None:
    assert follows(text, before) is expected
