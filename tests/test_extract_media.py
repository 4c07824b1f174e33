"""The format of bytes, by content; what cannot be read is refused by name."""

import io
import zipfile

import pytest

from notice_parser.errors import UnreadableError
from notice_parser.extract.encoding import decoded
from notice_parser.extract.media import DOCX, HTML, MARKDOWN, PDF, PLAIN, media_type

PROSE = "We keep your name for 30 days. We do not sell it.\n" * 4


def package(*members: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for member in members:
            archive.writestr(member, "<x/>")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (b"%PDF-1.7\n", "notice.txt", PDF),
        (b"\x00\x00junk%PDF-1.4", "notice", PDF),
        (package("[Content_Types].xml", "word/document.xml"), "notice.bin", DOCX),
        (b"<!DOCTYPE html><p>We</p>", "notice.txt", HTML),
        (b"\xef\xbb\xbf  <!-- saved --><HTML lang=en>", "-", HTML),
        (b"<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC 'x'><html>", "-", HTML),
        (("<div><p>We keep it.</p></div>" * 4).encode(), "-", HTML),
        (b"<p>We keep it.", "notice.html", HTML),
        ("<html>é".encode("utf-16"), "x", HTML),
        ((PROSE + "<b>Never.</b><br>\n" * 3).encode(), "notice.md", MARKDOWN),
        (b"# Notice\n\n## Data\n\n<br><br><br><p>x</p> [a](https://b.example)", "-", MARKDOWN),
        (b"Notice\n======\n\nData\n----\n\n**We** keep **it**.", "notice.txt", MARKDOWN),
        (PROSE.encode(), "notice.md", MARKDOWN),
        (PROSE.encode(), "notice.txt", PLAIN),
        (PROSE.encode(), "notice.pdf", PLAIN),
        (b"# 1 reason\n" + PROSE.encode(), "notice.txt", PLAIN),
        ("[CA residents: see below] " + PROSE, "a.txt", PLAIN),
        (b"caf\xe9 \xff\xfe broken \x80 bytes", "a.txt", PLAIN),
        (b"form\x0cfeed\x1b " + PROSE.encode(), "a.txt", PLAIN),
    ],
    ids=lambda value: str(value)[:30],
)
def test_content_decides(data: bytes | str, name: str, expected: str) -> None:
    assert media_type(data.encode() if isinstance(data, str) else data, name) == expected


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"),
            "a.doc is a Word 97 file: save it as .docx",
        ),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file"),
        (b"{\\rtf1\\ansi We}", "an RTF file: save it as .docx"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image: run text recognition first"),
        (b"\xff\xd8\xff\xe0", "a JPEG image"),
        (package("content.xml"), "an OpenDocument file: save it as .docx"),
        (package("META-INF/container.xml"), "an EPUB book"),
        (package("xl/workbook.xml"), "an Excel workbook"),
        (package("a.txt"), "a ZIP archive: unpack it"),
        (b"PK\x03\x04junk", "a damaged ZIP archive"),
        (b'{"a": 1}', "JSON"),
        (b'<?xml version="1.0"?><w:document/>', "XML"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n", "a mail or web archive"),
        (b"\x7fELF" + bytes(range(32)) * 8, "binary data"),
        (PROSE.encode() + b"\x00" * 40, "binary data"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_cannot_be_read_is_named(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        media_type(data, "a.doc")
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("data", "declared", "expected"),
    [
        ("naïve".encode(), None, "naïve"),
        ("naïve".encode("utf-16"), None, "naïve"),
        ("plain words here".encode("utf-16-le"), None, "plain words here"),
        ("plain words here".encode("utf-16-be"), None, "plain words here"),
        ("naïve".encode("utf-8-sig"), "latin-1", "naïve"),
        ("naïve – “x”".encode("cp1252"), "iso-8859-1", "naïve – “x”"),
        ("Política".encode("cp1252"), "no-such-encoding", "Política"),
        (b"a\x80\xff" + "é".encode() * 20, None, "a\ufffd\ufffd" + "é" * 20),
    ],
)
def test_bytes_become_characters(data: bytes, declared: str | None, expected: str) -> None:
    assert decoded(data, declared) == expected
