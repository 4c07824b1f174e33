"""Plain text: decoded, and otherwise left as it is but for columns, for its damage is evidence."""

import re
from itertools import accumulate

from notice_parser.extract.columns import in_reading_order
from notice_parser.extract.encoding import decoded
from notice_parser.model import Extraction, LineStart, Options

COLUMNS = "the text stands in columns, which were read one after the other; the original file would be a safer source"
LINE_END = re.compile("\r\n?|\n")


def read_plain(data: bytes, options: Options) -> Extraction:
    """The decoded text with a line table; no blocks, for repair finds them. Columns are read one after the other."""
    del options
    text = decoded(data)
    pieces = in_reading_order(text)
    if pieces is None:
        return Extraction(text=text, media_type="text/plain", lines=line_starts(text))
    ordered = "\n".join(piece.text for piece in pieces)
    starts = accumulate((len(piece.text) + 1 for piece in pieces), initial=0)
    lines = tuple(LineStart(start, piece.line) for start, piece in zip(starts, pieces, strict=False))
    return Extraction(text=ordered, media_type="text/plain", lines=lines, warnings=(COLUMNS,))


def line_starts(text: str) -> tuple[LineStart, ...]:
    """Where each line of `text` begins; a line ends with a line feed, a carriage return, or both."""
    return (LineStart(0, 1), *(LineStart(found.end(), n) for n, found in enumerate(LINE_END.finditer(text), start=2)))
