"""Which format bytes are in, by their content first and their name second."""

import io
import re
import zipfile

from notice_parser.errors import UnreadableError
from notice_parser.extract.encoding import SAMPLE, decoded

PDF, DOCX, HTML = (
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "text/html",
)
MARKDOWN, PLAIN = "text/markdown", "text/plain"

AS_DOCX, AS_TEXT, UNPACK = "save it as .docx", "run text recognition first", "unpack it and give the notice inside"
# Formats that hold no notice we can read: how their bytes begin, what they are, what to do.
REFUSED = (
    (b"version https://git-lfs", "a pointer of Git LFS", "run: git lfs pull; a baseline has to be kept in git itself"),
    (b"{\\rtf", "an RTF file", AS_DOCX),
    (b"\x89PNG", "a PNG image", AS_TEXT),
    (b"\xff\xd8\xff", "a JPEG image", AS_TEXT),
    (b"GIF8", "a GIF image", AS_TEXT),
    (b"II*\x00", "a TIFF image", AS_TEXT),
    (b"MM\x00*", "a TIFF image", AS_TEXT),
    (b"RIFF", "a media file", AS_TEXT),
    (b"%!PS", "a PostScript file", "convert it to PDF"),
    (b"\x1f\x8b", "a gzip archive", UNPACK),
    (b"BZh", "a bzip2 archive", UNPACK),
    (b"\xfd7zXZ\x00", "an xz archive", UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", UNPACK),
    (b"Rar!", "a RAR archive", UNPACK),
    (b"PK\x05\x06", "an empty ZIP archive", "give the notice itself"),
    (b"bplist", "a web archive", "save the page as HTML"),
)
# Packages in ZIP: a member that tells them, what they are, what to do.
PACKAGES = (
    ("xl/workbook.xml", "an Excel workbook", "give the notice as a document"),
    ("ppt/presentation.xml", "a PowerPoint file", "give the notice as a document"),
    ("META-INF/container.xml", "an EPUB book", "save it as HTML or .docx"),
    ("content.xml", "an OpenDocument file", AS_DOCX),
    ("index.xml", "a Pages document", AS_DOCX),
    ("Index/Document.iwa", "a Pages document", AS_DOCX),
)
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the file system of Office before 2007, and of encrypted packages
MARKDOWN_NAMES = (".md", ".markdown", ".mdown", ".mkd")
HTML_NAMES = (".html", ".htm", ".xhtml", ".xht")

CONTROL = bytes([*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F])
# The start of a page and what may stand before it: "<!DOCTYPE html", "<html lang=en>" after "<?xml …?>" and comments.
PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
BEFORE_PAGE = (("<?", ">"), ("<!--", "-->"))
TAG = re.compile(
    r"</?(?:p|div|li|ul|ol|h[1-6]|span|a|td|tr|table|section|article|br|body|strong|b|em)\b[^<>]*>", re.IGNORECASE
)
ANY_TAG = re.compile(r"<[a-z][a-z0-9]*(?:\s[^<>]*)?/?>", re.IGNORECASE)
XML = re.compile(r"\s*<\?xml\b|\s*<![A-Z]+\s")
JSON = re.compile(r"\s*(?:\{\s*[\"}]|\[\s*[\[{\"])")  # {"schema_version" and [{ and ["
MAIL = re.compile(r"(?:From:|MIME-Version:|Return-Path:|Received:|Snapshot-Content-Location:)[^\n]*\n", re.IGNORECASE)
MIME = re.compile(r"^content-type:\s*multipart/", re.IGNORECASE | re.MULTILINE)
ATX = re.compile(r"^#{1,6} +\S", re.MULTILINE)  # ## Sharing
SETEXT = re.compile(r"[^\s|-][ \t\r]*\n(?:={3,}|-{3,})[ \t\r]*$", re.MULTILINE)  # Sharing\n=======
LINK = re.compile(r"\]\([^\s()<>]{2,500}\)")  # ](https://a.example)
BOLD = re.compile(r"\*\*\w[^*\n]{0,200}\*\*")  # **Name**


def media_type(data: bytes, name: str) -> str:
    """The IANA media type of `data`. Raises UnreadableError, saying what it is, for a format that cannot be read."""
    if b"%PDF-" in data[:1024]:
        return PDF
    if data.startswith(b"PK\x03\x04"):
        return _package(data, name)
    _refuse_signatures(data, name)
    sample = decoded(data[:SAMPLE])
    if _controls(sample.encode("utf-8", errors="replace")):
        raise UnreadableError(f"{name} is binary data, not text", "give PDF, DOCX, HTML, Markdown or plain text")
    return _text_type(sample, name, data[-200:].rstrip(b"\0 \t\r\n")[-1:])


def _text_type(sample: str, name: str, end: bytes) -> str:
    suffix = name.lower()
    if _page(sample, suffix):
        return HTML
    if suffix.endswith(MARKDOWN_NAMES):
        return MARKDOWN
    _refuse_data(sample, name, end)
    if _marked(sample):
        return MARKDOWN
    return PLAIN


def _package(data: bytes, name: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members = set(package.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise UnreadableError(f"{name} is a damaged ZIP archive", "save the document again") from error
    if "word/document.xml" in members or "word/document2.xml" in members:
        return DOCX
    for member, what, remedy in PACKAGES:
        if member in members:
            raise UnreadableError(f"{name} is {what}", remedy)
    raise UnreadableError(f"{name} is a ZIP archive", UNPACK)


def _refuse_signatures(data: bytes, name: str) -> None:
    if data.startswith(COMPOUND):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise UnreadableError(f"{name} is protected by a password", "remove the password and save it again")
        what = "a Word 97 file" if "WordDocument".encode("utf-16-le") in data else "an old Office file"
        raise UnreadableError(f"{name} is {what}", AS_DOCX)
    for signature, what, remedy in REFUSED:
        if data.startswith(signature):
            raise UnreadableError(f"{name} is {what}", remedy)


def _refuse_data(sample: str, name: str, end: bytes) -> None:
    if JSON.match(sample) and end in (b"]", b"}"):
        raise UnreadableError(f"{name} is JSON", "give the notice itself, or what `notice parse` wrote")
    if XML.match(sample):
        raise UnreadableError(f"{name} is XML", "save it as HTML or .docx")
    if MAIL.match(sample) and MIME.search(sample):
        raise UnreadableError(f"{name} is a mail or web archive", "save the page as HTML")


def _controls(sample: bytes) -> bool:
    """Whether more than one byte in a hundred prints nothing: text from damaged PDFs has a few."""
    return (len(sample) - len(sample.translate(None, CONTROL))) * 100 > len(sample)


def _page(sample: str, suffix: str) -> bool:
    """Whether the text is a page or a part of one; Markdown with a few tags in it is not."""
    if PAGE.match(sample, _page_start(sample)):
        return True
    if suffix.endswith(MARKDOWN_NAMES):
        return False
    tags = TAG.findall(sample)
    if suffix.endswith(HTML_NAMES):
        return bool(ANY_TAG.search(sample)) or sample.lstrip().startswith("<!--")
    return len(tags) >= 6 and sum(map(len, tags)) * 50 > len(sample) and not ATX.search(sample)


def _page_start(sample: str) -> int:
    """Where the first element stands: after blanks, comments and declarations."""
    at, moved = 0, True
    while moved:
        at += len(sample[at : at + 4096]) - len(sample[at : at + 4096].lstrip())
        moved = False
        for opening, closing in BEFORE_PAGE:
            end = sample.find(closing, at) if sample.startswith(opening, at) else -1
            if end >= 0:
                at, moved = end + len(closing), True
    return at


def _marked(sample: str) -> bool:
    """Whether a text shows headings as Markdown marks them, together with its links or bold words."""
    headings = len(ATX.findall(sample)) + len(SETEXT.findall(sample))
    return headings >= 2 and bool(LINK.search(sample) or len(BOLD.findall(sample)) >= 2)
