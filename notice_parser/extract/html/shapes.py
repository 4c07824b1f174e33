"""What elements are used for: headings that are none by name, tables that hold data or lay out a page."""

from typing import Any

from notice_parser.extract.html.elements import CELLS, HEADINGS, PAGE_LINK, PERMALINK, TOOL_LINK, WORD_OUTLINE
from notice_parser.extract.html.roles import meaning

LONG_CELL = 500  # characters; a row of such cells lays out a page
LONG_TERM = 120  # characters of a term in a definition list; a longer one is no heading
LONG_DEFINITION = 100
BLOCKS = frozenset({"p", "ul", "ol", "table", "div", *HEADINGS})
MOST_LINKS = 12  # beside each other that work the page


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
    """Whether a term is short and what it defines is long, or made of blocks."""
    definition = term.getnext()
    if definition is None or definition.tag != "dd" or len("".join(term.itertext())) > LONG_TERM:
        return False
    made_of_blocks = len(definition) > 0 and definition[0].tag in BLOCKS
    return made_of_blocks or len("".join(definition.itertext())) > LONG_DEFINITION


def holds_data(table: Any) -> bool:
    """Whether a table holds data by cells; else it lays out a page, and its cells hold blocks of any kind."""
    if table.get("role") in ("presentation", "none"):
        return False
    widest = cells = 0
    rows, longest = 0, 0
    for element in table.iterdescendants():
        tag = meaning(element)
        if tag == "table" or tag in HEADINGS:
            return False
        if tag == "tr":
            rows, widest, cells = rows + 1, max(widest, cells), 0
        elif tag in CELLS:
            cells += 1
            if rows == 1:
                longest = max(longest, len("".join(element.itertext())))
    widest = max(widest, cells)
    return widest > 1 and not (rows == 1 and longest > LONG_CELL)


def works_page(link: Any) -> bool:
    """Whether a link works the page and says nothing: "Back to top", "¶" behind a heading, "Print" beside "Share"."""
    if PAGE_LINK.match(link.text):
        return True
    if PERMALINK.match(link.text):
        return (link.get("href") or "").startswith("#") and not (link.tail or "").strip()
    return TOOL_LINK.match(link.text) is not None and _stands_alone(link)


def _stands_alone(link: Any) -> bool:
    """Whether a link stands among links alone, without a word between them."""
    around = link.getparent()
    if around is None or len(around) > MOST_LINKS or (around.text or "").strip():
        return False
    return all(child.tag in ("a", "br") and not any(map(str.isalnum, child.tail or "")) for child in around)
