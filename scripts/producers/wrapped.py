"""Hard-wrapped plain text, as an e-mail or a text export holds it."""

import textwrap
from collections.abc import Iterator

from producers.master import Block

WIDTH = 76


def wrapped(found: list[Block]) -> bytes:
    """The blocks wrapped at 76 columns, a blank line between them, list items with a star and a hanging indent."""
    return ("\n".join(_lines(found)).rstrip("\n") + "\n").encode()


def _lines(found: list[Block]) -> Iterator[str]:
    for block, after in zip(found, [*found[1:], None], strict=True):
        item = block.kind == "list-item"
        options = {"initial_indent": "* ", "subsequent_indent": "  "} if item else {}
        yield textwrap.fill(block.text, WIDTH, break_long_words=False, break_on_hyphens=False, **options)
        if not (item and after and after.kind == "list-item"):
            yield ""
