"""Links of a page: the address of each annotation and the characters under it."""

import ctypes
from collections.abc import Iterator
from typing import Any

from notice_parser.extract.pdf.addresses import printed
from notice_parser.extract.pdf.assembly import Target
from notice_parser.extract.pdf.page import Line, Page

MOST = 2_000  # links on one page
NEAR = 8.0  # points around a place in which PDFium looks for the nearest character
TALL = 1.8  # times the size of its letters: a rectangle around more than one line
LONGEST = 4_096  # bytes of an address


def read_links(document: Any, page: Any, text_page: Any, known: Page) -> Iterator[Target]:
    """Every annotation of the page that leads to an address and lies on text."""
    import pypdfium2.raw as pdfium

    at, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    for _ in range(MOST):
        if not pdfium.FPDFLink_Enumerate(page, at, link):
            return
        address = _address(document, link)
        if address:
            yield from _targets(text_page, link, address, known)


def _address(document: Any, link: Any) -> str:
    import pypdfium2.raw as pdfium

    action = pdfium.FPDFLink_GetAction(link)
    if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
        return ""
    buffer = ctypes.create_string_buffer(LONGEST)
    length = pdfium.FPDFAction_GetURIPath(document.raw, action, buffer, LONGEST)
    return buffer.value.decode("utf-8", "replace") if 0 < length <= LONGEST else ""


def _targets(text_page: Any, link: Any, address: str, known: Page) -> Iterator[Target]:
    """The stretches of text under each rectangle of a link: one for each line it runs over."""
    import pypdfium2.raw as pdfium

    for left, bottom, right, top in _rectangles(link):
        under = _lines_under(bottom, top, known)
        if len(under) > 1:  # one rectangle around a link that runs over several lines
            where = printed(address, under)
            if where:
                yield Target(known.number, *where, address)
            continue
        middle = (bottom + top) / 2
        ends = [
            pdfium.FPDFText_GetCharIndexAtPos(text_page, x, middle, NEAR, top - bottom)
            for x in (left + 1.5, right - 1.5)
        ]
        if min(ends) >= 0 and ends[0] <= ends[1]:
            yield Target(known.number, ends[0], ends[1] + 1, address)


def _lines_under(bottom: float, top: float, page: Page) -> list[Line]:
    """The lines of a page that stand between two heights, for a rectangle higher than one line."""
    if page.top is None:
        return []
    upper, lower = page.top - top, page.top - bottom
    found = [line for line in page.lines if upper < line.base - line.size / 3 < lower]
    return found if found and lower - upper > TALL * found[0].size else []


def _rectangles(link: Any) -> Iterator[tuple[float, float, float, float]]:
    import pypdfium2.raw as pdfium

    count = pdfium.FPDFLink_CountQuadPoints(link)
    if 0 < count < MOST:
        quad = pdfium.FS_QUADPOINTSF()
        for index in range(count):
            if pdfium.FPDFLink_GetQuadPoints(link, index, quad):
                xs, ys = (quad.x1, quad.x2, quad.x3, quad.x4), (quad.y1, quad.y2, quad.y3, quad.y4)
                yield min(xs), min(ys), max(xs), max(ys)
        return
    box = pdfium.FS_RECTF()
    if pdfium.FPDFLink_GetAnnotRect(link, box):
        yield box.left, min(box.bottom, box.top), box.right, max(box.bottom, box.top)
