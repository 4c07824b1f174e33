"""How deep an inferred heading stands: by its number, by the table of contents, by capitals, by what it is about."""

import re
from collections.abc import Sequence
from functools import cache

from notice_parser.lexicon import table
from notice_parser.segment.categories import by_heading, plain
from notice_parser.segment.contents import Contents
from notice_parser.segment.line import Line

DECIMAL = re.compile(r"(?:section\s+|§\s*)?(\d{1,2})((?:\.\d{1,2}){0,3})[.):]?\s", re.IGNORECASE)
LETTER = re.compile(r"(?:section\s+)?\(?([A-Z])[.):]\s")


def levels(lines: Sequence[Line], found: Sequence[int], table: Contents) -> list[int]:
    """A level for each heading, 1 for the top."""
    decimals = sum(DECIMAL.match(lines[k].words) is not None for k in found)
    capitals = sum(lines[k].capitals for k in found)
    mixed = 2 <= capitals < len(found)
    out: list[int] = []
    top: Line | None = None
    for k in found:
        level = _level(lines[k], k in table.named, top, table, decimals, mixed=mixed)
        out.append(level)
        top = lines[k] if level == 1 else top
    return out


def _level(line: Line, named: bool, top: Line | None, table: Contents, decimals: int, *, mixed: bool) -> int:
    number = DECIMAL.match(line.words)
    if number and decimals >= 2:
        return 1 + number.group(2).count(".")
    if top is None or named:
        return 1
    if decimals >= 2 and DECIMAL.match(top.words):
        return 2
    if mixed and top.capitals and not line.capitals:
        return 2
    if table.named and not line.capitals and same_topic(line, top):
        return 2
    return 1


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
