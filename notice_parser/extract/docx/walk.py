"""One walk over the main part of a document that writes the notice block by block."""

import re
from collections.abc import Callable
from typing import Any

from notice_parser.extract.docx.names import MATH, MC, VAL, R, W, is_on, members, number, said
from notice_parser.extract.docx.numbers import Counter
from notice_parser.extract.docx.styles import Styles, heading_of
from notice_parser.extract.docx.views import REJECTED, View
from notice_parser.extract.writing import Writer
from notice_parser.vocabulary import BlockKind

HYPERLINK = re.compile(r"\s*HYPERLINK\s+(?:\\l\s+)?\"([^\"]*)\"", re.IGNORECASE)  # HYPERLINK "https://a.example"

SUMMARY = "notice-summary"  # the tag of the page that a redline of ours begins with


class Walk:
    """The state of a walk: the table row, open fields, text boxes and footnotes to come."""

    def __init__(self, styles: Styles, counter: Counter, view: View, targets: dict[str, str]) -> None:
        self.writer = Writer()
        self.notes: list[tuple[str, str]] = []  # references to footnotes and endnotes: kind and id, in order
        self._styles, self._counter, self._view, self._targets = styles, counter, view, targets
        self._fields: list[list[str]] = []
        self._boxes: list[Any] = []
        self._row = self._cells = 0
        self.struck = False  # whether crossed-out words were met
        self._bold = self._hidden = self._merging = False

    def part(self, element: Any, targets: dict[str, str] | None = None) -> None:
        """The words of a part that ends by itself; `targets` are the places its links lead to, if not the old ones."""
        self._targets = self._targets if targets is None else targets
        self.children(element)
        self.end_block()

    def children(self, element: Any) -> None:
        """Visit every child; an element without a visit of its own is looked into. The parser limits the depth."""
        for child in element:
            if child.tag in self._view.left_out:
                continue
            visit = VISITS.get(child.tag, Walk.children)
            if visit:
                visit(self, child)

    def paragraph(self, element: Any) -> None:
        """A paragraph. One whose mark is not in the view runs on into the next and leaves its own form behind."""
        form = members(element.find(PARAGRAPH_FORM))
        style = self._styles[said(form, STYLE) or self._styles.default]
        if style.contents:
            return
        if not self._merging:
            self.writer.flush()
        self._merging = self._view.without_mark(form.get(RUN_FORM))
        if not self._merging:
            self._form(form, style)
        self._bold, self._hidden = bool(style.bold), bool(style.hidden)
        self.children(element)
        if not self._merging:
            self.writer.flush()
            self.writer.label = ""
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.end_block()
            self.children(box)

    def end_block(self) -> None:
        """End what runs on."""
        self.writer.flush()
        self._merging = False

    def _form(self, form: dict[str, Any], style: Any) -> None:
        writer = self.writer
        outline = said(form, OUTLINE)
        heading = style.heading if outline is None else heading_of(outline)
        numbers = members(form.get(NUMBERS))
        listed = said(numbers, LIST) or style.numbering
        depth = number(said(numbers, DEPTH) or str(style.depth or 0))
        continued = style.continued and bool(writer.blocks) and writer.blocks[-1].kind == BlockKind.LIST_ITEM
        if self._cells:
            writer.kind, writer.row = BlockKind.TABLE_CELL, self._row
        elif heading:
            writer.kind, writer.level = BlockKind.HEADING, heading
        elif listed and self._counter.knows(listed):
            writer.kind, writer.level = BlockKind.LIST_ITEM, depth + 1
        elif continued:
            writer.kind, writer.level = BlockKind.LIST_ITEM, writer.blocks[-1].level
        indent = form.get(INDENT)
        writer.hanging = indent is not None and (indent.get(HANGING) or "0") != "0"
        if listed and self._counter.knows(listed):
            writer.label = self._counter.label(listed, depth)

    def run(self, element: Any) -> None:
        """Words of one form."""
        hidden, bold = self._form_of_run(element.find(RUN_FORM))
        if hidden:
            self._field_marks(element)
            return
        for child in element:
            tag = child.tag
            if tag in WORDS:
                if not self._in_instruction():
                    self.writer.words(child.text or "", bold=bold)
            elif tag in SIGNS:
                self.writer.words(SIGNS[tag], bold=bold)
            else:
                visit = VISITS.get(tag, Walk.children)
                if visit:
                    visit(self, child)

    def _form_of_run(self, properties: Any) -> tuple[bool, bool]:
        """Whether a run is hidden or crossed out, and whether it is bold: by itself, by its style, or by that of its paragraph."""
        if properties is None or not len(properties):
            return self._hidden, self._bold
        form = members(properties)
        style = self._styles[said(form, CHARACTER_STYLE)]
        hidden, bold = is_on(form.get(HIDDEN)), is_on(form.get(BOLD))
        hidden = style.hidden if hidden is None else hidden
        if self._view.name != REJECTED and any(is_on(form.get(tag)) for tag in STRUCK):
            self.struck = hidden = True
        bold = style.bold if bold is None else bold
        return self._hidden if hidden is None else hidden, self._bold if bold is None else bold

    def _field_marks(self, element: Any) -> None:
        for child in element:
            if child.tag in (f"{W}fldChar", f"{W}instrText"):
                VISITS[child.tag](self, child)  # type: ignore[misc]

    def line_break(self, element: Any) -> None:
        """A line end inside a paragraph; breaks of pages and columns are none."""
        if element.get(f"{W}type", "textWrapping") == "textWrapping":
            self.writer.line_break()

    def symbol(self, element: Any) -> None:
        """A character of a symbol font: read where it stands as a bullet."""
        code = element.get(f"{W}char") or ""
        if self.writer.empty and re.fullmatch(r"[0-9A-Fa-f]{4}", code):
            self.writer.words(chr(int(code, 16)))

    def link(self, element: Any) -> None:
        """A hyperlink with its words."""
        anchor = element.get(f"{W}anchor")
        target = self._targets.get(element.get(f"{R}id") or "", "") + (f"#{anchor}" if anchor else "")
        self.writer.open_link(target)
        self.children(element)
        self.writer.close_link()

    def field_mark(self, element: Any) -> None:
        """The start, the middle or the end of a field: its code goes, its result stays."""
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            self._fields.append(["", "code"])
        elif kind == "separate" and self._fields:
            self._fields[-1][1] = "result"
            self._open_field(self._fields[-1][0])
        elif kind == "end" and self._fields and HYPERLINK.match(self._fields.pop()[0]):
            self.writer.close_link()

    def instruction(self, element: Any) -> None:
        """The code of a field."""
        if self._fields:
            self._fields[-1][0] += element.text or ""

    def simple_field(self, element: Any) -> None:
        """A field with its code in an attribute."""
        linked = self._open_field(element.get(f"{W}instr") or "")
        self.children(element)
        if linked:
            self.writer.close_link()

    def _open_field(self, code: str) -> bool:
        found = HYPERLINK.match(code[:4000])
        if found:
            self.writer.open_link(("#" if "\\l" in found.group() else "") + found.group(1))
        return bool(found)

    def _in_instruction(self) -> bool:
        return bool(self._fields) and self._fields[-1][1] == "code"

    def table(self, element: Any) -> None:
        """A table: cells of data, unless it has one column or holds a table, and so only lays out the page."""
        self.end_block()
        cells, self._cells = self._cells, int(_holds_data(element))
        self.children(element)
        self.end_block()
        self._cells = cells

    def row(self, element: Any) -> None:
        """A table row."""
        if not self._view.without_row(element):
            self._row += bool(self._cells)
            self.children(element)
            self.end_block()

    def cell(self, element: Any) -> None:
        """A table cell."""
        self.end_block()
        self.children(element)
        self.end_block()

    def box(self, element: Any) -> None:
        """The words of a text box come after the paragraph that anchors it."""
        self._boxes.append(element)

    def note(self, element: Any) -> None:
        """A reference to a footnote or an endnote."""
        kind = "footnote" if element.tag == f"{W}footnoteReference" else "endnote"
        self.notes.append((kind, str(element.get(f"{W}id"))))

    def content_control(self, element: Any) -> None:
        """A content control: its content, unless it is a table of contents, or the summary that a redline begins with."""
        gallery = element.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
        tag = element.find(f"{W}sdtPr/{W}tag")
        if tag is not None and tag.get(VAL) == SUMMARY:
            return
        if gallery is None or "contents" not in (gallery.get(VAL) or "").lower():
            content = element.find(f"{W}sdtContent")
            if content is not None:
                self.children(content)


def _holds_data(table: Any) -> bool:
    if next(table.iterdescendants(f"{W}tbl"), None) is not None:
        return False
    return any(len(row.findall(f".//{W}tc")) > 1 for row in table.iterchildren(f"{W}tr", f"{W}sdt"))


RUN_FORM, PARAGRAPH_FORM = f"{W}rPr", f"{W}pPr"
STYLE, OUTLINE, NUMBERS, LIST, DEPTH = (f"{W}{name}" for name in ("pStyle", "outlineLvl", "numPr", "numId", "ilvl"))
INDENT, HANGING = f"{W}ind", f"{W}hanging"
CHARACTER_STYLE, HIDDEN, BOLD = f"{W}rStyle", f"{W}vanish", f"{W}b"
STRUCK = (f"{W}strike", f"{W}dstrike")
WORDS = (f"{W}t", f"{W}delText", f"{MATH}t")
SIGNS = {f"{W}tab": " ", f"{W}ptab": " ", f"{W}noBreakHyphen": "\u2011", f"{W}cr": " "}

# What an element is; None of one that holds no words.
VISITS: dict[str, Callable[[Walk, Any], None] | None] = {
    f"{W}p": Walk.paragraph,
    f"{W}r": Walk.run,
    f"{W}br": Walk.line_break,
    f"{W}sym": Walk.symbol,
    f"{W}hyperlink": Walk.link,
    f"{W}fldChar": Walk.field_mark,
    f"{W}instrText": Walk.instruction,
    f"{W}delInstrText": Walk.instruction,
    f"{W}fldSimple": Walk.simple_field,
    f"{W}tbl": Walk.table,
    f"{W}tr": Walk.row,
    f"{W}tc": Walk.cell,
    f"{W}txbxContent": Walk.box,
    f"{W}sdt": Walk.content_control,
    f"{W}footnoteReference": Walk.note,
    f"{W}endnoteReference": Walk.note,
    f"{MATH}r": Walk.run,
    f"{MC}Fallback": None,  # says what the choice before it says, for older programs
    f"{W}rt": None,  # the reading beside a Han character
    **dict.fromkeys(
        (f"{W}{name}" for name in ("pPr", "rPr", "sdtPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr")), None
    ),
    **dict.fromkeys(
        (f"{W}{name}" for name in ("bookmarkStart", "bookmarkEnd", "proofErr", "lastRenderedPageBreak")), None
    ),
}
