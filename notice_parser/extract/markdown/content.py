"""One block's content, laid back over the source: where its lines stand, and where it parts into several blocks."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from notice_parser.extract.bullets import GLYPH
from notice_parser.extract.markdown.inline import STRUCK, Mark
from notice_parser.span import Edit, Span

# "\\- item", as converters write a dash that was a bullet; "*   [our office](x)" after a forced line end.
ESCAPED_GLYPH = re.compile(rf"[ \t]*\\?(?:{GLYPH.pattern}|[-–*·][ \t]+(?=\[\w|\*\*\w))")
INLINE_BULLET = re.compile(r"(?<=\S)[ \t]+(?=\* \S)")  # "We use: * names * dates", a list that lost its lines
ORNAMENT = re.compile(r"[*_=~#·•.\\ -]{3,}")  # "* * *", "\*\*\*", "-----": a rule drawn with characters


class Content:
    """Characters that markdown-it gathered from lines of the source, without their indents and quote marks."""

    def __init__(self, value: str, places: Sequence[int]) -> None:
        self.value = value
        self._places = places  # where each line of `value` stands in the source
        self._starts = [0]
        for line in value.split("\n"):
            self._starts.append(self._starts[-1] + len(line) + 1)

    def source(self, at: int) -> int:
        """The offset in the source of the character at `at`."""
        k = max(0, min(bisect_right(self._starts, at), len(self._places)) - 1)
        return self._places[k] + at - self._starts[k]

    def span(self, start: int, end: int) -> Span:
        """The characters of the source under a range that is not empty; a range that ends a line reaches the next."""
        if self.value[end - 1] == "\n":
            return Span(self.source(start), self.source(end))
        return Span(self.source(start), self.source(end - 1) + 1)


class Part(NamedTuple):
    """A range of a content that is a block of its own, without blanks and markup at its edges, and its marks."""

    start: int
    end: int
    bullet: bool
    marks: Sequence[Mark]


def parts(content: str, marks: Sequence[Mark]) -> Iterator[Part]:
    """The blocks of a content: parted by two forced line ends in a row, or by one before a bullet character."""
    start, first, at, bullet, wordless = 0, 0, 0, False, False
    for k, mark in enumerate(marks):
        wordless = wordless and not mark.new.strip() and not content[at : mark.start].strip()
        at = mark.end
        if not mark.breaks:
            continue
        glyph = ESCAPED_GLYPH.match(content, at)
        if glyph or wordless:
            yield from _part(content, marks[first:k], start, mark.start, bullet=bullet)
            start, first, bullet = glyph.end() if glyph else at, k + 1, bool(glyph)
        wordless = True
    yield from _part(content, marks[first:], start, len(content), bullet=bullet)


def _part(content: str, marks: Sequence[Mark], start: int, end: int, *, bullet: bool) -> Iterator[Part]:
    glyph = None if bullet else ESCAPED_GLYPH.match(content, start, end)
    start = glyph.end() if glyph else start
    first = last = -1
    for low, high in _kept(marks, start, end):
        text = content[low:high]
        if text.strip():
            first = first if first >= 0 else high - len(text.lstrip())
            last = low + len(text.rstrip())
    if first >= 0 and not ORNAMENT.fullmatch(content, first, last):
        inside = [mark for mark in marks if first <= mark.start and mark.end <= last]
        yield Part(first, last, bullet or bool(glyph), inside)


def _kept(marks: Sequence[Mark], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The ranges between `start` and `end` that hold words: all but the marks that stand for none."""
    at = start
    for mark in marks:
        if mark.start >= at and not mark.new.strip():
            yield at, mark.start
            at = mark.end
    yield at, max(at, end)


def disjoint(marks: Sequence[Mark], content: str) -> list[Mark]:
    """Marks and line ends in order; those that overlap become one."""
    out: list[Mark] = []
    for mark in sorted([*marks, *_line_ends(content)]) if "\n" in content else marks:
        if out and mark.start < out[-1].end:
            last = out[-1]
            rule = STRUCK if STRUCK in (last.rule, mark.rule) else last.rule
            out[-1] = last._replace(end=max(last.end, mark.end), rule=rule, breaks=last.breaks or mark.breaks)
        else:
            out.append(mark)
    return out


def inline_bullets(content: str, *, cell: bool) -> list[Mark]:
    """The places where a list goes on that lost its lines: in any table cell, elsewhere where a colon leads into it."""
    found = [] if " * " not in content else [found.span() for found in INLINE_BULLET.finditer(content)]
    if not cell and (len(found) < 2 or not content[: found[0][0]].endswith(":")):
        return []
    return [Mark(*span, " ", "line-end", breaks=True) for span in found]


def _line_ends(content: str) -> Iterator[Mark]:
    at = content.find("\n")
    while at >= 0:
        start = at
        while start and content[start - 1] in " \t":
            start -= 1
        yield Mark(start, at + 1, " ", "line-end", breaks=bool(ESCAPED_GLYPH.match(content, at + 1)))
        at = content.find("\n", at + 1)


def edits(content: Content, part: Part) -> Iterator[Edit]:
    """The marks inside a part, as edits of the source."""
    for mark in part.marks:
        yield Edit(content.span(mark.start, mark.end), mark.new, mark.rule)
