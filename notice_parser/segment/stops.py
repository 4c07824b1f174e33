"""Where a sentence ends inside a line: every stop is a candidate, and an ordered table of reasons may overrule it."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from notice_parser.lexicon import table
from notice_parser.span import LOST, Span

# A run of stops with what closes after it, before a blank: `etc.)`, `sure?”`; or one between letters: `data.We`;
# or an ideographic stop. What stands before the stop is looked back on: a character is found far faster than a place.
STOP = re.compile(
    r"[.!?…。！？](?:(?<![.!?…].)(?<=[.!?…])[.!?…]*+[)\]}\"'”’»*_]*+(?=\s)"
    r"|(?<=[a-z)\d]{2}[.!?])(?=[A-Z][a-z]*[ ,])|(?<=[。！？])[。！？]*+[」』）”’]*+)"
)
# A bullet that stayed inside a line: "your name • your address", "such as: - Your name".
BULLET = re.compile(r"[•●▪◦■‣∙–-](?:(?<=\s[•●▪◦■‣∙])(?=\s)|(?<=[:;.]\s[-–])(?=\s[A-Z]))")
# Lost words before one that begins sentences: the stop is lost with them.
LOSS = re.compile(rf"{LOST}\s?(?=([A-Z][a-z]*)[ ,])")
BRACKETS = re.compile(r"[()\[\]]")
LONGEST_BRACKET = 600  # characters; an unclosed bracket must not swallow the paragraph
# A label alone: "14", "2.1", "(a)", "iv", "Section 4", "§ 3".
LABEL = re.compile(r"[(\[\"“§]?\s?(?:(\w+)\s)?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[a-zA-Z]|[ivxIVX]{1,6})\)?")
DOTTED = re.compile(r"(?:[^\W\d_]\.){1,4}[^\W\d_]")  # U.S, e.g, S.p.A
WORD = re.compile(r"[^\W\d_]+")
NEAR = 48  # characters of context; no abbreviation or starter is longer


class Place(NamedTuple):
    """A stop and what stands around it."""

    head: str  # the sentence so far, its first characters
    word: str  # the word before the stop, lower case, without opening quotes and brackets
    raw: str  # the same as it is written
    stop: str
    after: str  # what follows, from the first non-blank character
    glued: bool  # no blank follows
    in_brackets: bool


def pieces(line: str) -> Iterator[Span]:
    """The sentences of one line, as spans of the line without the blanks between them."""
    begin = len(line) - len(line.lstrip())
    for cut in _cuts(line, begin):
        end = len(line[begin:cut].rstrip()) + begin
        if end > begin:
            yield Span(begin, end)
        begin = cut + len(line[cut : cut + NEAR]) - len(line[cut : cut + NEAR].lstrip())
    end = len(line.rstrip())
    if end > begin:
        yield Span(begin, end)


def _cuts(line: str, begin: int) -> Iterator[int]:
    marks = [(found.start(), found.end(), True) for found in STOP.finditer(line)]
    marks += [(found.start(), found.start(), False) for found in BULLET.finditer(line)]
    marks += [(found.end(), found.end(), False) for found in LOSS.finditer(line) if found[1].lower() in _starters()]
    inside = _bracketed(line) if marks else []
    for start, end, stop in sorted(marks):
        if not stop or _ends(_place(line, begin, start, end, inside)):
            yield end
            begin = end


def _place(line: str, begin: int, start: int, end: int, inside: list[Span]) -> Place:
    near = line[max(begin, start - NEAR) : start].split()
    raw = near[-1] if near else ""
    after = line[end : end + NEAR]
    at = bisect_right(inside, start, key=lambda span: span.start) - 1
    return Place(
        head=line[begin : min(begin + NEAR, start)].strip(),
        word=raw.lstrip("([{\"'“‘«").lower(),
        raw=raw,
        stop=line[start:end],
        after=after.lstrip(),
        glued=bool(after) and not after[0].isspace(),
        in_brackets=at >= 0 and end < inside[at].end,
    )


def _bracketed(line: str) -> list[Span]:
    """The outermost bracketed stretches of sensible length, in order."""
    out: list[Span] = []
    opened: list[int] = []
    for found in BRACKETS.finditer(line):
        if found.group() in "([":
            opened.append(found.start())
        elif opened:
            start = opened.pop()
            while out and out[-1].start > start:
                out.pop()
            if found.end() - start <= LONGEST_BRACKET:
                out.append(Span(start, found.end()))
    return out


# --- reasons why a stop ends nothing, asked in this order ---


def ideographic(place: Place) -> bool | None:
    """Stops of Chinese and Japanese always end a sentence."""
    return False if place.stop[0] in "。！？" else None


def nothing_follows(place: Place) -> bool | None:
    """At the end of the line there is nothing to cut off."""
    return not place.after or None


def bracketed(place: Place) -> bool | None:
    """A stop inside a short pair of brackets belongs to the sentence around it."""
    return place.in_brackets or None


def glued(place: Place) -> bool | None:
    """Without a blank only a word that begins sentences shows a new one: `data.We`, but not `example.Com`."""
    if not place.glued:
        return None
    plain = WORD.fullmatch(place.raw.strip("()\"'“”‘’,;")) is not None
    return not (plain and _word(place.after) in _starters())


def label(place: Place) -> bool | None:
    """`14. "TITLE"`, `Section 4. Sharing`: a label begins its sentence."""
    found = LABEL.fullmatch(place.head)
    if not found:
        return None
    return found.group(1) is None or found.group(1).lower() in _words("label_words") or None


def lower_case(place: Place) -> bool | None:
    """A small letter goes on, unless it is a slip after a plain word (`data. we`) or a name such as `eShop`."""
    first = place.after[0]
    if first in ",;:–-/&)]}":
        return True
    if not (first.islower() or (first == "(" and place.after[1:2].islower())):
        return None
    word = place.after.split()[0]
    if any(letter.isupper() for letter in word[1:4]):
        return None
    slip = len(place.word) > 3 and place.word.isalpha() and place.word not in _abbreviations()
    return not (slip and place.stop[0] == "." and word in _starters() and len(word) > 1 and word not in ("and", "or"))


def before_number(place: Place) -> bool | None:
    """`No. 12`, `Art. 6`."""
    return (place.after[0].isdigit() and place.word in _words("before_number")) or None


def never(place: Place) -> bool | None:
    """`e.g. IP addresses`, `Cal. Civ. Code`; yet `No.` alone is an answer."""
    if place.stop != "." or place.word not in _words("never"):
        return None
    if place.word == "no":
        return place.after[0].isdigit() or place.after[0] == "#"
    if place.word.isalpha() and place.raw.islower() and _word(place.after) in _starters():
        return place.word not in (
            "es",
            "ex",
            "la",
            "al",
            "ins",
            "del",
            "par",
            "mo",
            "ed",
            "ind",
            "est",
            "num",
            "md",
            "st",
        )
    return True


def rarely(place: Place) -> bool | None:
    """`Inc. Terms of Sale`, `U.S. Department`: the end only before a word that begins sentences."""
    if place.stop != ".":
        return None
    if place.word in _words("rarely") or DOTTED.fullmatch(place.word.rsplit("-")[-1]):  # EU-U.S.
        return _word(place.after) not in _starters()
    return None


def initial(place: Place) -> bool | None:
    """`J. Doe`."""
    if place.stop != "." or len(place.word) != 1 or not place.raw[-1].isupper():
        return None
    return _word(place.after) not in _starters()


REASONS: tuple[Callable[[Place], bool | None], ...] = (
    ideographic,
    nothing_follows,
    bracketed,
    glued,
    label,
    lower_case,
    before_number,
    never,
    rarely,
    initial,
)


def _ends(place: Place) -> bool:
    """Whether the stop ends its sentence; the first reason with an opinion decides."""
    for reason in REASONS:
        verdict = reason(place)
        if verdict is not None:
            return not verdict
    return True


def _word(after: str) -> str:
    found = WORD.search(after)
    return found.group().lower() if found and found.start() <= 2 else ""


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("segment_stops")[name])


@cache
def _starters() -> frozenset[str]:
    return _words("starters")


@cache
def _abbreviations() -> frozenset[str]:
    return _words("never") | _words("rarely") | _words("before_number")
