"""Which blocks are headings, at which level, and which of them is the title of the notice."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from notice_parser.model import Block
from notice_parser.segment.contents import Contents, contents
from notice_parser.segment.inferred import inferred
from notice_parser.segment.kinds import final
from notice_parser.segment.levels import levels
from notice_parser.segment.line import Line, lines_of, words_span
from notice_parser.segment.outline import Heading
from notice_parser.segment.stray import run_in, stray
from notice_parser.span import Span
from notice_parser.vocabulary import BlockKind

# What the title of a notice says: "Privacy Policy", "Acme Privacy Notice (Europe)", "Datenschutzerklärung".
TITLE = re.compile(
    r"\b(?:privacy|data protection|cookies?|confidentiality)\b.{0,40}\b(?:policy|policies|notice|statement|declaration|practices|disclosures?)\b"
    r"|\bdatenschutz(?:erklärung|hinweise|information)|\b(?:politique|déclaration) de confidentialité|\b(?:política|aviso) de privacidad"
    r"|\binformativa (?:sulla )?privacy|\bprivacy(?:beleid|verklaring)|^privacy$",
    re.IGNORECASE,
)
TITLE_WITHIN = 8  # blocks from the top
LONGEST_TITLE = 100
MOST_TITLE_WORDS = 8
OPENS_SENTENCE = re.compile(r"(?:this|these|we|you|if|in|for|at|please|read|see|our)\b", re.IGNORECASE)
TITLE_CASE = 0.7  # of the weighty words of a longer title begin with a capital
OPENED = (BlockKind.PARAGRAPH, BlockKind.HEADING)  # kinds that are judged anew where a format marks none rightly
FEWEST_BLOCKS = 15  # below this a notice may well have no heading
LONG_STRETCH = 0.5  # of the text under one heading: its own headings are likely not marked


class Structure(NamedTuple):
    """What the blocks are: their final kinds, the title, and the headings of the body."""

    blocks: tuple[Block, ...]
    title: Span | None
    headings: list[Heading]


def structure(text: str, blocks: Sequence[Block], *, bullets: bool = True) -> Structure:
    """The headings of a text: those its format marks, or, where none is marked, those that can be told.

    `bullets`: whether list items are known by their bullets, not only by the shape of their lines.
    """
    if not any(block.kind is BlockKind.TEXT for block in blocks):
        blocks = _opened(text, blocks)
    if any(block.kind is BlockKind.TEXT for block in blocks):
        return _told(text, blocks, bullets=bullets)
    title = _title_block(text, blocks)
    span = blocks[title].span if title is not None else None
    return Structure(tuple(blocks), span, _marked(blocks, title))


def _opened(text: str, blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks with those open that the format marks too poorly: all of them, or a long stretch under one heading."""
    if len(blocks) < FEWEST_BLOCKS:
        return blocks
    if _only_contents_marked(text, blocks):
        return [block.but(kind=BlockKind.TEXT) if block.kind in OPENED else block for block in blocks]
    stretch = _longest_stretch(blocks)
    size = sum(len(block.span) for block in blocks[stretch.start : stretch.stop])
    if len(stretch) < FEWEST_BLOCKS or size < LONG_STRETCH * sum(len(block.span) for block in blocks):
        return blocks
    return [
        block.but(kind=BlockKind.TEXT) if k in stretch and block.kind is BlockKind.PARAGRAPH else block
        for k, block in enumerate(blocks)
    ]


def _longest_stretch(blocks: Sequence[Block]) -> range:
    """The blocks between two marked headings that hold the most text."""
    marks = [k for k, block in enumerate(blocks) if block.kind is BlockKind.HEADING]
    edges = [-1, *marks, len(blocks)]
    stretches = [range(start + 1, stop) for start, stop in pairwise(edges)]
    return max(stretches, key=lambda stretch: sum(len(blocks[k].span) for k in stretch))


def _only_contents_marked(text: str, blocks: Sequence[Block]) -> bool:
    """Whether the headings that are marked stand in the table of contents, and those of the body are not."""
    marked = {k for k, block in enumerate(blocks) if block.kind is BlockKind.HEADING}
    return 2 * len(marked & contents(lines_of(text, blocks)).lines) > len(marked)


def _marked(blocks: Sequence[Block], title: int | None) -> list[Heading]:
    """The headings that the format itself marks, without the title; the highest level in use is 1."""
    found = [block for k, block in enumerate(blocks) if block.kind is BlockKind.HEADING and k != title]
    ranks = {level: rank for rank, level in enumerate(sorted({block.level for block in found}), 1)}
    return [Heading(block.span, ranks[block.level]) for block in found]


def _title_block(text: str, blocks: Sequence[Block]) -> int | None:
    """The index of the heading that names the whole notice: the single highest one, or one that says so, on top."""
    found = [k for k, block in enumerate(blocks) if block.kind is BlockKind.HEADING]
    if not found or found[0] >= TITLE_WITHIN:
        return None
    first = found[0]
    ranks = [blocks[k].level for k in found]
    words = blocks[first].span.of(text)
    if ranks[0] == min(ranks) and ranks.count(ranks[0]) == 1 and len(ranks) > 1:
        return first
    named = TITLE.search(words) is not None and len(words) < LONGEST_TITLE
    return first if named and ranks[0] <= min(ranks) else None


def _told(text: str, blocks: Sequence[Block], *, bullets: bool) -> Structure:
    lines = lines_of(text, blocks)
    table = contents(lines)
    title = _title_line(lines, table)
    found = [k for k in inferred(lines, table, bullets=bullets) if k != title]
    marked = [k for k, line in enumerate(lines) if line.kind is BlockKind.HEADING and k != title]
    found = sorted([*found, *marked])
    heads = {*found, title} if title is not None else {*found}
    known = tuple(final(lines, blocks, heads, table.lines))
    return Structure(known, lines[title].span if title is not None else None, _headings(text, lines, found, table))


def _headings(text: str, lines: Sequence[Line], found: Sequence[int], table: Contents) -> list[Heading]:
    """The headings on lines of their own and those inside lines, in order, with their levels."""
    rows = [(words_span(lines[k], text), lines[k], k in table.named) for k in found]
    for span in (*stray(lines, table, found), *run_in(lines, {*found, *table.lines})):
        line = Line(Block(BlockKind.TEXT, span), span.of(text), blank_above=False)
        rows.append((span, line, True))
    rows.sort(key=lambda row: row[0])
    ranks = levels([line for _, line, _ in rows], [named for _, _, named in rows])
    return [Heading(span, level) for (span, _, _), level in zip(rows, ranks, strict=True)]


def _title_line(lines: Sequence[Line], table: Contents) -> int | None:
    for k, line in enumerate(lines[:TITLE_WITHIN]):
        if line.short and len(line.words) < LONGEST_TITLE and TITLE.search(line.words) and k not in table.lines:
            return k if _reads_as_title(line) else None
    return None


def _reads_as_title(line: Line) -> bool:
    if line.words[-1] in ".:;,!?" or line.words[0].islower() or OPENS_SENTENCE.match(line.words):
        return False
    return line.capitals or len(line.tokens) <= MOST_TITLE_WORDS or line.title_case >= TITLE_CASE
