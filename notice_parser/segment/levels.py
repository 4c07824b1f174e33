"""How deep an inferred heading stands: by its number, by the table of contents, by capitals, by what it is about."""

import re
from collections.abc import Sequence
from functools import cache

from notice_parser.lexicon import table
from notice_parser.segment.categories import by_heading, plain
from notice_parser.segment.line import Line

DECIMAL = re.compile(r"(?:section\s+|§\s*)?(\d{1,2})((?:\.\d{1,2}){0,3})[.):]?\s", re.IGNORECASE)


def levels(heads: Sequence[Line], named: Sequence[bool]) -> list[int]:
    """A level for each heading, 1 for the top. `named`: whether the table of contents names it."""
    decimals = sum(DECIMAL.match(head.words) is not None for head in heads)
    capitals = sum(head.capitals for head in heads)
    mixed = 2 <= capitals < len(heads)
    contents = any(named)
    out: list[int] = []
    top: Line | None = None
    for head, in_contents in zip(heads, named, strict=True):
        under = None if in_contents else top
        out.append(_level(head, under, decimals, contents=contents, mixed=mixed))
        top = head if out[-1] == 1 else top
    return out


def _level(head: Line, top: Line | None, decimals: int, *, contents: bool, mixed: bool) -> int:
    number = DECIMAL.match(head.words)
    if number and decimals >= 2:
        return 1 + number.group(2).count(".")
    if top is None:
        return 1
    numbered = decimals >= 2 and DECIMAL.match(top.words) is not None
    smaller = mixed and top.capitals and not head.capitals
    return 2 if numbered or smaller or (contents and not head.capitals and same_topic(head, top)) else 1


def same_topic(line: Line, top: Line) -> bool:
    """Whether a heading outside the contents is about what the heading above it is about."""
    own, above = (by_heading(plain(side.words)) for side in (line, top))
    if own is None:
        return bool(_weighty(line) & _weighty(top))
    return above is not None and own.category is above.category


def _weighty(line: Line) -> set[str]:
    return {token.lower()[:6] for token in line.tokens} - _weightless()


@cache
def _weightless() -> frozenset[str]:
    return frozenset(word[:6] for word in table("segment_words")["weightless"])
