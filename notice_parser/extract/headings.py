"""Headings that a format does not mark: bold lines that stand alone, where a notice has no marked headings."""

from collections.abc import Collection, Sequence

from notice_parser.model import Block
from notice_parser.vocabulary import BlockKind

FEW = 1  # marked headings; a title alone does not divide a notice
LONGEST = 120  # characters of a heading
LEVEL = 2


def promote_bold(
    blocks: Sequence[Block], bold: Collection[int], text: str, kinds: Sequence[BlockKind] = (BlockKind.PARAGRAPH,)
) -> list[Block]:
    """The blocks, with the bold ones among them (by index) as headings where almost none is marked."""
    if sum(block.kind == BlockKind.HEADING for block in blocks) > FEW:
        return list(blocks)
    return [
        block.but(kind=BlockKind.HEADING, level=LEVEL)
        if k in bold and block.kind in kinds and _leads(blocks, k, text)
        else block
        for k, block in enumerate(blocks)
    ]


def _leads(blocks: Sequence[Block], k: int, text: str) -> bool:
    """Whether the block is short, is no sentence, and something follows it."""
    span = blocks[k].span
    end = text[span.start : span.end].rstrip("*_ ")[-1:]
    return len(span) <= LONGEST and end not in ".;," and k + 1 < len(blocks)
