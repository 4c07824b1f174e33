"""Whatever bytes come: a text, or an error that says what is wrong and what to do; never a crash."""

import random
import re
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pdf_bytes import lines, page_of, pdf

from notice_parser import parse
from notice_parser.errors import NoticeError, UnreadableError
from notice_parser.extract import read
from notice_parser.extract.pdf import document, guard
from notice_parser.model import Extraction, Options

ROOT = Path(__file__).parent.parent
CORPUS = ROOT / "corpus/shop"
WORDS = pdf(
    page_of("72 700 F2 14 | Rights\n72 670 F1 11 | We answer.\ndot 80 650\n90 648 F1 11 | soon\nrule 70 600 400 600"),
    page_of("72 700 F1 11 | Write to us."),
    extra="/Annots [<</Subtype /Link /Rect [72 690 99 710] /A <</S /URI /URI (https://a.example)>> >>]",
)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (pdf([]), "no text layer: run text recognition first"),
        (pdf(), "damaged"),
        (b"%PDF-1.7\nnothing", "damaged"),
        ((Path(__file__).parent / "data/encrypted.pdf").read_bytes(), "encrypted: remove the password"),
        (pdf(lines(72, 700, "x" * 10), [], trailer="/Encrypt 3 0 R"), "encrypted|damaged"),
    ],
    ids=["empty page", "no page", "no structure", "password", "broken password"],
)
@pytest.mark.parametrize("reader", ["pdfium", "pdfplumber"])
def test_what_cannot_be_read_is_said(data: bytes, says: str, reader: str) -> None:
    with pytest.raises(UnreadableError, match=says):
        read(data, "notice.pdf", Options(pdf_reader=reader))


def test_an_encrypted_file_that_opens_without_a_password_is_read() -> None:
    data = (Path(__file__).parent / "data/encrypted-open.pdf").read_bytes()
    assert read(data, "notice.pdf", Options()).text == "We keep your name for two years."


def test_a_page_that_is_a_picture_is_lost_text() -> None:
    words = "We keep your name and address for as long as you are a member, and not a day longer."
    image = b"q 500 0 0 700 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q"
    empty = b"<</Length 0>>\nstream\n\nendstream"
    data = pdf(lines(72, 700, words), [], lines(72, 700, words.replace("name", "age")))
    scanned = data.replace(empty, b"<</Length %d>>\nstream\n%s\nendstream" % (len(image), image))
    notice = parse(scanned, "notice.pdf")
    assert notice.text.split("\n\n") == [words, "\ufffc", words.replace("name", "age")]
    assert [(loss.kind, loss.span.of(notice.text)) for loss in notice.losses] == [("text", "\ufffc")]
    assert [page.start for page in notice.pages] == [0, len(words) + 2, len(words) + 5]
    assert notice.warnings == ("no text on page 2, only a picture: run text recognition",)
    assert parse(data, "notice.pdf").losses == ()  # a blank page loses nothing


def test_pages_that_are_all_alike_are_no_furniture() -> None:
    pages = [lines(72, 740, f"We keep case {k} for six years\nand no longer than that.") for k in range(1, 5)]
    assert read(pdf(*pages), "notice.pdf", Options()).text.count("We keep case") == 4


def test_a_number_tree_that_bites_its_tail_is_an_error() -> None:
    data = pdf(lines(72, 700, "One."), cat="/PageLabels 3 0 R").replace(b"<</Font", b"<</Kids [3 0 R 3 0 R] /Font")
    with pytest.raises(UnreadableError, match="damaged"):
        read(data, "notice.pdf", Options())


def test_beside_other_threads_a_doubtful_file_is_read_by_an_interpreter_of_its_own() -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert read(WORDS + b"%/ObjStm", "notice.pdf", Options()) == read(WORDS, "notice.pdf", Options())
        test_a_number_tree_that_bites_its_tail_is_an_error()
    finally:
        done.set()
        thread.join()


def endless(data: bytes) -> Extraction:
    del data
    time.sleep(9)
    return Extraction("", "")


def test_work_without_end_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "SECONDS", 0.2)
    with pytest.raises(UnreadableError, match="more than 0 seconds"):
        guard.guarded(b"/Form", endless)


def test_errors_and_texts_come_back_from_the_process_apart() -> None:
    assert guard.is_doubtful(WORDS + b"%/ObjStm")
    assert read(WORDS + b"%/ObjStm", "notice.pdf", Options()) == read(WORDS, "notice.pdf", Options())
    with pytest.raises(UnreadableError, match="no text layer: run text recognition first"):
        read(pdf([]) + b"%/ObjStm", "notice.pdf", Options())


def test_budgets_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "MAX_PAGES", 1)
    with pytest.raises(UnreadableError, match="2 pages: the limit is 1: split it"):
        read(WORDS, "notice.pdf", Options())


def cut_short(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(len(data)) :]


def bytes_changed(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.choice((1, 5, 60))):
        data[chance.randrange(len(data))] = chance.randrange(256)


def part_lost(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data))
    del data[at : at + chance.randrange(1, 1_000)]


def part_repeated(data: bytearray, chance: random.Random) -> None:
    at, source = chance.randrange(len(data)), chance.randrange(len(data))
    data[at:at] = data[source : source + chance.randrange(1, 1_000)]


def numbers_changed(data: bytearray, chance: random.Random) -> None:
    found = list(re.finditer(rb"\d+", bytes(data)))
    for place in chance.choices(found, k=chance.choice((1, 4, 20))):
        length = place.end() - place.start()
        data[place.start() : place.end()] = chance.choice((b"0", b"1", b"-1", b"9" * length)).ljust(length, b"9")[
            :length
        ]


@pytest.mark.parametrize("change", [cut_short, bytes_changed, part_lost, part_repeated, numbers_changed])
def test_mutants_never_crash(change: Callable[[bytearray, random.Random], None]) -> None:
    chance = random.Random(change.__name__)  # noqa: S311 - the same mutants every time
    sources = [WORDS, WORDS, (CORPUS / "v1.chromium.pdf").read_bytes(), (CORPUS / "v1.libreoffice.pdf").read_bytes()]
    for _ in range(80):
        data = bytearray(chance.choice(sources))
        change(data, chance)
        try:
            read(b"%PDF-1.7\n" + bytes(data), "notice.pdf", Options())
        except NoticeError as error:
            assert error.remedy  # noqa: PT017 - it need not raise
