"""LibreOffice opens the redline of every step of the corpus and draws all of its words, the deleted ones struck."""

import re
import shutil
import subprocess
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from notice_parser.comparing import compare
from notice_parser.parsing import parse
from notice_parser.report.redline import redline
from notice_parser.report.safe import visible

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
STEPS = [
    (kind, version, version + 1)
    for kind in ("insurer", "app", "shop")
    for version in (1, 2)
    if (CORPUS / kind / f"v{version + 1}.md").exists()
]
OFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(
    OFFICE is None, reason="LibreOffice is not installed: apt-get install libreoffice-writer-nogui"
)


def texts(kind: str, old: int, new: int) -> tuple[str, str, bytes]:
    """The text of both versions, and their redline."""
    before, after = (parse((CORPUS / kind / f"v{n}.md").read_bytes(), f"v{n}.md") for n in (old, new))
    return before.text, after.text, redline(before, after, compare(before, after))


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the redlines as LibreOffice prints them: one start for all."""
    folder = tmp_path_factory.mktemp("office")
    for kind, old, new in STEPS:
        (folder / f"{kind}{old}{new}.docx").write_bytes(texts(kind, old, new)[2])
    command = [str(OFFICE), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore"]
    files = sorted(map(str, folder.glob("*.docx")))
    subprocess.run(
        [*command, "--convert-to", "pdf", "--outdir", str(folder), *files], check=True, capture_output=True, timeout=180
    )
    return folder


def words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]{4,}", visible(text).lower()))


@pytest.mark.parametrize(("kind", "old", "new"), STEPS)
def test_every_word_of_both_versions_is_drawn(drawn: Path, kind: str, old: int, new: int) -> None:
    before, after, _ = texts(kind, old, new)
    document = pdfium.PdfDocument(drawn / f"{kind}{old}{new}.pdf")
    shown = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    assert "Redline of" in shown
    # Hyphenation at a line's end splits a word here and there; nothing else may be missing.
    missing = (words(before) | words(after)) - words(shown)
    assert len(missing) <= 3, sorted(missing)
