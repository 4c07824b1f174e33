"""Markdown."""

from notice_parser.extract.plain import read_plain
from notice_parser.model import Extraction, Options


def read_markdown(data: bytes, options: Options) -> Extraction:
    """The text of a Markdown notice with its blocks."""
    return read_plain(data, options).but(media_type="text/markdown")
