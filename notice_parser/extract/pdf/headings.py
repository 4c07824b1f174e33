"""Which blocks are headings, by size, weight, face and capitals, and of which level."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from notice_parser.extract.pdf.labels import bullet_end, label, numbering_depth
from notice_parser.extract.pdf.page import Line
from notice_parser.extract.pdf.passage import Passage, body_face, body_size, bold_share
from notice_parser.vocabulary import BlockKind

LARGER = 1.09  # than the body: a heading by size alone
SMALLEST = 0.93  # of the body: a bold line may be a little smaller
LONG = 160  # characters: no heading is longer
SHORT = 90  # characters: no heading by face alone, and none that runs into its paragraph, is longer
SENTENCE = (".", ";", ",")
LEAD_IN = (".", ";", ",", ":", "-", "–", "—", "”", '"')
LEVELS = 6

Style = tuple[float, bool, bool, str]  # size, bold, capitals, face


class Body(NamedTuple):
    """How the text between headings looks."""

    size: float
    face: str
    bold: bool


def body_of(found: Sequence[Passage]) -> Body:
    """The look of most characters."""
    lines = [line for passage in found for line in passage.lines]
    return Body(body_size(lines), body_face(lines), bold_share(lines) > 0.5)


def mark_headings(found: Sequence[Passage]) -> list[Passage]:
    """The blocks with every heading marked and given its level; one that runs into its paragraph is cut off."""
    body = body_of(found)
    out = [part for passage in found for part in _cut(passage, body)]
    heads = [passage for passage in out if passage.kind is BlockKind.PARAGRAPH and is_heading(passage, body)]
    styles = {id(passage): _style(passage) for passage in heads}
    order = sorted(set(styles.values()), reverse=True)
    for passage in heads:
        passage.kind = BlockKind.HEADING
        passage.level = min(order.index(styles[id(passage)]) + 1, LEVELS)
    return out


def is_heading(passage: Passage, body: Body) -> bool:
    """Whether a block looks like a heading beside body text of that look."""
    text = passage.text
    if len(text) > LONG or bullet_end(text) or not any(char.isalpha() for char in text):
        return False
    if passage.size > body.size * LARGER:
        return not (text.endswith(".") and len(text) > 80 and not passage.is_bold)
    if passage.size < body.size * SMALLEST or (text.endswith(SENTENCE) and not numbering_depth(text)):
        return False
    if passage.indented and label(text):
        return False
    return (passage.is_bold and not body.bold) or _is_capitals(text) or _has_own_face(passage, body)


def _has_own_face(passage: Passage, body: Body) -> bool:
    """Whether a short line of its own is set in another face than the body."""
    face = passage.lines[0].face
    return bool(face) and len(passage.text) <= SHORT and all(line.face == face != body.face for line in passage.lines)


def _style(passage: Passage) -> Style:
    return round(passage.size * 2) / 2, passage.is_bold, _is_capitals(passage.text), passage.lines[0].face


def _is_capitals(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return len(letters) >= 5 and all(char.isupper() for char in letters)


# --- headings that run into their paragraph --------------------------------------------------------------------------


def _cut(passage: Passage, body: Body) -> Iterator[Passage]:
    """The passage, or the bold heading at its beginning and the rest: "**Cookies** We use cookies to …"."""
    if passage.kind is not BlockKind.PARAGRAPH or body.bold or passage.is_bold:
        yield passage
        return
    head: list[Line] = []
    for line in passage.lines:
        if line.lead < len(line.text.rstrip("\ufffe")):
            break
        head.append(line)
    rest = passage.lines[len(head) :]
    first = rest[0]
    after = first.text[first.lead :].lstrip()
    if first.lead:
        head.append(first._replace(end=first.start + first.lead, text=first.text[: first.lead], bold=1.0))
        at = len(first.text) - len(after)
        rest = [first._replace(start=first.start + at, text=after, lead=0), *rest[1:]]
    if head and _reads_as_heading(Passage(head).text) and after[:1].isupper():
        yield Passage(head)
        yield Passage(rest)
    else:
        yield passage


def _reads_as_heading(text: str) -> bool:
    return 3 < len(text) <= SHORT and text[0].isupper() and not text.endswith(LEAD_IN) and not label(text)
