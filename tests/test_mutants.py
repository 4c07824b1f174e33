"""A sample of broken files. `scripts/fuzz` runs many thousands of the same kind."""

from mutants import SEEDS, mutants

from notice_parser.codec import decode, encode
from notice_parser.errors import NoticeError
from notice_parser.model import Notice
from notice_parser.parsing import parse

KNOWN = range(600, 601)  # a font that yields halves of characters


def test_there_is_a_seed_of_every_format() -> None:
    assert {path.suffix for path in SEEDS} == {".md", ".html", ".docx", ".pdf", ".txt"}


def read(name: str, data: bytes) -> Notice | None:
    try:
        return parse(data, name.partition("#")[0])
    except NoticeError:
        return None


def test_a_broken_file_gives_a_sound_notice_or_a_clear_error() -> None:
    notices = [
        notice for name, data in (*mutants(range(96)), *mutants(KNOWN)) if (notice := read(name, data)) is not None
    ]
    assert len(notices) > 60
    assert [decode(encode(notice), Notice) for notice in notices] == notices
