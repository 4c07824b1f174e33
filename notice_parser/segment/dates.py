"""Dates in words and figures, as ISO 8601."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from notice_parser.lexicon import table
from notice_parser.span import Span

MONTHS: dict[str, int] = {name: k for k, names in enumerate(table("segment_dates")["months"], 1) for name in names}
_NAMES = "|".join(sorted(MONTHS, key=lambda name: (-len(name), name)))
_YEAR = r"(?P<y>(?:19|20)\d\d)"
_DAY = r"(?P<d>[0-3]?\d)(?:st|nd|rd|th|er|º|\.)?"
# The forms, the most exact first. Each names its groups y, m, d; month names in letters stand in `n`.
FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b(?P<n>{_NAMES})\.?,? +{_DAY},? +(?:of +)?{_YEAR}\b",  # January 1st, 2020
        rf"\b{_DAY},? +(?:of +|de +|day of +)?(?P<n>{_NAMES})\.?,? +(?:of +|de +)?{_YEAR}\b",  # 25 May 2018
        rf"\b{_DAY}[- ](?P<n>{_NAMES})[- ]{_YEAR}\b",  # 25-May-2018
        rf"\b{_YEAR}[-/.](?P<m>[01]?\d)[-/.](?P<d>[0-3]?\d)\b",  # 2018-05-25
        rf"\b{_YEAR} *年 *(?P<m>[01]?\d) *月 *(?P<d>[0-3]?\d) *日",  # 2018年5月25日
        rf"\b{_YEAR},? +(?P<n>{_NAMES}) +{_DAY}\b",  # 2018 May 25
        r"\b(?P<a>[0-3]?\d)(?P<sep>[/.-])(?P<b>[0-3]?\d)(?P=sep)(?P<y>(?:19|20)?\d\d)\b",  # 3.4.2021, 5/25/18
        rf"\b(?P<n>{_NAMES})\.?,? +{_YEAR}\b",  # May 2018
        rf"(?<![\d./-])\b(?P<m>[01]?\d)[/.]{_YEAR}\b",  # 06/2019
    )
)


class Dated(NamedTuple):
    """A date in the text: complete, or to the month."""

    iso: str
    span: Span


def dates(text: str, *, month_first: bool | None) -> Iterator[Dated]:
    """The dates of a short text, in order. `month_first` reads 3/4/2021; None leaves such a date out."""
    taken: list[Dated] = []
    for form in FORMS:
        for found in form.finditer(text):
            span = Span(*found.span())
            if any(span.meets(other.span) for other in taken):
                continue
            iso = _iso(found.groupdict(), month_first=month_first)
            if iso:
                taken.append(Dated(iso, span))
    yield from sorted(taken, key=lambda dated: dated.span)


def _iso(parts: dict[str, str | None], *, month_first: bool | None) -> str | None:
    year = _year(parts["y"] or "")
    if parts.get("a"):
        order = _order(int(parts["a"] or 0), int(parts["b"] or 0), parts["sep"] == ".", month_first)
        return _day(year, *order) if order else None
    month = MONTHS[(parts["n"] or "").lower().rstrip(".")] if parts.get("n") else int(parts["m"] or 0)
    if parts.get("d"):
        return _day(year, month, int(parts["d"] or 0))
    return f"{year}-{month:02}" if 1 <= month <= 12 else None


def _order(first: int, second: int, dotted: bool, month_first: bool | None) -> tuple[int, int] | None:
    """Month and day of two figures: by what is possible, by the full stops of European dates, then by country."""
    if first > 12 or dotted:
        return second, first
    if second > 12 or first == second:
        return first, second
    if month_first is None:
        return None
    return (first, second) if month_first else (second, first)


def _year(digits: str) -> int:
    return int(digits) + (0 if len(digits) == 4 else 2000)


def _day(year: int, month: int, day: int) -> str | None:
    longest = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return f"{year}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= longest[month - 1] else None
