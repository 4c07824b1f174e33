"""What a PDF says of itself: title and language."""

import ctypes
from typing import Any

from notice_parser.extract.properties import stated_language, stated_title

LONGEST = 1_024  # bytes


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


def _utf16(raw: bytes, length: int) -> str:
    text = raw[: max(0, min(length, len(raw)))].decode("utf-16-le", "replace")
    return " ".join(text.partition("\0")[0].split())
