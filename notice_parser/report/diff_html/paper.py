"""The text of both versions, row by row: side by side, and both in one column, as the reader chooses."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from notice_parser.change import Comparison
from notice_parser.model import Notice
from notice_parser.report.diff_html.lost import lost_words
from notice_parser.report.diff_html.numbered import Numbered
from notice_parser.report.diff_html.rows import Row
from notice_parser.report.marked import redline
from notice_parser.report.safe import html
from notice_parser.report.wording import SIGNS, counted, date_of
from notice_parser.vocabulary import BlockKind

FEWEST = 3  # unchanged blocks folded away: fewer are sooner read than opened
CLASSES = {BlockKind.HEADING: "heading", BlockKind.LIST_ITEM: "item", BlockKind.TABLE_CELL: "cell"}


class Marks(NamedTuple):
    """What stands beside rows: the changes and the losses of each, and the rows that open a row of a table."""

    badges: dict[int, list[Numbered]]
    lost: dict[int, tuple[str, ...]]
    opening: frozenset[int]


def heads(comparison: Comparison) -> str:
    """What stands above the two columns."""
    old, new = comparison.old, comparison.new
    return f'<div class="row heads" lang="en"><p class="old">Old, {html(date_of(old.metadata))}</p><p class="gutter"></p><p class="new">New, {html(date_of(new.metadata))}</p></div>'


def paper(rows: Sequence[Row], found: Sequence[Numbered], notices: tuple[Notice, Notice]) -> Iterator[str]:
    """Every row, unchanged stretches folded."""
    marks = _marks(rows, found, notices)
    for quiet, group in groupby(rows, key=lambda row: row.same and row.number not in marks.badges):
        held = list(group)
        yield from _quiet(held, marks, len(rows)) if quiet else (_row(row, marks) for row in held)


def _marks(rows: Sequence[Row], found: Sequence[Numbered], notices: tuple[Notice, Notice]) -> Marks:
    badges: dict[int, list[Numbered]] = defaultdict(list)
    for change in found:
        for number in dict.fromkeys((change.new, change.old)):
            if number:
                badges[number].append(change)
    opening = (next(group).number for row, group in groupby(rows, key=lambda row: row.line.row) if row)
    return Marks(badges, lost_words(rows, notices), frozenset(opening))


def _quiet(held: list[Row], marks: Marks, last: int) -> Iterator[str]:
    """An unchanged stretch: its middle folded; the blocks that touch a change and the heading above it stay."""
    first = 0 if held[0].number == 1 else 1
    end = len(held) if held[-1].number == last else len(held) - 1
    middle = held[first:end]
    headings = [at for at, row in enumerate(middle) if row.line.kind == BlockKind.HEADING]
    cut = headings[-1] if headings and held[-1].number != last else len(middle)
    yield from (_row(row, marks) for row in held[:first])
    yield from _folded(middle[:cut], marks)
    yield from (_row(row, marks) for row in middle[cut : cut + 1])
    yield from _folded(middle[cut + 1 :], marks)
    yield from (_row(row, marks) for row in held[max(first, end) :])


def _folded(held: Sequence[Row], marks: Marks) -> Iterator[str]:
    if len(held) < FEWEST:
        yield from (_row(row, marks) for row in held)
        return
    words = counted(len(held), "unchanged paragraph")
    rows = "".join(_row(row, marks) for row in held)
    yield f'<details class="fold"><summary lang="en">{words}</summary>{rows}</details>'


def _row(row: Row, marks: Marks) -> str:
    touched, opens = "" if row.same else "touched", "opens" if row.number in marks.opening else ""
    look = " ".join(filter(None, ("row", touched, CLASSES.get(row.line.kind, ""), opens, _depth(row))))
    badges = "".join(_badge(change, row.number) for change in marks.badges.get(row.number, ()))
    lost = "".join(f'<mark class="lost">{words}</mark>' for words in marks.lost.get(row.number, ()))
    return (
        f'<div class="{look}" id="r{row.number}">{_cells(row)}'
        f'<div class="gutter" lang="en">{badges}{"".join(_moves(row))}{lost}</div></div>'
    )


def _depth(row: Row) -> str:
    """How deep an item stands, or how high a heading."""
    level = row.line.level
    return f"depth-{min(level, 3)}" if level and row.line.kind in (BlockKind.HEADING, BlockKind.LIST_ITEM) else ""


def _cells(row: Row) -> str:
    """The old side, the new side, and both in one where they differ. A heading is one on the side that is read last."""
    moved = bool(row.old is None and row.moved_from) or bool(row.new is None and row.moved_to)
    tag = "h3" if row.line.kind == BlockKind.HEADING else "p"
    old = redline(row.stretches, new=False, moved=moved)
    if row.new is None:
        return f'<{tag} class="old only" dir="auto">{old}</{tag}><p class="new none"></p>'
    new = redline(row.stretches, old=False, moved=moved)
    if row.old is None:
        return f'<p class="old none"></p><{tag} class="new only" dir="auto">{new}</{tag}>'
    both = "" if row.same else f'<{tag} class="both" dir="auto">{redline(row.stretches)}</{tag}>'
    apart = " apart" if both else ""
    return f'<p class="old" dir="auto">{old}</p><{tag} class="new{apart}" dir="auto">{new}</{tag}>{both}'


def _badge(change: Numbered, row: int) -> str:
    finding = change.finding
    side = " (old place)" if row != change.row else ""
    words = f"Change {change.number}, {finding.direction}{side}"
    return f'<a class="badge {finding.direction} {change.level}" href="#{change.anchor}" data-change="{change.number}" aria-label="{words}">{change.number}<i aria-hidden="true">{SIGNS[finding.direction]}</i></a>'


def _moves(row: Row) -> Iterator[str]:
    for word, others in (("moved", row.moved_to), ("from", row.moved_from)):
        for other in others:
            way, sign = ("below", "↓") if other > row.number else ("above", "↑")
            yield f'<a class="move" href="#r{other}">{word}<span class="hidden-words"> {way}</span> <i aria-hidden="true">{sign}</i></a>'
