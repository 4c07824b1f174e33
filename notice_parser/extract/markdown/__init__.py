"""Markdown: blocks by markdown-it-py, with the markup left out as edits of the source."""

from notice_parser.extract.encoding import decoded
from notice_parser.model import Extraction, Options


def read_markdown(data: bytes, options: Options) -> Extraction:
    """The text of a Markdown notice, character for character, with its blocks, links and the edits of its markup."""
    from notice_parser.extract.markdown.blocks import extraction

    del options
    return extraction(decoded(data))
