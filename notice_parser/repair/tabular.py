"""Tables in plain text that keeps the layout: cells parted by wide gaps, on neighbouring lines.

"Tax office      Interest paid      Ten years" is three cells. A list label, a bullet or the dots before a page number
are followed by wide gaps too, and are no cells.
"""

import re
from collections.abc import Iterator, Sequence

from notice_parser.span import Draft, Edit, Flag, Span
from notice_parser.vocabulary import BlockKind

GAP = re.compile(r"(?<=[^\s.)\]:•●○▪◦·–—*-]) {3,}(?=\S)")
PAGE_NUMBER = re.compile(r"\d{1,3}")
FEWEST = 2  # lines
DEEP = " " * 8
LONGEST_CELL = 45  # characters, on average: columns of prose are wider

Line = tuple[int, str]  # where it begins, and its words
Table = list[Line]


def row_starts(found: Sequence[Table]) -> frozenset[int]:
    """Where the words of each row of the tables begin."""
    return frozenset(at + len(line) - len(line.lstrip()) for group in found for at, line in group)


def table_cells(draft: Draft) -> Iterator[Edit | Flag]:
    """Neighbouring lines with wide gaps, cell by cell."""
    yield from cells_of(tables(draft.value))


def cells_of(found: Sequence[Table]) -> Iterator[Edit | Flag]:
    """The tables cell by cell, their rows counted through the text."""
    number = 0
    for group in found:
        for start, line in group:
            number += 1
            yield from _cells(start, line, number)


def _cells(start: int, line: str, number: int) -> Iterator[Edit | Flag]:
    at = len(line) - len(line.lstrip())
    for gap in GAP.finditer(line):
        yield Flag(BlockKind.TABLE_CELL, Span(start + at, start + gap.start()), "cell", number)
        yield Edit(Span(start + gap.start(), start + gap.end()), "\n", "cell")
        at = gap.end()
    yield Flag(BlockKind.TABLE_CELL, Span(start + at, start + len(line.rstrip())), "cell", number)


def tables(value: str) -> list[Table]:
    """Runs of such lines, blank lines aside, that read as a table."""
    found: list[Table] = []
    group: Table = []
    if "   " not in value:
        return found
    at = 0
    for line in [*value.split("\n"), "."]:
        if "   " in line and GAP.search(line):
            group.append((at, line))
        elif line.strip() and not (group and line.startswith(DEEP)):  # what is indented so far goes on in a cell
            if len(group) >= FEWEST and _is_table(group):
                found.append(group)
            group = []
        at += len(line) + 1
    return found


def _is_table(group: Table) -> bool:
    pieces = [GAP.split(line.strip()) for _, line in group]
    count = sum(map(len, pieces))
    if all(PAGE_NUMBER.fullmatch(row[-1]) for row in pieces):  # a table of contents
        return False
    return sum(len(piece) for row in pieces for piece in row) <= LONGEST_CELL * count
