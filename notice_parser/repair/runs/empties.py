"""What each empty line of a text of runs stands for: a page break, a bullet, lost text, or the end of the file.

The run held a character outside Latin-1, such as a curly quote or a bullet, and the extractor printed nothing for it.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from notice_parser.repair.prose import SENTENCE_END
from notice_parser.repair.runs.header import matches
from notice_parser.repair.runs.lines import is_blank, is_words
from notice_parser.vocabulary import LossKind

PAGE = range(34, 56)  # visual lines a page may hold; 40 to 45 are usual
SHORT_HEADING = 40  # characters
EMPTY = 3  # blank lines, with the blank before them: a paragraph end and an empty paragraph
TIGHT = 4  # lists are set tight where at most one item in so many has an empty paragraph above
FAR = 60  # lines, about half of them visual ones: items of a list are nearer to each other
LEAD_IN = 180  # characters, two lines: a paragraph that leads into a list and yet has no colon is longer than an item
END = "end"


def meanings(lines: Sequence[str], head: Sequence[str]) -> Mapping[int, str]:
    """A `LossKind`, or "end" for the end of the file, by the index of the empty line."""
    out: dict[int, str] = {}
    for i, text in enumerate(lines):
        if not text:
            item = out.get(i - 2) == LossKind.BULLET  # a bullet, its tab, and this: the item itself is lost
            out[i] = LossKind.TEXT if item else _meaning(lines, i, head)
    if lines and not lines[-1]:
        out[len(lines) - 1] = END
    for i in _lonely(lines, [i for i, kind in out.items() if kind == LossKind.BULLET]):
        out[i] = LossKind.TEXT
    for i in _lead_ins(lines, [i for i, kind in out.items() if kind == LossKind.BULLET]):
        out[i] = LossKind.TEXT
    if not head:
        _doubt_page_breaks(lines, out)
    return out


def _meaning(lines: Sequence[str], i: int, head: Sequence[str]) -> str:
    if matches(lines, i + 1, head):
        return LossKind.PAGE_BREAK
    turns = not any(lines[i + 2 : i + 3]) and matches(lines, i + 3, head)  # the page ends before any item
    if _starts_a_paragraph(lines, i, head) and _bullet_ahead(lines, i) and not turns:
        return LossKind.BULLET
    return LossKind.TEXT


def _bullet_ahead(lines: Sequence[str], i: int) -> bool:
    """One blank, the tab, and then the item: words, or a lost run."""
    ahead = lines[i + 1 : i + 3]
    return len(ahead) == 2 and ahead[0] == " " and not is_blank(ahead[1]) and not _heads_a_section(lines, i)


def _heads_a_section(lines: Sequence[str], i: int) -> bool:
    """A short line with an empty paragraph on either side is a heading, and what was lost above it a paragraph."""
    item = lines[i + 2]
    short = 0 < len(item) < SHORT_HEADING and not SENTENCE_END.search(item.rstrip())
    above = i > 2 and _marks(lines, range(i - 1, max(-1, i - 5), -1)) >= 3
    return short and above and _marks(lines, range(i + 3, min(len(lines), i + 7))) + item.endswith(" ") >= 3


def _marks(lines: Sequence[str], order: range) -> int:
    """How many of these lines, in this order, are blank before one is not; a trailing blank there counts too."""
    for n, k in enumerate(order):
        if not is_blank(lines[k]):
            return n + (order.step < 0 and lines[k].endswith(" "))
    return len(order)


def _lonely(lines: Sequence[str], bullets: Sequence[int]) -> Iterator[int]:
    """What looks like a bullet far from all others, and under no colon, is a short paragraph that was lost."""
    for before, i, after in zip((-FAR, *bullets), bullets, (*bullets[1:], len(lines) + FAR), strict=False):
        colon = i > 1 and lines[i - 2].rstrip().endswith(":")
        tight = _marks(lines, range(i - 1, max(-1, i - 5), -1)) < EMPTY
        if i - before > FAR and after - i > FAR and tight and not colon:
            yield i


def _lead_ins(lines: Sequence[str], bullets: Sequence[int]) -> Iterator[int]:
    """What looks like an item of a list set tight, with an empty paragraph before the next list, leads into that list.

    No bullet stood above it, but a short paragraph that was lost.
    """
    listed = [(i, j) for i, j in pairwise(bullets) if _one_paragraph(lines[i + 2 : j])]  # items right after each other
    above = {j: _marks(lines, range(j - 1, max(-1, j - 5), -1)) for _, j in listed}
    if sum(marks >= EMPTY for marks in above.values()) * TIGHT > len(listed):
        return
    for i, after in listed:
        apart = above.get(i, EMPTY) < EMPTY <= above[after]
        if apart and len("".join(lines[i + 2 : after])) > LEAD_IN:
            yield i


def _one_paragraph(lines: Sequence[str]) -> bool:
    """Whether blank lines stand at the end alone."""
    words = [k for k, text in enumerate(lines) if not is_blank(text)]
    return bool(words) and words == list(range(len(words)))


def _starts_a_paragraph(lines: Sequence[str], i: int, head: Sequence[str]) -> bool:
    """Whether a paragraph mark or the top of a page stands before the empty line."""
    return i == 0 or is_blank(lines[i - 1]) or (bool(head) and matches(lines, i - len(head), head))


def _doubt_page_breaks(lines: Sequence[str], out: dict[int, str]) -> None:
    """Without a header a page break looks like a lost run; one that falls where a page would end may be either."""
    seen = 0
    for i, text in enumerate(lines):
        if text.endswith(" ") and (is_words(text) or not (lines[i - 1].endswith(" ") and is_words(lines[i - 1]))):
            seen += 1
        elif out.get(i) == LossKind.TEXT and seen in PAGE and i and lines[i - 1].endswith(" "):
            out[i] = LossKind.TEXT_OR_PAGE_BREAK
            seen = 0
