"""Labels of ordered lists, and how deep a list item stands."""

from typing import Any

from notice_parser.extract.html.elements import CSS_STYLES, DOCS_LIST, LIST_STYLES, NO_MARKER, UNMARKED_CLASS
from notice_parser.extract.numbering import letters, numeral


class OpenList:
    """A list while its items are read."""

    def __init__(self, element: Any) -> None:
        style = element.get("style") or ""
        unmarked = NO_MARKER.search(style) or UNMARKED_CLASS.search(element.get("class") or "")
        self.ordered = element.tag == "ol" and not unmarked
        named = CSS_STYLES.search(style)
        kind = named.group(1).replace("alpha", "letter").replace("latin", "letter") if named else element.get("type")
        self._style = LIST_STYLES.get(str(kind), str(kind))
        self._step = -1 if element.get("reversed") is not None else 1
        self._next = _number(element.get("start"), 1)

    def label(self, item: Any) -> str:
        """The label of the next item: "1.", "b.", "iv."; nothing in a list of bullets."""
        number = _number(item.get("value"), self._next)
        self._next = number + self._step
        return f"{numeral(number, self._style, letters)}." if self.ordered else ""


def item_depth(item: Any, nested: int) -> int:
    """How deep an item stands: by the lists around it, or as Google Docs says in the class of its flat lists."""
    parent = item.getparent()
    found = DOCS_LIST.search(parent.get("class") or "") if parent is not None else None
    return int(found.group(1)) + 1 if found else max(1, nested)


def _number(value: str | None, default: int) -> int:
    value = (value or "").strip()
    return int(value) if value.lstrip("-").isascii() and value.lstrip("-").isdigit() and len(value) < 9 else default
