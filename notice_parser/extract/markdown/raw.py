"""HTML inside Markdown: the words between the tags, parted where a tag starts a block."""

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from notice_parser.model import Block
from notice_parser.span import Edit, Span
from notice_parser.vocabulary import BlockKind

TAG = re.compile(r"<!--|<(?:(/?)([A-Za-z][A-Za-z0-9]*)|[!?])[^<>]*>")  # <p class="a">, </td>, <!doctype html>, <!--
ENTITY = re.compile(r"&#?[A-Za-z0-9]{1,32};|\r\n?")  # &nbsp; &#8217; and carriage returns, which repair does not fold
INLINE = frozenset(
    {
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "del",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "wbr",
    }
)
SKIPPED = frozenset({"script", "style", "template", "noscript"})
CLOSING = {name: re.compile(f"</{name}", re.IGNORECASE) for name in SKIPPED}
CELLS = frozenset({"td", "th"})
HEADING = re.compile(r"h[1-6]")


class RawPiece(NamedTuple):
    """A block between tags, and the edits that take the inline tags out of it."""

    block: Block
    edits: tuple[Edit, ...]


class _State:
    """The innermost block element that is open, and the words gathered since the last tag that parts blocks."""

    def __init__(self) -> None:
        self.kind, self.level, self.row = BlockKind.PARAGRAPH, 0, 0
        self.start = self.end = -1
        self.edits: list[Edit] = []

    def enter(self, name: str, *, closing: bool) -> None:
        """A tag that parts blocks says what follows it."""
        self.kind, self.level = BlockKind.PARAGRAPH, 0
        if closing:
            return
        if HEADING.fullmatch(name):
            self.kind, self.level = BlockKind.HEADING, int(name[1])
        elif name == "li":
            self.kind, self.level = BlockKind.LIST_ITEM, 1
        elif name in CELLS:
            self.kind = BlockKind.TABLE_CELL
        self.row += name == "tr"

    def flush(self) -> Iterator[RawPiece]:
        """The block gathered so far."""
        if self.start >= 0:
            span = Span(self.start, self.end)
            row = max(1, self.row) if self.kind == BlockKind.TABLE_CELL else 0
            inside = tuple(edit for edit in self.edits if span.holds(edit.span))
            yield RawPiece(Block(self.kind, span, self.level, row), inside)
        self.start, self.edits = -1, []

    def words(self, text: str, span: Span) -> None:
        """Characters outside tags."""
        words = span.of(text)
        if not words.strip():
            return
        self.start = self.start if self.start >= 0 else span.start + len(words) - len(words.lstrip())
        self.end = span.start + len(words.rstrip())
        for found in ENTITY.finditer(text, span.start, span.end):
            new = html.unescape(found.group()) if found.group()[0] == "&" else " "
            if new != found.group():
                self.edits.append(Edit(Span(*found.span()), new, "entity"))


def raw_pieces(text: str, span: Span) -> Iterator[RawPiece]:
    """The blocks of the HTML in `span`."""
    state = _State()
    at = span.start
    for gap, name, closing in _tags(text, span):
        state.words(text, Span(at, gap.start))
        at = gap.end
        if name in INLINE:
            state.edits.append(Edit(gap, "", "html-tag"))
        else:
            yield from state.flush()
            state.enter(name, closing=closing)
    state.words(text, Span(at, span.end))
    yield from state.flush()


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
