"""The final kind of every block: what is open becomes a heading, a list item or a paragraph."""

import re
from collections.abc import Collection, Iterator, Sequence

from notice_parser.model import Block
from notice_parser.segment.line import Line, is_text
from notice_parser.vocabulary import BlockKind

# The label of an item: "(a) ", "b) ", "iv. ", "3. ", "- ".
LABEL = re.compile(r"(?:\((?P<in>[a-z]{1,4}|\d{1,2})\)|(?P<out>[a-z]|[ivx]{1,5}|\d{1,2})[.)])\s|(?P<bullet>[-–*•·])\s")
NEAR = 3  # lines to the next label of the same list


def final(
    lines: Sequence[Line], blocks: Sequence[Block], heads: Collection[int], table: Collection[int]
) -> Iterator[Block]:
    """The blocks with their kinds: `heads` are headings, the lines of `table` the entries of a table of contents."""
    labels = [_style(line) if is_text(line) and k not in heads else "" for k, line in enumerate(lines)]
    depth, under = 0, 0
    for k, block in enumerate(blocks):
        if block.kind is not BlockKind.TEXT and k not in heads:
            depth = max(1, block.level) if block.kind is BlockKind.LIST_ITEM else 0
            under = depth if depth and lines[k].words[-1:] == ":" else 0
            yield block
        elif k in heads:
            depth = under = 0
            yield block.but(kind=BlockKind.HEADING, level=max(1, block.level))
        elif k in table or _in_list(labels, k):
            yield block.but(kind=BlockKind.LIST_ITEM, level=under + 1)
        else:
            depth = under = 0
            yield block.but(kind=BlockKind.PARAGRAPH, level=0)


def _style(line: Line) -> str:
    found = LABEL.match(line.words)
    return next((name for name, value in found.groupdict().items() if value), "") if found else ""


def _in_list(labels: Sequence[str], k: int) -> bool:
    around = [*labels[max(0, k - NEAR) : k], *labels[k + 1 : k + 1 + NEAR]]
    return bool(labels[k]) and (labels[k] == "bullet" or labels[k] in around)
