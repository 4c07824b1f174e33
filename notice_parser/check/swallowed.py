"""Whether a sentence without counterpart may stand in text that extraction lost on the other side."""

from bisect import bisect_left
from collections.abc import Sequence

from notice_parser.change import Change
from notice_parser.diff.units import normalised
from notice_parser.model import Notice

Pairs = Sequence[tuple[int, int]]
FEW = 8  # sentences: neighbours that stand farther apart on the other side do not tell where the sentence would stand
EDGE = 3  # words: a sentence that begins or ends with as many of its own is whole there


def kept_pairs(old: Notice, new: Notice, changes: Sequence[Change]) -> list[tuple[int, int]]:
    """Sentences that face each other in both versions: the unchanged ones in their order, and the modified ones."""
    here = {index for change in changes for index in change.old}
    there = {index for change in changes for index in change.new}
    pairs = list(
        zip(
            (index for index in range(len(old.sentences)) if index not in here),
            (index for index in range(len(new.sentences)) if index not in there),
            strict=False,
        )
    )
    pairs += [(change.old[0], change.new[0]) for change in changes if change.kind == "modified"]
    return sorted(pairs)


def swallowed(change: Change, old: Notice, new: Notice, pairs: tuple[Pairs, Pairs]) -> bool:
    """Whether a loss of one side alone lies between the neighbours of what has no counterpart.

    `pairs` are those of `kept_pairs`, sorted by their old side and by their new one.
    """
    if bool(change.old) == bool(change.new) or not (old.losses or new.losses):
        return False
    side, indices = (0, change.old) if change.old else (1, change.new)
    at = bisect_left(pairs[side], indices[0], key=lambda pair: pair[side])
    beside = pairs[side][max(0, at - 1) : at + 1]  # what has no counterpart stands in no pair itself
    if at == 0 or len(beside) < 2 or not 0 <= beside[1][1 - side] - beside[0][1 - side] <= FEW:
        return False
    first, last = beside
    whole = (
        _words(old, first[0])[-EDGE:] == _words(new, first[1])[-EDGE:],
        _words(old, last[0])[:EDGE] == _words(new, last[1])[:EDGE],
    )
    lost = [_losses(notice, first[number], last[number], whole) for number, notice in enumerate((old, new))]
    return lost[1 - side] > lost[side]


def _words(notice: Notice, index: int) -> tuple[str, ...]:
    return normalised(notice.sentences[index].span.of(notice.text))[1]


def _losses(notice: Notice, first: int, last: int, whole: tuple[bool, bool]) -> int:
    """How many runs of text were lost between two sentences, and in them where they do not end or begin as before."""
    before, after = notice.sentences[first].span, notice.sentences[last].span
    start = before.end if whole[0] else before.start
    end = after.start if whole[1] else after.end
    return sum(start <= loss.span.start <= end for loss in notice.losses if loss.kind.startswith("text"))
