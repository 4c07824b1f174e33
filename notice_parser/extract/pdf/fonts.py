"""Which fonts of a document are bold."""

import ctypes
import re
from typing import Any

# "Arial-BoldMT", "Lato-Black", "Inter SemiBold", "Futura-Demi", "SourceSans-Heavy".
BOLD = re.compile(r"bold|black|heavy|demi|-bd\b|extrab", re.IGNORECASE)
LIGHT = re.compile(r"regular|light|book|roman(?!.*bold)", re.IGNORECASE)
FORCE_BOLD = 1 << 18  # bit 19 of the font flags (ISO 32000-1, table 123)
FILL_AND_STROKE = 2  # a text render mode: word processors draw bold so where the bold font is missing
HEAVY = 600


class Fonts:
    """Remembers, for the page in work, which fonts are bold: asking PDFium costs more than a look at an address."""

    def __init__(self) -> None:
        self._bold: dict[int, bool] = {}

    def forget_addresses(self) -> None:
        """To be called for each page: PDFium may reuse the address of a font it has closed."""
        self._bold.clear()

    def bold(self, item: Any) -> bool:
        """Whether a text object is set in bold."""
        import pypdfium2.raw as pdfium

        font = pdfium.FPDFTextObj_GetFont(item)
        if not font:
            return False
        address = ctypes.cast(font, ctypes.c_void_p).value or 0
        known = self._bold.get(address)
        if known is None:
            known = self._bold[address] = _is_bold(font)
        return known or pdfium.FPDFTextObj_GetTextRenderMode(item) == FILL_AND_STROKE


def _is_bold(font: Any) -> bool:
    import pypdfium2.raw as pdfium

    buffer = ctypes.create_string_buffer(128)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, 128)
    name = buffer.value.decode("utf-8", "replace")
    if BOLD.search(name):
        return True
    if LIGHT.search(name):
        return False
    return pdfium.FPDFFont_GetWeight(font) >= HEAVY or bool(pdfium.FPDFFont_GetFlags(font) & FORCE_BOLD)
