"""The lines of a page, read from PDFium in bulk.

The text of a page comes in one call. What costs a call for each character is asked for once a word: a word of a notice
never changes its font or its place in the structure tree, but for a few that lose nothing by it.
"""

import ctypes
import math
import re
from collections import Counter
from typing import Any, NamedTuple

from notice_parser.errors import UnreadableError
from notice_parser.extract.pdf.document import MAX_CHARACTERS
from notice_parser.extract.pdf.fonts import Fonts
from notice_parser.extract.pdf.page import Line, Mark, Page

# A line as PDFium parts them: up to a line break, or to the hyphen it found at the end of a line: "adver\ufffe".
LINE = re.compile("[^\r\n\ufffe]+\ufffe?|\ufffe")
WORD = re.compile(r"[^\s\ufffe]+")


class _Word(NamedTuple):
    start: int
    end: int
    bold: bool
    mark: int


class _Place(NamedTuple):
    """Where a character stands: its origin, its size, and the direction of its text in quarter turns (-1: askew)."""

    x: float
    y: float
    size: float
    turn: int


def read_page(page: Any, number: int, fonts: Fonts, *, tagged: bool) -> Page:
    """The text and lines of an open page. `tagged`: whether marked-content numbers are wanted."""
    import pypdfium2.raw as pdfium

    text_page = pdfium.FPDFText_LoadPage(page)
    if not text_page:
        return Page(number, "", 0, 0, ())
    try:
        text = _characters(text_page, number)
        fonts.forget_addresses()
        found = [
            _line(text_page, text, match.start(), match.end(), number, fonts, tagged=tagged)
            for match in LINE.finditer(text)
        ]
        width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    finally:
        pdfium.FPDFText_ClosePage(text_page)
    return _upright(number, text, width, height, [pair for pair in found if pair])


def _characters(text_page: Any, number: int) -> str:
    """One character for each that PDFium counts."""
    import pypdfium2.raw as pdfium

    count = pdfium.FPDFText_CountChars(text_page)
    if count > MAX_CHARACTERS:
        raise UnreadableError(f"page {number} holds {count:,} characters", f"the limit is {MAX_CHARACTERS:,}")
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    got = pdfium.FPDFText_GetText(text_page, 0, count, buffer) - 1
    if got == count:
        text = bytes(buffer)[: 2 * count].decode("utf-16-le", "surrogatepass")
        return text if len(text) == count else "".join(map(chr, buffer[:count]))
    # Characters without a Unicode value are in no bulk text, which shifts every offset after them.
    return "".join(chr(pdfium.FPDFText_GetUnicode(text_page, at) or 0xFFFD) for at in range(count))


def _line(
    text_page: Any, text: str, start: int, end: int, number: int, fonts: Fonts, *, tagged: bool
) -> tuple[int, Line] | None:
    """The line between two offsets, with the direction it runs in; None where it is blank."""
    words = [_word(text_page, found, fonts, tagged=tagged) for found in WORD.finditer(text, start, end)]
    if not words:
        return None
    start, end = words[0].start, words[-1].end + text.startswith("\ufffe", words[-1].end)
    first = _place(text_page, start)
    others = {words[len(words) // 2].start, words[-1].start} - {start}
    size = sorted([first.size, *(_place(text_page, at).size for at in others)])[len(others) // 2]
    right = _far_edge(text_page, words[-1].end - 1, first.turn)
    total = sum(word.end - word.start for word in words)
    bold = sum(word.end - word.start for word in words if word.bold) / total
    line = Line(
        number, start, end, text[start:end], first.x, max(right, first.x), first.y, size, bold,
        _lead(words) - start, _marks(words) if tagged else (),
    )  # fmt: skip
    return first.turn, line


def _word(text_page: Any, found: re.Match[str], fonts: Fonts, *, tagged: bool) -> _Word:
    import pypdfium2.raw as pdfium

    item = pdfium.FPDFText_GetTextObject(text_page, found.start())
    if not item:
        return _Word(found.start(), found.end(), bold=False, mark=-1)
    mark = pdfium.FPDFPageObj_GetMarkedContentID(item) if tagged else -1
    return _Word(found.start(), found.end(), fonts.bold(item), mark)


def _lead(words: list[_Word]) -> int:
    """Where the bold beginning of a line ends."""
    end = words[0].start
    for word in words:
        if not word.bold:
            break
        end = word.end
    return end


def _marks(words: list[_Word]) -> tuple[Mark, ...]:
    out: list[Mark] = []
    for word in words:
        if not out or out[-1].id != word.mark:
            out.append(Mark(word.start, word.mark))
    return tuple(out)


def _place(text_page: Any, at: int) -> _Place:
    import pypdfium2.raw as pdfium

    matrix, x, y = pdfium.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetMatrix(text_page, at, matrix)
    pdfium.FPDFText_GetCharOrigin(text_page, at, x, y)
    size = pdfium.FPDFText_GetFontSize(text_page, at) * math.hypot(matrix.c, matrix.d)
    turn = _turn(matrix.a, matrix.b)
    along, down = _turned(x.value, y.value, turn)
    return _Place(along, down, size, turn)


def _turn(a: float, b: float) -> int:
    """The direction of a text matrix in quarter turns; -1 where it is askew."""
    if abs(b) <= abs(a) * 0.05:
        return 0 if a >= 0 else 2
    if abs(a) <= abs(b) * 0.05:
        return 1 if b > 0 else 3
    return -1


def _turned(x: float, y: float, turn: int) -> tuple[float, float]:
    """A point of the page as (along the text, down the page)."""
    return ((x, -y), (y, x), (-x, y), (-y, -x))[turn] if turn >= 0 else (x, -y)


def _far_edge(text_page: Any, at: int, turn: int) -> float:
    import pypdfium2.raw as pdfium

    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(text_page, at, left, right, bottom, top)
    return max(_turned(left.value, bottom.value, turn)[0], _turned(right.value, top.value, turn)[0])


def _upright(number: int, text: str, width: float, height: float, found: list[tuple[int, Line]]) -> Page:
    """The page with the lines that run in its main direction; stamps and watermarks run in another."""
    if not found:
        return Page(number, text, width, height, ())
    weight: Counter[int] = Counter()
    for turn, line in found:
        weight[turn] += len(line.text)
    main = max(sorted(weight), key=lambda turn: weight[turn])
    lines = [line for turn, line in found if turn == main]
    top = {0: -height, 1: 0.0, 2: 0.0, 3: -width}.get(main, -height)
    lines = [line._replace(base=line.base - top) for line in lines]
    if main in (1, 3):
        width, height = height, width
    return Page(number, text, width, height, tuple(lines), sum(weight.values()) - weight[main])
