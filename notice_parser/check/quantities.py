"""Periods, ages, dates, amounts and numbers of a sentence, each as one comparable value."""

import re
from collections.abc import Iterator

from notice_parser.span import Record

UNITS = {"second": 1 / 86400, "minute": 1 / 1440, "hour": 1 / 24, "day": 1, "week": 7, "fortnight": 14, "month": 30.4375, "quarter": 91.3125, "year": 365.25, "decade": 3652.5}  # fmt: skip
SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
NUMBERS = {
    **{word: number for number, word in enumerate(SMALL)}, **TENS,
    **{f"{tens}-{SMALL[k]}": value + k for tens, value in TENS.items() for k in range(1, 10)},
    "a": 1, "an": 1, "hundred": 100, "thousand": 1000, "twice": 2, "once": 1, "half": 0.5,
}  # fmt: skip
COUNT = rf"\d+(?:[.,]\d+)*|(?:{'|'.join(TENS)})(?:-(?:{'|'.join(SMALL[1:10])}))?|{'|'.join(SMALL)}|an?|hundred"
MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
MONTH = "|".join(f"{name}|{name[:3]}\\.?" for name in MONTHS)
# "thirty (30) days", "90-day", "two calendar months", "a year"
PERIOD = re.compile(
    rf"\b({COUNT})(?:[ -]*\(\d+\))?[ -]+(?:(?:business|calendar|working|consecutive|full|additional|further|more|school|academic|financial|fiscal|tax|whole|complete|billing)[ -]+)?(second|minute|hour|day|week|fortnight|month|quarter|year|decade)s?\b(?:['’])?(?!-old| old)",
    re.IGNORECASE,
)
# "under the age of 13", "younger than 13", "13 years of age or older", "aged 16", "over 18"
AGE = re.compile(
    rf"\b(?:(?:under|below|over|above|younger than|older than|aged?|least|age of|reached)(?: the)?(?: age)?(?: of)? ({COUNT})(?: years?(?: old| of age)?|-year-olds?)?|({COUNT})[ -]years?(?:[ -]olds?| of age))\b(?! ?(?:days?|months?|hours?|weeks?|%|percent|times))",
    re.IGNORECASE,
)

# "1 May 2024", "May 1, 2024", "31 August", "January 2021"
DATE = re.compile(
    rf"\b(?:(\d{{1,2}})(?:st|nd|rd|th)? (?:of )?({MONTH})(?:,? (\d{{4}}))?|({MONTH}) (\d{{1,2}})(?:st|nd|rd|th)?(?:,? (\d{{4}}))?|({MONTH}),? (\d{{4}}))\b|\b(\d{{4}})-(\d{{2}})-(\d{{2}})\b|\b\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}\b",
    re.IGNORECASE,
)
TIMES_PER = re.compile(  # "twice a year", "three times per month", "every night", "once a week", "each quarter"
    rf"\b(?:(?P<times>twice|thrice|once|(?:{COUNT}) times) (?:an?|per|each|every) |every |each )(?P<unit>hour|day|night|evening|morning|week|fortnight|month|quarter|year)\b",
    re.IGNORECASE,
)
NIGHTS = {"night": 1, "evening": 1, "morning": 1}
RHYTHMS = {"hourly": 1 / 24, "daily": 1, "nightly": 1, "weekly": 7, "monthly": 30.4375, "quarterly": 91.3125, "yearly": 365.25, "annually": 365.25}  # fmt: skip
RHYTHM = re.compile(
    rf"\b(?:{'|'.join(RHYTHMS)})\b(?=[.,;:)]|$| (?:and|or|by|on|unless|if)\b)", re.IGNORECASE
)  # "discarded daily"
# "€15", "$1,000.50", "15 euros", "10 %"
MONEY = re.compile(
    r"[€$£] ?\d+(?:[.,]\d+)*|\b\d+(?:[.,]\d+)* ?(?:%|percent\b|per cent\b|euros?\b|dollars?\b|pounds?\b|USD\b|EUR\b|GBP\b)"
)
NUMBER = re.compile(
    rf"\b(?:\d+(?:[.,]\d+)*(?:th|st|nd|rd)?|{'|'.join(SMALL[2:])}|{'|'.join(TENS)}|hundred|thousand|twice)\b",
    re.IGNORECASE,
)


DIGIT = re.compile(r"\d")
# What stands in every sentence in which the pattern finds anything, in small letters: to look for it is far cheaper.
SIGNS_OF_AGE = ("year", "under", "below", "over", "above", "than", "age", "least", "reached")
SIGNS_OF_RHYTHM = ("hour", "day", "ght", "even", "morn", "week", "month", "quarter", "year")
SIGNS_OF_PERIOD = ("second", "nute", "hour", "day", "week", "fort", "month", "quarter", "year", "decade")


YEAR = re.compile(r"19[5-9]\d|20[0-4]\d")  # "during 2022"


class Quantity(Record):
    """A quantity: its kind, a value that is the same for every spelling, its characters, and its size."""

    kind: str
    value: str
    start: int
    end: int
    amount: float = 0.0


def dates(text: str) -> Iterator[Quantity]:
    """Every calendar date."""
    for match in DATE.finditer(text) if DIGIT.search(text) else ():
        if " may" not in match.group() and not match.group().startswith("may"):  # "13 may join" is no date
            yield Quantity("date", _date(match), *match.span())


def quantities(text: str) -> Iterator[Quantity]:
    """Every age, period, amount and number, in this order; the first of those that overlap is meant."""
    low = text.casefold()
    for match in AGE.finditer(text) if _any_in(low, SIGNS_OF_AGE) else ():
        age = _number(match.group(1) or match.group(2))
        if age <= 120:
            yield Quantity("age", f"{age:g}", *match.span(), age)
    for match in TIMES_PER.finditer(text) if _any_in(low, SIGNS_OF_RHYTHM) else ():
        days = _rhythm(match)
        yield Quantity("period", f"{_round(days):g}d", *match.span(), days)
    for match in PERIOD.finditer(text) if _any_in(low, SIGNS_OF_PERIOD) else ():
        if match.group(2).lower() == "second" and match.group(1).lower() in {"a", "an"}:
            continue  # "a second reading" is no time
        days = _number(match.group(1)) * UNITS[match.group(2).lower()]
        yield Quantity("period", f"{_round(days):g}d", *match.span(), days)
    for match in RHYTHM.finditer(text):
        days = RHYTHMS[match.group().lower()]
        yield Quantity("period", f"{_round(days):g}d", *match.span(), days)
    for match in MONEY.finditer(text) if DIGIT.search(text) else ():
        yield Quantity("money", re.sub(r"\s", "", match.group().lower()), *match.span(), _digits(match.group()))
    yield from _numbers(text)


def _numbers(text: str) -> Iterator[Quantity]:
    """Every other number, and every year."""
    for match in NUMBER.finditer(text):
        if text[match.start() - 1 : match.start()] == "(" and text[match.end() : match.end() + 1] == ")":
            continue  # a label: "(1) we tell you first"
        if YEAR.fullmatch(match.group()):
            yield Quantity("date", f"{match.group()}-00-00", *match.span())
            continue
        number = _number(re.sub(r"(?<=\d)(?:th|st|nd|rd)$", "", match.group().lower()))
        yield Quantity("number", f"{number:g}", *match.span(), number)


def _any_in(low: str, signs: tuple[str, ...]) -> bool:
    return any(sign in low for sign in signs)


def _rhythm(match: re.Match[str]) -> float:
    """The days between two of the times."""
    said = (match.group("times") or "once").lower()
    unit = match.group("unit").lower()
    often = {"thrice": 3.0}.get(said) or _number(said.removesuffix(" times"))
    return (NIGHTS.get(unit) or UNITS[unit]) / (often or 1.0)


def is_rhythm(text: str) -> bool:
    """Whether a period says how often: "every night", "twice a year", "monthly"."""
    return bool(TIMES_PER.fullmatch(text)) or text.lower() in RHYTHMS


def _round(days: float) -> float:
    """Days, with years counted as twelve months so that "two years" equals "24 months"."""
    return round(days, 1) if days >= 1 else round(days, 5)


def _number(word: str) -> float:
    lower = word.lower().strip()
    if lower in NUMBERS:
        return NUMBERS[lower]
    return _digits(lower)


def _digits(text: str) -> float:
    found = re.search(r"\d+(?:[.,]\d+)*", text)
    if not found:
        return 0.0
    plain = re.sub(r",(?=\d{3}\b)", "", found.group()).replace(",", ".")
    return float(plain) if plain.count(".") <= 1 else 0.0


def _date(match: re.Match[str]) -> str:
    """A date as "2024-05-01", with "?" for what it does not say."""
    day, month, year, month2, day2, year2, month3, year3, iso_year, iso_month, iso_day = match.groups()
    if iso_year:
        return f"{iso_year}-{iso_month}-{iso_day}"
    name = month or month2 or month3
    if not name:
        return match.group()
    number = next(k for k, full in enumerate(MONTHS, 1) if full.startswith(name.lower().rstrip(".")[:3]))
    said = year or year2 or year3
    return f"{said or '?'}-{number:02d}-{int(day or day2 or 0):02d}"
