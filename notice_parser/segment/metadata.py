"""What a notice says of itself: title, organisation, number, dates, language."""

import re
from collections.abc import Iterator
from functools import cache

from notice_parser.lexicon import table
from notice_parser.model import Metadata, Repaired
from notice_parser.segment.dates import dates
from notice_parser.segment.document_id import document_id
from notice_parser.segment.language import language
from notice_parser.segment.organization import organization
from notice_parser.span import Span

NEAR = 60  # characters from the words that announce a date to the date
EDGE = 40  # lines from the top and from the bottom in which a notice dates itself
# What may stand between the announcement and the date: "Last updated: ", "effective as of the ".
GAP = re.compile(
    r"[\s:,.–—|(*_-]*(?:(?:on|as|of|is|was|the|date|since|from|to|and|effective|in|at|version|this|policy|notice|statement)\b[\s:,.*_-]*){0,5}",
    re.IGNORECASE,
)
DIGIT = re.compile(r"\d")
# 3/4/2021, 3.4.21: only such a date is read by country.
FIGURES = re.compile(r"\d[/.-]\d{1,2}[/.-]\d")
# 3/4/2021 with a figure that can only be a day.
DAY_FIRST = re.compile(r"\b(?:1[3-9]|2\d|3[01])/(?:0?\d|1[0-2])/(?:19|20)?\d\d\b")
MONTH_FIRST = re.compile(r"\b(?:0?\d|1[0-2])/(?:1[3-9]|2\d|3[01])/(?:19|20)?\d\d\b")
AMERICAN = re.compile(
    r"\b(?:United States|USA|California|Nevada|Virginia|Colorado|HIPAA|GLBA|COPPA|LLC|Inc|zip code|toll[- ]free)\b|\bU\.S\."
)
ELSEWHERE = re.compile(
    r"\b(?:GDPR|UK|United Kingdom|European|EEA|GmbH|Ltd|Pty|Australia|Canada|India|Ireland|postcode|\w+isation|\w+ise[ds]?|colour|behaviour)\b"
)
# A heading that is a sentence about the notice and names it: "Welcome to the Larkfield Privacy Policy."
OPENS = re.compile(r"(?:let[’']s|welcome|here|this|please|read|learn|take|thank|explore|see|about)\b", re.IGNORECASE)
NAMED = re.compile(
    r"(?:[A-Z][\w’'&.-]{0,40} ){0,6}(?:Privacy|Data Protection|Cookies?)(?: (?:&|and) Cookies?)? (?:Policy|Notice|Statement)\b"
)


def metadata(repaired: Repaired, title: Span | None) -> Metadata:
    """Title, dates, organisation, number and language, each None where the notice does not say."""
    text = repaired.text.value
    named = _title(repaired, title)
    tongue = language(text) or repaired.language
    month_first = _month_first(text, tongue)
    effective, updated = _dated(text, repaired.header, month_first)
    return Metadata(
        named, organization(text, named), document_id(repaired.header + "\n" + text), effective, updated, tongue
    )


def _title(repaired: Repaired, title: Span | None) -> str | None:
    if title is not None:
        words = title.of(repaired.text.value).strip()
        named = NAMED.search(words) if OPENS.match(words) else None
        return (named.group() if named else words) or None
    return (repaired.title or "").strip() or None


def _dated(text: str, header: str, month_first: bool | None) -> tuple[str | None, str | None]:
    """The date of effect and the date of the last revision: of the text, else of its running lines."""
    effective = updated = None
    for line in filter(DIGIT.search, (*_edges(text), *_edges(header))):
        taken: list[Span] = []
        for iso, span in _announced(line, "effective", month_first, ()):
            effective = effective or iso
            taken.append(span)
        for iso, _ in _announced(line, "updated", month_first, taken):
            updated = updated or iso
    return effective, updated


def _announced(
    line: str, kind: str, month_first: bool | None, taken: tuple[Span, ...] | list[Span]
) -> Iterator[tuple[str, Span]]:
    for found in _announcements(kind).finditer(line):
        span = Span(*found.span())
        near = line[span.end : span.end + NEAR]
        dated = next(dates(near, month_first=month_first), None)
        if dated and not any(span.meets(other) for other in taken) and GAP.fullmatch(near, 0, dated.span.start):
            yield dated.iso, Span(span.start, span.end + dated.span.start)


def _edges(text: str) -> Iterator[str]:
    lines = [line for line in text.split("\n") if line.strip()]
    top, bottom = lines[:EDGE], lines[max(EDGE, len(lines) - EDGE) :]
    yield from (line[:400] for line in top)
    yield from (line[-400:] for line in reversed(bottom))


def _month_first(text: str, tongue: str | None) -> bool | None:
    """Whether 3/4/2021 is a day in March: None where nothing tells, or nothing asks."""
    if not FIGURES.search(text):
        return None
    day, month = DAY_FIRST.search(text), MONTH_FIRST.search(text)
    if bool(day) != bool(month):
        return month is not None
    if tongue != "en":
        return False if tongue else None
    sample = text[:40_000]
    american, elsewhere = len(AMERICAN.findall(sample)), len(ELSEWHERE.findall(sample))
    if american == elsewhere or american + elsewhere < 2:
        return None
    return True if american > elsewhere else None


@cache
def _announcements(kind: str) -> re.Pattern[str]:
    words = sorted(table("segment_dates")[kind], key=lambda word: (-len(word), word))
    return re.compile(r"\b(?:" + "|".join(re.escape(word) for word in words) + r")(?!\w)", re.IGNORECASE)
