"""Hyphens at the ends of lines. PDFium prints U+FFFE for every one, whether a wrap put it there or the word has it.

Most programs never hyphenate: in their documents few lines end so, and those hyphens belong to their words.
Where many lines do, the document hyphenates, and repair decides on each.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from notice_parser.extract.pdf.page import Line
from notice_parser.extract.pdf.passage import Passage

MARK = "\ufffe"
SHARE = 0.015  # of long lines: programs that hyphenate end more of them so, compounds alone end fewer
ENOUGH = 50  # such lines, to judge a document by
LONG = 15  # times the size: a line that is long enough to be full
# The second half of "first- and third-party" is another word.
HANGING = re.compile(r"(?:and|or|to|und|oder|bzw|et|ou|y|e|o|en|of)\b")


def settle_hyphens(found: Sequence[Passage]) -> None:
    """In a document that is not hyphenated, make the hyphens at line ends part of their words."""
    lines = [line for passage in found for line in passage.lines if line.right - line.left > LONG * line.size]
    if len(lines) < ENOUGH or sum(line.text.endswith(MARK) for line in lines) > SHARE * len(lines):
        return
    for passage in found:
        passage.lines = [
            *(_settled(line, below) for line, below in pairwise(passage.lines)),
            passage.lines[-1],
        ]


def _settled(line: Line, below: Line) -> Line:
    if not line.text.endswith(MARK) or HANGING.match(below.text):
        return line
    return line._replace(text=line.text[:-1] + "-")
