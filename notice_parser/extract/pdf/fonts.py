"""How the fonts of a document look: family, weight, slant."""

import ctypes
import re
from typing import NamedTuple

# "Arial-BoldMT", "Lato-Black", "Inter SemiBold", "Futura-Demi", "SourceSans-Heavy".
BOLD = re.compile(r"bold|black|heavy|demi|-bd\b|extrab", re.IGNORECASE)
SLANTED = re.compile(r"italic|oblique|-it\b", re.IGNORECASE)
# Where the style begins in the name of a font: "Arial-BoldMT", "Georgia,Italic", "LMRoman10-Regular".
STYLE = re.compile(r"[-,]|\d+(?=-)|(?:PS)?MT$")
SUBSET = re.compile(r"^[A-Z]{6}\+")  # "ABCDEF+Arial": a subset of the font is embedded
LIGHT = re.compile(r"regular|light|book|roman(?!.*bold)", re.IGNORECASE)
FORCE_BOLD = 1 << 18  # bit 19 of the font flags (ISO 32000-1, table 123)
HEAVY = 600


class Face(NamedTuple):
    """How a font looks: its family name without style words, and whether it is bold or slanted."""

    family: str
    bold: bool
    slanted: bool


PLAIN = Face("", bold=False, slanted=False)


def face_of(address: int) -> Face:
    """The face of the font at an address."""
    import pypdfium2.raw as pdfium

    font = ctypes.cast(address, pdfium.FPDF_FONT)
    buffer = ctypes.create_string_buffer(128)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, 128)
    name = buffer.value.decode("utf-8", "replace")
    face = named_face(name)
    if face.bold or LIGHT.search(name):
        return face
    heavy = pdfium.FPDFFont_GetWeight(font) >= HEAVY or bool(pdfium.FPDFFont_GetFlags(font) & FORCE_BOLD)
    return face._replace(bold=heavy)


def named_face(name: str) -> Face:
    """What the name of a font says of its face."""
    name = SUBSET.sub("", name)
    return Face(STYLE.split(name, maxsplit=1)[0].lower(), bool(BOLD.search(name)), bool(SLANTED.search(name)))
