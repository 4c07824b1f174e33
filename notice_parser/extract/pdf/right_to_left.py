"""Words of scripts that run from right to left. Where a producer drew their letters from left to right, PDFium hands
them over in that order; read, they begin at the right.
"""

import re
from collections.abc import Callable

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
