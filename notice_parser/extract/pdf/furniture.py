"""Running headers, running footers and page numbers: what recurs at the edge of pages."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from notice_parser.extract.pdf.flow import NOTHING
from notice_parser.extract.pdf.page import Line, Page

EDGE_LINES = 4  # lines nearest to the upper or lower edge that may be furniture
BAND = 0.17  # part of the page's height, from each edge, in which furniture stands
OUTERMOST = 0.1  # part of the page's height in which nothing but furniture stands where it looks like it
SHARE = 0.4  # of the pages; a header that differs on left and right pages stands on half of them
MOST = 0.5  # of the text: no document is furniture for the greater part
NEAR = 4.0  # points that the place of a running line may vary from page to page
NUMBER = re.compile(r"\d+")
# A line that is a page number and nothing else: "3", "- 3 -", "Page 3 of 14", "3 | 14", "iv".
PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|seite|p\.|pág\.?|página|pagina|pagina|strona|side)\s*)?"
    r"(?:\d{1,4}|[ivx]{1,6})(?:\s*(?:of|/|\||von|de|di|sur|van|av|z)\s*\d{1,4})?\W*",
    re.IGNORECASE,
)

# What browsers print at the edge of every page, of a single one too: "11/24/26, 12:17 PM", "2/10", "file:///notice.html".
PRINTED = re.compile(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}[:.]\d\d(?::\d\d)?(?: ?[AP]M)?|\d{1,3} ?/ ?\d{1,3}|(?:file|https?)://\S+",
    re.IGNORECASE,
)
BORDER = 0.05  # part of the page's height, from each edge, that browsers print it in

Spot = tuple[int, int]  # page index, line index


def furniture(pages: Sequence[Page]) -> frozenset[Spot]:
    """Which lines of which pages are furniture."""
    edges = {(page.number, index): page.lines[index] for page in pages for index in _edge(page)}
    held = sum(1 for page in pages if page.lines)
    found = set(_recurrent(edges, held))
    if _weight(found, pages) > MOST * _weight(
        [(page.number, k) for page in pages for k in range(len(page.lines))], pages
    ):
        found = set()  # what recurs is the text itself: a page for each of many like cases
    found |= {spot for spot, line in edges.items() if _is_page_number(line, pages[spot[0]])}
    found |= {spot for spot, line in edges.items() if _is_printed(line, pages[spot[0]])}
    return frozenset(found)


def running(pages: Sequence[Page], left_out: frozenset[Spot]) -> str:
    """The words of the running headers and footers, each once, without page numbers and what browsers print."""
    words: dict[str, str] = {}
    for number, index in sorted(left_out):
        text = _bare(pages[number].lines[index])
        if not PAGE_NUMBER.fullmatch(text) and not PRINTED.fullmatch(text):
            words.setdefault(masked(text), text)
    return "\n".join(words.values())


def _weight(spots: Iterable[Spot], pages: Sequence[Page]) -> int:
    return sum(len(pages[number].lines[index].text) for number, index in spots)


def _edge(page: Page) -> Iterable[int]:
    order = sorted(range(len(page.lines)), key=lambda index: page.lines[index].base)
    top = [index for index in order[:EDGE_LINES] if page.lines[index].base < page.height * BAND]
    bottom = [index for index in order[-EDGE_LINES:] if page.lines[index].base > page.height * (1 - BAND)]
    return sorted({*top, *bottom})


def _recurrent(edges: dict[Spot, Line], held: int) -> Iterable[Spot]:
    groups: dict[str, list[Spot]] = defaultdict(list)
    for spot, line in edges.items():
        groups[masked(line.text)].append(spot)
    least = max(2, held * SHARE)
    for spots in groups.values():
        places = Counter(round(edges[spot].base / NEAR) for spot in spots)
        for spot in spots:
            at = round(edges[spot].base / NEAR)
            if len({s[0] for s in spots}) >= least and places[at - 1] + places[at] + places[at + 1] >= least:
                yield spot


def at_edge(line: Line, page: Page) -> bool:
    """Whether a line stands where running lines do."""
    return min(line.base, page.height - line.base) < page.height * OUTERMOST


def masked(text: str) -> str:
    """The text with every number as one mark, so that page numbers compare equal."""
    return NUMBER.sub("#", " ".join(text.replace(NOTHING, "").split())).lower()


def _bare(line: Line) -> str:
    return line.text.replace(NOTHING, "").strip()


def _is_page_number(line: Line, page: Page) -> bool:
    """A bare page number at the very edge of a page, even where it stands on too few pages to recur."""
    number = at_edge(line, page) and PAGE_NUMBER.fullmatch(_bare(line)) is not None
    return number and len(_row(line, page)) == 1


def _is_printed(line: Line, page: Page) -> bool:
    """A line in the border of the page beside, or itself, what browsers print there."""
    border = min(line.base, page.height - line.base) < page.height * BORDER
    return border and any(PRINTED.fullmatch(_bare(other)) for other in _row(line, page))


def _row(line: Line, page: Page) -> list[Line]:
    """The lines of a page at the same height."""
    return [other for other in page.lines if abs(other.base - line.base) < NEAR]
