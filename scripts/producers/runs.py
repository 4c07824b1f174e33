"""Damaged text runs: a Word document saved as PDF, as an old extractor printed it, one text run a line.

A small forward model. Paragraphs are laid out in visual lines; a visual line is cut into runs at hyphens, at links and
anywhere else; the run at a visual line end keeps its blank. A run that holds a character outside Latin-1, or is set in
a font the extractor cannot read, is lost and prints an empty line, and so do a bullet and a page break before the
running header.
"""

import random
import textwrap
from collections.abc import Iterator
from typing import NamedTuple

from producers.master import Block

LOST = "\ufffc"
WIDTH, PAGE_LINES = 88, 42
BLANK = " "
FOREIGN = 0.02  # share of runs of body text in such a font
ENDS = ".!?:;"  # a lone blank after one of these reads as the end of a paragraph, and nobody can tell
CLOSE = ("list-item", "table-cell")  # no empty paragraph stands between two of these


class Damaged(NamedTuple):
    """The lines an extractor printed, what still can be read of each block, and the lines of what was lost."""

    lines: list[str]
    blocks: list[str]
    losses: list[tuple[str, int]]

    def text(self) -> bytes:
        """The file as the extractor left it."""
        return "\n".join([*self.lines, ""]).encode()

    def stripped(self) -> bytes:
        """The file after an editor removed trailing blanks; lines of one blank stay."""
        return "\n".join([*(line.rstrip() or line[:1] for line in self.lines), ""]).encode()


def damaged(found: list[Block], header: str, seed: str) -> Damaged:
    """The blocks as damaged text runs; the same seed, the same damage."""
    chance = random.Random(seed)  # noqa: S311 - a model of damage, no secret
    paper = _Paper(header)
    for block, after in zip(found, [*found[1:], None], strict=True):
        follows = after is not None and after.kind == block.kind and block.kind in CLOSE
        paper.print(block, chance, follows=follows)
    return Damaged(paper.lines, paper.blocks, paper.losses)


class _Paper:
    """The lines printed so far, and the room left on the page."""

    def __init__(self, header: str) -> None:
        self.header = list(_runs_of(header))
        self.lines = [*self.header, BLANK, BLANK]
        self.blocks: list[str] = []
        self.losses: list[tuple[str, int]] = []
        self.room = PAGE_LINES

    def print(self, block: Block, chance: random.Random, *, follows: bool) -> None:
        """A block with its paragraph mark, and the empty paragraph that parts it from the next."""
        if self.room < 2:
            self._break_page()
        if block.kind == "list-item":
            self._lose("bullet")
            self.lines.append(BLANK)
        visual = textwrap.wrap(block.text, WIDTH - 8 * (block.kind == "list-item"), break_on_hyphens=False)
        left = []
        for number, line in enumerate(visual, 1):
            if not self.room:
                self._break_page()
            foreign = FOREIGN if block.kind == "paragraph" else 0.0
            left += self._line(line if number == len(visual) else f"{line} ", chance, foreign)
        self.blocks.append("".join(left))
        self._end(block, chance, follows=follows)

    def _line(self, line: str, chance: random.Random, foreign: float) -> Iterator[str]:
        self.room -= 1
        for run in _cut(line, chance):
            if lost := not _printable(run) or (chance.random() < foreign and self.lines[-1] and run != BLANK):
                self._lose("text")
            elif run == BLANK and not self.lines[-1]:
                continue
            else:
                self.lines.append(run)
            yield LOST if lost else run

    def _end(self, block: Block, chance: random.Random, *, follows: bool) -> None:
        """The paragraph mark: one blank, or two where the last run took no blank along."""
        one = self.lines[-1].endswith(BLANK) or (self.lines[-1] and chance.random() < 0.3)
        self.lines += [BLANK] if one and block.kind != "table-cell" else [BLANK, BLANK]
        if not follows:
            self.lines += [BLANK, BLANK]
            self.room -= 1

    def _lose(self, kind: str) -> None:
        self.losses.append((kind, len(self.lines) + 1))
        self.lines.append("")

    def _break_page(self) -> None:
        self._lose("page-break")
        self.lines += [*self.header, BLANK, BLANK, BLANK]
        self.room = PAGE_LINES


def _runs_of(header: str) -> Iterator[str]:
    """A running header as runs: a hyphen is always a run of its own."""
    for number, part in enumerate(header.split("-")):
        if number:
            yield "-"
        yield part


def _cut(line: str, chance: random.Random) -> Iterator[str]:
    """A visual line as runs. No run is a lone blank after a lost one: that would read as a bullet."""
    for part in _at_hyphens(line):
        yield from _at_chance(part, chance)


def _at_hyphens(line: str) -> Iterator[str]:
    head, *rest = line.split("-")
    yield from filter(None, [head])
    for part in rest:
        yield "-"
        yield from filter(None, [part])


def _at_chance(part: str, chance: random.Random) -> Iterator[str]:
    """A part in one, two or three runs, cut inside a word or around a blank."""
    if len(part) < 12 or chance.random() < 0.55:
        yield part
        return
    at = chance.randrange(1, len(part) - 2)
    head, rest = part[:at], part[at:]
    if rest.startswith(BLANK) and head[-1] not in ENDS and _printable(head) and _printable(rest[1:]):
        yield from (head, BLANK, rest[1:])  # an inline blank as a run of its own
    elif rest.startswith(BLANK):
        yield from (f"{head} ", rest[1:])
    else:
        yield from (head, rest)


def _printable(run: str) -> bool:
    return all(ord(character) < 256 for character in run)
