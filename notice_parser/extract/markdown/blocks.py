"""The blocks of a Markdown notice: headings, paragraphs, list items and table cells, each with its place."""

import re
from bisect import bisect_right
from collections.abc import Callable
from typing import Any

from markdown_it.token import Token

from notice_parser.budget import Budget
from notice_parser.extract.headings import promote_bold
from notice_parser.extract.markdown.content import Content, disjoint, edits, inline_bullets, parts
from notice_parser.extract.markdown.grids import with_pipes
from notice_parser.extract.markdown.inline import STRUCK, Mark, marked, parser
from notice_parser.extract.markdown.lines import cells, line_spans, paragraphs, places
from notice_parser.extract.markdown.raw import Raw
from notice_parser.extract.writing import STRUCK_OUT
from notice_parser.model import Block, Extraction, Link
from notice_parser.span import Edit, Span
from notice_parser.vocabulary import BlockKind

# The label of an ordered item, right before its words or the marks of its heading: "1. ", "12)  ", "3. ## ".
LABEL = re.compile(r"\d{1,9}[.)][ \t]+(#{1,6}[ \t]+)?\Z")
CARRIAGE = re.compile(r"\r\n?")
# A paragraph that is bold from end to end: "**Your rights**", "**_Your rights_**".
BOLD = re.compile(r"(\*\*|__)[^*\n]{1,200}\1[ :]*\Z")
# Metadata between two lines of dashes at the very start: "---\ntitle: Privacy Policy\n---\n".
FRONT_MATTER = re.compile(r"---[ \t]*\r?\n((?:[A-Za-z_ #-][^\n]*\n){1,60}?)(?:---|\.\.\.)[ \t]*\r?\n")
TITLE = re.compile(r"^title[ \t]*:([^\n]+)$", re.MULTILINE)
LANGUAGE = re.compile(r"^lang(?:uage)?[ \t]*:[ \t]*[\"']?([A-Za-z-]{2,12})[\"']?[ \t\r]*$", re.MULTILINE)
LONGEST_UNDERLINED = 250  # characters; more than a heading has, so the dashes under it were meant as a rule


def extraction(text: str) -> Extraction:
    """The notice in `text`."""
    text, lines = with_pipes(text)
    front = FRONT_MATTER.match(text)
    meta = front.group(1) if front else ""
    reading = Reading(text, front.end() if front else 0)
    return Extraction(
        text=text,
        media_type="text/markdown",
        blocks=tuple(promote_bold(reading.blocks, reading.bold, text)),
        edits=tuple(reading.edits),
        links=tuple(reading.links),
        lines=lines,
        warnings=(STRUCK_OUT,) if any(edit.rule == STRUCK for edit in reading.edits) else (),
        title=_value(TITLE, meta),
        language=_value(LANGUAGE, meta),
    )


def _value(pattern: re.Pattern[str], meta: str) -> str | None:
    found = pattern.search(meta)
    return found.group(1).strip().strip("\"'") or None if found else None


class Reading:
    """One walk over the tokens of a notice."""

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.blocks: list[Block] = []
        self.edits: list[Edit] = []
        self.links: list[Link] = []
        self.bold: set[int] = set()  # indexes of the paragraphs that are bold from end to end
        self._lines = line_spans(text)
        self._md, self._env = parser(), dict[str, Any]()
        self._ordered: list[bool] = []  # the open lists, outermost first
        self._heading = self._row = 0
        self._in_table = self._labelled = False
        self._raw = Raw()
        budget = Budget("the document")
        skipped = sum(line.end < start for line in self._lines)
        for token in self._md.parse("\n" * skipped + text[start:], self._env):
            budget.check()
            visit = VISITS.get(token.type)
            if visit:
                visit(self, token)

    def open_list(self, token: Token) -> None:
        """A list begins."""
        self._ordered.append(token.type == "ordered_list_open")

    def close_list(self, token: Token) -> None:
        """A list ends."""
        del token
        self._ordered.pop()

    def open_item(self, token: Token) -> None:
        """A list item begins: where the list is ordered, its first words carry the label."""
        del token
        self._labelled = self._ordered[-1]

    def open_heading(self, token: Token) -> None:
        """A heading begins, unless what is underlined is too long for one."""
        words = self._lines[slice(*token.map)][:-1] if token.map and token.markup in ("=", "-") else []
        long = bool(words) and words[-1].end - words[0].start > LONGEST_UNDERLINED
        self._heading = 0 if long else int(token.tag[1])

    def inline(self, token: Token) -> None:
        """The words of a heading or a paragraph; those of table cells are read row by row."""
        if self._in_table:
            return
        lines = self._lines[slice(*token.map)] if token.map else []
        self._words(Content(token.content, places(self.text, lines, token.content)))
        self._heading = 0

    def table(self, token: Token) -> None:
        """A table begins or ends."""
        self._in_table = token.nesting == 1

    def row(self, token: Token) -> None:
        """A table row, with the cells beyond those of the header too."""
        self._row += 1
        for cell in cells(self.text, self._span(token)):
            self._words(Content(cell.of(self.text), [cell.start]))

    def verbatim(self, token: Token) -> None:
        """The paragraphs of a fenced block, as they stand."""
        for span in paragraphs(self.text, self._lines[slice(*token.map)] if token.map else []):
            self.blocks.append(Block(BlockKind.PARAGRAPH, span))
            self.edits += (
                Edit(Span(*end.span()), " ", "line-end") for end in CARRIAGE.finditer(self.text, span.start, span.end)
            )

    def raw(self, token: Token) -> None:
        """A block of HTML."""
        for piece in self._raw.pieces(self.text, self._span(token)):
            self.blocks.append(piece.block)
            self.edits += piece.edits

    def _span(self, token: Token) -> Span:
        lines = self._lines[slice(*token.map)] if token.map else []
        return Span(lines[0].start, lines[-1].end) if lines else Span(0, 0)

    def _words(self, content: Content) -> None:
        found, first = marked(content.value, self._md, self._env), len(self.blocks)
        bullets = () if self._heading else inline_bullets(content.value, cell=self._in_table)
        marks = disjoint(sorted([*found.marks, *bullets]), content.value)
        for found_part in parts(content.value, marks):
            part = found_part
            label = self._label(content) if self._labelled and len(self.blocks) == first else None
            if label:  # the markup between the label and the words goes too
                if label.group(1):
                    self.edits.append(Edit(Span(*label.span(1)), "", "heading"))
                part = part._replace(start=0, marks=[mark for mark in marks if mark.end <= part.end])
            span = content.span(part.start, part.end)
            self.blocks.append(self._block(Span(label.start() if label else span.start, span.end), bullet=part.bullet))
            self.edits += edits(content, part)
        if len(self.blocks) == first + 1 and BOLD.match(content.value.strip()):
            self.bold.add(first)
        self._labelled = False
        struck = [mark for mark in marks if mark.rule == STRUCK]
        for anchor in found.anchors:
            k = bisect_right(struck, anchor.start, key=_start) - 1
            if anchor.end > anchor.start and (k < 0 or anchor.start >= struck[k].end):
                self.links.append(Link(anchor.target, content.span(anchor.start, anchor.end)))

    def _label(self, content: Content) -> re.Match[str] | None:
        """The label of an ordered item, if it stands right before the content."""
        start = content.source(0)
        return LABEL.search(self.text, max(self.text.rfind("\n", 0, start) + 1, start - 24), start)

    def _block(self, span: Span, *, bullet: bool) -> Block:
        if self._in_table:
            return Block(BlockKind.TABLE_CELL, span, row=self._row)
        if self._heading:
            return Block(BlockKind.HEADING, span, level=self._heading)
        if self._ordered or bullet:
            return Block(BlockKind.LIST_ITEM, span, level=len(self._ordered) + (bullet and not self._ordered))
        return Block(BlockKind.PARAGRAPH, span)


def _start(mark: Mark) -> int:
    return mark.start


VISITS: dict[str, Callable[[Reading, Token], None]] = {
    "bullet_list_open": Reading.open_list,
    "ordered_list_open": Reading.open_list,
    "bullet_list_close": Reading.close_list,
    "ordered_list_close": Reading.close_list,
    "list_item_open": Reading.open_item,
    "heading_open": Reading.open_heading,
    "inline": Reading.inline,
    "table_open": Reading.table,
    "table_close": Reading.table,
    "tr_open": Reading.row,
    "fence": Reading.verbatim,
    "html_block": Reading.raw,
}
