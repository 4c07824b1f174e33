"""What a page of a PDF holds once PDFium has read it: characters in content-stream order, cut into lines."""

from typing import NamedTuple


class Mark(NamedTuple):
    """From `start` on, the characters of a page carry the marked-content number `id`; -1 where they carry none."""

    start: int
    id: int


class Line(NamedTuple):
    """A visual line: where its characters stand in the text of the page, where they stand on paper, and how they look.

    Distances are in points, measured along and across the direction of the text; `base` grows downwards.
    """

    page: int
    start: int
    end: int
    text: str
    left: float
    right: float
    base: float
    size: float
    bold: float  # share of its characters that are bold
    lead: int  # how many characters its bold beginning has
    face: str  # family of its font, with "/" behind it where it is slanted; empty where it has several
    inner: float  # where its text begins behind a bullet or label; `left` where it has none
    marks: tuple[Mark, ...] = ()

    @property
    def is_bold(self) -> bool:
        """Whether all of it is bold, but for stray marks."""
        return self.bold > 0.9

    def cut(self, start: int, end: int) -> "Line":
        """The part of the line between two offsets of the page, with its share of the bold characters."""
        if start == self.start and end == self.end and not self.text[-1:].isspace():
            return self
        text = self.text[start - self.start : end - self.start].rstrip()
        lead = max(0, min(self.lead - (start - self.start), len(text)))
        after = max(1, len(self.text) - self.lead)
        elsewhere = min(1.0, max(0.0, self.bold * len(self.text) - self.lead) / after)
        bold = (lead + elsewhere * (len(text) - lead)) / max(1, len(text))
        return Line(self.page, start, start + len(text), text, *self[4:8], bold, lead, *self[10:])


class Page(NamedTuple):
    """A page: `text` has one character for each of PDFium's, so that its character numbers are offsets."""

    number: int
    text: str
    width: float
    height: float
    lines: tuple[Line, ...]
    turned: int = 0  # how many characters ran in another direction than the page and were left out
    top: float | None = None  # the upper edge in user space, where the text runs from left to right
    pictured: bool = False  # it holds no text and shows a picture
    label: str | None = None  # its number as the document counts: "iv", "A-1"
