"""Page furniture: running headers, footers and page numbers recur, digits apart, at the edges of pages.

"Notice of the Lake Shop" on top and "Page 3 of 9" at the foot of most pages are no part of the notice. What recurs
elsewhere than at an edge stays. Each page gap is left as one form feed, for the rules that join lines to read.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from notice_parser.repair.prose import ends_sentence
from notice_parser.span import Draft, Edit, Flag, Span

PAGE = "page"
DIGITS = re.compile(r"\d+|\b[ivxlc]{1,6}\b")
EDGE = 3  # lines at each edge of a page that may be furniture
SHARE = 0.4  # of the pages on which furniture recurs
STEADY = 0.6  # of the pages, more than a few, on which it does where it is looked for elsewhere than at the edge too
FEW = 4
GAP = re.compile(r"(?:(?<!\s)\s+)?\f\s*")  # the blanks around a form feed


def page_furniture(draft: Draft) -> Iterator[Edit | Flag]:
    """Furniture goes with the blank lines around it; of each page gap one form feed stays."""
    value = draft.value
    pages = _pages(value)
    if len(pages) < 2:
        return
    tops, feet = _furniture(value, pages)
    edges = [_edges(value, lines, tops, feet) for lines in pages]
    said = [_said(value, lines, *edge) for lines, edge in zip(pages, edges, strict=True)]
    steady = _steady(said)
    end = 0
    for number, (lines, (top, foot)) in enumerate(zip(pages, edges, strict=True)):
        body = lines[top : len(lines) - foot]
        if not body:
            continue
        start = body[0].start
        new = "\f" if end and "\f" in value[end:start] else "\n" if end else ""
        if value[end:start] != new:
            yield Edit(Span(end, start), new, "page-furniture")
        if number:
            yield Flag(PAGE, Span(start, start), "page")
        yield from _strays(value, body, steady - said[number])
        end = body[-1].end
    if end and end < len(value):
        yield Edit(Span(end, len(value)), "", "page-furniture")


def page_gaps(draft: Draft) -> Iterator[Edit]:
    """Where every line is a paragraph, a page gap ends one, unless a sentence goes on in small letters."""
    for found in GAP.finditer(draft.value) if "\f" in draft.value else ():
        start, end = found.span()
        on = draft.value[end : end + 1].islower() and not ends_sentence(draft.value[max(0, start - 8) : start])
        yield Edit(Span(start, end), " " if on else "\n", "page-gap")


def _pages(value: str) -> list[tuple[Span, ...]]:
    pages: list[tuple[Span, ...]] = []
    lines: list[Span] = []
    at = 0
    for chunk in re.split("([\n\f])", value):
        if chunk == "\f":
            pages.append(tuple(lines))
            lines = []
        elif chunk.strip():
            lines.append(Span(at, at + len(chunk.rstrip())))
        at += len(chunk)
    return [*pages, tuple(lines)]


def _said(value: str, lines: Sequence[Span], top: int, foot: int) -> set[str]:
    """The furniture at the edges of a page."""
    return {_masked(value, line) for line in (*lines[:top], *lines[len(lines) - foot :])}


def _steady(said: Sequence[set[str]]) -> frozenset[str]:
    """The furniture of most pages, where there are some; a number alone may be a word of the text elsewhere."""
    counts = Counter(text for page in said for text in page)
    return frozenset(text for text, count in counts.items() if count > FEW and count >= STEADY * len(said)) - {"#"}


def _strays(value: str, body: Sequence[Span], missing: AbstractSet[str]) -> Iterator[Edit]:
    """The lines that stand at the edge of most pages, on a page where they stand elsewhere: columns were printed apart."""
    left = set(missing)
    for above, line in pairwise(body):
        text = _masked(value, line) if left else ""
        if text in left:
            left.discard(text)
            yield Edit(Span(above.end, line.end), "", "page-furniture")


def _furniture(value: str, pages: Sequence[Sequence[Span]]) -> tuple[frozenset[str], frozenset[str]]:
    """The masked lines that recur at the top and at the foot of pages."""
    least = max(2, int(SHARE * sum(bool(page) for page in pages) + 0.5))
    tops: Counter[str] = Counter()
    feet: Counter[str] = Counter()
    for page in pages:
        tops.update({_masked(value, line) for line in page[:EDGE]})
        feet.update({_masked(value, line) for line in page[-EDGE:]})
    return _frequent(tops, least), _frequent(feet, least)


def _frequent(counts: Counter[str], least: int) -> frozenset[str]:
    return frozenset(
        text for text, count in counts.items() if (count >= least and any(map(str.isalnum, text))) or text == "#"
    )


def _edges(value: str, lines: Sequence[Span], tops: frozenset[str], feet: frozenset[str]) -> tuple[int, int]:
    """How many lines of furniture stand at the top and at the foot of a page."""
    top = 0
    while top < min(EDGE, len(lines)) and _masked(value, lines[top]) in tops:
        top += 1
    foot = 0
    while foot < min(EDGE, len(lines) - top) and _masked(value, lines[-1 - foot]) in feet:
        foot += 1
    return top, foot


def _masked(value: str, line: Span) -> str:
    return DIGITS.sub("#", " ".join(line.of(value).split()))
