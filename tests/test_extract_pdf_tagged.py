"""Tagged PDFs: what their structure tree says, and what is done where it says too little."""

from pathlib import Path

import pytest
from block_cases import assert_sound

from notice_parser.extract import read
from notice_parser.extract.pdf.page import Line, Mark, Page
from notice_parser.extract.pdf.tagged import by_tags, tags_headings
from notice_parser.extract.pdf.tags import Leaf, Tree
from notice_parser.model import Options

CORPUS = Path(__file__).parent.parent / "corpus"


def line(start: int, text: str, base: float, *marks: Mark, page: int = 0) -> Line:
    return Line(page, start, start + len(text), text, 72, 500, base, 11, 0, 0, "", 72, marks)


def page(*lines: Line, number: int = 0) -> Page:
    return Page(number, "\n".join(line.text for line in lines), 612, 792, lines)


def shown(pages: list[Page], tree: Tree) -> list[tuple[str, int, int, str]] | None:
    found = by_tags(pages, frozenset(), tree)
    return None if found is None else [(one.kind, one.level, one.row, one.text) for one in found]


def test_labels_go_with_their_item_and_lists_nest() -> None:
    lines = page(
        line(0, "• We keep", 100, Mark(0, 0), Mark(2, 1)),
        line(10, "(a) names", 114, Mark(10, 2), Mark(14, 3)),
        line(20, "of you.", 128, Mark(20, 4)),
    )
    types = {
        (0,): "Document", (0, 0): "L", (0, 0, 0): "LI", (0, 0, 0, 0): "Lbl", (0, 0, 0, 1): "LBody",
        (0, 0, 0, 1, 1): "L", (0, 0, 0, 1, 1, 0): "LI", (0, 0, 0, 1, 1, 0, 0): "Lbl", (0, 0, 0, 1, 1, 0, 1): "P",
        (0, 0, 0, 1, 1, 0, 2): "P",
    }  # fmt: skip
    leaves = [
        Leaf((0, 0, 0, 0, 0), 0, 0),
        Leaf((0, 0, 0, 1, 0), 0, 1),
        Leaf((0, 0, 0, 1, 1, 0, 0, 0), 0, 2),
        Leaf((0, 0, 0, 1, 1, 0, 1, 0), 0, 3),
        Leaf((0, 0, 0, 1, 1, 0, 2, 0), 0, 4),
    ]
    assert shown([lines], Tree(types, leaves)) == [
        ("list-item", 1, 0, "We keep"),
        ("list-item", 2, 0, "(a) names"),
        ("list-item", 2, 0, "of you."),
    ]


def test_a_block_runs_on_over_pages_and_a_table_head_is_read_once() -> None:
    first = page(line(0, "What", 100, Mark(0, 0)), line(5, "Orders of", 114, Mark(5, 1)))
    second = page(line(0, "What", 100, Mark(0, 0), page=1), line(5, "tea", 114, Mark(5, 1), page=1), number=1)
    types = {(0,): "Table", (0, 0): "TR", (0, 0, 0): "TH", (0, 1): "TR", (0, 1, 0): "TD"}
    leaves = [Leaf((0, 0, 0, 0), 0, 0), Leaf((0, 1, 0, 0), 0, 1), Leaf((0, 0, 0, 1), 1, 0), Leaf((0, 1, 0, 1), 1, 1)]
    assert shown([first, second], Tree(types, leaves)) == [
        ("table-cell", 0, 1, "What"),
        ("table-cell", 0, 2, "Orders of tea"),
    ]


def test_a_little_text_without_tags_is_kept_where_it_stands() -> None:
    long = "We keep your name for as long as you are a member. " * 3
    one = page(line(0, long, 300, Mark(0, 0)), line(200, "So", 330, Mark(200, -1)), line(210, long, 360, Mark(210, 1)))
    tree = Tree({(0,): "P", (1,): "P"}, [Leaf((0, 0), 0, 0), Leaf((1, 0), 0, 1)])
    assert [row[3] for row in shown([one], tree) or []] == [long.strip(), "So", long.strip()]


def test_tags_that_leave_text_out_do_not_decide() -> None:
    one = page(line(0, "We keep your name.", 300, Mark(0, 0)), line(20, "We sell your name.", 330, Mark(20, -1)))
    assert shown([one], Tree({(0,): "P"}, [Leaf((0, 0), 0, 0)])) is None


def test_artifacts_are_no_text() -> None:
    one = page(line(0, "We keep your name.", 300, Mark(0, 0)), line(20, "SAMPLE of a watermark", 330, Mark(20, -2)))
    tree = Tree({(0,): "H2"}, [Leaf((0, 0), 0, 0)])
    assert shown([one], tree) == [("heading", 2, 0, "We keep your name.")]
    assert not tags_headings(by_tags([one], frozenset(), tree) or [])  # one heading may be the title alone


@pytest.mark.parametrize("name", ["app/v1", "insurer/v2", "shop/v3"])
@pytest.mark.parametrize("suffix", ["chromium.pdf", "libreoffice.pdf"])
def test_real_producers(name: str, suffix: str) -> None:
    extraction = read((CORPUS / f"{name}.{suffix}").read_bytes(), "notice.pdf", Options())
    assert_sound(extraction)
    assert extraction.pages[0].start == 0
    assert [page.start for page in extraction.pages] == sorted(page.start for page in extraction.pages)


def test_the_second_opinion_reads_the_same_words() -> None:
    data = (CORPUS / "app/v1.libreoffice.pdf").read_bytes()
    one, two = (read(data, "notice.pdf", Options(pdf_reader=reader)) for reader in ("pdfium", "pdfplumber"))
    assert two.warnings == ()
    assert two.text.split()[:200] == one.text.split()[:200]


def test_empty_lines_and_bullets_part_a_cell_and_a_repeated_head_of_a_table_stays() -> None:
    long = "We keep what you order from the tea shop in our books for seven years."
    first = page(
        line(0, "Data", 40, Mark(0, 0)),
        line(10, long, 100, Mark(10, 1)),
        line(100, "and one more.", 114, Mark(100, 1)),
        line(120, "Then it goes.", 142, Mark(120, 1)),
        line(140, "\u2022 names", 156, Mark(140, 1)),
        line(150, "* streets", 170, Mark(150, 1)),
    )
    second = page(
        line(0, "Data", 40, Mark(0, 0), page=1),
        line(10, "- wrapped on.", 100, Mark(10, 1), page=1),
        number=1,
    )
    types = {(0,): "Table", (0, 0): "TR", (0, 0, 0): "TH", (0, 1): "TR", (0, 1, 0): "TD"}
    leaves = [Leaf((0, 0, 0, 0), 0, 0), Leaf((0, 1, 0, 0), 0, 1), Leaf((0, 0, 0, 1), 1, 0), Leaf((0, 1, 0, 1), 1, 1)]
    pages = [first, second]
    found = by_tags(pages, frozenset({(0, 0), (1, 0)}), Tree(types, leaves)) or []
    assert [(one.row, one.text) for one in found] == [
        (1, "Data"),
        (2, f"{long} and one more."),
        (2, "Then it goes."),
        (2, "names"),
        (2, "streets - wrapped on."),
    ]


def test_paragraphs_of_a_cell_are_apart_and_an_item_that_is_only_a_label_is_none() -> None:
    one = page(
        line(0, "Names", 100, Mark(0, 0)), line(10, "Streets", 114, Mark(10, 1)), line(20, "B.", 140, Mark(20, 2))
    )
    types = {
        (0,): "Table", (0, 0): "TR", (0, 0, 0): "TD", (0, 0, 0, 0): "P", (0, 0, 0, 1): "P",
        (1,): "L", (1, 0): "LI", (1, 0, 0): "Lbl",
    }  # fmt: skip
    leaves = [Leaf((0, 0, 0, 0, 0), 0, 0), Leaf((0, 0, 0, 1, 0), 0, 1), Leaf((1, 0, 0, 0), 0, 2)]
    assert shown([one], Tree(types, leaves)) == [("table-cell", 0, 1, "Names"), ("table-cell", 0, 1, "Streets")]
