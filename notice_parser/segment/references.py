"""Laws and frameworks that a notice names, under their short names."""

import re
from functools import cache

from notice_parser.lexicon import table
from notice_parser.model import Reference
from notice_parser.span import Span

# Names of laws begin with a capital or a figure, a few with small letters; asked first, for speed.
BEGINS = r"(?=[A-Z\d]|standard c|model c|binding c|customer p|e-?[Pp]riv)"


def references(text: str) -> tuple[Reference, ...]:
    """The references in text order: where two meet, the longer one counts."""
    out: list[Reference] = []
    pattern, names = _pattern()
    for found in pattern.finditer(text):
        name = names[int((found.lastgroup or "r0")[1:])]
        out.append(Reference(name, Span(*found.span())))
    return tuple(out)


@cache
def _pattern() -> tuple[re.Pattern[str], list[str]]:
    """One expression over the whole table, a group for each name, in the order of the table."""
    rows = table("segment_references")["names"]
    groups = (f"(?P<r{k}>{'|'.join(forms)})" for k, forms in enumerate(rows.values()))
    return re.compile(rf"\b{BEGINS}(?:" + "|".join(groups) + r")(?!\w)"), list(rows)
