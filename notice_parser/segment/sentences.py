"""Blocks to sentences: none crosses a block, and every list item knows the sentence that introduces its list."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from notice_parser.model import Block, Section, Sentence
from notice_parser.segment.stops import pieces
from notice_parser.span import Span
from notice_parser.vocabulary import BlockKind

# A sentence that leads into a list: it ends with a colon, a dash or an ellipsis, or with no stop at all.
LEAD_IN = re.compile(r"(?:[:：–—]|\.\.\.|…)[\"'”’)*]*$")
UNFINISHED = re.compile(r"[\w,)’'\"”]$")


def sentences(text: str, blocks: Sequence[Block], sections: Sequence[Section]) -> tuple[Sentence, ...]:
    """The sentences of `blocks`, whose kinds are known. A heading inside a line is a sentence of its own."""
    homes = Homes(sections)
    lists = Lists()
    out: list[Sentence] = []
    for block in blocks:
        intro = lists.intro(text, block, out)
        for span in _spans(text, block, homes):
            section = homes.at(span.start)
            kind = BlockKind.HEADING if section.heading_span == span else block.kind
            depth = max(1, block.level) if kind is BlockKind.LIST_ITEM else 0
            out.append(Sentence(section.id, span, kind, intro, depth, block.row))
        lists.seen(block)
    return tuple(out)


class Homes:
    """Which section a place belongs to."""

    def __init__(self, sections: Sequence[Section]) -> None:
        self._sections = sections
        self._starts = [section.span.start for section in sections]

    def at(self, offset: int) -> Section:
        """The section that holds `offset`."""
        return self._sections[max(0, bisect_right(self._starts, offset) - 1)]

    def heading_within(self, span: Span) -> Span | None:
        """A heading that shares the line `span` with other words."""
        heading = self.at(span.end - 1).heading_span
        return heading if heading and span.holds(heading) and heading != span else None


class Lists:
    """The open lists while blocks go by: the sentence that introduces each, by depth."""

    def __init__(self) -> None:
        self._open: list[tuple[int, int | None]] = []  # depth, intro
        self._last: Block | None = None

    def intro(self, text: str, block: Block, out: Sequence[Sentence]) -> int | None:
        """The sentence that introduces the list `block` stands in, or None."""
        if block.kind is not BlockKind.LIST_ITEM:
            return None
        depth = max(1, block.level)
        while self._open and self._open[-1][0] > depth:
            self._open.pop()
        if not self._open or self._open[-1][0] < depth:
            self._open.append((depth, self._lead(text, out)))
        return self._open[-1][1]

    def seen(self, block: Block) -> None:
        """Note that `block` has gone by."""
        if block.kind is not BlockKind.LIST_ITEM:
            self._open.clear()
        self._last = block

    def _lead(self, text: str, out: Sequence[Sentence]) -> int | None:
        if not out or self._last is None:
            return None
        words = out[-1].span.of(text)
        nested = bool(self._open)
        unfinished = self._last.kind is BlockKind.PARAGRAPH and UNFINISHED.search(words) is not None
        if nested or unfinished or LEAD_IN.search(words):
            return len(out) - 1
        return None


def _spans(text: str, block: Block, homes: Homes) -> Iterator[Span]:
    if block.kind is BlockKind.HEADING:
        yield _trimmed(text, block.span)
        return
    heading = homes.heading_within(block.span)
    end = heading.start if heading else block.span.end
    yield from (piece.shifted(block.span.start) for piece in pieces(text[block.span.start : end]))
    if heading:
        yield heading
        yield from (piece.shifted(heading.end) for piece in pieces(text[heading.end : block.span.end]))


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    return Span(span.end - len(words.lstrip()), span.start + len(words.rstrip()))
