"""Lines that belong together, on the way to become a block."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from notice_parser.extract.pdf.page import Line
from notice_parser.vocabulary import BlockKind


@dataclass(slots=True)
class Passage:
    """A heading, paragraph, list item or table cell in the making: whole lines, or the parts of lines it owns."""

    lines: list[Line]
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    row: int = 0
    indent: float = 0.0  # how far right of the edge of its column it begins, beyond what all paragraphs do

    @property
    def text(self) -> str:
        """Its words, in one line."""
        return " ".join(" ".join(line.text for line in self.lines).split())

    @property
    def size(self) -> float:
        """The size of its first line."""
        return self.lines[0].size

    @property
    def indented(self) -> bool:
        """Whether it stands further right than paragraphs do."""
        return self.indent > 0

    @property
    def is_bold(self) -> bool:
        """Whether all of its lines are bold."""
        return all(line.is_bold for line in self.lines)


def body_size(lines: Iterable[Line]) -> float:
    """The size in which most characters are set."""
    weight: dict[float, int] = {}
    for line in lines:
        size = round(line.size * 4) / 4
        weight[size] = weight.get(size, 0) + len(line.text)
    return max(sorted(weight), key=lambda size: weight[size]) if weight else 10.0


def body_face(lines: Iterable[Line]) -> str:
    """The face in which most characters are set."""
    weight: dict[str, int] = {}
    for line in lines:
        weight[line.face] = weight.get(line.face, 0) + len(line.text)
    return max(sorted(weight), key=lambda face: weight[face]) if weight else ""


def bold_share(lines: Sequence[Line]) -> float:
    """The share of characters that are bold."""
    return sum(line.bold * len(line.text) for line in lines) / max(1, sum(len(line.text) for line in lines))
