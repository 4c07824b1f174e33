"""What is drawn on a page besides text: rulings, which may make a table, and dots, which may be bullets."""

import ctypes
import math
from collections.abc import Iterator
from typing import Any, NamedTuple

from notice_parser.extract.pdf.page import Line, Page
from notice_parser.extract.pdf.probe import Calls

THIN = 3.0  # points: a shape thinner than this is a ruling
DOT = 0.75  # of the size of the text: a bullet is no larger
MOST_OBJECTS, MOST_PATHS, MOST_SEGMENTS = 50_000, 4_000, 200


class Ruling(NamedTuple):
    """A line along one axis: `at` on the other axis, from `low` to `high` on its own."""

    at: float
    low: float
    high: float


class Dot(NamedTuple):
    """A small shape, about as wide as high."""

    left: float
    right: float
    middle: float
    size: float


class Drawings(NamedTuple):
    """The shapes of a page, measured like its lines: from the left, and down from the top."""

    across: list[Ruling]
    down: list[Ruling]
    dots: list[Dot]


def read_drawings(page: Any, with_text: Page, calls: Calls) -> Drawings:
    """The rulings and dots of a page whose text runs from left to right; of others none."""
    import pypdfium2.raw as pdfium

    out = Drawings([], [], [])
    if with_text.top is None:
        return out
    address = ctypes.cast(page, ctypes.c_void_p).value
    paths = 0
    for index in range(min(pdfium.FPDFPage_CountObjects(page), MOST_OBJECTS)):
        item = calls.object(address, index)
        if item and calls.kind(item) == pdfium.FPDF_PAGEOBJ_PATH:
            paths += 1
            if paths > MOST_PATHS:
                break
            _add(ctypes.cast(item, pdfium.FPDF_PAGEOBJECT), with_text.top, out)
    return out


def dot_before(line: Line, dots: list[Dot]) -> bool:
    """Whether a bullet is drawn before a line."""
    return any(
        0 < line.left - dot.right < 3 * line.size
        and dot.size < DOT * line.size
        and 0 < line.base - dot.middle < 0.8 * line.size
        for dot in dots
    )


def _add(item: Any, top: float, out: Drawings) -> None:
    import pypdfium2.raw as pdfium

    left, bottom, right, upper = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, upper):
        return
    x0, x1, y0, y1 = left.value, right.value, top - upper.value, top - bottom.value
    if not all(map(math.isfinite, (x0, x1, y0, y1))):
        return
    width, height = x1 - x0, y1 - y0
    if width < THIN <= height * 0.5:
        out.down.append(Ruling((x0 + x1) / 2, y0, y1))
    elif height < THIN <= width * 0.5:
        out.across.append(Ruling((y0 + y1) / 2, x0, x1))
    elif width < 12 and height < 12 and 0.5 < width / max(height, 0.01) < 2:
        out.dots.append(Dot(x0, x1, (y0 + y1) / 2, max(width, height)))
    elif width >= THIN:
        for (ax, ay), (bx, by) in _segments(item, top):
            if abs(ax - bx) < 0.5:
                out.down.append(Ruling(ax, min(ay, by), max(ay, by)))
            elif abs(ay - by) < 0.5:
                out.across.append(Ruling(ay, min(ax, bx), max(ax, bx)))


def _segments(item: Any, top: float) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """The straight strokes of a path."""
    import pypdfium2.raw as pdfium

    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, matrix)
    start = here = (0.0, 0.0)
    for index in range(min(pdfium.FPDFPath_CountSegments(item), MOST_SEGMENTS)):
        segment = pdfium.FPDFPath_GetPathSegment(item, index)
        x, y = ctypes.c_float(), ctypes.c_float()
        if not segment or not pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            return
        there = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            top - (matrix.b * x.value + matrix.d * y.value + matrix.f),
        )
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = there
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield here, there
        here = there
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield here, start
            here = start
