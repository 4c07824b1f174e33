"""What elements are used for: headings that are none by name, tables that hold data or lay out a page."""

from typing import Any

from notice_parser.extract.html.elements import CELLS, HEADINGS, WORD_OUTLINE

LONG_CELL = 500  # characters; a row of such cells lays out a page
LONG_TERM = 120  # characters of a term in a definition list; a longer one is no heading
LONG_DEFINITION = 100


def heading_level(element: Any, section: int) -> int:
    """The level of the heading that an element is, or 0. `section` is the level of the heading it stands under."""
    tag = element.tag
    if tag in HEADINGS:
        return HEADINGS[tag]
    if tag in ("summary", "button") or (tag == "dt" and _heads_definition(element)):
        return min(section + 1, 6) if section else 2
    if not element.attrib:
        return 0
    if element.get("role") == "heading":
        level = element.get("aria-level") or "2"
        return int(level) if level in "123456" else 6
    outline = WORD_OUTLINE.search(element.get("style") or "")
    if outline:
        return min(int(outline.group(1)), 6)
    return TITLES.get(tag, {}).get(_last_word(element.get("class")), 0)


# Paragraphs that word processors export as titles.
TITLES: dict[str, dict[str, int]] = {"p": {"MsoTitle": 1, "title": 1, "Title": 1}}


def _last_word(name: str | None) -> str:
    return name.split()[-1] if name and name.strip() else ""


def _heads_definition(term: Any) -> bool:
    """Whether a term is short and what it defines is long."""
    definition = term.getnext()
    if definition is None or definition.tag != "dd" or len("".join(term.itertext())) > LONG_TERM:
        return False
    return len("".join(definition.itertext())) > LONG_DEFINITION


def holds_data(table: Any) -> bool:
    """Whether a table holds data by cells; else it lays out a page, and its cells hold blocks of any kind."""
    if table.get("role") in ("presentation", "none"):
        return False
    widest = cells = 0
    rows, longest = 0, 0
    for element in table.iterdescendants():
        if element.tag == "table" or element.tag in HEADINGS:
            return False
        if element.tag == "tr":
            rows, widest, cells = rows + 1, max(widest, cells), 0
        elif element.tag in CELLS:
            cells += 1
            if rows == 1:
                longest = max(longest, len("".join(element.itertext())))
    widest = max(widest, cells)
    return widest > 1 and not (rows == 1 and longest > LONG_CELL)
