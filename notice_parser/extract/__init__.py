"""Bytes to an `Extraction`: a table from media type to reader."""

import re
from collections.abc import Callable

from notice_parser.errors import UnreadableError
from notice_parser.extract.docx import read_docx
from notice_parser.extract.html import read_html
from notice_parser.extract.markdown import read_markdown
from notice_parser.extract.media import DOCX, media_type
from notice_parser.extract.plain import read_plain
from notice_parser.model import Extraction, Options

Reader = Callable[[bytes, Options], Extraction]


def _read_pdf(data: bytes, options: Options) -> Extraction:
    from notice_parser.extract.pdf import read_pdf  # larger than all other readers, which most notices do without

    return read_pdf(data, options)


READERS: dict[str, Reader] = {
    "text/plain": read_plain,
    "text/markdown": read_markdown,
    "text/html": read_html,
    DOCX: read_docx,
    "application/pdf": _read_pdf,
}

SURROGATE = re.compile("[\ud800-\udfff]")  # half of a character: broken fonts and entities yield them alone
# Bytes; the largest notice seen in the wild has 3 MB. Reading takes time in proportion, so they bound it too, and what
# packed formats unpack to has limits of its own.
PACKED_LIMIT, TEXT_LIMIT = 100_000_000, 20_000_000


def read(data: bytes, name: str, options: Options) -> Extraction:
    """The text of `data` with the structure its format marks. Raises UnreadableError where there is none."""
    if not data.strip():
        raise UnreadableError(f"{name} is empty", "give a file that holds a notice")
    kind = media_type(data, name)
    limit = PACKED_LIMIT if kind.startswith("application/") else TEXT_LIMIT
    if len(data) > limit:
        raise UnreadableError(f"{name} has {len(data):,} bytes", f"the limit is {limit:,}")
    extraction = _encodable(READERS[kind](data, options))
    if not extraction.text.strip() or not (extraction.blocks or kind == "text/plain"):
        raise UnreadableError(f"{name} holds no text", "is it a scan? run text recognition first")
    return extraction


def _encodable(extraction: Extraction) -> Extraction:
    """The extraction without halves of characters, which no file could hold: each is a replacement character."""
    outside = (extraction.title or "", *(link.target for link in extraction.links))
    if not SURROGATE.search(extraction.text) and not any(map(SURROGATE.search, outside)):
        return extraction
    return extraction.but(
        text=_whole(extraction.text),
        title=_whole(extraction.title) if extraction.title else None,
        links=tuple(link.but(target=_whole(link.target)) for link in extraction.links),
    )


def _whole(text: str) -> str:
    return SURROGATE.sub("\ufffd", text)
