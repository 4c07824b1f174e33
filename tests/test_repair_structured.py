"""Repair of texts whose format marks its blocks."""

import pytest

from notice_parser.model import Block, Extraction
from notice_parser.repair import repair
from notice_parser.span import Span
from notice_parser.vocabulary import BlockKind

FOLDED = [
    ("we keep\n  your data", "we keep your data"),
    ("personal infor-\nmation of yours", "personal information of yours"),
    ("personal infor\ufffe\nmation of yours", "personal information of yours"),
    ("personal infor\ufffemation of yours", "personal information of yours"),
    ("tools of third-\nparty firms", "tools of third-party firms"),
    ("tools of third\ufffeparty firms", "tools of third-party firms"),
    ("first-\nand third-party tools", "first- and third-party tools"),
    ("a self-regu-\nlatory body", "a self-regulatory body"),
]


@pytest.mark.parametrize(("before", "after"), FOLDED)
def test_a_block_becomes_one_line(before: str, after: str) -> None:
    extraction = Extraction(before, "application/pdf", (Block(BlockKind.PARAGRAPH, Span(0, len(before))),))
    repaired = repair(extraction)
    assert repaired.text.value == after
    assert [block.span for block in repaired.blocks] == [Span(0, len(after))]


def test_a_paragraph_that_begins_with_a_bullet_is_a_list_item() -> None:
    source = "We collect:\n● your name\n● your address"
    ends = [11, 23, 38]
    spans = [Span(start, end) for start, end in zip([0, 12, 24], ends, strict=True)]
    repaired = repair(Extraction(source, "application/pdf", tuple(Block(BlockKind.PARAGRAPH, s) for s in spans)))
    assert repaired.text.value == "We collect:\nyour name\nyour address"
    assert [block.kind for block in repaired.blocks] == ["paragraph", "list-item", "list-item"]
