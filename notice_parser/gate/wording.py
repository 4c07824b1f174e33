"""The wording of a notice as lines that people read in a lock, and back to the notice, sentence by sentence."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from notice_parser.codec import SCHEMA_VERSION
from notice_parser.commitments import commitments
from notice_parser.errors import ConfigError
from notice_parser.model import Block, Dialect, Link, Loss, Notice, Segments, Sentence
from notice_parser.segment.contacts import contacts
from notice_parser.segment.definitions import definitions
from notice_parser.segment.outline import Heading, sections
from notice_parser.segment.references import references
from notice_parser.segment.sentences import sentences
from notice_parser.sign_off import LockedNotice
from notice_parser.span import LOST, Span
from notice_parser.vocabulary import BlockKind, LossKind

TAG = re.compile(r"(\+?)(h|title|p|li|td|tr|a)(\d*): ")  # "h2: ", "+p: ", "li1: "
NAMES = {BlockKind.PARAGRAPH: "p", BlockKind.TEXT: "p", BlockKind.LIST_ITEM: "li", BlockKind.TABLE_CELL: "td"}
KINDS = {
    "p": BlockKind.PARAGRAPH,
    "li": BlockKind.LIST_ITEM,
    "td": BlockKind.TABLE_CELL,
    "tr": BlockKind.TABLE_CELL,
    "h": BlockKind.HEADING,
    "title": BlockKind.HEADING,
}


def lines_of(notice: Notice) -> Iterator[str]:
    """Each line of the text after its kind, empty ones as they are; a heading inside a line stands on its own."""
    told, at = Tags(notice), 0
    links = sorted(((_trimmed(link.span, notice.text), link.target) for link in notice.links), reverse=True)
    for line in notice.text.split("\n"):
        end = at + len(line)
        yield from told.rows(Span(at, end)) if line.strip() else (line,)
        while links and (links[-1][0].start < end or end == len(notice.text)):
            span, target = links.pop()
            yield _link_row(line, max(0, span.start - at), max(0, span.end - at), target)
        at = end + 1


def _trimmed(span: Span, text: str) -> Span:
    """The span without the blanks that it begins with."""
    words = span.of(text).lstrip()
    return Span(span.end - len(words), span.end) if words else span


def _link_row(line: str, start: int, end: int, target: str) -> str:
    """A link by its words in the line above; numbered where these words stand there before, or there are none."""
    words = line[start:end]
    number = line[: start + len(words) - 1].count(words) + 1 if words else start
    return f"a{number if number != 1 or not words else ''}: {words} -> {target}"


class Tags:
    """What each line of a notice is."""

    def __init__(self, notice: Notice) -> None:
        self._text = notice.text
        self._sentences = notice.sentences
        self._starts = [sentence.span.start for sentence in notice.sentences]
        self._levels = {section.heading_span: section.level for section in notice.sections}
        self._row = 0

    def rows(self, line: Span) -> Iterator[str]:
        """The line in pieces: one, or three where a heading stands inside it."""
        first = max(0, bisect_right(self._starts, line.start) - 1)
        inside = [s for s in self._sentences[first : bisect_right(self._starts, line.end)] if line.meets(s.span)]
        cuts = {line.start, line.end}
        for sentence in inside:
            if sentence.kind is BlockKind.HEADING:
                cuts |= {sentence.span.start, sentence.span.end}
        marks = sorted(cuts)
        for number, (start, end) in enumerate(pairwise(marks)):
            piece = Span(start, end)
            held = next((s for s in inside if s.span.meets(piece)), None)
            yield f"{'+' if number else ''}{self._tag(held)}: {piece.of(self._text)}"

    def _tag(self, sentence: Sentence | None) -> str:
        if sentence is None:
            return "p"
        if sentence.kind is BlockKind.HEADING:
            level = self._levels.get(sentence.span)
            return f"h{level}" if level else "title"
        if sentence.kind is BlockKind.LIST_ITEM:
            return f"li{max(1, sentence.depth)}"
        if sentence.kind is BlockKind.TABLE_CELL and sentence.row != self._row:
            skipped, self._row = sentence.row - self._row, sentence.row
            return f"tr{skipped if skipped > 1 else ''}"
        return NAMES[sentence.kind]


def notice_of(held: LockedNotice, file: str) -> Notice:
    """The notice that was locked, read by the rules of today. Raises ConfigError where its lines are not ours."""
    text, blocks, headings, links = _parts(held, file)
    parts = sections(text, headings)
    told = sentences(text, blocks, parts)
    segments = Segments(held.metadata, parts, told, definitions(text, told), contacts(text), references(text))
    lost = (Span(found.start(), found.end()) for found in re.finditer(LOST, text))
    return Notice(
        schema_version=SCHEMA_VERSION,
        produced_by=held.produced_by,
        source=held.source,
        metadata=held.metadata,
        dialect=Dialect("structured", 1.0, ("locked",)),
        text=text,
        runs=(),
        pages=(),
        lines=(),
        losses=tuple(Loss(LossKind.TEXT, None, span, Span(0, 0)) for span in lost),
        sections=parts,
        sentences=told,
        commitments=commitments(text, segments),
        definitions=segments.definitions,
        contacts=segments.contacts,
        links=links,
        references=segments.references,
    )


class Parts(NamedTuple):
    """The lines of a lock put together again."""

    text: str
    blocks: tuple[Block, ...]
    headings: list[Heading]
    links: tuple[Link, ...]


def _parts(held: LockedNotice, file: str) -> Parts:
    lines: list[str] = []
    blocks: list[Block] = []
    headings: list[Heading] = []
    links: list[Link] = []
    start = row = 0
    for line in held.text:
        found = TAG.match(line)
        if not found and line.strip():
            raise ConfigError(
                f"{file}: {line[:40]!r} of {held.path} has no kind", "write the lock anew with: notice lock"
            )
        goes_on, tag, level = found.groups() if found else ("", "", "")
        words = line[found.end() :] if found else line
        if tag == "a":
            links.append(_link(words, level, start, lines))
            continue
        if goes_on and lines:
            at = start + len(lines[-1])
            lines[-1] += words
        else:
            start = at = start + len(lines[-1]) + 1 if lines else 0
            lines.append(words)
        row += int(level or 1) if tag == "tr" else 0
        span = Span(at, at + len(words))
        if tag == "h":
            headings.append(Heading(span, int(level or 1)))
        if not tag:
            continue
        depth = int(level or 1) if tag == "li" else 0
        block = Block(KINDS[tag], Span(start, span.end), depth, row if tag in ("td", "tr") else 0)
        if goes_on and blocks:
            kind = block.kind if blocks[-1].kind is BlockKind.HEADING else blocks[-1].kind
            blocks[-1] = blocks[-1].but(span=block.span, kind=kind)
        else:
            blocks.append(block)
    return Parts("\n".join(lines), tuple(blocks), headings, tuple(links))


def _link(row: str, number: str, start: int, lines: list[str]) -> Link:
    """A link of the last line, which begins at `start`."""
    words, _, target = row.rpartition(" -> ")
    line = lines[-1] if lines else ""
    if not words:
        at = int(number or 0)
        return Link(target, Span(start + at, start + at))
    at = -1
    for _ in range(min(int(number or 1), len(line))):
        at = line.find(words, at + 1)
    return Link(target, Span(start + max(0, at), start + max(0, at) + len(words)))
