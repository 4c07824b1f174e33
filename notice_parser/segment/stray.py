"""Headings that stand inside a line: glued to the end of the paragraph before, or run into the one below."""

import re
from collections.abc import Collection, Iterator, Sequence

from notice_parser.segment.contents import Contents, key_of
from notice_parser.segment.line import LONGEST, Line, is_text
from notice_parser.span import Span

# The last stop of a line with something after it: "… and rules. How We Share Data".
LAST_STOP = re.compile(r"[.!?][\"'”’)]*\s+(?=[A-Z\d][^.!?]*$)")


def run_in(lines: Sequence[Line], found: Collection[int]) -> Iterator[Span]:
    """Numbered headings in capitals at the beginning of a paragraph."""
    for k, line in enumerate(lines):
        if line.run_in and is_text(line) and k not in found:
            yield Span(line.span.start, line.span.start + len(line.run_in))


def stray(lines: Sequence[Line], table: Contents, found: Sequence[int]) -> Iterator[Span]:
    """Headings of the table of contents that stand at the end of a paragraph and have no line of their own.

    One that has a line of its own as well is a slip of the source and stays a sentence.
    """
    taken = {key_of(lines[k].words) for k in found}
    for line in lines:
        if not table.entries or not is_text(line) or line.short:
            continue
        tail = line.words[-LONGEST:]
        stop = LAST_STOP.search(tail)
        key = key_of(tail[stop.end() :]) if stop else ""
        if stop and key in table.entries and key not in taken:
            end = line.span.end
            yield Span(end - len(tail) + stop.end(), end)
            taken.add(key)
