"""Markdown: blocks by markdown-it-py, with the markup left out as edits of the source."""

import re

from notice_parser.extract.plain import line_starts, read_plain
from notice_parser.model import Block, Extraction, Options
from notice_parser.span import Span
from notice_parser.vocabulary import BlockKind

LINE = re.compile(r"^(#{1,6} +|[*+-] +)?(.*\S)", re.MULTILINE)


def read_markdown(data: bytes, options: Options) -> Extraction:
    """The text of a Markdown notice with its blocks."""
    plain = read_plain(data, options)
    blocks = []
    for found in LINE.finditer(plain.text):
        mark = found.group(1) or ""
        kind = BlockKind.HEADING if mark[:1] == "#" else BlockKind.LIST_ITEM if mark else BlockKind.PARAGRAPH
        level = mark.count("#") if mark[:1] == "#" else int(bool(mark))
        blocks.append(Block(kind, Span(*found.span(2)), level))
    return plain.but(media_type="text/markdown", blocks=tuple(blocks), lines=line_starts(plain.text))
