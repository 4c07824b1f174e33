"""The blocks of two versions as rows: what belongs together stands in one row, and nothing of either text is left out."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from notice_parser.diff import Alignment, align
from notice_parser.diff.matching import Match
from notice_parser.model import Notice
from notice_parser.report.redline.lines import Line, aligned, lines_of
from notice_parser.report.words import Stretch, word_diff


class Row(NamedTuple):
    """A block of both versions, or of one: its number from 1, the stretches that the sides share or do not, and the
    rows that its sentences moved to and came from.
    """

    number: int
    old: Line | None
    new: Line | None
    stretches: tuple[Stretch, ...]
    moved_to: tuple[int, ...] = ()
    moved_from: tuple[int, ...] = ()

    @property
    def line(self) -> Line:
        """The block as the new version has it, as the old one where it is gone."""
        line = self.new or self.old
        assert line is not None
        return line

    @property
    def same(self) -> bool:
        """Whether both versions have this block, word for word, and at this place."""
        return not (self.moved_to or self.moved_from) and all(
            s.same or not (s.old + s.new).strip() for s in self.stretches
        )


def starts(found: Sequence[Row]) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Where the line of each row begins in the old and in the new text, with the number of the row."""
    olds = [(row.old.start, row.number) for row in found if row.old]
    return olds, [(row.new.start, row.number) for row in found if row.new]


def row_at(begins: Sequence[tuple[int, int]], offset: int) -> int | None:
    """The number of the row in which a character of one side stands; None where that side has no rows."""
    if not begins:
        return None
    return begins[max(0, bisect_right(begins, offset, key=lambda start: start[0]) - 1)][1]


class Side:
    """The lines of one version, and the sentences that stand in each."""

    def __init__(self, notice: Notice) -> None:
        self.notice = notice
        self.lines = lines_of(notice)
        self.starts = [line.start for line in self.lines]
        self.owner = [max(0, bisect_right(self.starts, s.span.start) - 1) for s in notice.sentences]
        self.held: dict[int, list[int]] = defaultdict(list)
        for sentence, line in enumerate(self.owner):
            self.held[line].append(sentence)

    def piece(self, line: Line, sentences: Sequence[int]) -> str:
        """The text of neighbouring sentences of a line, with what stands around them up to the next."""
        held = self.held[line.number]
        if not sentences:
            return ""
        first, last = sentences[0], sentences[-1]
        end = line.start + len(line.text)
        start = line.start if first == held[0] else self.notice.sentences[first].span.start
        stop = end if last == held[-1] else self.notice.sentences[last + 1].span.start
        return self.notice.text[start:stop]


def rows(old: Notice, new: Notice, alignment: Alignment | None = None) -> tuple[Row, ...]:
    """Every block of both versions once, in an order that keeps both, paired as their sentences are."""
    matches = (alignment or align(old, new)).matches
    one, two = Side(old), Side(new)
    kept = [match for match in matches if not match.moved]
    pairs = _filled(one, two, _pairs(kept, one, two))
    joints: dict[tuple[int, int], list[Match]] = defaultdict(list)
    for match in kept:
        joints[one.owner[match.one[0]], two.owner[match.two[0]]].append(match)
    found = tuple(_row(number, pair, joints, one, two) for number, pair in enumerate(pairs, 1))
    return _linked(found, matches, one, two)


def _pairs(matches: Sequence[Match], one: Side, two: Side) -> list[tuple[int, int]]:
    """The lines that share most words, each with one partner. Matches keep the order, so their lines do."""
    weights: Counter[tuple[int, int]] = Counter()
    for match in matches:
        for i in match.one:
            for k in match.two:
                weights[one.owner[i], two.owner[k]] += len(one.notice.sentences[i].span)
    olds: set[int] = set()
    news: set[int] = set()
    found = []
    for (old, new), _ in sorted(weights.items(), key=lambda row: (-row[1], row[0])):
        if old not in olds and new not in news:
            found.append((old, new))
            olds.add(old)
            news.add(new)
    return _ordered(sorted(found))


def _ordered(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The pairs without those that would turn the order of the new side."""
    found: list[tuple[int, int]] = []
    for pair in pairs:
        if not found or pair[1] > found[-1][1]:
            found.append(pair)
    return found


def _filled(one: Side, two: Side, pairs: Sequence[tuple[int, int]]) -> Iterator[tuple[Line | None, Line | None]]:
    """The pairs with the lines between them."""
    i = k = 0
    for old, new in (*pairs, (len(one.lines), len(two.lines))):
        for pair in aligned(one.lines[i:old], two.lines[k:new]):
            yield pair.old, pair.new
        if old < len(one.lines):
            yield one.lines[old], two.lines[new]
        i, k = old + 1, new + 1


def _row(
    number: int,
    pair: tuple[Line | None, Line | None],
    joints: dict[tuple[int, int], list[Match]],
    one: Side,
    two: Side,
) -> Row:
    old, new = pair
    if old is None or new is None:
        return Row(number, old, new, (Stretch(old.text if old else "", new.text if new else ""),))
    if old.text == new.text:
        return Row(number, old, new, (Stretch(old.text, new.text),))
    return Row(number, old, new, tuple(_stretches(old, new, joints[old.number, new.number], one, two)))


def _stretches(old: Line, new: Line, matches: Sequence[Match], one: Side, two: Side) -> Iterator[Stretch]:
    """The words of two lines: those of paired sentences against each other, then what stands between the pairs."""
    olds, news = one.held[old.number], two.held[new.number]
    if not (olds and news):
        yield from _words(old.text, new.text)
        return
    i, k = olds[0], news[0]
    for match in matches:
        if match.one[0] < i or match.two[0] < k or match.one[-1] > olds[-1] or match.two[-1] > news[-1]:
            continue
        yield from _words(one.piece(old, range(i, match.one[0])), two.piece(new, range(k, match.two[0])))
        yield from _words(one.piece(old, match.one), two.piece(new, match.two))
        i, k = match.one[-1] + 1, match.two[-1] + 1
    yield from _words(one.piece(old, range(i, olds[-1] + 1)), two.piece(new, range(k, news[-1] + 1)))


def _words(old: str, new: str) -> Iterator[Stretch]:
    """The stretches of two pieces of text, the blanks they end with as a stretch of its own."""
    if old == new:
        yield from [Stretch(old, new)] if old else []
        return
    yield from (stretch for stretch in word_diff(old, new) if stretch != Stretch("", ""))
    tail = Stretch(*(" " if side != side.rstrip() else "" for side in (old, new)))
    yield from [tail] if tail != Stretch("", "") else []


def _linked(found: tuple[Row, ...], matches: Sequence[Match], one: Side, two: Side) -> tuple[Row, ...]:
    """The rows, those that sentences moved between knowing each other."""
    olds = {row.old.number: row.number for row in found if row.old}
    news = {row.new.number: row.number for row in found if row.new}
    to: dict[int, set[int]] = defaultdict(set)
    come: dict[int, set[int]] = defaultdict(set)
    for match in matches:
        here, there = olds[one.owner[match.one[0]]], news[two.owner[match.two[0]]]
        if match.moved and here != there:
            to[here].add(there)
            come[there].add(here)
    return tuple(
        row._replace(moved_to=tuple(sorted(to[row.number])), moved_from=tuple(sorted(come[row.number])))
        if row.number in to or row.number in come
        else row
        for row in found
    )
