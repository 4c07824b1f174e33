"""Passages to the text of an `Extraction`, with the spans of its blocks, links and pages."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from notice_parser.extract.pdf.addresses import goes_on
from notice_parser.extract.pdf.hyphenation import MARK
from notice_parser.extract.pdf.page import Line, Page
from notice_parser.extract.pdf.passage import Passage
from notice_parser.model import Block, Extraction, Link
from notice_parser.model import Page as PageStart
from notice_parser.span import Span

MEDIA_TYPE = "application/pdf"


class _Placed(NamedTuple):
    """A stretch of a page and where it stands in the text."""

    page: int
    start: int
    end: int
    at: int


class Target(NamedTuple):
    """A link as the page has it: the characters of the page under it."""

    page: int
    start: int
    end: int
    address: str


def assemble(pages: Sequence[Page], found: Iterable[Passage], targets: Sequence[Target] = ()) -> Extraction:
    """The text of the passages, one line break between two lines and two between two blocks."""
    addresses: dict[int, set[str]] = {}
    for target in targets:
        addresses.setdefault(target.page, set()).add(target.address)
    out: list[str] = []
    at = 0
    blocks: list[Block] = []
    placed: list[_Placed] = []
    for passage in found:
        if out:
            out.append("\n\n")
            at += 2
        start, above = at, None
        for line in passage.lines:
            joint = _joint(pages, above, line, addresses)
            out += joint, line.text
            placed.append(_Placed(line.page, line.start, line.end, at + len(joint)))
            at += len(joint) + len(line.text)
            above = line
        blocks.append(Block(passage.kind, Span(start, at), passage.level, passage.row))
    text = "".join(out)
    return Extraction(
        text=text,
        media_type=MEDIA_TYPE,
        blocks=tuple(blocks),
        links=tuple(_links(targets, placed, text)),
        pages=tuple(_page_starts(pages, placed, at)),
    )


def _joint(pages: Sequence[Page], above: Line | None, line: Line, addresses: Mapping[int, Collection[str]]) -> str:
    """What stands between two lines of a block: the blanks of the page where both are parts of one visual line."""
    if above is None:
        return ""
    if pages[above.page].text[above.end - 1 : above.end] == MARK:
        return "\n" if above.text.endswith(MARK) else ""
    if above.page == line.page and 0 <= line.start - above.end < 20:
        between = pages[line.page].text[above.end : line.start]
        if not between.strip() and not {"\n", "\r"} & set(between):
            return between
    return "" if goes_on(above, line, pages[above.page], addresses.get(above.page, ())) else "\n"


def _page_starts(pages: Sequence[Page], placed: Sequence[_Placed], end: int) -> Iterable[PageStart]:
    """Where each page begins; one without text begins where the next one does."""
    first: dict[int, int] = {}
    for piece in placed:
        first[piece.page] = min(first.get(piece.page, piece.at), piece.at)
    starts: list[PageStart] = []
    at = end
    for page in reversed(pages):
        at = min(first.get(page.number, at), at)
        starts.append(PageStart(page.number + 1, at, page.label))
    return reversed(starts)


def _links(targets: Iterable[Target], placed: Sequence[_Placed], text: str) -> Iterable[Link]:
    """Each target on the words of the text it covers; one that covers no kept words is left out."""
    order = sorted(placed)
    keys = [(piece.page, piece.start) for piece in order]
    out: list[Link] = []
    for target in targets:
        spans: list[Span] = []
        index = max(0, bisect_right(keys, (target.page, target.start)) - 1)
        while index < len(order) and keys[index] < (target.page, target.end):
            piece = order[index]
            low, high = max(piece.start, target.start), min(piece.end, target.end)
            if piece.page == target.page and low < high:
                spans.append(Span(piece.at + low - piece.start, piece.at + high - piece.start))
            index += 1
        words = _trimmed(Span(min(s.start for s in spans), max(s.end for s in spans)), text) if spans else None
        if words:
            out.append(Link(target.address, words))
    return sorted(out, key=lambda link: link.span)


def _trimmed(span: Span, text: str) -> Span:
    """The span without the blanks at its edges."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.end - len(words) + len(words.rstrip())))
