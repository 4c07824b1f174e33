"""The findings in the order of the text, each with a number, an anchor that lasts, and the rows it stands in."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from notice_parser.change import Finding, Location
from notice_parser.report.diff_html.rows import Row, row_at, starts
from notice_parser.vocabulary import Level

MOVED = "moved-or-renumbered"


class Numbered(NamedTuple):
    """A finding, its number from 1, its anchor ("PN501-0123456789ab"), and the rows of its old and its new side."""

    number: int
    finding: Finding
    anchor: str
    old: int | None
    new: int | None

    @property
    def row(self) -> int | None:
        """The row that shows it: where the new side stands, or the old one where the words are gone."""
        return self.new or self.old

    @property
    def level(self) -> str:
        """The level that filters know: an editorial change without weight is editorial, whatever its level."""
        light = self.finding.category == "editorial" and self.finding.level in (Level.INFO, Level.NONE)
        return "editorial" if light else str(self.finding.level)

    @property
    def kind(self) -> str:
        """What happened to the words: added, removed, moved or changed."""
        if self.finding.name == MOVED:
            return "moved"
        if self.finding.before is None:
            return "added"
        return "removed" if self.finding.after is None else "changed"


def numbered(findings: Sequence[Finding], rows: Sequence[Row]) -> tuple[Numbered, ...]:
    """The findings from the top of the text down; in their own order where the text is not at hand."""
    olds, news = starts(rows)
    placed = [(_row(finding.before, olds), _row(finding.after, news), finding) for finding in findings]
    if rows:
        placed.sort(key=lambda place: (place[1] or place[0] or 0, _start(place[2])))
    seen: Counter[str] = Counter()
    out = []
    for number, (old, new, finding) in enumerate(placed, 1):
        name = f"{finding.rule}-{finding.fingerprint}"
        seen[name] += 1
        anchor = name if seen[name] == 1 else f"{name}-{seen[name]}"
        out.append(Numbered(number, finding, anchor, old, new))
    return tuple(out)


def _row(side: Location | None, begins: Sequence[tuple[int, int]]) -> int | None:
    return row_at(begins, side.span.start) if side else None


def _start(finding: Finding) -> int:
    side = finding.after or finding.before
    return side.span.start if side else 0
