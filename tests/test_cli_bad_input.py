"""Bad input from outside: one line that says what and what to do, the right exit code, nothing written."""

import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from pdf_bytes import pdf

Case = Callable[[Path], str]


def run(*arguments: str, folder: Path, standard_input: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "notice_parser", *arguments]
    return subprocess.run(command, input=standard_input, capture_output=True, cwd=folder, check=False, timeout=120)


def file(name: str, data: bytes) -> Case:
    def write(folder: Path) -> str:
        (folder / name).write_bytes(data)
        return name

    return write


def packed(parts: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return target.getvalue()


def sparse(folder: Path) -> str:
    with (folder / "big.txt").open("wb") as target:
        target.truncate(200_000_000)
    return "big.txt"


def directory(folder: Path) -> str:
    (folder / "notices").mkdir()
    return "notices"


def unreadable(folder: Path) -> str:
    (folder / "locked.md").write_text("# Notice\n")
    (folder / "locked.md").chmod(0)
    if os.access(folder / "locked.md", os.R_OK):
        pytest.skip("this user reads every file")
    return "locked.md"


DOCUMENT = "word/document.xml"
TYPES = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b']><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>'
)
CASES: dict[str, tuple[Case, str]] = {
    "missing": (lambda _: "nowhere.md", "does not exist"),
    "directory": (directory, "is a directory"),
    "unreadable": (unreadable, "cannot be read"),
    "empty": (file("empty.txt", b""), "is empty"),
    "blank": (file("blank.txt", b" \n\t\n"), "is empty"),
    "too large": (sparse, "limit"),
    "binary under a text name": (file("notice.txt", bytes(range(256)) * 40), "notice.txt"),
    "image": (file("notice.png", b"\x89PNG\r\n\x1a\n" + bytes(200)), "notice.png"),
    "zip that is no document": (file("notice.docx", packed({"a.txt": b"hello"})), "notice.docx"),
    "zip that leaves its folder": (
        file("notice.docx", packed({"../../evil.txt": b"x", DOCUMENT: b"<x/>"})),
        "notice.docx",
    ),
    "zip bomb": (
        file("notice.docx", packed({"[Content_Types].xml": TYPES, DOCUMENT: bytes(150_000_000)})),
        "notice.docx",
    ),
    "entity bomb": (file("notice.docx", packed({"[Content_Types].xml": TYPES, DOCUMENT: BOMB})), "notice.docx"),
    "broken zip": (file("notice.docx", packed({DOCUMENT: b"<x/>"})[:40]), "notice.docx"),
    "broken PDF": (file("notice.pdf", b"%PDF-1.7\nnothing here"), "notice.pdf"),
    "hostile name": (lambda _: "no\nsuch\x1b[31mfile.md", "does not exist"),
    "ref that is an option": (lambda _: "--output=x:notice.md", ""),
}


ROWS = [
    *((case, "parse") for case in CASES),
    ("missing", "diff"),
    ("broken PDF", "diff"),
]


@pytest.mark.parametrize(("case", "command"), ROWS)
def test_bad_input_is_one_line_and_exit_3(tmp_path: Path, case: str, command: str) -> None:
    make, words = CASES[case]
    name = make(tmp_path)
    (tmp_path / "good.md").write_text("# Notice\n\nWe do not sell your data.\n")
    before = sorted(tmp_path.rglob("*"))
    result = run(command, "-o", "out", "--", *([name] if command == "parse" else ["good.md", name]), folder=tmp_path)
    error = result.stderr.decode()
    assert (result.returncode, result.stdout) == (3, b""), error
    assert error.startswith("notice: ")
    assert error.count("\n") == 1
    assert "\x1b" not in error
    assert words in error
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    "data", [b"<div>" * 20_000 + b"We collect your name." + b"</div>" * 20_000, b"<p>We collect<p>" * 4_000]
)
def test_deep_html_ends(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "deep.html").write_bytes(b"<!DOCTYPE html><html><body>" + data)
    result = run("parse", "deep.html", folder=tmp_path)
    assert result.returncode in (0, 3)
    assert b"Traceback" not in result.stderr


def test_invalid_utf8_is_read_or_refused_but_never_crashes(tmp_path: Path) -> None:
    (tmp_path / "latin.txt").write_bytes("Nous traitons vos données à des fins de gestion.\n".encode("latin-1") * 20)
    result = run("parse", "latin.txt", folder=tmp_path)
    assert result.returncode in (0, 3)
    assert b"Traceback" not in result.stderr


def test_a_pdf_without_text_says_so(tmp_path: Path) -> None:
    (tmp_path / "scan.pdf").write_bytes(pdf([]))
    result = run("parse", "scan.pdf", folder=tmp_path)
    assert result.returncode == 3
    assert b"text" in result.stderr


def test_empty_standard_input_is_refused(tmp_path: Path) -> None:
    result = run("parse", "-", folder=tmp_path)
    assert (result.returncode, result.stdout) == (3, b"")
    assert result.stderr.startswith(b"notice: stdin is empty")


def test_an_unknown_format_or_option_is_a_usage_error(tmp_path: Path) -> None:
    for arguments in (["parse", "-f", "rtf", "x"], ["parse", "--no-such"], ["nothing"]):
        assert run(*arguments, folder=tmp_path).returncode == 2


def test_an_output_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "good.md").write_text("# Notice\n\nWe do not sell your data.\n")
    result = run("parse", "good.md", "-o", "no/such/folder/out.json", folder=tmp_path)
    assert result.returncode == 3
    assert b"cannot be written" in result.stderr


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "good.md").write_text("# Notice\n\n" + "We do not sell your data.\n\n" * 4000)
    command = f"{sys.executable} -m notice_parser parse good.md | head -1; echo ${{PIPESTATUS[0]}}"
    result = subprocess.run(["bash", "-c", command], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert result.stdout.split("\n")[-2] == "0"
    assert result.stderr == ""
