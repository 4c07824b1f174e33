"""A comparison as a Word document with tracked changes: accepted it is the new notice, rejected the old one."""

from bisect import bisect_right
from collections import defaultdict

from notice_parser.change import Comparison, Finding, Location
from notice_parser.model import Notice
from notice_parser.report.redline.lines import Line, aligned, lines_of
from notice_parser.report.redline.package import package
from notice_parser.report.redline.paragraphs import Writer


def redline(old: Notice, new: Notice, comparison: Comparison) -> bytes:
    """A document of both versions, every commitment finding as a comment at its paragraph."""
    before, after = lines_of(old), lines_of(new)
    notes = _notes(comparison, before, after)
    writer = Writer()
    body = [writer.paragraph(pair, notes) for pair in aligned(before, after)]
    return package("".join(body), writer.comments)


def _notes(comparison: Comparison, before: list[Line], after: list[Line]) -> dict[tuple[str, int], list[Finding]]:
    """The commitment findings by side and line: the new side where there is one."""
    notes: dict[tuple[str, int], list[Finding]] = defaultdict(list)
    for finding in comparison.findings:
        if finding.category == "commitment":
            side, lines = ("new", after) if finding.after else ("old", before)
            if place := finding.after or finding.before:
                notes[side, _line(place, lines)].append(finding)
    return notes


def _line(place: Location, lines: list[Line]) -> int:
    return max(0, bisect_right(lines, place.span.start, key=lambda line: line.start) - 1)
