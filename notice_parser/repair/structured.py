"""Formats that mark their own blocks: everything between blocks goes, every block becomes one line."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from notice_parser.model import Block
from notice_parser.repair.hyphens import folded, rejoined
from notice_parser.repair.words import words_of
from notice_parser.span import LOST, Draft, Edit, Flag, Span, Text
from notice_parser.vocabulary import BlockKind, LossKind

LONE_LOSS = re.compile(rf"^{LOST}$", re.MULTILINE)  # a page of a PDF that is a picture
BLANK_LINE = re.compile(r"\n[ \t\r]*\n")


def one_line_each(draft: Draft, blocks: Sequence[Block], language: str | None = None) -> Iterator[Edit]:
    """Fold line breaks inside blocks, and leave one line break (two at a blank line) between blocks."""
    text = draft.text()
    words = cache(lambda: words_of(draft.value, language))  # asked for only where a hyphen ends a line
    end = 0
    for block in blocks:
        span = Span(text.at(block.span.start), text.at(block.span.end))
        if not span or span.start < end:
            continue
        if _splits_a_word(draft.value, end, span.start):
            yield from rejoined(draft.value, end, span.start, words)
        else:
            yield from _gap(draft.value, end, span.start)
        yield from folded(draft.value, span.start, span.end, words)
        end = span.end
    yield from _tail(draft.value, end)


def lost_blocks(draft: Draft) -> Iterator[Flag]:
    """A block of which nothing was read is lost text."""
    for found in LONE_LOSS.finditer(draft.value):
        yield Flag(LossKind.TEXT, Span(*found.span()), "lost-block")


def lines_as_blocks(text: Text, blocks: Sequence[Block], flags: Sequence[Flag]) -> Iterator[Block]:
    """The blocks again, each with the span of its line; a paragraph that began with a bullet is a list item."""
    starts = [block.span.start for block in blocks]
    items = {text.at(flag.span.start): flag.level for flag in flags if flag.kind == BlockKind.LIST_ITEM}
    at = 0
    for line in text.value.split("\n"):
        span = Span(at, at + len(line))
        at += len(line) + 1
        if line.strip():
            origin = blocks[max(0, bisect_right(starts, text.source(span).start) - 1)]
            listed = origin.kind in (BlockKind.PARAGRAPH, BlockKind.TEXT) and span.start in items
            yield origin.but(span=span, **({"kind": BlockKind.LIST_ITEM, "level": items[span.start]} if listed else {}))


def _splits_a_word(value: str, end: int, start: int) -> bool:
    """Whether a word is cut between two blocks: the end of a column or a page fell into it."""
    return value[max(0, end - 1) : end] in ("\ufffe", "\u00ad") and value[start : start + 1].islower()


def _gap(value: str, start: int, end: int) -> Iterator[Edit]:
    if start == end:
        return
    between = value[start:end]
    new = "" if start == 0 else "\n\n" if BLANK_LINE.search(between) else "\n"
    if between != new:
        yield Edit(Span(start, end), new, "between-blocks")


def _tail(value: str, end: int) -> Iterator[Edit]:
    if end < len(value):
        yield Edit(Span(end, len(value)), "", "between-blocks")
