"""The report as PDF: printed by a real Chromium, or a clear word where there is none."""

from pathlib import Path

import pypdfium2 as pdfium
import pytest

from notice_parser.cli import notice
from notice_parser.cli.exits import USAGE, code
from notice_parser.report.printed import VARIABLE, chromium

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
PAIR = [str(CORPUS / "app/v2.md"), str(CORPUS / "app/v3.md")]
needs_chromium = pytest.mark.skipif(chromium() is None, reason="Chromium is not installed: apt-get install chromium")


@needs_chromium
def test_the_report_is_printed_whole_and_the_same_every_time(tmp_path: Path) -> None:
    files = [tmp_path / "one.pdf", tmp_path / "two.pdf"]
    for file in files:
        assert code(notice, ["diff", *PAIR, "-f", "pdf", "-o", str(file), "--fail-on", "never"]) == 0
    one, two = (file.read_bytes() for file in files)
    assert one == two
    shown = "\n".join(page.get_textpage().get_text_bounded() for page in pdfium.PdfDocument(one))
    assert "PN501" in shown
    assert b"D:19700101" in one


def test_without_chromium_the_remedy_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(VARIABLE, "no-such-program")
    assert code(notice, ["diff", *PAIR, "-f", "pdf", "-o", "unwritten.pdf"]) == USAGE
    assert "no Chromium is installed" in capsys.readouterr().err
