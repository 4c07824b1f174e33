"""Plain text: decoded, and otherwise left exactly as it is, for its damage is evidence."""

import re

from notice_parser.extract.encoding import decoded
from notice_parser.model import Extraction, LineStart, Options

LINE_END = re.compile("\r\n?|\n")


def read_plain(data: bytes, options: Options) -> Extraction:
    """The decoded text with a line table; no blocks, for repair finds them."""
    del options
    text = decoded(data)
    return Extraction(text=text, media_type="text/plain", lines=line_starts(text))


def line_starts(text: str) -> tuple[LineStart, ...]:
    """Where each line of `text` begins; a line ends with a line feed, a carriage return, or both."""
    return (LineStart(0, 1), *(LineStart(found.end(), n) for n, found in enumerate(LINE_END.finditer(text), start=2)))
