"""Addresses of the web that a line breaks: no blank belongs into them, and no hyphen shows the break."""

from collections.abc import Iterable, Sequence

from notice_parser.extract.pdf.hyphenation import MARK
from notice_parser.extract.pdf.page import Line, Page

BEFORE, BEHIND = "(<[\"'“‘", ".,;:)>]\"'”’"
SCHEMES = ("http://", "https://", "mailto:")
EDGE = 2.0  # of the size: a line that ends no further from the right edge of the page's text is full


def goes_on(above: Line, below: Line, page: Page, addresses: Iterable[str]) -> bool:
    """Whether the word that ends a line is an address and the first word of the next line is the rest of it."""
    tail, head = above.text.rsplit(maxsplit=1)[-1:], below.text.split(maxsplit=1)[:1]
    if not tail or not head or not {"/", "@"} & set(tail[0]):
        return False
    joined = (tail[0] + head[0]).strip(BEFORE + BEHIND)
    if any(joined in address for address in addresses):
        return True
    alone = tail[0] == above.text.strip() and tail[0].startswith(SCHEMES) and tail[0][-1] not in BEHIND
    return alone and _is_full(above, page) and not head[0].startswith(SCHEMES)


def _is_full(line: Line, page: Page) -> bool:
    return line.right > max(other.right for other in page.lines) - EDGE * line.size


def printed(address: str, lines: Sequence[Line]) -> tuple[int, int] | None:
    """Where the words of an address stand on some lines, wherever those break it: start and end on the page."""
    kept = [(line.start + index, char) for line in lines for index, char in enumerate(line.text) if not char.isspace()]
    text = "".join(char for _, char in kept).replace(MARK, "-")
    for words in _spellings(address):
        at = text.find(words)
        if at >= 0:
            return kept[at][0], kept[at + len(words) - 1][0] + 1
    return None


def _spellings(address: str) -> Iterable[str]:
    """An address as it may be printed: whole, without its scheme, without its last stroke."""
    bare = next((address[len(scheme) :] for scheme in SCHEMES if address.startswith(scheme)), address)
    return (words for words in (address, address.rstrip("/"), bare, bare.rstrip("/")) if words)
