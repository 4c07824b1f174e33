"""HTML inside Markdown: the words between the tags, parted where a tag starts a block."""

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from notice_parser.extract.html.elements import CELLS, INLINE
from notice_parser.extract.html.elements import STRUCK as STRUCK_TAGS
from notice_parser.extract.markdown.inline import STRUCK
from notice_parser.model import Block
from notice_parser.span import Edit, Span
from notice_parser.vocabulary import BlockKind

TAG = re.compile(r"<!--|<(?:(/?)([A-Za-z][A-Za-z0-9]*)|[!?])[^<>]*>")  # <p class="a">, </td>, <!doctype html>, <!--
ENTITY = re.compile(r"&#?[A-Za-z0-9]{1,32};|\r\n?")  # &nbsp; &#8217; and carriage returns, which repair does not fold
SKIPPED = frozenset({"script", "style", "template", "noscript"}) | STRUCK_TAGS
CLOSING = {name: re.compile(f"</{name}", re.IGNORECASE) for name in SKIPPED}
ROWS = frozenset({"tr", "tbody", "thead", "tfoot", "table"})
HEADING = re.compile(r"h[1-6]")


class RawPiece(NamedTuple):
    """A block between tags, and the edits that take the inline tags out of it."""

    block: Block
    edits: tuple[Edit, ...]


class Raw:
    """The HTML of a notice, block by block: the innermost block element that is open, and the words gathered in it."""

    def __init__(self) -> None:
        self._kind, self._level, self._row = BlockKind.PARAGRAPH, 0, 0
        self._in_cell = False
        self._start = self._end = -1
        self._edits: list[Edit] = []

    def pieces(self, text: str, span: Span) -> Iterator[RawPiece]:
        """The blocks of the HTML in `span`; a table may go on from the block of HTML before."""
        at = span.start
        self._kind = BlockKind.TABLE_CELL if self._in_cell else BlockKind.PARAGRAPH
        for gap, name, closing in _tags(text, span):
            self._words(text, Span(at, gap.start))
            at = gap.end
            if name in INLINE:
                self._edits.append(Edit(gap, "", STRUCK if name in STRUCK_TAGS and not closing else "html-tag"))
            else:
                yield from self._flush()
                self._enter(name, closing=closing)
        self._words(text, Span(at, span.end))
        yield from self._flush()

    def _enter(self, name: str, *, closing: bool) -> None:
        """A tag that parts blocks says what follows it."""
        if name in CELLS:
            self._in_cell = not closing
        elif name in ROWS:
            self._in_cell = False
        self._row += name == "tr" and not closing
        self._kind, self._level = BlockKind.PARAGRAPH, 0
        if self._in_cell:
            self._kind = BlockKind.TABLE_CELL
        elif HEADING.fullmatch(name) and not closing:
            self._kind, self._level = BlockKind.HEADING, int(name[1])
        elif name == "li" and not closing:
            self._kind, self._level = BlockKind.LIST_ITEM, 1

    def _flush(self) -> Iterator[RawPiece]:
        """The block gathered so far."""
        if self._start >= 0:
            span = Span(self._start, self._end)
            row = max(1, self._row) if self._kind == BlockKind.TABLE_CELL else 0
            inside = tuple(edit for edit in self._edits if span.holds(edit.span))
            yield RawPiece(Block(self._kind, span, self._level, row), inside)
        self._start, self._edits = -1, []

    def _words(self, text: str, span: Span) -> None:
        """Characters outside tags."""
        words = span.of(text)
        if not words.strip():
            return
        self._start = self._start if self._start >= 0 else span.start + len(words) - len(words.lstrip())
        self._end = span.start + len(words.rstrip())
        for found in ENTITY.finditer(text, span.start, span.end):
            new = html.unescape(found.group()) if found.group()[0] == "&" else " "
            if new != found.group():
                self._edits.append(Edit(Span(*found.span()), new, "entity"))


def _tags(text: str, span: Span) -> Iterator[tuple[Span, str, bool]]:
    """Tags, comments and skipped elements in order: their place, the name in lower case, whether it closes."""
    at = span.start
    while found := TAG.search(text, at, span.end):
        name, closing = (found.group(2) or "b").lower(), bool(found.group(1))
        at = found.end()
        if found.group() == "<!--":
            close = text.find("-->", at, span.end)
            at = close + 3 if close >= 0 else span.end
        elif name in SKIPPED and not closing:
            end = CLOSING[name].search(text, at, span.end)
            at = end.start() if end else span.end
        yield Span(found.start(), at), name, closing
