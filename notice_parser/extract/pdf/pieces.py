"""The parts of lines that stand in different columns, though PDFium hands them over as one line."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from notice_parser.extract.pdf.labels import bullet_end, label_end
from notice_parser.extract.pdf.lines import WORD
from notice_parser.extract.pdf.page import Line
from notice_parser.extract.pdf.probe import Probe

APART = 0.8  # of the size: white space between cells; a blank between words is a third of that
CLOSE = 0.5  # of the size: white space before the edge of a column that other lines show
STRETCHED, FEW = 1.6, 3  # times the narrowest blank of a line with more than a few
EXACT, NEAR = 0.5, 3.0  # points


class Piece(NamedTuple):
    """A line or the part of one that stands in a cell, and the number of the line."""

    line: Line
    whole: int


class Gap(NamedTuple):
    """White space between two words: from `right` to `left`, before the word that begins at `start` of the line."""

    right: float
    left: float
    start: int


def same_edges(edges: Sequence[float], others: Sequence[float]) -> bool:
    """Whether some edge is one of others."""
    return any(abs(edge - other) < NEAR for edge in edges for other in others)


def _least(gap: Gap, edges: Sequence[float]) -> float:
    """How wide white space between cells is at least, as a part of the size."""
    return CLOSE if any(abs(gap.left - edge) < EXACT for edge in edges) else APART


def parted(lines: Sequence[Line], edges: Sequence[float], probe: Probe) -> list[Piece]:
    """The pieces of the lines; where some lines show further edges, those part others."""
    pieces = [Piece(part, k) for k, line in enumerate(lines) for part in _pieces(line, edges, probe)]
    if len(pieces) == len(lines):
        return pieces
    starts = {lower.line.left for upper, lower in pairwise(pieces) if upper.whole == lower.whole}
    more = [left for left in sorted(starts) if not same_edges([left], edges)]
    if not more:
        return pieces
    return [Piece(part, piece.whole) for piece in pieces for part in _pieces(piece.line, more, probe)]


def _pieces(line: Line, edges: Sequence[float], probe: Probe) -> list[Line]:
    """The parts of a line that white space parts, where one begins a column or each stands in its own; else the line."""
    if not any(line.left < edge - NEAR and edge < line.right for edge in edges):
        return [line]
    hang = label_end(line.text) or bullet_end(line.text)  # the text of an item stands apart from its label
    words = [word.span() for word in WORD.finditer(line.text) if word.start() >= hang]
    gaps = [
        Gap(probe.box(line.start + end - 1)[1], probe.place(line.start + start).x, start)
        for (_, end), (start, _) in pairwise(words)
    ]
    # In a line that is stretched to the full width every blank is wide.
    usual = STRETCHED * min((gap.left - gap.right for gap in gaps), default=0.0) if len(gaps) > FEW else 0.0
    wide = [gap for gap in gaps if gap.left - gap.right > max(usual, _least(gap, edges) * line.size)]
    starts, rights = [line.left, *(gap.left for gap in wide)], [gap.right for gap in wide]
    cuts = [0, *(gap.start for gap in wide)]
    spans = list(zip(starts, [*rights, line.right], strict=True))
    crossing = any(left < edge - NEAR and edge + NEAR < right for left, right in spans for edge in edges)
    if len(spans) == 1 or (crossing and not same_edges(starts[1:], edges)):
        return [line]
    return [
        line.cut(line.start + start, line.start + end)._replace(left=left, right=right, inner=left)
        for start, end, (left, right) in zip(cuts, [*cuts[1:], len(line.text)], spans, strict=True)
    ]
