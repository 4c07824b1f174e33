"""Pages that PDFium takes for vertical writing, as it does with a narrow column of a table: lines where none end.

It parts such a page after every letter, "T\\r\\ny\\r\\np\\r\\ne", and where lines do end it prints a blank.
"""

import re

from notice_parser.extract.pdf.probe import Probe

ALONE = re.compile("(?<=\n)[^\r\n](?=\r)")  # a letter alone on its line
FEW = 10  # such lines
SHARE = 4  # of so many lines one at least
BLANK = 0.18  # of the size: letters that stand further apart are of two words
LEVEL = 0.3  # of the size: base lines that differ by more are two
BREAK = re.compile("\r\n| ")
NOTHING = "\u200b"  # a character that prints nothing keeps the places of all others


def levelled(text: str, probe: Probe) -> str:
    """The text of a page, with its lines ended where the letters go down."""
    alone = len(ALONE.findall(text))
    if alone < FEW or alone * SHARE < text.count("\n"):
        return text
    return BREAK.sub(lambda found: _joint(text, found.start(), found.end(), probe), text)


def _joint(text: str, start: int, end: int, probe: Probe) -> str:
    """What stands between two letters, in as many characters as before."""
    if not start or end == len(text):
        return text[start:end]
    one, two = probe.place(start - 1), probe.place(end)
    if abs(one.y - two.y) > LEVEL * two.size or two.x < one.x:
        return ("\r\n" if end - start > 1 else "\n")[: end - start]
    if end - start == 1:
        return " "
    apart = two.x - probe.box(start - 1)[1] > BLANK * two.size
    return NOTHING + (" " if apart else NOTHING)
