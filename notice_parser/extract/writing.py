"""The text that a reader writes: one line a block, blanks as one, with the places of blocks and links."""

import re

from notice_parser.budget import Budget
from notice_parser.extract.bullets import GLYPH, PRINTS
from notice_parser.model import Block, LineStart, Link
from notice_parser.span import Span
from notice_parser.vocabulary import BlockKind

STRUCK_OUT = "words that are crossed out were left out"  # a warning
BLANKS = "\t\n\r\f\v"  # blanks besides the common one
SEVERAL = re.compile("  +")
# A number or letter that an item's own words begin with: "(a) ", "1. ", "2.1 ", "iv) ".
OWN_LABEL = re.compile(r"(?:\(?[0-9]{1,3}|\(?[A-Za-z]|\(?[ivxIVX]{1,5})[.)]\s|[0-9]{1,2}\.[0-9]{1,2}\.?\s")
# What stands between links beside each other, and nothing else: " | ", "·".
STROKES = re.compile(r"[\s|/·•]+")
EDGES = " \u00a0"
PROSE = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
CLOSE = (
    BlockKind.LIST_ITEM,
    BlockKind.TABLE_CELL,
)  # neighbours of one of these kinds stand on lines next to each other


class Writer:
    """Gathers words into blocks. `kind`, `level` and `row` say what the present block is; `flush` ends it."""

    def __init__(self) -> None:
        self._budget = Budget("the document")
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self.lines: list[LineStart] = []
        self.bold: set[int] = set()  # indexes of the blocks that are bold from end to end
        self.kind, self.level, self.row, self.line = BlockKind.PARAGRAPH, 0, 0, 0
        self.hanging = (
            False  # whether the first line of the block stands further left: what begins with a label is an item
        )
        self.label = ""  # of a numbered item; written before its next words unless they carry their own
        self._written: list[str] = []
        self._size = 0
        self._target, self._from = "", 0
        self._parts: list[str] = []
        self._anchors: list[tuple[str, int, int]] = []
        self._length = self._breaks = 0
        self._blank, self._bold = False, True

    @property
    def text(self) -> str:
        """Everything that was flushed."""
        return "".join(self._written)

    @property
    def empty(self) -> bool:
        """Whether the present block holds no words yet."""
        return not self._length

    def words(self, text: str, *, bold: bool = False) -> None:
        """More words of the present block; they glue to what stands before unless a blank parts them."""
        for blank in BLANKS:
            text = text.replace(blank, " ")
        text = SEVERAL.sub(" ", text) if "  " in text else text
        if text in ("", " "):
            self._blank = self._blank or bool(text)
            return
        if self._breaks and (self._breaks > 1 or GLYPH.match(text.lstrip(EDGES))):
            self._write()
        self._breaks = 0
        lead = " " if self._length and (self._blank or text[0] == " ") else ""
        self._blank = text[-1] == " "
        text = lead + text.strip(" ")
        self._parts.append(text)
        self._length += len(text)
        self._bold = self._bold and (bold or not text.strip())

    def line_break(self) -> None:
        """A forced line end: one is a blank, two in a row part blocks, and so does one before a bullet."""
        self._breaks += bool(self._length)
        self._blank = True

    def open_link(self, target: str) -> None:
        """The words that follow carry a link."""
        self.close_link()
        self._target, self._from = target, self._length

    def close_link(self) -> None:
        """The link ends."""
        if self._target and self._length > self._from:
            self._anchors.append((self._target, self._from, self._length))
        self._target = ""

    def flush(self) -> bool:
        """End the present block; returns whether it held words. What follows is a paragraph unless told otherwise."""
        written = self._write()
        self.kind, self.level, self.row, self.hanging = BlockKind.PARAGRAPH, 0, 0, False
        return written

    def _clear(self) -> None:
        self._parts, self._anchors = [], []
        self._length = self._breaks = 0
        self._blank, self._bold = False, True

    def _write(self) -> bool:
        self._budget.check()
        if not self._parts:  # nothing since the last block, as between most elements
            self._breaks, self._blank = 0, False
            return False
        target = self._target
        self.close_link()
        text = "".join(self._parts)
        prints = bool(PRINTS.search(text)) and not (self.kind == BlockKind.PARAGRAPH and STROKES.fullmatch(text))
        if prints:
            self._put(text)
        self._clear()
        if target:
            self.open_link(target)
        return prints

    def _put(self, text: str) -> None:
        cut = len(text) - len(text.lstrip(EDGES))
        glyph = GLYPH.match(text, cut) if self.kind in PROSE else None
        if glyph and PRINTS.search(text, glyph.end()):
            cut = glyph.end()
            self.kind, self.level = BlockKind.LIST_ITEM, max(self.level, 1)
        if self.hanging and self.kind == BlockKind.PARAGRAPH and OWN_LABEL.match(text, cut):
            self.kind, self.level = BlockKind.LIST_ITEM, 1
        label = self.label and f"{self.label} "
        if label and OWN_LABEL.match(text, cut):
            label = ""
        self.label = ""
        text = label + text[cut:].rstrip(EDGES)
        at = self._advance(text)
        if self._bold:
            self.bold.add(len(self.blocks))
        self.blocks.append(Block(self.kind, Span(at, at + len(text)), self.level, self.row))
        if self.line:
            self.lines.append(LineStart(at, self.line))
        self._place_links(at + len(label) - cut, at)

    def _advance(self, text: str) -> int:
        """Write the text after what parts it from the last block; returns where it begins."""
        if self.blocks:
            near = self.kind in CLOSE and self.blocks[-1].kind == self.kind
            self._written.append("\n" if near else "\n\n")
            self._size += 1 if near else 2
        at = self._size
        self._written.append(text)
        self._size += len(text)
        return at

    def _place_links(self, shift: int, low: int) -> None:
        for target, start, end in self._anchors:
            first = max(low, start + shift)
            skip = len(self._between(first, end + shift)) - len(self._between(first, end + shift).lstrip(" "))
            span = Span(first + skip, min(end + shift, self._size))
            if span:
                self.links.append(Link(target, span))

    def _between(self, start: int, end: int) -> str:
        """Characters of the last block written."""
        at = self._size - len(self._written[-1])
        return self._written[-1][max(0, start - at) : max(0, end - at)]
