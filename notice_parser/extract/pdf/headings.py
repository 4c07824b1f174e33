"""Which blocks are headings, by size, weight and capitals, and of which level."""

from collections.abc import Sequence

from notice_parser.extract.pdf.labels import bullet_end, numbering_depth
from notice_parser.extract.pdf.passage import Passage, body_size, bold_share
from notice_parser.vocabulary import BlockKind

LARGER = 1.09  # than the body: a heading by size alone
LONG = 160  # characters: no heading is longer
SENTENCE = (".", ";", ",")
LEVELS = 6

Style = tuple[float, bool, bool]  # size, bold, capitals


def mark_headings(found: Sequence[Passage]) -> None:
    """Give every heading its kind and level."""
    lines = [line for passage in found for line in passage.lines]
    body = body_size(lines)
    bold_body = bold_share(lines) > 0.5
    heads = [
        passage for passage in found
        if passage.kind is BlockKind.PARAGRAPH and is_heading(passage, body, bold_body=bold_body)
    ]  # fmt: skip
    styles = {id(passage): _style(passage) for passage in heads}
    order = sorted(set(styles.values()), reverse=True)
    for passage in heads:
        passage.kind = BlockKind.HEADING
        passage.level = min(order.index(styles[id(passage)]) + 1, LEVELS)


def is_heading(passage: Passage, body: float, *, bold_body: bool) -> bool:
    """Whether a block looks like a heading beside body text of size `body`."""
    text = passage.text
    if len(text) > LONG or bullet_end(text) or not any(char.isalpha() for char in text):
        return False
    larger = passage.size > body * LARGER
    if larger:
        return not (text.endswith(".") and len(text) > 80 and not passage.is_bold)
    if text.endswith(SENTENCE) and not numbering_depth(text):
        return False
    bold = passage.is_bold and not bold_body and passage.size > body * 0.93
    return bold or (_is_capitals(text) and passage.size > body * 0.93)


def _style(passage: Passage) -> Style:
    return round(passage.size * 2) / 2, passage.is_bold, _is_capitals(passage.text)


def _is_capitals(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return len(letters) >= 5 and all(char.isupper() for char in letters)
