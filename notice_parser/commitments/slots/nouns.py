"""The terms of data and of recipients in one trie: a longer name of one hides a shorter name of the other."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from notice_parser.commitments.inflect import plural
from notice_parser.commitments.slots.tokens import words
from notice_parser.commitments.slots.trie import Entry, trie
from notice_parser.lexicon import table

DECOY = "decoy"
FORMS = ("terms", "owned", "generic", "with_data", "stems", "events")


@cache
def noun_trie() -> dict[str, Any]:
    """The trie of every term of data and recipients."""
    return trie(_rows())


@cache
def heads() -> frozenset[str]:
    """The words that end the name of a kind of data: "data", "information", "records"."""
    return frozenset(term for term in table("data")["heads"] if " " not in term)


def _rows() -> Iterator[tuple[tuple[str, ...], Entry]]:
    for slot in ("data", "recipients"):
        rows = table(slot)
        listed = frozenset(rows.get("listed", ()))
        for term in rows["decoys"]:
            yield words(term), Entry(slot, DECOY, f"{slot}:decoy/{term}")
        for value, row in rows.items():
            if isinstance(row, dict) and value != "words":
                yield from _terms(slot, value, row, listed)


def _terms(
    slot: str, value: str, row: dict[str, Any], listed: frozenset[str]
) -> Iterator[tuple[tuple[str, ...], Entry]]:
    for form in FORMS:
        for term in row.get(form, ()):
            kind = "listed" if form == "terms" and term in listed else form
            entry = Entry(f"{slot}:{value}", kind, f"{slot}:{value}/{term}")
            cut = words(term)
            yield cut, entry
            if form != "stems":
                yield plural(cut), entry
