"""The marks of quoted mail: "> We keep your name" is "We keep your name"."""

import re
from collections.abc import Iterator

from notice_parser.span import Draft, Edit, Span

MARK = re.compile(r"^[ \t]{0,3}(?:>[ ]?)+", re.MULTILINE)  # "> ", ">> ", "> > "
SHARE = 0.8  # of the lines that print: a text that is quoted as a whole
FEWEST = 3  # lines


def quote_marks(draft: Draft) -> Iterator[Edit]:
    """The marks go where nearly every line has one."""
    if ">" not in draft.value:
        return
    printing = sum(bool(line.strip()) for line in draft.value.split("\n"))
    found = list(MARK.finditer(draft.value))
    if len(found) >= max(FEWEST, SHARE * printing):
        for mark in found:
            yield Edit(Span(*mark.span()), "", "quote-mark")
