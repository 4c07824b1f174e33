"""Words of scripts that run from right to left. Where a producer drew their letters from left to right, PDFium hands
them over in that order; read, they begin at the right.
"""

import re
from collections.abc import Callable

from notice_parser.extract.pdf.drawings import Dot, Drawings
from notice_parser.extract.pdf.page import Line, Page
from notice_parser.extract.pdf.probe import Probe

# Hebrew, Arabic and their neighbours, with their presentation forms.
WORD = re.compile(  # without punctuation and numbers, which run the other way
    "[\u0590-\u05ff\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]{2,}"
)
# A letter with the points and accents above and below it.
LETTER = re.compile(
    "[^\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]?[\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]*"
)


def in_reading_order(text: str, left_of: Callable[[int], float]) -> str:
    """The text of a page with the letters of such words from right to left; offsets of words stay as they are.

    `left_of`: where a character of the page begins, in points from the left.
    """
    return WORD.sub(lambda found: _read(found, left_of), text)


def _read(found: re.Match[str], left_of: Callable[[int], float]) -> str:
    word = found.group()
    if left_of(found.start()) >= left_of(found.end() - 1):
        return word
    return "".join(reversed(LETTER.findall(word)))


def runs_right_to_left(page: Page) -> bool:
    """Whether most letters of a page belong to such scripts."""
    letters = sum(map(len, WORD.findall(page.text)))
    return letters * 2 > sum(map(str.isalpha, page.text))


def mirrored(page: Page, drawn: Drawings, probe: Probe) -> tuple[Page, Drawings]:
    """A page as a mirror shows it, so that its lines begin at the left; of what is drawn the bullets alone."""
    lines = tuple(_mirrored(line, page.width, probe) for line in page.lines)
    dots = [Dot(page.width - dot.right, page.width - dot.left, dot.middle, dot.size) for dot in drawn.dots]
    return page._replace(lines=lines, top=None), Drawings([], [], dots)


def _mirrored(line: Line, width: float, probe: Probe) -> Line:
    last = line.start + len(line.text.rstrip("\ufffe")) - 1
    one, two = probe.box(line.start), probe.box(last)
    left, right = width - max(one[1], two[1]), width - min(one[0], two[0])
    return line._replace(left=left, right=right, inner=left)
