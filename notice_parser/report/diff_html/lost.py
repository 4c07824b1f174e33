"""What extraction lost without leaving a gap in the words: said beside the row in which it stood."""

from collections import defaultdict
from collections.abc import Sequence

from notice_parser.model import Notice
from notice_parser.report.diff_html.rows import Row, row_at, starts
from notice_parser.report.wording import LOSSES

SIDES = ("old", "new")


def lost_words(rows: Sequence[Row], notices: tuple[Notice, Notice]) -> dict[int, tuple[str, ...]]:
    """For each row what it lost, such as "bullet lost"; which side lost it, where the other did not."""
    held: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for side, notice, begins in zip(SIDES, notices, starts(rows), strict=True):
        for loss in notice.losses:
            row = None if loss.span else row_at(begins, loss.span.start)  # lost text stands among the words
            if row:
                held[row][LOSSES[loss.kind][0]].append(side)
    return {
        row: tuple(_said(rows[row - 1], word, sides) for word, sides in words.items()) for row, words in held.items()
    }


def _said(row: Row, word: str, sides: Sequence[str]) -> str:
    both = set(sides) == set(SIDES) or row.old is None or row.new is None
    return f"{word} lost" if both else f"{word} lost ({sides[0]})"
