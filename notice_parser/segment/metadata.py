"""What a notice says of itself: title, dates, and so on."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from notice_parser.lexicon import table
from notice_parser.model import Metadata, Repaired, Section
from notice_parser.segment.dates import dates
from notice_parser.segment.headings import TITLE

NEAR = 60  # characters from the words that announce a date to the date
EDGE = 40  # lines from the top and from the bottom in which a notice dates itself


def metadata(repaired: Repaired, title: int | None, sections: Sequence[Section]) -> Metadata:
    """Title, dates, organisation, number and language, each None where the notice does not say."""
    del sections
    text = repaired.text.value
    return Metadata(
        title=_title(repaired, title),
        effective_date=_dated(text, "effective"),
        last_updated=_dated(text, "updated"),
        language=repaired.language,
    )


def _title(repaired: Repaired, title: int | None) -> str | None:
    text = repaired.text.value
    if title is not None:
        return repaired.blocks[title].span.of(text).strip() or None
    for block in repaired.blocks[:5]:
        words = block.span.of(text).strip()
        if len(words) <= 80 and TITLE.search(words) and words[-1] not in ".:;,!?":
            return words
    return repaired.title


def _dated(text: str, kind: str) -> str | None:
    announced = _announcements(kind)
    for line in _edges(text):
        for found in announced.finditer(line):
            near = line[found.end() : found.end() + NEAR]
            for dated in dates(near, month_first=None):
                return dated.iso
    return None


def _edges(text: str) -> Iterator[str]:
    lines = [line for line in text.split("\n") if line.strip()]
    top, bottom = lines[:EDGE], lines[max(EDGE, len(lines) - EDGE) :]
    yield from (line[:400] for line in top)
    yield from (line[:400] for line in reversed(bottom))


@cache
def _announcements(kind: str) -> re.Pattern[str]:
    words = sorted(table("segment_dates")[kind], key=lambda word: (-len(word), word))
    return re.compile(r"\b(?:" + "|".join(re.escape(word) for word in words) + r")(?!\w)", re.IGNORECASE)
