"""The language of a text, by its most frequent words, or by its script."""

import re
from collections import Counter
from functools import cache, lru_cache

from notice_parser.lexicon import table

SAMPLE = 20_000  # characters; more tells nothing new
FEWEST = 12  # words; a shorter text has no certain language
NO_LETTER = re.compile(r"[\W\d_]")
FOREIGN = re.compile(r"[^\x00-\x7f]+")  # every script but the Latin one lies here
WORD = re.compile(r"[^\W\d_]+")
SHARE = 0.12  # of all words must be among the most frequent ones


def language(text: str) -> str | None:
    """The ISO 639-1 code of the language, or None where the text is too short or no language stands out."""
    return _told(text[:SAMPLE])


@lru_cache(maxsize=64)
def _told(sample: str) -> str | None:
    """Kept for a while: reading a notice asks, and comparing it asks again."""
    low = sample.lower()
    return _by_script(low) or _by_words(low)


def _by_script(sample: str) -> str | None:
    foreign = "".join(FOREIGN.findall(sample))
    for code, letters_of in _scripts() if len(foreign) >= FEWEST else ():
        found = len(letters_of.findall(foreign))
        if found >= FEWEST and found > 0.2 * (len(sample) - len(NO_LETTER.findall(sample))):
            return _sister(sample) or code
    return None


def _sister(sample: str) -> str | None:
    """A language of the same script that has letters of its own."""
    for code, own in table("segment_languages")["letters"].items():
        if sum(sample.count(letter) for letter in own) > len(sample) / 100:
            return str(code)
    return None


def _by_words(sample: str) -> str | None:
    words = WORD.findall(sample)
    if len(words) < FEWEST:
        return None
    told = Counter(words)
    counts = [(sum(told[word] for word in frequent), code) for code, frequent in _profiles()]
    most, code = max(counts)
    return code if most >= SHARE * len(words) else None


@cache
def _profiles() -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((code, frozenset(words.split())) for code, words in table("segment_languages")["words"].items())


@cache
def _scripts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((code, re.compile(f"[{span}]")) for code, span in table("segment_languages")["scripts"].items())
