"""Laws on real documents of every format and damage, where such material stands beside the project.

The project's own corpus proves the same in `test_corpus_*.py`; this widens the sample and skips where there is none.
"""

import json
import unicodedata
from pathlib import Path

import pytest

from notice_parser.codec import decode, encode, problems
from notice_parser.diff import diff
from notice_parser.errors import NoticeError
from notice_parser.extract import read
from notice_parser.model import Extraction, Notice, Options
from notice_parser.parsing import parse
from notice_parser.repair import repair
from notice_parser.span import Span, Text

SHARED = Path(__file__).parent.parent.parent / "shared"
SUFFIXES = {".pdf", ".docx", ".html", ".md", ".txt"}
FILES = sorted(p for folder in ("gold", "seed") for p in (SHARED / folder).rglob("*") if p.suffix in SUFFIXES)

pytestmark = pytest.mark.skipif(not FILES, reason="needs real notices in ../shared")


def letters(text: str) -> str:
    return "".join(ch for ch in unicodedata.normalize("NFKC", text) if ch.isalnum())


def source_letters(source: str, text: Text, span: Span) -> str:
    return letters("".join(piece.of(source) for piece in text.pieces(span)))


def check_letters(extraction: Extraction, notice: Notice) -> None:
    text = Text(notice.text, notice.runs)
    spans = (
        [s.span for s in notice.sections] + [s.span for s in notice.sentences] + [c.span for c in notice.commitments]
    )
    replaced = [Span(run.text, run.text + run.length) for run in notice.runs if not run.kept and run.source_length]
    for span in spans:
        if not any(span.meets(other) for other in replaced):
            assert letters(span.of(notice.text)) == source_letters(extraction.text, text, span)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SHARED)))
def test_a_real_document_obeys_the_laws(path: Path) -> None:
    data = path.read_bytes()
    try:
        extraction = read(data, path.name, Options())
    except NoticeError as error:
        pytest.skip(f"not readable, and says so: {error}")
    notice = parse(data, path.name)
    written = encode(notice)
    assert decode(written, Notice) == notice
    check_letters(extraction, notice)
    assert diff(notice, notice) == ()
    again = repair(Extraction(notice.text, "text/plain"))
    assert again.text.value.split() == notice.text.split()


@pytest.mark.parametrize("path", FILES[::9], ids=lambda path: str(path.relative_to(SHARED)))
def test_a_real_document_is_valid_against_the_published_schema(path: Path) -> None:

    try:
        notice = parse(path.read_bytes(), path.name)
    except NoticeError:
        return
    assert problems(json.loads(encode(notice)), "notice") == ()
