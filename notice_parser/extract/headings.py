"""Headings that a format does not mark: bold lines that stand alone, where a notice has no marked headings."""

import re
from collections.abc import Collection, Sequence

from notice_parser.model import Block
from notice_parser.vocabulary import BlockKind

FEW = 1  # marked headings; a title alone does not divide a notice
OUTNUMBERED = 3  # bold lines for each marked heading: then the few marked ones do not divide the notice either
LONGEST = 120  # characters of a heading
LEVEL = 2
# A full date, which dates the notice and heads nothing: "August 14, 2025", "1 May 2024", "01.09.2025", "3/2/24".
DATE = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)?,?\s(?:[^\W\d]+\.?,?\s)?(?:19|20)\d\d\b|\b\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\b"
)
NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}\.?\s")  # "2. Types of Data.": headings with numbers may end in a stop
# The version of the notice, alone on its line: "Version 3.1", "v2", "Rev. 04".
VERSION = re.compile(r"(?:version|ver\.?|v|revision|rev\.?)\s?[:#]?\s?\d[\w.]{0,8}", re.IGNORECASE)
# A word in small letters that is no label: "collected for …", never "a) collected" or "(i) collected".
SMALL = re.compile(r"[^\W\d_A-Z]{2,}(?![.)])")


def reads_as_heading(text: str) -> bool:
    """Whether the words of a bold line that stands alone may be a heading: short, no sentence, no date, no address."""
    text = text.strip("*_ ")
    if len(text) > LONGEST or DATE.search(text) or "@" in text or "://" in text:
        return False
    if VERSION.fullmatch(text):
        return False
    return text[-1:] not in ".;," or NUMBERED.match(text) is not None


def opens_below(text: str, below: str) -> bool:
    """Whether words in bold open a sentence that goes on in small letters in the block below: "Your data shall be:"."""
    found = SMALL.match(below)
    return text.endswith(":") and found is not None and found.group()[0].islower()


def promote_bold(
    blocks: Sequence[Block], bold: Collection[int], text: str, kinds: Sequence[BlockKind] = (BlockKind.PARAGRAPH,)
) -> list[Block]:
    """The blocks, with the bold ones among them (by index) as headings where hardly one is marked, or far fewer are."""
    marked = sum(block.kind == BlockKind.HEADING for block in blocks)
    found = {k for k in bold if blocks[k].kind in kinds and _leads(blocks, k, text)}
    if marked > max(FEW, len(found) // OUTNUMBERED):
        return list(blocks)
    return [block.but(kind=BlockKind.HEADING, level=LEVEL) if k in found else block for k, block in enumerate(blocks)]


def _leads(blocks: Sequence[Block], k: int, text: str) -> bool:
    """Whether the block reads as a heading and something follows it, which it does not open."""
    if k + 1 == len(blocks):
        return False
    words, below = blocks[k].span.of(text), blocks[k + 1]
    opens = below.kind is BlockKind.PARAGRAPH and opens_below(words, below.span.of(text))
    return reads_as_heading(words) and not opens
