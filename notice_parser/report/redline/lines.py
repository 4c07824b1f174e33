"""The blocks of two versions, paired in order."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from notice_parser.model import Notice
from notice_parser.vocabulary import BlockKind

LIKE = 0.5  # share of common characters from which two blocks are one that was edited
WIDE = 4_000  # pairs of blocks in a gap: beyond this they stand as removed and added


class Line(NamedTuple):
    """A block of a notice: its number, place, words, kind, and level where it is a heading."""

    number: int
    start: int
    text: str
    kind: BlockKind
    level: int


class Pair(NamedTuple):
    """A block of both versions, or of one: the other side is None."""

    old: Line | None
    new: Line | None


def lines_of(notice: Notice) -> list[Line]:
    """The blocks of a notice."""
    levels = {section.heading_span.start: section.level for section in notice.sections if section.heading_span}
    kinds: dict[int, BlockKind] = {}
    for sentence in notice.sentences:
        kinds.setdefault(sentence.span.start, sentence.kind)
    out: list[Line] = []
    at = 0
    for text in notice.text.split("\n"):
        if text.strip():
            out.append(Line(len(out), at, text, kinds.get(at, BlockKind.PARAGRAPH), levels.get(at, 1)))
        at += len(text) + 1
    return out


def aligned(old: list[Line], new: list[Line]) -> Iterator[Pair]:
    """Every block of both versions once, in an order that keeps both."""
    matcher = SequenceMatcher(None, [line.text for line in old], [line.text for line in new], autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            yield from map(Pair, old[i:j], new[k:m])
        else:
            yield from _gap(old[i:j], new[k:m])


def _gap(old: list[Line], new: list[Line]) -> Iterator[Pair]:
    """Between equal blocks: the pairing in order with most in common (Needleman and Wunsch)."""
    if not old or not new or len(old) * len(new) > WIDE:
        yield from (Pair(line, None) for line in old)
        yield from (Pair(None, line) for line in new)
        return
    alike = [[_likeness(a, b) for b in new] for a in old]
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


def _likeness(old: Line, new: Line) -> float:
    from rapidfuzz.fuzz import ratio

    found = ratio(old.text, new.text) / 100
    return found if found >= LIKE and old.kind == new.kind else 0.0


def _best(alike: list[list[float]]) -> list[list[float]]:
    """The most that the blocks from i and k on have in common."""
    best = [[0.0] * (len(alike[0]) + 1) for _ in range(len(alike) + 1)]
    for i in range(len(alike) - 1, -1, -1):
        for k in range(len(alike[0]) - 1, -1, -1):
            best[i][k] = max(best[i + 1][k], best[i][k + 1], best[i + 1][k + 1] + alike[i][k])
    return best
