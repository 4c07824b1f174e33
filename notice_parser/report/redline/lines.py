"""The blocks of two versions, paired in order. The cells of one table row are one block of several cells."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import NamedTuple

from notice_parser.model import Notice, Sentence
from notice_parser.vocabulary import BlockKind

LIKE = 0.5  # share of common characters from which two blocks are one that was edited
WIDE = 40_000  # pairs of blocks in a gap: beyond this they stand as removed and added


class Line(NamedTuple):
    """A block of a notice: its number, place, words and kind; the level of a heading or depth of a list item; the
    table row that a cell stands in; the cells of a row.
    """

    number: int
    start: int
    text: str
    kind: BlockKind
    level: int = 0
    row: int = 0
    cells: tuple["Line", ...] = ()


class Pair(NamedTuple):
    """A block of both versions, or of one: the other side is None."""

    old: Line | None
    new: Line | None

    @property
    def line(self) -> Line:
        """The block as the new version has it, as the old one where it is gone."""
        line = self.new or self.old
        assert line is not None
        return line


def lines_of(notice: Notice) -> list[Line]:
    """The blocks of a notice, one for each line of its text."""
    levels = {section.heading_span.start: section.level for section in notice.sections if section.heading_span}
    first: dict[int, Sentence] = {}
    for sentence in notice.sentences:
        first.setdefault(sentence.span.start, sentence)
    out: list[Line] = []
    at = 0
    for text in notice.text.split("\n"):
        if text.strip():
            found = first.get(at)
            kind, depth, row = (found.kind, found.depth, found.row) if found else (BlockKind.PARAGRAPH, 0, 0)
            out.append(Line(len(out), at, text, kind, levels.get(at, 1) if kind == BlockKind.HEADING else depth, row))
        at += len(text) + 1
    return out


def rows_of(lines: Sequence[Line]) -> list[Line]:
    """The blocks with the cells of each table row joined into one."""
    out: list[Line] = []
    for row, group in groupby(lines, key=lambda line: line.row):
        held = tuple(group)
        out += [held[0]._replace(text="\t".join(cell.text for cell in held), cells=held)] if row else held
    return out


def aligned(old: Sequence[Line], new: Sequence[Line]) -> Iterator[Pair]:
    """Every block of both versions once, in an order that keeps both."""
    before, after = ([(line.text, bool(line.cells)) for line in side] for side in (old, new))
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            yield from map(Pair, old[i:j], new[k:m])
        else:
            yield from _gap(old[i:j], new[k:m])


def cell_pairs(pair: Pair) -> Iterator[Pair]:
    """The cells of a row of both versions: by column where both have as many, else by their words."""
    old, new = (side.cells if side else () for side in pair)
    if len(old) == len(new) or not old or not new:
        yield from (Pair(*cells) for cells in _side_by_side(old, new))
    else:
        yield from aligned(old, new)


def _side_by_side(old: Sequence[Line], new: Sequence[Line]) -> Iterator[tuple[Line | None, Line | None]]:
    blank: list[None] = [None] * max(len(old), len(new))
    return zip(old or blank, new or blank, strict=True)


def _gap(old: Sequence[Line], new: Sequence[Line]) -> Iterator[Pair]:
    """Between equal blocks: the pairing in order with most in common (Needleman and Wunsch)."""
    if not old or not new or len(old) * len(new) > WIDE:
        yield from (Pair(line, None) for line in old)
        yield from (Pair(None, line) for line in new)
        return
    alike = _likeness(old, new)
    best = _best(alike)
    i = k = 0
    while i < len(old) or k < len(new):
        if i < len(old) and k < len(new) and alike[i][k] and best[i][k] == best[i + 1][k + 1] + alike[i][k]:
            yield Pair(old[i], new[k])
            i, k = i + 1, k + 1
        elif i < len(old) and (k == len(new) or best[i][k] == best[i + 1][k]):
            yield Pair(old[i], None)
            i += 1
        else:
            yield Pair(None, new[k])
            k += 1


def _likeness(old: Sequence[Line], new: Sequence[Line]) -> list[list[float]]:
    """How much of each old block each new one has, from 0 to 1; 0 for blocks of unlike kinds."""
    from rapidfuzz.fuzz import ratio

    cut = 100 * LIKE
    return [
        [
            ratio(a.text, b.text, score_cutoff=cut) / 100
            if a.kind == b.kind and bool(a.cells) == bool(b.cells)
            else 0.0
            for b in new
        ]
        for a in old
    ]


def _best(alike: list[list[float]]) -> list[list[float]]:
    """The most that the blocks from i and k on have in common."""
    best = [[0.0] * (len(alike[0]) + 1) for _ in range(len(alike) + 1)]
    for i in range(len(alike) - 1, -1, -1):
        for k in range(len(alike[0]) - 1, -1, -1):
            best[i][k] = max(best[i + 1][k], best[i][k + 1], best[i + 1][k + 1] + alike[i][k])
    return best
