"""What extraction lost without leaving a gap in the words: said beside the row in which it stood."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from notice_parser.model import Notice
from notice_parser.report.diff_html.rows import Row
from notice_parser.report.redline.lines import Line
from notice_parser.report.wording import LOSSES

SIDES = ("old", "new")


def lost_words(rows: Sequence[Row], notices: tuple[Notice, Notice]) -> dict[int, tuple[str, ...]]:
    """For each row what it lost, such as "bullet lost"; which side lost it, where the other did not."""
    held: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for side, notice, lines in zip(SIDES, notices, ([r.old for r in rows], [r.new for r in rows]), strict=True):
        for row, word in _lost(rows, lines, notice):
            held[row][word].append(side)
    return {
        row: tuple(_said(rows[row - 1], word, sides) for word, sides in words.items()) for row, words in held.items()
    }


def _lost(rows: Sequence[Row], lines: Sequence[Line | None], notice: Notice) -> Iterator[tuple[int, str]]:
    """The row and the kind of each loss of one side that has no place of its own among the words."""
    starts = [(line.start, row.number) for row, line in zip(rows, lines, strict=True) if line]
    for loss in notice.losses:
        at = bisect_right(starts, loss.span.start, key=lambda start: start[0]) - 1
        if not loss.span and starts:
            yield starts[max(0, at)][1], LOSSES[loss.kind][0]


def _said(row: Row, word: str, sides: Sequence[str]) -> str:
    both = set(sides) == set(SIDES) or row.old is None or row.new is None
    return f"{word} lost" if both else f"{word} lost ({sides[0]})"
