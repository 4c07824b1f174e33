"""Bytes read by a wrong one-byte table, which no general tool undoes: Mac Roman as Latin-1, WinAnsi as PDFDoc.

"donÕt" is "don’t", "ÒcookiesÓ" is "“cookies”"; "It™s" is "It’s", "ﬁcookiesﬂ" is "“cookies”". Each table works only
where the text holds a contraction or a pair of quotes that cannot be anything else.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from notice_parser.span import Draft, Edit, Span

CONTRACTED = "(?:s|t|re|ve|ll|d|m)(?![^\\W\\d_])"  # what follows an apostrophe inside a word


class Table(NamedTuple):
    """A wrong table: the pattern of a quotation in it, and where its other characters stand for others."""

    name: str
    apostrophe: re.Pattern[str]
    quotation: re.Pattern[str]
    others: tuple[tuple[re.Pattern[str], str], ...]


def _table(name: str, apostrophe: str, quotes: str, dashes: str, bullet: str) -> Table:
    return Table(
        name,
        re.compile(f"(?<=[^\\W\\d_]){apostrophe}(?={CONTRACTED})"),  # "donÕt"
        re.compile(f"(?<![^\\W_])({quotes[0]})[^{quotes}\n]{{1,200}}({quotes[1]})(?![^\\W_])"),  # "ÒcookiesÓ"
        (
            (re.compile(f"(?<=s){apostrophe}(?=\\s)"), "’"),  # "usersÕ data"
            (re.compile(f"(?<= ){dashes[0]}(?= )"), "–"),  # "data Ð all of it"
            (re.compile(f"(?<= ){dashes[1]}(?= )"), "—"),
            (re.compile(f"^{bullet}(?=[ \\t])", re.MULTILINE), "•"),  # "¥ your name"
        ),
    )


TABLES = (_table("mac-roman", "Õ", "ÒÓ", "ÐÑ", "¥"), _table("pdf-doc", "™", "ﬁﬂ", "ŒŠ", "Ł"))
SUSPECTS = re.compile("[ÕÒÓ™ﬂ]")


def wrong_table(draft: Draft) -> Iterator[Edit]:
    """Quotes, dashes and bullets that a wrong one-byte table turned into letters and signs."""
    if not SUSPECTS.search(draft.value):
        return
    for table in TABLES:
        proof = [*_marked(draft.value, table)]
        if proof:
            yield from proof
            for pattern, right in table.others:
                yield from (Edit(Span(*found.span()), right, table.name) for found in pattern.finditer(draft.value))
            return


def _marked(value: str, table: Table) -> Iterator[Edit]:
    """Contractions and quotations, which nothing else looks like."""
    for found in table.apostrophe.finditer(value):
        yield Edit(Span(*found.span()), "’", table.name)
    for found in table.quotation.finditer(value):
        yield Edit(Span(*found.span(1)), "“", table.name)
        yield Edit(Span(*found.span(2)), "”", table.name)
