"""The second opinion: lines by pdfplumber, which sees a PDF with other eyes and takes its time."""

import io
import logging
from collections import Counter
from typing import Any

from notice_parser.budget import Budget
from notice_parser.errors import UnreadableError
from notice_parser.extract.pdf.document import MAX_CHARACTERS
from notice_parser.extract.pdf.fonts import named_face
from notice_parser.extract.pdf.page import Line, Page

RATIO = 0.15  # of the size: a gap that wide parts words; pdfplumber's fixed 3 points glue them in small print
SECONDS = 300.0
AGREE = 0.97  # of the words: below that the two readings are worth a look


def plumbed_pages(data: bytes) -> list[Page]:
    """The pages as pdfplumber reads them."""
    import pdfplumber

    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # it says on stderr what the error below says better
    budget = Budget("the PDF", SECONDS)
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            return [_page(page, number, budget) for number, page in enumerate(document.pages)]
    except UnreadableError:
        raise
    except Exception as error:  # noqa: BLE001 - pdfminer raises whatever a damaged file makes it run into
        reason = type(error).__name__
        raise UnreadableError(f"pdfplumber cannot read the PDF ({reason})", "leave --pdf-reader out") from None


def word_overlap(one: str, other: str) -> float:
    """The share of words that two readings have in common, whatever their order."""
    a, b = Counter(one.split()), Counter(other.split())
    return 2 * (a & b).total() / max(1, a.total() + b.total())


def _page(page: Any, number: int, budget: Budget) -> Page:
    budget.check(f"page {number + 1}")
    if len(page.chars) > MAX_CHARACTERS:
        raise UnreadableError(
            f"page {number + 1} holds {len(page.chars):,} characters", f"the limit is {MAX_CHARACTERS:,}"
        )
    text = ""
    lines = []
    for found in page.extract_text_lines(x_tolerance_ratio=RATIO, return_chars=True):
        line = _line(found, number, len(text))
        if line:
            lines.append(line)
            text += line.text + "\n"
    page.close()
    return Page(number, text, float(page.width), float(page.height), tuple(lines), top=None)


def _line(found: dict[str, Any], number: int, start: int) -> Line | None:
    text = found["text"].replace("\u00ad", "-").strip()
    chars = [char for char in found["chars"] if char["text"].strip()]
    if not text or not chars:
        return None
    faces = [named_face(char["fontname"]) for char in chars]
    bold = [face.bold for face in faces]
    lead = bold.index(False) if False in bold else len(bold)
    names = {face.family + "/" * face.slanted for face in faces}
    return Line(
        number, start, start + len(text), text, float(found["x0"]), float(found["x1"]), float(chars[0]["bottom"]),
        float(chars[len(chars) // 2]["size"]), sum(bold) / len(bold), _offset(text, lead),
        names.pop() if len(names) == 1 else "", float(found["x0"]),
    )  # fmt: skip


def _offset(text: str, count: int) -> int:
    """Where in a text its first `count` characters that are no blanks end."""
    places = [at for at, char in enumerate(text) if not char.isspace()]
    return places[min(count, len(places)) - 1] + 1 if count and places else 0
