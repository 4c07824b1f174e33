"""Headings to sections: they part the text in order, each with an id from its heading path."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from unicodedata import normalize

from notice_parser.model import Section
from notice_parser.segment.categories import Judgement, judge
from notice_parser.span import Span
from notice_parser.vocabulary import Category

# The number or letter before a heading: "14.2 ", "§ 3 ", "(b) ", "IV. ", "Section 4: ", "A. ".
NUMBERING = re.compile(
    r"(?:(?:section|article|part|chapter|step)\s+)?(?:§+\s*)?"
    r"(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,5})[.):]+|\d{1,3}(?:\.\d{1,3})*\.?|\([a-z\d]{1,3}\))\s+",
    re.IGNORECASE,
)
NOT_SLUG = re.compile(r"[\W_]+")
PROSE = re.compile(r"(?<!\w)(?:\w{1,40}\W{1,3}){8}")  # eight words in a row
LONGEST_SLUG = 60  # characters of one heading in an id


class Heading(NamedTuple):
    """A heading in the text, at its normalised level."""

    span: Span
    level: int


def sections(text: str, headings: Sequence[Heading]) -> tuple[Section, ...]:
    """The sections that `headings`, in order, part `text` into. Text before the first one has the heading ""."""
    out: list[Section] = []
    ids = Ids()
    path: list[Section] = []
    for heading, span in _parted(text, headings):
        while heading and path and path[-1].level >= heading.level:
            path.pop()
        parent = path[-1] if path else None
        section = _section(text, heading, span, parent, ids)
        out.append(section)
        if heading:
            path.append(section)
    return tuple(out)


def _parted(text: str, headings: Sequence[Heading]) -> Iterator[tuple[Heading | None, Span]]:
    first = headings[0].span.start if headings else len(text)
    start = 0
    if text[:first].strip() or not headings:
        yield None, Span(0, first)
        start = first
    ends = [heading.span.start for heading in headings[1:]] + [len(text)]
    for heading, end in zip(headings, ends, strict=False):
        yield heading, Span(start, end)
        start = end


def _section(text: str, heading: Heading | None, span: Span, parent: Section | None, ids: "Ids") -> Section:
    if heading is None:
        category, confidence = (Category.INTRODUCTION, 0.5) if PROSE.search(span.of(text)) else (Category.OTHER, 0.0)
        return Section(ids.new(None, "start"), "", 1, None, category, confidence, span, None)
    words = heading.span.of(text)
    above = Judgement(parent.category, parent.confidence) if parent else None
    verdict = judge(words, text[heading.span.end : span.end], above)
    return Section(
        id=ids.new(parent, words),
        heading=words,
        level=heading.level,
        parent=parent.id if parent else None,
        category=verdict.category,
        confidence=verdict.confidence,
        span=span,
        heading_span=heading.span,
    )


def bare(heading: str) -> str:
    """The heading without its number."""
    found = NUMBERING.match(heading)
    return heading[found.end() :] if found and found.end() < len(heading) else heading


class Ids:
    """Hands out ids: the slugs of the heading path, numbered where they would repeat."""

    def __init__(self) -> None:
        self._used: dict[str, int] = {}

    def new(self, parent: Section | None, heading: str) -> str:
        """An id for `heading` under `parent` that no other section has."""
        path = f"{parent.id}/{slug(heading)}" if parent else slug(heading)
        name = path
        while name in self._used:
            self._used[path] += 1
            name = f"{path}-{self._used[path]}"
        self._used[name] = 1
        return name


def slug(heading: str) -> str:
    """Small letters and hyphens, without the number of the heading: `2.1 Data We Collect` is `data-we-collect`."""
    plain = "".join(c for c in normalize("NFKD", bare(heading).casefold()) if not 0x300 <= ord(c) <= 0x36F)
    words = NOT_SLUG.sub("-", plain.replace("'", "").replace("’", "")).strip("-")
    return words[:LONGEST_SLUG].strip("-") or "section"
