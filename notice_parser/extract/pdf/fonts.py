"""How the fonts of a document look: family, weight, slant."""

import ctypes
import re
from typing import Any, NamedTuple

# "Arial-BoldMT", "Lato-Black", "Inter SemiBold", "Futura-Demi", "SourceSans-Heavy".
BOLD = re.compile(r"bold|black|heavy|demi|-bd\b|extrab", re.IGNORECASE)
SLANTED = re.compile(r"italic|oblique|-it\b", re.IGNORECASE)
# Where the style begins in the name of a font: "Arial-BoldMT", "Georgia,Italic", "LMRoman10-Regular".
STYLE = re.compile(r"[-,]|\d+(?=-)|(?:PS)?MT$")
SUBSET = re.compile(r"^[A-Z]{6}\+")  # "ABCDEF+Arial": a subset of the font is embedded
LIGHT = re.compile(r"regular|light|book|roman(?!.*bold)", re.IGNORECASE)
FORCE_BOLD = 1 << 18  # bit 19 of the font flags (ISO 32000-1, table 123)
FILL_AND_STROKE = 2  # a text render mode: word processors draw bold so where the bold font is missing
HEAVY = 600


class Face(NamedTuple):
    """How a font looks: its family name without style words, and whether it is bold or slanted."""

    family: str
    bold: bool
    slanted: bool


PLAIN = Face("", bold=False, slanted=False)


class Fonts:
    """Remembers the faces of the page in work: asking PDFium costs more than a look at an address."""

    def __init__(self) -> None:
        self._faces: dict[int, Face] = {}

    def forget_addresses(self) -> None:
        """To be called for each page: PDFium may reuse the address of a font it has closed."""
        self._faces.clear()

    def face(self, item: Any) -> Face:
        """The face a text object is set in."""
        import pypdfium2.raw as pdfium

        font = pdfium.FPDFTextObj_GetFont(item)
        if not font:
            return PLAIN
        address = ctypes.cast(font, ctypes.c_void_p).value or 0
        known = self._faces.get(address)
        if known is None:
            known = self._faces[address] = _face(font)
        if not known.bold and pdfium.FPDFTextObj_GetTextRenderMode(item) == FILL_AND_STROKE:
            return known._replace(bold=True)
        return known


def _face(font: Any) -> Face:
    import pypdfium2.raw as pdfium

    buffer = ctypes.create_string_buffer(128)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, 128)
    name = buffer.value.decode("utf-8", "replace")
    name = SUBSET.sub("", name)
    bold = bool(BOLD.search(name)) or (
        not LIGHT.search(name)
        and (pdfium.FPDFFont_GetWeight(font) >= HEAVY or bool(pdfium.FPDFFont_GetFlags(font) & FORCE_BOLD))
    )
    return Face(STYLE.split(name, maxsplit=1)[0].lower(), bold, bool(SLANTED.search(name)))
