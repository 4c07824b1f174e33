"""The lines of a page, read from PDFium in bulk.

The text of a page comes in one call. What costs a call for each character is asked for once a word at most: a word of
a notice hardly ever changes its font or its place in the structure tree.
"""

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from notice_parser.errors import UnreadableError
from notice_parser.extract.pdf.document import MAX_CHARACTERS
from notice_parser.extract.pdf.flow import levelled
from notice_parser.extract.pdf.fonts import Face
from notice_parser.extract.pdf.labels import bullet_end, label_end
from notice_parser.extract.pdf.page import Line, Mark, Page
from notice_parser.extract.pdf.probe import Place, Probe
from notice_parser.extract.pdf.right_to_left import in_reading_order

# A line as PDFium parts them, without the blanks around it: up to a line break, or to the hyphen it found at the end
# of a line: "adver\ufffe".
LINE = re.compile("[^\\s\ufffe](?:[^\r\n\ufffe]*[^\\s\ufffe])?\ufffe?")
WORD = re.compile(r"[^\s\ufffe]+")
# Some fonts call their hyphen a soft one. On paper every hyphen is to be seen: "on\u00adsite".
SOFT_HYPHEN_AT_END = re.compile("\u00ad(?=[\r\n]|$)")
FARTHEST = 20_000.0  # points from the corner: no sound page is larger (ISO 32000-1, annex C)


LETTER_O = re.compile(r"(?:(?<=[\r\n])|\A)o (?=[a-z])")  # "o payments by card" at the beginning of a line
O_WIDTH = 1.3  # of the size: a letter o and the blank behind it are narrower
WIDE_LETTER = 0.62  # of the size: the mean width of letters in a wide face
GAP = 2.2  # of the size: blanks between words, even in a justified line, are narrower
LONGEST_LABEL = 6  # characters: "(viii)" may stand far from its text
# A word, which is no label however short it is: "Name", "E-mail"; "Art. 5", "viii" and "Tel.:" are none.
WORD_ALONE = re.compile(r"(?![ivxlcIVXLC]+$)(?=.{3})[^\W\d_]+(?:[ -][^\W\d_]+)*")

Span = tuple[int, int]
Corners = tuple[float, float, float, float]  # left, right, bottom, top


class _Word(NamedTuple):
    start: int
    end: int
    face: Face
    mark: int


Look = tuple[Face, int]


class Box(NamedTuple):
    """The visible part of a page, in user space."""

    left: float
    bottom: float
    right: float
    top: float


class _Reader(NamedTuple):
    """What every line of a page is read with."""

    number: int
    text: str
    box: Box
    probe: Probe
    tagged: bool


def read_page(page: Any, text_page: Any, number: int, probe: Probe, *, tagged: bool) -> Page:
    """The text and lines of an open page. `tagged`: whether marked-content numbers are wanted."""
    text, box = in_reading_order(characters(text_page, number), lambda at: probe.box(at)[0]), page_box(page)
    text = _with_bullets(levelled(text, probe), probe)
    reader = _Reader(number, text, box, probe, tagged)
    found: list[tuple[int, Line]] = []
    for match in LINE.finditer(text):
        start, end = match.span()
        last = end - 1 if text[end - 1] == "\ufffe" else end
        first, edge = probe.place(start), probe.box(last - 1)
        if not tagged and _is_wide(last - start, first, edge[1]):
            spans = [word.span() for word in WORD.finditer(text, start, end)]
            for part in _stretches(probe, text, spans, first):
                low, high = part[0][0], part[-1][1]
                found.append(_line(reader, low, high, probe.place(low), probe.box(high - 1)))
        else:
            found.append(_line(reader, start, last, first, edge))
    return _upright(number, text, box, found)


def _with_bullets(text: str, probe: Probe) -> str:
    """The text with a letter o that is a bullet as one: it stands far from the small letter that follows."""
    out = text
    for found in LETTER_O.finditer(text):
        at, place = found.start(), probe.place(found.start())
        if probe.place(found.end()).x - place.x > O_WIDTH * place.size:
            out = f"{out[:at]}◦{out[at + 1 :]}"
    return out


def page_box(page: Any) -> Box:
    """The visible part of a page; US letter where the file gives none that makes sense."""
    import pypdfium2.raw as pdfium

    rectangle = pdfium.FS_RECTF()
    if pdfium.FPDF_GetPageBoundingBox(page, rectangle):
        box = Box(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
        if all(math.isfinite(side) and abs(side) < FARTHEST for side in box) and box.right > box.left:
            return box
    return Box(0, 0, 612, 792)


def characters(text_page: Any, number: int) -> str:
    """One character for each that PDFium counts."""
    import pypdfium2.raw as pdfium

    count = pdfium.FPDFText_CountChars(text_page)
    if count > MAX_CHARACTERS:
        raise UnreadableError(f"page {number + 1} holds {count:,} characters", f"the limit is {MAX_CHARACTERS:,}")
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    got = pdfium.FPDFText_GetText(text_page, 0, count, buffer) - 1
    if got == count:
        text = bytes(buffer)[: 2 * count].decode("utf-16-le", "surrogatepass")
        text = text if len(text) == count else "".join(map(chr, buffer[:count]))
    else:  # characters without a Unicode value are in no bulk text, which shifts every offset after them
        text = "".join(chr(pdfium.FPDFText_GetUnicode(text_page, at) or 0xFFFD) for at in range(count))
    return SOFT_HYPHEN_AT_END.sub("\ufffe", text).replace("\u00ad", "-")


def _is_wide(count: int, first: Place, right: float) -> bool:
    """Whether a line is wide for its few characters: such a one alone is looked at word by word."""
    # Numbers that are none compare false, and such a line is looked at.
    return not right - first.x < (count * WIDE_LETTER + GAP) * first.size


def _may_be_label(text: str, start: int, end: int) -> bool:
    return WORD_ALONE.fullmatch(text, start, end) is None


def _stretches(probe: Probe, text: str, spans: list[Span], first: Place) -> Iterator[list[Span]]:
    """The words of a line, parted where white space as wide as between columns or cells runs through it."""
    start = 0
    for at in range(1, len(spans)):
        gap = probe.place(spans[at][0]).x - probe.box(spans[at - 1][1] - 1)[1]
        short = spans[at - 1][1] - spans[start][0] <= LONGEST_LABEL
        if gap > GAP * first.size and not (short and _may_be_label(text, spans[start][0], spans[at - 1][1])):
            yield spans[start:at]
            start = at
    yield spans[start:]


def _line(reader: _Reader, start: int, last: int, first: Place, edge: Corners) -> tuple[int, Line]:
    """The line from the character `start` up to `last`, with the direction it runs in."""
    text, probe, tagged = reader.text, reader.probe, reader.tagged
    end = last + 1 if text.startswith("\ufffe", last) else last
    own = text[start:end]
    turn = _turn(first)
    if turn == 0:
        x, base, right = first.x, reader.box.top - first.y, edge[1]
    else:
        x, base = _turned(first.x, first.y, turn)
        base -= _edge(reader.box, turn)
        right = max(_turned(edge[0], edge[2], turn)[0], _turned(edge[1], edge[3], turn)[0])
    inner = _inner(probe, own, start, turn, x)
    face, mark = look = probe.look(start, tagged=tagged)
    middle = text.rfind(" ", start, (start + last) // 2) + 1 or start
    if look == probe.look(last - 1, tagged=tagged) == probe.look(middle, tagged=tagged):
        marks = (Mark(start, mark),) if tagged else ()
        name = face.family + "/" if face.slanted else face.family
        lead = last - start if face.bold else 0
        bold = 1.0 if face.bold else 0.0
        return turn, Line(
            reader.number, start, end, own, x, max(right, x), base, first.size, bold, lead, name, inner, marks
        )
    spans = [word.span() for word in WORD.finditer(text, start, last)]
    words = _words(probe, spans, tagged=tagged)
    return turn, Line(
        reader.number, start, end, own, x, max(right, x), base, _size(probe, first, words, spans),
        sum([word.end - word.start for word in words if word.face.bold]) / (last - start),
        _lead(words) - start, _common_face(words), inner, _marks(words) if tagged else (),
    )  # fmt: skip


def _words(probe: Probe, spans: list[Span], *, tagged: bool) -> list[_Word]:
    """The words of a line, neighbours that look alike and have one mark together.

    Only some are asked: where the first, the middle and the last of a stretch are alike, so are those between them.
    """
    last = len(spans) - 1
    looks: dict[int, Look] = {}

    def look(at: int) -> Look:
        if at not in looks:
            looks[at] = probe.look(spans[at][0], tagged=tagged)
        return looks[at]

    ends = [0]
    todo = [(0, last)]
    while todo:
        low, high = todo.pop()
        middle = (low + high) // 2
        if low < high and not look(low) == look(middle) == look(high):
            if high == low + 1:
                ends.append(high)
            else:
                todo += [(low, middle), (middle, high)]
    ends = [*sorted(ends), len(spans)]
    return [_Word(spans[a][0], spans[b - 1][1], *look(a)) for a, b in pairwise(ends)]


def _size(probe: Probe, first: Place, words: list[_Word], spans: list[Span]) -> float:
    """The middle one of the sizes of the first, middle and last word; the first one's where all look alike."""
    if len(words) < 2 or len(spans) < 3:
        return first.size
    return sorted([first.size, probe.place(spans[len(spans) // 2][0]).size, probe.place(spans[-1][0]).size])[1]


def _lead(words: list[_Word]) -> int:
    """Where the bold beginning of a line ends."""
    end = words[0].start
    for word in words:
        if not word.face.bold:
            break
        end = word.end
    return end


def _inner(probe: Probe, text: str, start: int, turn: int, left: float) -> float:
    """Where the text behind a bullet or label begins."""
    skip = bullet_end(text) or label_end(text)
    if not 0 < skip < len(text):
        return left
    place = probe.place(start + skip)
    return _turned(place.x, place.y, turn)[0]


def _common_face(words: list[_Word]) -> str:
    """The family and slant of all words; nothing where they differ."""
    names = {word.face.family + "/" * word.face.slanted for word in words}
    return names.pop() if len(names) == 1 else ""


def _edge(box: Box, turn: int) -> float:
    """Where lines of a direction begin to be counted."""
    return (-box.top, box.left, box.bottom, -box.right)[turn] if turn >= 0 else -box.top


def _marks(words: list[_Word]) -> tuple[Mark, ...]:
    out: list[Mark] = []
    for word in words:
        if not out or out[-1].id != word.mark:
            out.append(Mark(word.start, word.mark))
    return tuple(out)


def _turn(place: Place) -> int:
    """The direction of text in quarter turns; -1 where it is askew."""
    if place.b == 0 < place.a:
        return 0
    if abs(place.b) <= abs(place.a) * 0.05:
        return 0 if place.a >= 0 else 2
    if abs(place.a) <= abs(place.b) * 0.05:
        return 1 if place.b > 0 else 3
    return -1


def _turned(x: float, y: float, turn: int) -> tuple[float, float]:
    """A point of the page as (along the text, down the page)."""
    return ((x, -y), (y, x), (-x, y), (-y, -x))[turn] if turn >= 0 else (x, -y)


def _upright(number: int, text: str, box: Box, found: list[tuple[int, Line]]) -> Page:
    """The page with the lines that run in its main direction; stamps and watermarks run in another."""
    width, height = box.right - box.left, box.top - box.bottom
    weight: Counter[int] = Counter()
    for turn, line in found:
        weight[turn] += line.end - line.start
    main = max(sorted(weight), key=lambda turn: weight[turn]) if weight else 0
    lines = tuple([line for turn, line in found if turn == main and _is_sound(line)])
    if main in (1, 3):
        width, height = height, width
    return Page(number, text, width, height, lines, weight.total() - weight[main], box.top if main == 0 else None)


def _is_sound(line: Line) -> bool:
    """Whether a line stands on a page that can be; numbers that are none compare false."""
    return (
        -FARTHEST < line.left <= line.right < FARTHEST
        and -FARTHEST < line.base < FARTHEST
        and -FARTHEST < line.inner < FARTHEST
        and 0.1 < line.size < 2_000
    )
