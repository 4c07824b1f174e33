"""Quick questions about single characters of a page.

The wrappers of pypdfium2 build an object for every pointer they return. These prototypes of the same functions return
plain addresses and reuse their buffers, which halves the time of a call that is made once a word.
"""

import ctypes
from typing import Any, NamedTuple

from notice_parser.extract.pdf.fonts import PLAIN, Face, face_of


class Place(NamedTuple):
    """Where a character stands in user space: origin, the first column of its matrix, and its size."""

    x: float
    y: float
    a: float
    b: float
    size: float


def _prototype(function: Any, result: Any, *arguments: Any) -> Any:
    address = ctypes.cast(function, ctypes.c_void_p).value or 0
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


class Calls:
    """The functions of PDFium that are called often, bound once a document."""

    def __init__(self) -> None:
        import pypdfium2.raw as pdfium

        pointer, number = ctypes.c_void_p, ctypes.c_int
        self.item = _prototype(pdfium.FPDFText_GetTextObject, pointer, pointer, number)
        self.font = _prototype(pdfium.FPDFTextObj_GetFont, pointer, pointer)
        self.mode = _prototype(pdfium.FPDFTextObj_GetTextRenderMode, number, pointer)
        self.mark = _prototype(pdfium.FPDFPageObj_GetMarkedContentID, number, pointer)
        self.marks = _prototype(pdfium.FPDFPageObj_CountMarks, number, pointer)
        self._mark_at = _prototype(pdfium.FPDFPageObj_GetMark, pointer, pointer, ctypes.c_ulong)
        self.size = _prototype(pdfium.FPDFText_GetFontSize, ctypes.c_double, pointer, number)
        self.matrix = _prototype(pdfium.FPDFText_GetMatrix, number, pointer, number, pointer)
        self.origin = _prototype(pdfium.FPDFText_GetCharOrigin, number, pointer, number, pointer, pointer)
        self.box = _prototype(pdfium.FPDFText_GetCharBox, number, pointer, number, *[pointer] * 4)
        self.object = _prototype(pdfium.FPDFPage_GetObject, pointer, pointer, number)
        self.kind = _prototype(pdfium.FPDFPageObj_GetType, number, pointer)
        self.root_child = _prototype(pdfium.FPDF_StructTree_GetChildAtIndex, pointer, pointer, number)
        self.children = _prototype(pdfium.FPDF_StructElement_CountChildren, number, pointer)
        self.child = _prototype(pdfium.FPDF_StructElement_GetChildAtIndex, pointer, pointer, number)
        self.child_mark = _prototype(pdfium.FPDF_StructElement_GetChildMarkedContentID, number, pointer, number)
        self._type = _prototype(pdfium.FPDF_StructElement_GetType, ctypes.c_ulong, pointer, pointer, ctypes.c_ulong)
        self._type_name = ctypes.create_string_buffer(64)
        self._type_at = ctypes.addressof(self._type_name)
        self._type_names: dict[bytes, str] = {}

    def element_type(self, element: int) -> str:
        """The standard type of an element of the structure tree: "P", "H2", "LI" …"""
        length = self._type(element, self._type_at, 64)
        raw = self._type_name.raw[: max(0, min(length, 64) - 2)]
        name = self._type_names.get(raw)
        if name is None:
            name = self._type_names[raw] = raw.decode("utf-16-le", "replace")
        return name

    def mark_name(self, item: int, index: int) -> str:
        """The name of one of the marks of an object: "P", "Span", "Artifact"."""
        import pypdfium2.raw as pdfium

        mark = self._mark_at(item, index)
        if not mark:
            return ""
        buffer, length = (ctypes.c_ushort * 32)(), ctypes.c_ulong()
        pdfium.FPDFPageObjMark_GetName(ctypes.cast(mark, pdfium.FPDF_PAGEOBJECTMARK), buffer, 64, length)
        return bytes(buffer)[: max(0, length.value - 2)].decode("utf-16-le", "replace")


ARTIFACT = -2  # no marked-content number, but marked as no part of the text
FILL_AND_STROKE = 2  # a text render mode: word processors draw bold so where the bold font is missing


class Probe:
    """Asks about the characters of one page. Faces are remembered by the address of their font."""

    def __init__(self, calls: Calls, text_page: Any) -> None:
        self._calls = calls
        self._page = ctypes.cast(text_page, ctypes.c_void_p).value
        self._faces: dict[int, Face] = {}
        self._looks: dict[tuple[int, bool], tuple[Face, int]] = {}
        self._matrix = (ctypes.c_float * 6)()
        self._numbers = (ctypes.c_double * 4)()
        start = ctypes.addressof(self._numbers)
        self._at = [start + 8 * k for k in range(4)]
        self._matrix_at = ctypes.addressof(self._matrix)

    def item(self, at: int) -> int:
        """The address of the text object that holds a character; 0 for one that PDFium made up."""
        return self._calls.item(self._page, at) or 0

    def look(self, at: int, *, tagged: bool) -> tuple[Face, int]:
        """The face of a character and, where it is wanted, its marked-content number: one answer for a text object."""
        item = self._calls.item(self._page, at) or 0
        known = self._looks.get((item, tagged))
        if known is None:
            known = self._looks[item, tagged] = self.face(item), self.mark(item) if tagged else -1
        return known

    def mark(self, item: int) -> int:
        """The marked-content number of a text object; -1 where it has none, -2 where it is marked as an artifact."""
        mark: int = self._calls.mark(item) if item else -1
        return ARTIFACT if mark < 0 and item and self._is_artifact(item) else mark

    def _is_artifact(self, item: int) -> bool:
        names = (self._calls.mark_name(item, index) for index in range(self._calls.marks(item)))
        return "Artifact" in names

    def face(self, item: int) -> Face:
        """The face a text object is set in."""
        font = self._calls.font(item) if item else None
        if not font:
            return PLAIN
        known = self._faces.get(font)
        if known is None:
            known = self._faces[font] = face_of(font)
        if not known.bold and self._calls.mode(item) == FILL_AND_STROKE:
            return known._replace(bold=True)
        return known

    def place(self, at: int) -> Place:
        """Where a character stands, and how large it is: the nominal size times the text matrix."""
        self._calls.origin(self._page, at, self._at[0], self._at[1])
        self._calls.matrix(self._page, at, self._matrix_at)
        a, b, c, d = self._matrix[:4]
        size = self._calls.size(self._page, at) * (c * c + d * d) ** 0.5
        x, y = self._numbers[:2]
        return Place(x, y, a, b, size)

    def box(self, at: int) -> tuple[float, float, float, float]:
        """Left, right, bottom and top of a character."""
        self._calls.box(self._page, at, *self._at)
        left, right, bottom, top = self._numbers[:]
        return left, right, bottom, top
