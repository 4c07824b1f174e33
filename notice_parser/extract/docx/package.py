"""The ZIP package of a DOCX file, opened with care: sizes, names and entities are checked before anything is read."""

import io
import re
import zipfile
import zlib
from pathlib import PurePosixPath
from typing import Any

from notice_parser.errors import UnreadableError
from notice_parser.extract.docx.names import W

LARGEST_PART = 100_000_000  # bytes when unpacked
LARGEST_PACKAGE = 500_000_000
HIGHEST_RATIO = 200  # unpacked to packed; a part over a million bytes that exceeds it is a bomb
AGAIN = "open it in a word processor and save it again"
EDGE = re.compile(r"word/(?:header|footer)\d*\.xml")  # word/footer2.xml
DC = "{http://purl.org/dc/elements/1.1/}"
# ISO strict documents name the same things by other addresses.
STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)


class Package:
    """The parts of a DOCX file."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise UnreadableError("the document is a damaged ZIP archive", AGAIN) from error
        self._members = {info.filename: info for info in self._zip.infolist()}
        if sum(info.file_size for info in self._members.values()) > LARGEST_PACKAGE:
            raise UnreadableError(
                "the document unpacks to more than half a gigabyte", "it may be a bomb; do not open it"
            )
        for name, info in self._members.items():
            _check(name, info)

    def document(self) -> str:
        """The name of the main part."""
        for name in ("word/document.xml", "word/document2.xml"):
            if name in self._members:
                return name
        raise UnreadableError("the document has no main part", AGAIN)

    def part(self, name: str) -> Any:
        """The root element of a part, or None where there is no such part."""
        info = self._members.get(name)
        if info is None:
            return None
        try:
            data = self._zip.read(info)
        except (
            zipfile.BadZipFile,
            zlib.error,
            RuntimeError,
            NotImplementedError,
            OSError,
            EOFError,
            ValueError,
        ) as error:
            raise UnreadableError(f"{name} in the document is damaged or encrypted", AGAIN) from error
        for strict, usual in STRICT:
            data = data.replace(strict, usual)
        return _parsed(name, data)

    def edges(self) -> str:
        """The words of the running headers and footers, a paragraph a line, each once."""
        roots = (self.part(name) for name in sorted(self._members) if EDGE.fullmatch(name))
        lines = (
            "".join(words.text or "" for words in paragraph.iter(f"{W}t"))
            for root in roots
            if root is not None
            for paragraph in root.iter(f"{W}p")
        )
        return "\n".join(dict.fromkeys(filter(None, map(str.strip, lines))))

    def properties(self) -> tuple[str | None, str | None]:
        """The title and the language among the core properties."""
        try:
            root = self.part("docProps/core.xml")
        except UnreadableError:  # the words do not depend on them
            return None, None
        return (None, None) if root is None else (root.findtext(f"{DC}title"), root.findtext(f"{DC}language"))

    def targets(self, name: str) -> dict[str, str]:
        """Where the relationships of a part lead, by their ids."""
        path = PurePosixPath(name)
        root = self.part(f"{path.parent}/_rels/{path.name}.rels")
        if root is None:
            return {}
        return {str(row.get("Id")): str(row.get("Target") or "") for row in root}


def _check(name: str, info: zipfile.ZipInfo) -> None:
    if (
        name.startswith(("/", "\\"))
        or ".." in name.replace("\\", "/").split("/")
        or ":" in name.split("/", maxsplit=1)[0]
    ):
        raise UnreadableError("the document holds a part that points outside of it", "do not open it")
    packed = max(1, info.compress_size)
    if info.file_size > LARGEST_PART or (info.file_size > 1_000_000 and info.file_size > HIGHEST_RATIO * packed):
        raise UnreadableError(
            f"{name} in the document unpacks to {info.file_size:,} bytes", "it may be a bomb; do not open it"
        )


def _parsed(name: str, data: bytes) -> Any:
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError(f"{name} in the document is damaged", AGAIN) from error
    document: Any = root.getroottree()
    if document.docinfo.doctype:
        raise UnreadableError(f"{name} in the document declares entities", "it is no ordinary document; do not open it")
    return root
