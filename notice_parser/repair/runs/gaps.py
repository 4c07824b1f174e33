"""Items and the gaps between them: an item is a run that prints or a lost run, a gap is everything up to the next."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from notice_parser.repair.runs.empties import END
from notice_parser.repair.runs.header import matches
from notice_parser.repair.runs.lines import Lines, is_blank
from notice_parser.span import Span
from notice_parser.vocabulary import LossKind

LOST_KINDS = (LossKind.TEXT, LossKind.TEXT_OR_PAGE_BREAK)


class Item(NamedTuple):
    """A run and the gap before it.

    `marks`: blank lines before it on its page, `wide`: whether one of them holds several blanks,
    `breaks` and `bullets`: the empty lines in the gap that stand for those.
    """

    span: Span
    text: str
    lost: str
    marks: int
    wide: bool
    breaks: tuple[int, ...]
    bullets: tuple[int, ...]


def items(lines: Lines, meanings: Mapping[int, str], head: Sequence[str]) -> Iterator[Item]:
    """The items of a text in order; a last one of no length stands for the end."""
    marks, wide, breaks, bullets = 0, False, [], []
    i = len(head) if head and matches(lines.texts, 0, head) else 0
    while i < len(lines.texts):
        text, start = lines.texts[i], lines.starts[i]
        kind = meanings.get(i, "")
        if kind == LossKind.PAGE_BREAK:
            breaks.append(start)
            i += _header_lines(lines.texts, i + 1, head)
        elif kind == LossKind.BULLET:
            bullets.append(start)
            i += 1  # the tab after the bullet
        elif is_blank(text):
            marks += 1
            wide |= len(text) > 1
        elif kind != END:
            span = Span(start, start + (len(text) or 1))
            yield Item(span, text, kind if kind in LOST_KINDS else "", marks, wide, tuple(breaks), tuple(bullets))
            marks, wide, breaks, bullets = 0, False, [], []
        i += 1
    end = lines.end(len(lines.texts) - 1) if lines.texts else 0
    yield Item(Span(end, end), "", "", marks, wide, tuple(breaks), tuple(bullets))


def _header_lines(texts: Sequence[str], at: int, head: Sequence[str]) -> int:
    """How many lines the header and the paragraph marks below it take."""
    n = len(head)
    while at + n < len(texts) and is_blank(texts[at + n]):
        n += 1
    return n
