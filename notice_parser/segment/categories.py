"""What a section is about: its heading decides, then what stands above it, then the words of its body."""

import re
from functools import cache, lru_cache
from typing import NamedTuple
from unicodedata import normalize

from notice_parser.lexicon import table
from notice_parser.segment.patterns import hits, stems
from notice_parser.vocabulary import Category

HEADING, WEAK, SPELLED, INHERITED, BODY = 0.95, 0.8, 0.7, 0.6, 0.5  # how far each kind of evidence is trusted
SHORTEST_SLIP, SHORTEST_STEM = 6, 6  # letters: shorter words differ by one letter too easily
LONGEST_ENDING = 4  # letters of a word after its stem
NO_HEIRS = (Category.OTHER, Category.CONTENTS, Category.INTRODUCTION)  # what subsections do not take after
LONGEST = 160  # characters of a heading that are read; longer ones are sentences in disguise
NUMBER = re.compile(
    r"^(?:[§#\W_]|\d+(?:\.(?:\d+|[a-z]{1,3}(?=[.\s)])))*[.):]?|\(?[a-z]\)|[a-z]\.(?=\s)|[ivx]+[.)](?=\s)|(?:section|article|part|chapter)\s+\d+)+\s*"
)
NOT_WORD = re.compile(r"[^\w&]+|_+")


class Judgement(NamedTuple):
    """A category and how sure it is."""

    category: Category
    confidence: float


def judge(heading: str, body: str, above: Judgement | None) -> Judgement:
    """The category of a section from its heading, the section above it, and its body, in this order."""
    words = plain(heading)
    under = above.category if above else None
    own = by_heading(words, under)
    strong = own if own and own.confidence == HEADING else by_spelling(words, under)
    if strong:
        return strong
    if above and above.category not in NO_HEIRS:
        return Judgement(above.category, round(above.confidence * INHERITED, 2))
    return own or by_body(body) or Judgement(Category.OTHER, 0.0)


def plain(heading: str) -> str:
    """A heading as the table spells it: "2.1 Opt-Out & E-mail" is "opt out and email"."""
    text = normalize("NFKC", heading[:LONGEST]).casefold().replace("’", "'").replace("'s", "")
    text = NUMBER.sub("", text).replace("e-mail", "email").replace("&", " and ").replace("'", "")
    return NOT_WORD.sub(" ", text).strip()


@lru_cache(maxsize=4096)
def by_heading(words: str, under: Category | None = None) -> Judgement | None:
    """What the heading table says of a heading in plain form that stands under a section about `under`."""
    best = min(hits(words.split(), under), default=None, key=lambda hit: hit[:3])
    return Judgement(best.category, WEAK if best.weak else HEADING) if best and best.category else None


def by_spelling(words: str, under: Category | None = None) -> Judgement | None:
    """What the table says once slips are mended: "cokies" is read as "cookie"."""
    mended = " ".join(_mended(word) for word in words.split())
    found = by_heading(mended, under) if mended != words else None
    return Judgement(found.category, SPELLED) if found and found.confidence == HEADING else None


@lru_cache(maxsize=4096)
def _mended(word: str) -> str:
    """The stem of the table that `word` differs from by one slip, else the word itself."""
    if len(word) < SHORTEST_SLIP or not word.isalpha() or any(word.startswith(stem) for stem in _stems()):
        return word
    from rapidfuzz.distance import OSA

    for stem in _stems():
        ends = (len(stem) - 1, len(stem), len(stem) + 1)
        near = stem[0] == word[0] and len(word) <= len(stem) + LONGEST_ENDING
        if near and any(OSA.distance(word[:end], stem, score_cutoff=1) <= 1 for end in ends):
            return stem
    return word


def by_body(body: str) -> Judgement | None:
    """What the words of a body point to, where they point to one thing clearly."""
    low = body[:20000].lower()
    counts = sorted(((len(pattern.findall(low)), category) for category, pattern in _cues()), reverse=True)
    (first, category), (second, _) = counts[:2]
    return Judgement(category, BODY) if first >= 3 and first >= 1.5 * second else None


@cache
def _stems() -> tuple[str, ...]:
    """The longer stems of the heading table, the longest first."""
    found = set(stems())
    return tuple(sorted((stem for stem in found if len(stem) >= SHORTEST_STEM), key=lambda stem: (-len(stem), stem)))


@cache
def _cues() -> tuple[tuple[Category, re.Pattern[str]], ...]:
    rows = table("segment_body")["cues"]
    return tuple((Category(name), re.compile(r"\b(?:" + "|".join(words).lower() + ")")) for name, words in rows.items())
