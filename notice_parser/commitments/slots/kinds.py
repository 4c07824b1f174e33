"""Kinds of recipients that share one name: "advertising, market research and analytics companies"."""

from collections.abc import Iterator
from functools import cache

from notice_parser.commitments.slots.cues import cues
from notice_parser.commitments.slots.mention import Mention
from notice_parser.commitments.slots.tokens import Tokens
from notice_parser.commitments.slots.trie import Hit
from notice_parser.lexicon import table

LINKS = (",", "and", "or", "/", "&")
LONGEST = 3  # words in the name of a kind


def kinds_before(text: Tokens, hit: Hit) -> Iterator[Mention]:
    """The kinds coordinated before a recipient whose last word they share."""
    words, at = text.words, hit.first
    if words[hit.last - 1] not in cues("recipients")["heads"]:
        return
    if at and words[at - 1].isalpha() and words[at - 1] not in LINKS and words[at - 2 : at - 1] != []:
        at -= words[at - 2] in LINKS  # "and ad analytics companies"
    while at and words[at - 1] in LINKS:
        while at and words[at - 1] in LINKS:
            at -= 1
        size = next((size for size in range(LONGEST, 0, -1) if _kind(words, at - size, at)), 0)
        if not size:
            return
        start, end = text.range(at - size, at)
        value = kinds()[" ".join(words[at - size : at])]
        yield Mention("recipients", value, start, end, f"recipients:{value}/{' '.join(words[at - size : at])} + name")
        at -= size


def _kind(words: list[str], first: int, last: int) -> bool:
    return first >= 0 and " ".join(words[first:last]) in kinds()


@cache
def kinds() -> dict[str, str]:
    """The words that tell kinds apart, and the kinds."""
    rows = table("recipients")
    return {
        " ".join(term.split()): value
        for value, row in rows.items()
        if isinstance(row, dict) and value != "words"
        for term in row.get("kinds", ())
    }
