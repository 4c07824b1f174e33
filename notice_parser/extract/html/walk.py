"""One walk over the elements of a page that writes the notice block by block."""

import re
from typing import Any, NamedTuple

from lxml import etree

from notice_parser.extract.headings import promote_bold
from notice_parser.extract.html.elements import (
    BOLD,
    BOLD_CLASS,
    BOLD_STYLE,
    CELLS,
    CONTROLS,
    COPYRIGHT,
    HEADINGS,
    INLINE,
    LISTS,
    SKIPPED,
    STRUCK,
    TITLE_CLASS,
    TRIGGER,
    UNSEEN,
    WORD_LABEL,
    WORD_LIST,
)
from notice_parser.extract.html.frame import Frame, trimmed
from notice_parser.extract.html.lists import OpenList, item_depth
from notice_parser.extract.html.roles import meaning
from notice_parser.extract.html.shapes import heading_level, holds_data, works_page
from notice_parser.extract.html.sizes import measured
from notice_parser.extract.properties import stated_language
from notice_parser.extract.writing import STRUCK_OUT, Writer
from notice_parser.model import Extraction
from notice_parser.vocabulary import BlockKind

EMPTY_LINE = re.compile(r"\n[ \t\r]*\n")
ALPHANUMERIC = re.compile(r"[^\W_]")
WORD_BULLETS = ("o", "§", "v", "ü", "Ø", "q")  # letters of symbol fonts that print as bullets
INLINE_GAPS = frozenset({"svg", "img", "picture", "input", "script", "style", "template", "noscript", "math", "meter"})


def extraction(page: Any, *, whole: bool) -> Extraction:
    """The notice in a parsed page; `whole` keeps what stands around it."""
    body = page.find("body")
    body = page if body is None else body
    out: set[Any] = set()
    if not whole:
        frame = Frame(body, measured(body))
        frame.find()
        trimmed(frame)
        out = frame.out
    walk = Walk(out, frozenset(BOLD_CLASS.findall(" ".join(page.xpath("//style/text()"))[:200_000])))
    walk.run(body)
    writer = walk.writer
    title = page.find(".//title")
    return Extraction(
        text=writer.text,
        media_type="text/html",
        blocks=tuple(promote_bold(writer.blocks, writer.bold, writer.text)),
        links=tuple(writer.links),
        lines=tuple(writer.lines),
        warnings=(STRUCK_OUT,) if walk.struck else (),
        title=" ".join((title.text or "").split()) or None if title is not None else None,
        language=stated_language(page.get("lang") or page.get("{http://www.w3.org/XML/1998/namespace}lang")),
    )


class Context(NamedTuple):
    """What an element makes of the words in it."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    row: int = 0


class Walk:
    """The state of a walk: what the open elements make of words, open lists and tables, bold elements."""

    def __init__(self, out: set[Any], bold_classes: frozenset[str]) -> None:
        self.writer = Writer()
        self._out, self._bold_classes = out, bold_classes
        self._bold_ways: dict[tuple[bool, str | None, str | None], bool] = {}
        self._contexts = [Context()]
        self._opened: list[Any] = []  # the elements that stand on lines of their own, outermost first
        self._lists: list[OpenList] = []
        self._tables: list[bool] = []  # of each open table, whether it holds data
        self._bold = self._row = self._section = self._pre = 0
        self.struck = False  # whether crossed-out words were met

    def run(self, body: Any) -> None:
        """Walk the body."""
        skipped = None
        walk = etree.iterwalk(body, events=("start", "end"))
        for event, element in walk:
            if event == "start":
                if self._skips(element):
                    skipped = element
                    walk.skip_subtree()
                else:
                    self._enter(element)
                continue
            if element is skipped:
                skipped = None
            else:
                self._leave(element)
            if element.tail and element is not body:
                self._words(element.tail)
        self.writer.flush()

    def _skips(self, element: Any) -> bool:
        """Whether an element holds no words of the notice. One that would part blocks does so all the same."""
        tag = element.tag
        if element in self._out or tag in SKIPPED:
            if tag not in INLINE and tag not in INLINE_GAPS:
                self._begin(element)
            return True
        if tag in STRUCK:
            self.struck = self.struck or bool("".join(element.itertext()).strip())
            return True
        if tag == "a" and element.text and works_page(element):
            return True
        if tag in INLINE:
            return (tag == "button" and not self._names_panel(element)) or (
                bool(element.attrib) and self._unseen(element)
            )
        return bool(element.text and COPYRIGHT.match(element.text)) and self._contexts[-1].kind == BlockKind.PARAGRAPH

    def _unseen(self, element: Any) -> bool:
        name, style = element.get("class"), element.get("style")
        if name and UNSEEN.search(name):
            return True
        if style and WORD_LABEL.search(style):
            label = "".join(element.itertext()).strip()
            self.writer.label = label if ALPHANUMERIC.search(label) and label not in WORD_BULLETS else ""
            return True
        return element.get("aria-hidden") == "true" and len("".join(element.itertext())) <= 20

    def _names_panel(self, button: Any) -> bool:
        """Whether the words of a button head something: it stands in a heading, or opens a panel."""
        if self._contexts[-1].kind == BlockKind.HEADING:
            return True
        if CONTROLS.match(button.text or ""):
            return False
        opens = button.get("aria-expanded") or button.get("aria-controls")
        return bool(opens or TRIGGER.search(button.get("class") or ""))

    def _enter(self, element: Any) -> None:
        tag = element.tag
        if element.attrib or tag in BOLD:
            self._bold += self._is_bold(element)
        if tag == "a":
            if element.get("href"):
                self.writer.open_link(element.get("href").strip())
        elif tag == "br":
            self.writer.line_break()
        elif self._parts(element):
            self._open(element)
        if element.text:
            self._words(element.text)

    def _leave(self, element: Any) -> None:
        tag = element.tag
        if element.attrib or tag in BOLD:
            self._bold -= self._is_bold(element)
        if tag == "a":
            self.writer.close_link()
        elif tag != "br" and self._opened and self._opened[-1] is element:
            self._close(element)

    def _parts(self, element: Any) -> bool:
        """Whether an element stands on lines of its own."""
        if element.tag == "button":
            return self._contexts[-1].kind != BlockKind.HEADING
        return meaning(element) not in INLINE

    def _open(self, element: Any) -> None:
        tag = meaning(element)
        if tag in LISTS:
            self._lists.append(OpenList(element))
        elif tag == "table":
            self._tables.append(holds_data(element))
        elif tag == "tr":
            self._row += bool(self._tables and self._tables[-1])
        elif tag == "pre":
            self._pre += 1
        context = self._context(element)
        if tag in HEADINGS:
            self._section = context.level
        self._opened.append(element)
        self._contexts.append(context)
        self._begin(element)
        if tag == "li" and self._lists:
            self.writer.label = self._lists[-1].label(element)

    def _close(self, element: Any) -> None:
        self._opened.pop()
        self._contexts.pop()
        self._begin(None)
        tag = meaning(element)
        if tag in LISTS:
            self._lists.pop()
            self.writer.label = ""
        elif tag == "table":
            self._tables.pop()
        elif tag == "pre":
            self._pre -= 1

    def _context(self, element: Any) -> Context:
        """What an element makes of its words; most elements leave it as it is."""
        tag, around = meaning(element), self._contexts[-1]
        level = heading_level(element, self._section)
        if level:
            return Context(BlockKind.HEADING, level)
        if tag in CELLS and self._tables and self._tables[-1]:
            return Context(BlockKind.TABLE_CELL, row=max(1, self._row))
        if tag == "li" and around.kind != BlockKind.TABLE_CELL:
            return Context(BlockKind.LIST_ITEM, item_depth(element, len(self._lists)))
        if tag == "p" and element.attrib:
            found = WORD_LIST.search(element.get("style") or "")
            return Context(BlockKind.LIST_ITEM, max(1, int(found.group(1)))) if found else around
        return around

    def _is_bold(self, element: Any) -> bool:
        """Whether an element says that its words are bold: a page says so in few different ways."""
        if element.tag in BOLD:
            return True
        key = (element.tag in INLINE, element.get("class"), element.get("style"))
        known = self._bold_ways.get(key)
        if known is None:
            known = self._bold_ways[key] = self._asks_for_bold(*key)
        return known

    def _asks_for_bold(self, inline: bool, name: str | None, style: str | None) -> bool:
        if name and not inline and TITLE_CLASS.search(name):
            return True
        if name and self._bold_classes and not self._bold_classes.isdisjoint(name.split()):
            return True
        return bool(style and BOLD_STYLE.search(style))

    def _begin(self, element: Any) -> None:
        writer = self.writer
        writer.flush()
        writer.kind, writer.level, writer.row = self._contexts[-1]
        if element is not None:
            writer.line = element.sourceline or 0

    def _words(self, text: str) -> None:
        if self._pre:
            for k, paragraph in enumerate(EMPTY_LINE.split(text)):
                if k:
                    self._begin(None)
                self.writer.words(paragraph, bold=self._bold > 0)
        else:
            self.writer.words(text, bold=self._bold > 0)
