"""Tables that pandoc draws with characters, written again as tables of pipes, which the parser of Markdown knows.

+------+-----------+        Data    Why
| Data | Why       |        ------- ----------
+======+===========+        Name    The gate
| Name | The gate  |
|      | asks.     |
+------+-----------+
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from notice_parser.extract.plain import line_starts
from notice_parser.model import LineStart

RULE = re.compile(r" {0,3}\+(?:[-=:]+\+)+[ \t]*$")  # "+------+====+"
DASHES = re.compile(r" {0,3}-{2,}(?: +-{2,})+[ \t]*$")  # "------- ----------"
GROUP = re.compile(r"-+")
DRAWN = re.compile(r"^ {0,3}(?:\+[-=:]+\+|-{2,} +-{2,})", re.MULTILINE)
MOST_ROWS = 2_000

Row = tuple[int, list[str]]  # the line of the source it begins on, and its cells


def with_pipes(text: str) -> tuple[str, tuple[LineStart, ...]]:
    """The text with such tables as pipes, and where each line of the source begins in it."""
    if not DRAWN.search(text):
        return text, line_starts(text)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    starts: list[LineStart] = []
    out: list[str] = []
    at = 0
    for number, line in _lines(lines):
        starts.append(LineStart(at, number))
        out.append(line)
        at += len(line) + 1
    return "\n".join(out), tuple(starts)


def _lines(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Each line with its number in the source, tables written anew."""
    at = 0
    while at < len(lines):
        end, rows = _grid(lines, at) if RULE.match(lines[at]) else _simple(lines, at)
        if rows:
            yield from _piped(rows)
            at = end
        else:
            yield at + 1, lines[at]
            at += 1


def _piped(rows: Sequence[Row]) -> Iterator[tuple[int, str]]:
    width = max(len(cells) for _, cells in rows)
    for k, (number, cells) in enumerate(rows):
        yield number, "| " + " | ".join([*cells, *[""] * (width - len(cells))]) + " |"
        if not k:
            yield number, "|" + "---|" * width


def _grid(lines: Sequence[str], at: int) -> tuple[int, list[Row]]:
    """The line behind a table of ruled cells that begins at `at`, and its rows; no rows where it is none."""
    edges = [k for k, char in enumerate(lines[at]) if char == "+"]
    rows: list[Row] = []
    row: Row = (at + 2, [""] * (len(edges) - 1))
    last = at
    for k in range(at + 1, min(len(lines), at + MOST_ROWS)):
        if RULE.match(lines[k]):
            rows.append(row)
            row, last = (k + 2, [""] * (len(edges) - 1)), k
        elif lines[k].lstrip().startswith("|"):
            cells = [lines[k][a + 1 : b].strip(" |") for a, b in pairwise(edges)]
            row = (row[0], [f"{one} {two}".strip() for one, two in zip(row[1], cells, strict=True)])
        else:
            break
    return last + 1, [row for row in rows if any(row[1])]


def _simple(lines: Sequence[str], at: int) -> tuple[int, list[Row]]:
    """The line behind a table whose header, the line `at`, stands over dashes, and its rows."""
    if at + 2 >= len(lines) or not lines[at].strip() or not DASHES.match(lines[at + 1]) or not lines[at + 2].strip():
        return at, []
    starts = [found.start() for found in GROUP.finditer(lines[at + 1])]
    edges = [0, *starts[1:], None]
    rows: list[Row] = []
    for k in (at, *range(at + 2, min(len(lines), at + MOST_ROWS))):
        if not lines[k].strip() or DASHES.match(lines[k]):
            return k + bool(DASHES.match(lines[k])), rows
        rows.append((k + 1, [lines[k][a:b].strip() for a, b in pairwise(edges)]))
    return min(len(lines), at + MOST_ROWS), rows
