"""Words of a sentence with a stem that spelling, number and tense do not change."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from notice_parser.lexicon import table
from notice_parser.span import Record

# "user's", "e-mail" -> e, mail; "1,000.50"; "€"; "opt-out" -> opt, out
WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[€$£%§]")
APOSTROPHE = re.compile("['’]")
VOWELS = frozenset("aeiou")
# British to American endings, longest first: "organisation", "analyse", "centre", "programme", "colour"
SPELLINGS = (
    ("isation", "ization"), ("yse", "yze"), ("ysing", "yzing"), ("ysed", "yzed"), ("yses", "yzes"),
    ("ise", "ize"), ("ising", "izing"), ("ised", "ized"), ("ises", "izes"), ("ogramme", "ogram"), ("ogrammes", "ograms"),
    ("entre", "enter"), ("entres", "enters"), ("our", "or"), ("ours", "ors"), ("oured", "ored"), ("ouring", "oring"), ("efence", "efense"),
    ("lled", "led"), ("lling", "ling"), ("lment", "llment"), ("icence", "icense"), ("ogue", "og"),
)  # fmt: skip


class Word(Record):
    """One word and where it stands in the sentence."""

    text: str
    stem: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it is written with a capital."""
        return self.text[:1].isupper()


def words(text: str) -> tuple[Word, ...]:
    """The words of `text`; a contraction counts as its two words."""
    found: list[Word] = []
    for match in WORD.finditer(text):
        found += [Word(part, stem(part), match.start(), match.end()) for part in _parts(match.group())]
    return tuple(found)


@lru_cache(maxsize=8192)
def _parts(word: str) -> tuple[str, ...]:
    """A contraction as its words; "user's" as "user"."""
    plain = APOSTROPHE.sub("'", word)
    lower = plain.casefold()
    whole = _spelling()["contraction"].get(lower)
    if whole:
        return tuple(whole.split())
    if (
        lower.startswith("un")
        and lower.endswith("ed")
        and len(lower) > 6
        and lower not in _spelling()["whole"]["words"]
    ):
        return ("not", plain[2:])
    if "'" not in plain:
        return (plain,)
    if lower.endswith("n't"):
        return (plain[:-3], "not")
    head, _, tail = plain.rpartition("'")
    ending = _spelling()["ending"].get(tail.casefold())
    if ending is None:
        return (plain.replace("'", ""),)
    return (head, ending) if ending else (head,)


@cache
def stem(word: str) -> str:
    """A key that is the same for "share", "shares", "sharing" and "shared", for "analyse" and "analyze"."""
    lower = word.casefold()
    irregular = _spelling()["irregular"].get(lower)
    if irregular:
        lower = irregular
    if len(lower) < 4 or not lower.isalpha():
        return lower
    return _bare(_american(lower))


def _american(word: str) -> str:
    for british, american in SPELLINGS:
        if word.endswith(british) and len(word) > len(british) + 1:
            return word[: -len(british)] + american
    return word


def _bare(word: str) -> str:
    """The word without the endings of number and tense."""
    if word.endswith(("ies", "ied")) and len(word) > 4:
        return word[:-3] + "y"
    for ending in ("sses", "shes", "ches", "xes"):
        if word.endswith(ending):
            return word[:-2]
    if word.endswith("s") and word[-2:] not in {"ss", "us", "is"}:
        word = word[:-1]
    for ending in ("ing", "ed"):
        head = word[: -len(ending)]
        if word.endswith(ending) and len(head) > 2 and VOWELS.intersection(head):
            return _undoubled(head)
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


def _undoubled(head: str) -> str:
    if head[-1] == head[-2] and head[-1] not in "aeioulsz":
        return head[:-1]
    return head


def _spelling() -> Mapping[str, Any]:
    return table("check_spelling")
