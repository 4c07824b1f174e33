"""What a PDF says of itself: title and language."""

import ctypes
from typing import Any

from notice_parser.extract.properties import stated_language, stated_title

LONGEST = 1_024  # bytes
LONGEST_LABEL = 64  # bytes: a damaged file may count in Roman numbers up to the thousands


def title(document: Any) -> str | None:
    """The title in the document's properties; none where it is but the name of a file."""
    import pypdfium2.raw as pdfium

    buffer = ctypes.create_string_buffer(LONGEST)
    length = pdfium.FPDF_GetMetaText(document.raw, b"Title", buffer, LONGEST)
    return stated_title(_utf16(buffer.raw, length))


def language(document: Any) -> str | None:
    """The ISO 639 code of the language that the document names."""
    import pypdfium2.raw as pdfium

    buffer = (ctypes.c_ushort * LONGEST)()
    length = pdfium.FPDFCatalog_GetLanguage(document.raw, buffer, LONGEST)
    return stated_language(_utf16(bytes(buffer), length * 2))


def page_label(document: Any, number: int) -> str | None:
    """The number of a page as the document counts its pages: "iv", "A-1"; none where it does not say."""
    import pypdfium2.raw as pdfium

    buffer = ctypes.create_string_buffer(LONGEST_LABEL)
    length = pdfium.FPDF_GetPageLabel(document.raw, number, buffer, LONGEST_LABEL)
    return _utf16(buffer.raw, length) or None if length <= LONGEST_LABEL else None


def _utf16(raw: bytes, length: int) -> str:
    text = raw[: max(0, min(length, len(raw)))].decode("utf-16-le", "replace")
    return " ".join(text.partition("\0")[0].split())
