"""A `Repaired` text to its sections, sentences and metadata."""

from notice_parser.model import Block, Repaired, Segments
from notice_parser.segment.headings import marked, title_block
from notice_parser.segment.metadata import metadata
from notice_parser.segment.outline import sections
from notice_parser.segment.sentences import sentences
from notice_parser.vocabulary import BlockKind


def segment(repaired: Repaired) -> Segments:
    """Headings, sentences, definitions, contacts and metadata of a repaired text."""
    text = repaired.text.value
    blocks = repaired.blocks
    title = title_block(text, blocks)
    parts = sections(text, marked(blocks, title))
    known = tuple(_final(block) for block in blocks)
    told = sentences(text, known, parts)
    return Segments(metadata(repaired, title, parts), parts, told, (), (), ())


def _final(block: Block) -> Block:
    return block.but(kind=BlockKind.PARAGRAPH) if block.kind is BlockKind.TEXT else block
