"""The table of contents of a notice: a run of short lines that come again, further down, as headings."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from notice_parser.segment.categories import by_heading, plain
from notice_parser.segment.line import Line
from notice_parser.vocabulary import BlockKind, Category

FEWEST = 3  # entries that come again; one less under a heading that says so
ALIKE = 86.0  # rapidfuzz ratio from which an entry and a heading of other wording are the same
MOST_WORDS = 12  # of an entry that ends with a stop
MOST = 300  # entries looked up by likeness
# The leader and page number after an entry: "Security ........ 7".
LEADER = re.compile(r"[\s.·…_]{2,}\d{1,3}$")


class Contents(NamedTuple):
    """The lines that hold the table, and the lines below that its entries name."""

    lines: frozenset[int] = frozenset()
    entries: frozenset[str] = frozenset()
    named: frozenset[int] = frozenset()


def contents(lines: Sequence[Line]) -> Contents:
    """The first table of contents in `lines`; an empty one where there is none."""
    keys = [key_of(line.words) if line.short and not _is_sentence(line) else "" for line in lines]
    last = {key: k for k, key in enumerate(keys) if lines[k].kind is not BlockKind.LIST_ITEM}
    last |= {key_of(line.run_in): k for k, line in enumerate(lines) if line.run_in}
    again = [bool(key) and last.get(key, 0) > k + 1 for k, key in enumerate(keys)]
    run = _run(keys, again, last)
    if not run:
        return Contents()
    entries = frozenset(keys[k] for k in run)
    return Contents(frozenset(run), entries, frozenset(_named(lines, keys, run, entries)))


def _is_sentence(line: Line) -> bool:
    """More words than an entry has, closed by a stop."""
    return line.words[-1] == "." and len(line.tokens) > MOST_WORDS


def key_of(words: str) -> str:
    """What an entry and its heading have in common: words without number, leader and page."""
    return plain(LEADER.sub("", words))


def _run(keys: Sequence[str], again: Sequence[bool], last: dict[str, int]) -> range | None:
    start, k = 0, 0
    while k < len(keys):
        if not keys[k]:
            k += 1
            continue
        start, k = k, _end(keys, k)
        hits = [j for j in range(start, k) if again[j] and last[keys[j]] >= k]
        named = [j for j in range(start, k) if _names_contents(keys[j])][:1]
        if named and len(hits) >= FEWEST - 1:
            return range(named[0] + 1, k if k < len(keys) and keys[k] else hits[-1] + 1)
        if len(hits) >= FEWEST and 2 * len(hits) >= hits[-1] + 1 - hits[0]:
            return range(hits[0], _tail(keys, hits[-1], k))
    return None


def _names_contents(key: str) -> bool:
    """Whether a line is the heading of a table of contents: `Quick Links`."""
    found = by_heading(key)
    return found is not None and found.category is Category.CONTENTS


def _end(keys: Sequence[str], start: int) -> int:
    """Where the run of short lines ends: at a long line, or where an entry comes again."""
    seen: set[str] = set()
    for k in range(start, len(keys)):
        if not keys[k] or keys[k] in seen:
            return k
        seen.add(keys[k])
    return len(keys)


def _tail(keys: Sequence[str], hit: int, end: int) -> int:
    """Entries after the last one that comes again word for word still belong to the table, up to three."""
    return min(end, hit + 3) if end < len(keys) and keys[end] else hit + 1


def _named(lines: Sequence[Line], keys: Sequence[str], run: range, entries: frozenset[str]) -> set[int]:
    below = [k for k in range(run.stop, len(keys)) if keys[k] and lines[k].kind is not BlockKind.LIST_ITEM]
    named = {k for k in below if keys[k] in entries}
    found = {keys[k] for k in named}
    missing = [entry for entry in sorted(entries - found) if len(entry) > 6][:MOST]
    if missing:
        from rapidfuzz import fuzz, process

        for entry in missing:
            match = process.extractOne(entry, [keys[k] for k in below], scorer=fuzz.ratio, score_cutoff=ALIKE)
            if match:
                named.add(below[match[2]])
    return named
