"""How much text, prose and links each element of a page holds."""

from typing import Any

from lxml import etree

from notice_parser.extract.html.elements import COPYRIGHT, SKIPPED

SIGNS = "©(CcAa"  # first characters of a copyright line
LONG = 50  # characters of one stretch of text outside links that make it prose
Element = Any


class Size:
    """Characters of text, of text in links to pages, of prose, and the number of those links."""

    __slots__ = ("link", "links", "prose", "text")

    def __init__(self) -> None:
        self.text = self.link = self.prose = self.links = 0

    def add(self, other: "Size", sign: int = 1) -> None:
        """Count another element in, or out again."""
        self.text += sign * other.text
        self.link += sign * other.link
        self.prose += sign * other.prose
        self.links += sign * other.links

    @property
    def linked(self) -> bool:
        """Whether most of the text leads elsewhere, as in a menu."""
        return self.link * 2 > self.text


def measured(body: Element) -> dict[Element, Size]:
    """The size of every element that may hold words."""
    sizes: dict[Element, Size] = {}
    stack = [Size()]
    linked = 0
    walk = etree.iterwalk(body, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            if element.tag in SKIPPED:
                walk.skip_subtree()
                stack.append(Size())
                continue
            size = Size()
            if element.tag == "a" and _leads_away(element):
                linked, size.links = linked + 1, 1
            _count(size, element.text, linked)
            stack.append(size)
        else:
            size = stack.pop()
            sizes[element] = size
            linked -= element.tag == "a" and _leads_away(element)
            stack[-1].add(size)
            _count(stack[-1], element.tail, linked)
    return sizes


def _leads_away(element: Element) -> bool:
    return not str(element.get("href") or "mailto:").startswith(("mailto:", "tel:"))


def _count(size: Size, text: str | None, linked: int) -> None:
    words = (text or "").strip()
    if not words or (words[0] in SIGNS and COPYRIGHT.match(words)):
        return
    length = len(words)
    size.text += length
    if linked:
        size.link += length
    elif length >= LONG:
        size.prose += length
