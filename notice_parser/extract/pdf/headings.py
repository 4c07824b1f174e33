"""Which blocks are headings, by size, weight, face and capitals, and of which level."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from notice_parser.extract.headings import opens_below, reads_as_heading
from notice_parser.extract.pdf.labels import bullet_end, follows, label, label_end
from notice_parser.extract.pdf.page import Line
from notice_parser.extract.pdf.passage import Passage, body_face, body_size, bold_share
from notice_parser.vocabulary import BlockKind

LARGER = 1.09  # than the body: a heading by size alone
SMALLEST = 0.8  # of the body: a bold line may be a little smaller
ENTRIES = 3  # numbered headings of body size in a row, with no text between them, are entries of a table of contents
LONG = 160  # characters: no heading is longer
SHORT = 90  # characters: no heading by face alone, and none that runs into its paragraph, is longer
LEAD_IN = (".", ";", ",", ":", "-", "–", "—", "”", '"')
LEVELS = 6

QUOTES = "“\"‘'"

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
    heads = [
        passage.kind is BlockKind.PARAGRAPH and is_heading(passage, body, below)
        for passage, below in zip_longest(out, out[1:])
    ]
    styles = [_style(passage) if head else None for passage, head in zip(out, heads, strict=True)]
    for start, end in _runs(styles):
        entries = out[start : end - _heads_text(out[start:end])]
        if out[start].size <= body.size * LARGER and len(entries) >= ENTRIES + (not label(out[start].text)):
            styles[start : start + len(entries)] = [None] * len(entries)
            for passage in entries:
                passage.kind = BlockKind.LIST_ITEM if label(passage.text) else BlockKind.PARAGRAPH
                passage.level = int(bool(label(passage.text)))
    order = sorted({style for style in styles if style}, reverse=True)
    lowest = max((passage.level for passage in out if passage.kind is BlockKind.HEADING), default=0)
    for passage, style in zip(out, styles, strict=True):
        if style:
            passage.kind = BlockKind.HEADING
            passage.level = min(lowest + order.index(style) + 1, LEVELS)
    return out


def _heads_text(run: Sequence[Passage]) -> bool:
    """Whether the last of some headings in a row is none of the entries above it: it repeats one of them."""
    return len(run) > 1 and (
        run[-1].text in [passage.text for passage in run[:-1]]
        or bool(label(run[-2].text) and not follows(run[-1].text, run[-2].text))
    )


def _runs(styles: Sequence[Style | None]) -> Iterator[tuple[int, int]]:
    """Where headings of one style follow each other."""
    start = 0
    for index in range(1, len(styles) + 1):
        if index == len(styles) or styles[index] != styles[start]:
            if styles[start]:
                yield start, index
            start = index


def is_heading(passage: Passage, body: Body, below: Passage | None = None) -> bool:
    """Whether a block looks like a heading beside body text of that look, with what stands below it."""
    text = passage.text
    if len(text) > LONG or bullet_end(text) or not any(char.isalpha() for char in text):
        return False
    if opens_below(text, below.text if below else ""):
        return False
    if passage.size > body.size * LARGER:
        return not (text.endswith(".") and len(text) > 80 and not passage.is_bold)
    if passage.size < body.size * SMALLEST or not reads_as_heading(text):
        return False
    if passage.indented and (text.endswith(":") or (label(text) and not _heads_down(passage, below))):
        return False
    return (passage.is_bold and not body.bold) or _is_capitals(text) or _has_own_face(passage, body)


def _heads_down(passage: Passage, below: Passage | None) -> bool:
    """Whether the text goes back to the left below an indented label: under a list item it would not."""
    return below is not None and below.indent < passage.indent - 3 and not below.is_bold and not label(below.text)


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
    if not rest:
        yield passage
        return
    first = rest[0]
    after = first.text[first.lead :].lstrip()
    if first.lead:
        head.append(first.cut(first.start, first.start + first.lead))
        rest = [first.cut(first.end - len(after), first.end), *rest[1:]]
    text = Passage(head).text if head else ""
    if _reads_as_heading(text[0 if passage.indented else label_end(text) :]) and _begins_sentence(after):
        yield Passage(head, indent=passage.indent)
        yield Passage(rest, indent=passage.indent)
    else:
        yield passage


def _begins_sentence(text: str) -> bool:
    """Whether a text begins with a capital letter, quoted or not."""
    return text.lstrip(QUOTES)[:1].isupper()


def _reads_as_heading(text: str) -> bool:
    return 3 < len(text) <= SHORT and text[0].isupper() and not text.endswith(LEAD_IN) and not label(text)
