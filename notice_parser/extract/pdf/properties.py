"""What a PDF says of itself: title and language."""

import ctypes
import re
from typing import Any

LONGEST = 1_024  # bytes
# Titles that a program made up: "Microsoft Word - policy_v3.docx", "untitled", "privacy.indd", "https://…".
MADE_UP = re.compile(r"^microsoft word|^untitled|^document\d*$|\.\w{2,5}$|://|^\W*$|_", re.IGNORECASE)
LANGUAGE = re.compile(r"[a-z]{2,3}(?=$|[-_])", re.IGNORECASE)


def title(document: Any) -> str | None:
    """The title in the document's properties; none where it is but the name of a file."""
    import pypdfium2.raw as pdfium

    buffer = ctypes.create_string_buffer(LONGEST)
    length = pdfium.FPDF_GetMetaText(document.raw, b"Title", buffer, LONGEST)
    text = _utf16(buffer.raw, length)
    return None if MADE_UP.search(text) or " " not in text else text


def language(document: Any) -> str | None:
    """The ISO 639 code of the language that the document names."""
    import pypdfium2.raw as pdfium

    buffer = (ctypes.c_ushort * LONGEST)()
    length = pdfium.FPDFCatalog_GetLanguage(document.raw, buffer, LONGEST)
    found = LANGUAGE.match(_utf16(bytes(buffer), length * 2))
    return found.group().lower() if found else None


def _utf16(raw: bytes, length: int) -> str:
    text = raw[: max(0, min(length, len(raw)))].decode("utf-16-le", "replace")
    return " ".join(text.partition("\0")[0].split())
