"""Plain text: decoded, and otherwise left exactly as it is, for its damage is evidence."""

from notice_parser.extract.encoding import decoded
from notice_parser.model import Extraction, LineStart, Options


def read_plain(data: bytes, options: Options) -> Extraction:
    """The decoded text with a line table; no blocks, for repair finds them."""
    del options
    text = decoded(data)
    return Extraction(text=text, media_type="text/plain", lines=line_starts(text))


def line_starts(text: str) -> tuple[LineStart, ...]:
    """Where each line of `text` begins; lines end with a line feed and nothing else."""
    out, at = [LineStart(0, 1)], text.find("\n")
    while at >= 0:
        out.append(LineStart(at + 1, len(out) + 1))
        at = text.find("\n", at + 1)
    return tuple(out)
