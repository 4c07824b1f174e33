"""Limits in time and in age, as ISO 8601 durations ("P30D"), comparisons ("age<13") or words ("indefinite")."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from notice_parser.commitments.slots.cues import cues
from notice_parser.commitments.slots.mention import Mention
from notice_parser.commitments.slots.tokens import Tokens, words
from notice_parser.commitments.slots.trie import Entry, hits, trie
from notice_parser.lexicon import table
from notice_parser.span import Record

PHRASES = ("as-long-as-necessary", "indefinite")
AGES = range(10, 22)
# what may follow a bare age: "children under 13 without consent", "if you are over 18, you may"
LONG = 4  # tokens in which a word may qualify a span of time


class Numeral(Record):
    """A number and the token after it."""

    value: int
    last: int


@cache
def phrase_trie() -> dict[str, Any]:
    """The trie of the time limits that are no number: "as long as necessary", "indefinitely"."""
    rows = table("times")
    return trie(
        (words(term), Entry(value, "", f"times:{value}/{term}")) for value in PHRASES for term in rows[value]["terms"]
    )


@cache
def numbers() -> dict[str, int]:
    """Number words and their values."""
    return dict(table("times")["numbers"])


@cache
def units() -> dict[str, str]:
    """Words for units, in both numbers, and their ISO letters."""
    rows = table("times")
    return dict(rows["units"]) | {word: rows["units"][many] for word, many in rows["unit_words"].items()}


def times(text: Tokens) -> list[Mention]:
    """The limits of a sentence in time and in age."""
    return [*_phrases(text), *_figures(text), *_joined(text)]


def _phrases(text: Tokens) -> Iterator[Mention]:
    for hit in hits(phrase_trie(), text.words):
        start, end = text.range(hit.first, hit.last)
        yield Mention("times", hit.entries[0].value, start, end, hit.entries[0].rule)


# "48h", "5yrs", "30d"
JOINED = re.compile(r"(\d{1,4})(h|hrs?|d|days?|mos?|months?|y|yrs?|years?|wks?|weeks?|mins?)")
LEADS = ("for", "within", "after", "than", "to", "of", "every", "least", "most", "in")  # before a letter: not "Unit 3D"
SHORT = {"h": "TH", "d": "D", "y": "Y"}


def _joined(text: Tokens) -> Iterator[Mention]:
    """The limits whose number and unit are one word."""
    for at, word in enumerate(text.words):
        found = JOINED.fullmatch(word) if word[0].isdecimal() else None
        spelt = found and (found[2] not in SHORT or (at and text.words[at - 1] in LEADS))
        if found and spelt:
            value = _iso(int(found[1]), SHORT.get(found[2]) or units()[found[2]])
            yield Mention("times", value, *text.spans[at], "times:duration")


def _figures(text: Tokens) -> Iterator[Mention]:
    free = 0
    known = numbers()
    for at in [at for at, word in enumerate(text.words) if word in known or word.isdecimal()]:
        number = _numeral(text.words, at) if at >= free else None
        if number is None:
            continue
        found = _age(text, at, number) or _duration(text, at, number)
        if found:
            yield from found[0]
        free = found[1] if found else number.last


def _numeral(words: list[str], at: int) -> Numeral | None:
    """Such as "30", "thirty", "twenty-four", "thirty (30)", "one hundred"."""
    word = words[at]
    value = int(word) if word.isdecimal() and len(word) <= 4 else numbers().get(word)
    if value is None:
        return None
    last = at + 1
    while not word.isdecimal() and last < len(words) and words[last] in numbers():
        more = numbers()[words[last]]
        if more == 100 and value < 10:
            value *= 100
        elif words[last] not in ("a", "an", "single") and value % 10 == 0 and more < (value % 100 or 100):
            value += more
        else:
            break
        last += 1
    if words[last : last + 1] == ["("] and words[last + 2 : last + 3] == [")"] and _is_number(words[last + 1]):
        value = int(words[last + 1][:4]) if words[last + 1].isdecimal() else value
        last += 3
    return Numeral(value, last)


def _is_number(word: str) -> bool:
    return word.isdecimal() or word in numbers()


def _duration(text: Tokens, at: int, number: Numeral) -> tuple[list[Mention], int] | None:
    """The bounds of "30 days", "30 to 90 days", "two business days"; none where it looks back."""
    words, last = text.words, number.last
    second = None
    while last < len(words) and words[last] in ("to", "or", "and", "–", "—"):
        second = _numeral(words, last + 1) if last + 1 < len(words) else None
        last = second.last if second else len(words)
    if second is None and last < len(words):
        second = _numeral(words, last) if words[at].isdecimal() and words[last].isdecimal() else None
        last = second.last if second else last
    while last + 1 < len(words) and words[last] in table("times")["between"]["words"]:
        if words[last] in units() and words[last + 1] not in units():  # "one week after", not "five work week days"
            break
        last += 1
    if last >= len(words) or words[last] not in units():
        return None
    last += 1
    if _limits_nothing(words, at, last):
        return [], last
    start, end = text.range(at, last)
    unit = units()[words[last - 1]]
    fortnight = 2 if words[last - 1] == "fortnight" else 1
    halves = words[last : last + 3] in (["and", "a", "half"], ["and", "one", "half"])  # "a year and a half"
    if halves and unit == "Y" and not second:
        return [Mention("times", _iso(12 * number.value + 6, "M"), start, end, "times:duration")], last
    values = [number.value * fortnight] + ([second.value] if second else [])
    return [Mention("times", _iso(value, unit), start, end, "times:duration") for value in values if value], last


def _limits_nothing(words: list[str], at: int, last: int) -> bool:
    """Look-backs ("in the last 12 months", "3 years ago") and rates ("once a year")."""
    rows = table("times")["look_back"]
    before = words[max(0, at - LONG) : at]
    if any(word in rows["words"] for word in before) or any(word in rows["after"] for word in words[last : last + 2]):
        return True
    return words[at] in ("a", "an") and bool(before) and before[-1] in cues("times")["not_each"]


def _iso(value: int, unit: str) -> str:
    if unit == "Q":
        return f"P{3 * value}M"
    if unit == "E":
        return f"P{10 * value}Y"
    return f"PT{value}{unit[1]}" if unit[0] == "T" else f"P{value}{unit}"


def _age(text: Tokens, at: int, number: Numeral) -> tuple[list[Mention], int] | None:
    """Such as "under the age of 13", "younger than 16", "13 years or older", "at least 18 years old"."""
    if number.value not in AGES:
        return None
    words = text.words
    sign, first = _before_age(words, at)
    last, after = _after_age(words, number.last)
    if after:
        sign = after
    elif sign in ("<", ">=") and not _bare_age_ends(words, at, first, last, number.last):
        return None
    if not sign:
        return None
    value = number.value + 1 if after == "<" else number.value
    start, end = text.range(first, last)
    return [Mention("times", f"age{sign}{value}", start, end, "times:age")], last


def _before_age(words: list[str], at: int) -> tuple[str, int]:
    """The comparison that the words before an age make, and where it begins."""
    first = at
    while first and words[first - 1] in ("the", "age", "ages", "of", "aged"):
        first -= 1
    lead = words[first - 1] if first else ""
    if lead in cues("times")["under"]:
        return "<", first - 1
    if lead in cues("times")["over"]:
        return ">=", first - 1
    if lead == "than" and first > 1:
        sign = (
            "<"
            if words[first - 2] in cues("times")["younger"]
            else ">="
            if words[first - 2] in cues("times")["older"]
            else ""
        )
        return (sign, first - 2) if sign else ("", at)
    if lead == "least" and first > 1 and words[first - 2] == "at":
        return ">=", first - 2
    return "", at


def _after_age(words: list[str], last: int) -> tuple[int, str]:
    """Where the words after an age end, and the comparison they make: "or older", "years of age or younger"."""
    if words[last : last + 1] in (["years"], ["year"]):
        last += 1
        if words[last : last + 2] == ["of", "age"]:
            last += 2
        elif words[last : last + 1] in (["old"], ["olds"]):
            last += 1
    if words[last : last + 1] in (["or"], ["and"], ["years"]):
        word = words[last + 1 : last + 2]
        if word in (["older"], ["over"], ["above"], ["up"]):
            return last + 2, ">="
        if word in (["younger"], ["under"], ["below"]):
            return last + 2, "<"
    return last, ""


def _bare_age_ends(words: list[str], at: int, first: int, last: int, bare: int) -> bool:
    """Whether a number after "under" or "over" is an age and not "over 20 countries" or "under 18 U.S.C."."""
    if (
        "age" in words[first:last]
        or "aged" in words[first:last]
        or (last > bare and words[last - 1] in ("age", "old", "olds"))
    ):
        return True
    if words[first] == "at":
        person = any(word in ("be", "are", "is", "aged", "been", "were") for word in words[max(0, first - 3) : first])
        return person and (bare >= len(words) or words[bare] in ("to", "and", "or", ".", ",", ";", "if", "in"))
    if words[first] in ("less", "more") or last > bare:
        return words[first] == "younger"
    if at + 1 >= len(words) or words[first] in ("younger", "older"):
        return True
    word = words[bare]
    return word not in cues("times")["no_age"] and (not word.endswith("s") or word in cues("times")["age_goes_on"])
