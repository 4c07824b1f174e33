"""Legal bases that a sentence claims: "on the basis of our legitimate interests (Art. 6(1)(f) GDPR)"."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from notice_parser.commitments.slots.mention import Mention
from notice_parser.commitments.slots.tokens import Tokens, words
from notice_parser.commitments.slots.trie import Entry, Hit, hits, trie
from notice_parser.lexicon import table

EXCEPTING = ("unless", "except")
REACH = 14  # tokens from "unless" to what it excepts


def bases(text: Tokens) -> Iterator[Mention]:
    """The claims of a legal basis; what an exception names is none."""
    for hit in hits(_bases(), text.words):
        if hit.entries[0].form != "decoy" and not _excepted(text.words, hit):
            start, end = text.range(hit.first, hit.last)
            yield Mention("legal_bases", hit.entries[0].value, start, end, hit.entries[0].rule)


def _excepted(words: list[str], hit: Hit) -> bool:
    for word in reversed(words[max(0, hit.first - REACH) : hit.first]):
        if word in (",", ";", "."):
            return False
        if word in EXCEPTING:
            return True
    return False


@cache
def _bases() -> dict[str, Any]:
    return trie(_rows())


def _rows() -> Iterator[tuple[tuple[str, ...], Entry]]:
    rows = table("bases")
    for term in rows["decoys"]:
        yield words(term), Entry("", "decoy", f"bases:decoy/{term}")
    for value, row in rows.items():
        if isinstance(row, dict):
            for term in row["terms"]:
                yield words(term), Entry(value, "terms", f"bases:{value}/{term}")
