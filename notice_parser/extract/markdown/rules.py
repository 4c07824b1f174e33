"""Rules of our own in the chain that finds the blocks of Markdown."""

import re

from markdown_it.rules_block import StateBlock

from notice_parser.errors import UnreadableError

DEEPEST = 120  # lists, items and quotations in one another; what is deeper markdown-it would leave out in silence
NUMBERED_HEADING = re.compile(r"\d{1,3}[.)][ \t]{1,8}#{1,6}[ \t]")  # "11.  #### Cookies:"


def too_deep(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """No block, but a clear error where the next level would be left out."""
    del line, end, silent
    if state.level >= DEEPEST - 2:
        raise UnreadableError("the text nests its lists too deep", "save the notice alone, with fewer levels")
    return False


def numbered_heading(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """A numbered heading ends the paragraph above it even where no blank line parts them; the list rule reads it."""
    del end
    start = state.bMarks[line] + state.tShift[line]
    return silent and NUMBERED_HEADING.match(state.src, start, state.eMarks[line]) is not None
