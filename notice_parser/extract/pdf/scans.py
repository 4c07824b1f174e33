"""Pages that show a picture and hold no text: what stands on them is lost, and the text says where."""

import ctypes
from collections.abc import Sequence
from typing import Any

from notice_parser.extract.pdf.page import Line, Page
from notice_parser.extract.pdf.passage import Passage
from notice_parser.extract.pdf.probe import Calls
from notice_parser.span import LOST

LOOKED_AT = 1_000  # objects of a page
OUTLINES = 40  # shapes: more of them on a page without text may be letters turned into outlines


def shows_picture(page: Any, calls: Calls) -> bool:
    """Whether a page shows an image, or so many shapes that they may be letters."""
    import pypdfium2.raw as pdfium

    address = ctypes.cast(page, ctypes.c_void_p).value
    count = pdfium.FPDFPage_CountObjects(page)
    kinds = [calls.kind(calls.object(address, index)) for index in range(min(count, LOOKED_AT))]
    pictured = {pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM, pdfium.FPDF_PAGEOBJ_SHADING}
    return count > OUTLINES or not pictured.isdisjoint(kinds)


def with_lost_pages(found: Sequence[Passage], pages: Sequence[Page]) -> list[Passage]:
    """The blocks, and the mark of lost text for every page that is a picture, between those before and behind it."""
    out = list(found)
    for page in pages:
        if page.pictured:
            mark = Line(page.number, 0, 1, LOST, 0, page.width, 0, 10, 0, 0, "", 0)
            at = next((k for k, passage in enumerate(out) if passage.lines[0].page > page.number), len(out))
            out.insert(at, Passage([mark]))
    return out
