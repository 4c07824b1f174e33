"""What repair flagged, carried into the repaired text: losses, pages, and the kinds of its lines."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from notice_parser.model import Block, LineStart, Loss, Page
from notice_parser.repair.pages import PAGE
from notice_parser.span import LOST, Flag, Span, Text
from notice_parser.vocabulary import BlockKind, LossKind

LOSSES = frozenset(LossKind)
TOLD = (BlockKind.LIST_ITEM, BlockKind.TABLE_CELL)  # kinds that rules tell
STANDING = (LossKind.TEXT, LossKind.TEXT_OR_PAGE_BREAK)  # these leave a marker in the text


def losses_of(flags: Iterable[Flag], text: Text, lines: Sequence[LineStart]) -> Iterator[Loss]:
    """The losses among the flags, in source order."""
    starts = [row.start for row in lines]
    for flag in sorted((flag for flag in flags if flag.kind in LOSSES), key=lambda flag: flag.span):
        at = text.at(flag.span.start)
        stands = flag.kind in STANDING and text.value[at : at + 1] == LOST
        span = Span(at, at + stands)
        yield Loss(LossKind(flag.kind), _line(lines, starts, flag.span.start), span, flag.span)


def pages_of(flags: Iterable[Flag], text: Text) -> Iterator[Page]:
    """The pages that page breaks part; none where there is no page break."""
    breaks = sorted({flag.span for flag in flags if flag.kind in (LossKind.PAGE_BREAK, PAGE)})
    if breaks:
        yield Page(1, 0)
    for number, span in enumerate(breaks, start=2):
        yield Page(number, min(text.at(span.end), len(text.value)))


def blocks_of(text: Text, flags: Iterable[Flag]) -> Iterator[Block]:
    """Every line of the text that prints; its kind is not known unless a rule saw a bullet, a label or a table."""
    items = {text.at(flag.span.start): flag for flag in flags if flag.kind in TOLD}
    marked = sorted(items)
    at = 0
    for line in text.value.split("\n"):
        end = at + len(line)
        if line.strip():
            k = bisect_right(marked, end) - 1
            item = k >= 0 and marked[k] >= at
            yield _block(Span(at, end), items[marked[k]] if item else None)
        at = end + 1


def _block(span: Span, told: Flag | None) -> Block:
    if told is None:
        return Block(BlockKind.TEXT, span)
    if told.kind == BlockKind.TABLE_CELL:
        return Block(BlockKind.TABLE_CELL, span, row=told.level)
    return Block(BlockKind.LIST_ITEM, span, told.level)


def _line(lines: Sequence[LineStart], starts: Sequence[int], at: int) -> int | None:
    k = bisect_right(starts, at) - 1
    return lines[k].line if k >= 0 else None
