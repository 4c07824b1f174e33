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
    pattern, names = _patterns()
    out: list[Reference] = []
    for found in pattern.finditer(text):
        name = next(name for name, forms in names if forms.match(text, found.start(), found.end() + 1))
        out.append(Reference(name, Span(*found.span())))
    return tuple(out)


@cache
def _patterns() -> tuple[re.Pattern[str], tuple[tuple[str, re.Pattern[str]], ...]]:
    """One expression over the whole table, without groups, which would cost time at every capital; and one a name."""
    rows = {name: "|".join(forms) for name, forms in table("segment_references")["names"].items()}
    names = tuple((name, re.compile(rf"(?:{forms})(?!\w)")) for name, forms in rows.items())
    return re.compile(rf"\b{BEGINS}(?:{'|'.join(rows.values())})(?!\w)"), names
