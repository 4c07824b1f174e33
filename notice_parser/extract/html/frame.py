"""The frame of a page: navigation, banner, footer, cookie dialog, by element, role, name and words."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from lxml import etree

from notice_parser.extract.html.elements import (
    AROUND,
    AROUND_ROLES,
    ASKING_WORDS,
    CONSENT,
    COOKIE_DIALOG,
    COPYRIGHT,
    FEET,
    FOOT_ROLE,
    FOOT_WORDS,
    FRAME_WORDS,
    HEAD_ROLE,
    HEAD_WORDS,
    HEADS,
    INLINE,
    MAIN_ROLE,
    PARTS,
    SKIPPED,
    names_of,
)
from notice_parser.extract.html.sizes import Element, Size

MOST = 0.3  # of a page's prose; an element that holds more is no frame, whatever it is called
DIALOG = 1500  # characters; a cookie dialog that buttons give away holds no more


PLAIN = INLINE - {"a"}
NAMING = HEAD_WORDS | FOOT_WORDS | FRAME_WORDS | ASKING_WORDS
FRAME_TAGS = AROUND | {HEADS, FEET, "aside", "form"}


class Frame:
    """What of a page is left out. `out` names the elements; their sizes are taken off those around them."""

    def __init__(self, body: Element, sizes: dict[Element, Size]) -> None:
        self.body, self.sizes = body, sizes
        self.out: set[Element] = set()
        self._total = sizes[body].prose
        self._titled = bool(body.xpath("boolean(.//h1[not(ancestor::header or ancestor::nav or ancestor::footer)])"))

    def leave_out(self, element: Element) -> None:
        """Leave an element out."""
        if element in self.out or element is self.body:
            return
        self.out.add(element)
        size = self.sizes.get(element)
        around = element.getparent()
        while size is not None and around is not None and around in self.sizes:
            self.sizes[around].add(size, -1)
            around = around.getparent()

    def find(self) -> None:
        """Leave out every element that its kind, role, name or buttons call frame."""
        inside = 0
        walk = etree.iterwalk(self.body, events=("start", "end"))
        buttons = []
        for event, element in walk:
            notice = element.tag in ("main", "article") or element.get("role") == MAIN_ROLE
            if event == "end":
                inside -= notice
                continue
            inside += notice
            if element.tag in SKIPPED:
                walk.skip_subtree()
            elif self._frames(element, inside=bool(inside)):
                self.leave_out(element)
                walk.skip_subtree()
            elif _consents(element):
                buttons.append(element)
        for button in buttons:
            self._leave_dialog(button)

    def _frames(self, element: Element, *, inside: bool) -> bool:
        if element.tag in PLAIN or (element.tag not in FRAME_TAGS and not _says_something(element)):
            return False
        size = self.sizes[element]
        if self._total and size.prose > MOST * self._total:
            return False
        return any(rule(self, element, size, inside) for rule in RULES)

    def keeps_title(self, element: Element) -> bool:
        """Whether an element holds the only title of the page."""
        return not self._titled and bool(element.xpath("boolean(.//h1)"))

    def _leave_dialog(self, button: Element) -> None:
        """Leave out the widest element around a consent button that is still small."""
        widest = None
        for around in button.iterancestors():
            size = self.sizes.get(around)
            if around is self.body or size is None or size.text > DIALOG or size.prose > MOST * self._total:
                break
            if around.tag in ("p", "li", "td", "main", "article") or around in self.out:
                return
            widest = around
        if widest is not None:
            self.leave_out(widest)


def _says_something(element: Element) -> bool:
    """Whether an attribute may say that an element is frame: the quick question that nearly all elements end with."""
    attributes = element.attrib
    if not attributes:
        return False
    if "role" in attributes or "aria-modal" in attributes or "title" in attributes:
        return True
    return element.tag in PARTS and _names_frame(attributes.get("class"), attributes.get("id"))


@lru_cache(maxsize=4096)
def _names_frame(classes: str | None, identifier: str | None) -> bool:
    """Whether a class or an id names a part of a page."""
    name = f"{identifier or ''} {classes or ''}"
    return not names_of(classes, identifier).isdisjoint(NAMING) or bool(COOKIE_DIALOG.search(name[:2000]))


def _consents(element: Element) -> bool:
    if element.tag not in ("button", "a") and element.get("role") != "button":
        return False
    text = element.text or ""
    return len(text) < 60 and bool(CONSENT.match(text))


def _names(element: Element, *, inside: bool) -> frozenset[str]:
    """The words that name a part of a page; inside of the main part, ids are anchors of what they speak of."""
    if element.tag not in PARTS:
        return frozenset()
    return names_of(element.get("class"), None if inside else element.get("id"))


def _navigation(frame: Frame, element: Element, size: Size, inside: bool) -> bool:
    del frame, size, inside
    return element.tag in AROUND or element.get("role") in AROUND_ROLES or element.get("aria-modal") == "true"


def _cookie_dialog(frame: Frame, element: Element, size: Size, inside: bool) -> bool:
    del frame, size
    if element.tag not in PARTS:
        return False
    name = f"{'' if inside else element.get('id') or ''} {element.get('class') or ''}"
    return len(name) > 3 and bool(COOKIE_DIALOG.search(name[:2000]))


def _head(frame: Frame, element: Element, size: Size, inside: bool) -> bool:
    names = _names(element, inside=inside)
    menu = size.links > 2 or (size.links > 0 and size.linked and size.prose == 0)
    if element.tag != HEADS and element.get("role") != HEAD_ROLE and not (names & HEAD_WORDS and menu):
        return False
    return not (inside and not size.linked) and not frame.keeps_title(element)


def _foot(frame: Frame, element: Element, size: Size, inside: bool) -> bool:
    del frame
    if inside and size.prose > 100 and not size.linked:
        return False
    if element.tag == FEET or element.get("role") == FOOT_ROLE:
        return True
    return bool(_names(element, inside=inside) & FOOT_WORDS)


def _named(frame: Frame, element: Element, size: Size, inside: bool) -> bool:
    """A class or an id names a part of the frame, and the element is a menu or holds no prose."""
    names = _names(element, inside=inside)
    if names & ASKING_WORDS and size.prose < 200 and element.xpath("boolean(.//form|.//input|.//button)"):
        return True
    if not names & FRAME_WORDS:
        return False
    return (size.linked or size.prose == 0) and size.links > 0 and not frame.keeps_title(element)


def _aside(frame: Frame, element: Element, size: Size, inside: bool) -> bool:
    del frame
    return element.tag == "aside" and (size.linked or size.prose == 0 or not inside)


def _form(frame: Frame, element: Element, size: Size, inside: bool) -> bool:
    del frame, inside
    return element.tag == "form" and size.prose < 200


def _running(frame: Frame, element: Element, size: Size, inside: bool) -> bool:
    """The running header and footer of a document that a word processor saved as a page."""
    del frame, size, inside
    return element.tag == "div" and element.get("title") in ("header", "footer")


RULES = (_running, _navigation, _cookie_dialog, _head, _foot, _named, _aside, _form)


def _main(frame: Frame) -> Element:
    """The element that calls itself the main part, if it holds most of the prose; what stands around it is left out."""
    found = frame.body.xpath(".//main|.//*[@role='main']") or frame.body.xpath(".//article")
    found = [element for element in found if element in frame.sizes]
    largest = max(found, key=lambda element: frame.sizes[element].prose, default=None)
    if largest is None or frame.sizes[largest].prose < 0.7 * frame.sizes[frame.body].prose or largest in frame.out:
        return frame.body
    titled = bool(largest.xpath("boolean(.//h1)"))
    inner = largest
    while inner is not frame.body:
        before = True
        for sibling in inner.getparent():
            before = before and sibling is not inner
            kept = before and not titled and _holds_title(sibling)
            if sibling is not inner and sibling in frame.sizes and not kept:
                frame.leave_out(sibling)
        inner = inner.getparent()
    return largest


def _holds_title(element: Element) -> bool:
    return element.tag == "h1" or bool(element.xpath("boolean(.//h1)"))


# Elements of the notice itself; what holds most prose is looked for no deeper.
CONTENT = frozenset({"p", "li", "ul", "ol", "dl", "dd", "blockquote", "pre"})


def trimmed(frame: Frame) -> None:
    """Leave out what stands around the element that holds nearly all prose, and menus at its edges."""
    here = _main(frame)
    for _ in range(300):
        children = [child for child in here if child in frame.sizes and child not in frame.out]
        best = max(children, key=lambda child: frame.sizes[child].prose, default=None)
        whole = frame.sizes[here].prose
        if best is None or whole == 0 or frame.sizes[best].prose < 0.8 * whole or best.tag in CONTENT:
            _trim_edges(frame, children)
            return
        at = children.index(best)
        for child in (*children[:at], *children[at + 1 :]):
            if not _belongs(frame, child, before=children.index(child) < at):
                frame.leave_out(child)
        here = best


def _belongs(frame: Frame, child: Element, *, before: bool) -> bool:
    """Whether what stands beside the main part is part of the notice, and no menu or small print."""
    size = frame.sizes[child]
    if before and (child.tag == "h2" or _holds_title(child)):
        return not (size.links > 2 and size.linked)
    return not (size.links and size.linked) and not (size.prose == 0 and COPYRIGHT.match("".join(child.itertext())))


def _trim_edges(frame: Frame, children: list[Any]) -> None:
    for order in (children, children[::-1]):
        for child in _edge(frame, order):
            frame.leave_out(child)


def _edge(frame: Frame, children: list[Any]) -> Iterator[Any]:
    """Menus before the first, or after the last, heading or prose."""
    for child in children:
        size = frame.sizes[child]
        if size.prose or child.tag in ("h1", "h2", "h3", "p") or child.xpath("boolean(.//h1|.//h2)"):
            return
        if size.links > 2 and size.linked:
            yield child
