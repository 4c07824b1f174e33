"""What elements stand for that say so by a role (WAI-ARIA): pages of plain `div`s have lists and tables too."""

from typing import Any

STANDS_FOR = {
    "list": "ul",
    "listitem": "li",
    "table": "table",
    "grid": "table",
    "row": "tr",
    "cell": "td",
    "gridcell": "td",
    "columnheader": "td",
    "rowheader": "td",
}
PLAIN = frozenset({"div", "span", "section", "p"})  # elements that mean nothing by themselves


def meaning(element: Any) -> str:
    """The tag of an element, or the one it stands for."""
    tag: str = element.tag
    if tag not in PLAIN or not element.attrib:
        return tag
    return STANDS_FOR.get(element.get("role"), tag)
