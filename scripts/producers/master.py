"""The Markdown masters: blocks of inline pieces, and what every reader must make of them."""

import re
from typing import NamedTuple

# A link or bold words: "[Contacting Us](#contact)", "**Effective date:**".
INLINE = re.compile(r"\[(?P<label>[^\]]*)\]\((?P<href>[^)]*)\)|\*\*(?P<bold>[^*]+)\*\*")
RULE_ROW = re.compile(r"\|[ |:-]+\|$")  # "| --- | --- |"


class Piece(NamedTuple):
    """Words of one look: plain, bold, or a link."""

    text: str
    bold: bool = False
    href: str = ""


class Block(NamedTuple):
    """A heading, paragraph, list item or table cell; `row` counts table rows through the notice."""

    kind: str
    level: int
    pieces: tuple[Piece, ...]
    row: int = 0

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(piece.text for piece in self.pieces)


def blocks(master: str) -> list[Block]:
    """The blocks of a master, in order. A master holds one block, or one table row, a line."""
    out: list[Block] = []
    row = 0
    for line in master.splitlines():
        if line.startswith("|"):
            if not RULE_ROW.match(line):
                row += 1
                out += (Block("table-cell", 0, pieces(cell), row) for cell in line.strip("|").split("|"))
        elif line.strip():
            out.append(_block(line))
    return out


def pieces(line: str) -> tuple[Piece, ...]:
    """The inline pieces of a line."""
    line, out, at = line.strip(), [], 0
    for found in INLINE.finditer(line):
        out.append(Piece(line[at : found.start()]))
        label = found["label"]
        out.append(Piece(found["bold"], bold=True) if label is None else Piece(label, href=found["href"]))
        at = found.end()
    out.append(Piece(line[at:]))
    return tuple(piece for piece in out if piece.text)


def truth(found: list[Block]) -> list[dict[str, object]]:
    """What a reader must find: the blocks as data."""
    keys = ("kind", "level", "text", "row")
    rows = ((block.kind, block.level, block.text, block.row) for block in found)
    return [{key: value for key, value in zip(keys, row, strict=True) if value} for row in rows]


def _block(line: str) -> Block:
    mark, _, rest = line.partition(" ")
    if mark and set(mark) == {"#"}:
        return Block("heading", len(mark), pieces(rest))
    if mark == "-":
        return Block("list-item", 1, pieces(rest))
    return Block("paragraph", 0, pieces(line))
