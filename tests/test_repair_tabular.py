"""Tables in plain text that keeps the layout."""

import pytest

from notice_parser.extract import read
from notice_parser.model import Options
from notice_parser.repair import repair
from notice_parser.vocabulary import BlockKind


def cells(text: str) -> list[tuple[int, str]]:
    """The row and the words of each cell that is found in a text."""
    found = repair(read(text.encode(), "notice.txt", Options()))
    return [
        (block.row, block.span.of(found.text.value)) for block in found.blocks if block.kind is BlockKind.TABLE_CELL
    ]


def test_cells_carry_their_row() -> None:
    text = "What we keep\n\nData      Why\nName      The gate\nBoat      The berth\n\nWe sell nothing.\n"
    assert cells(text) == [(1, "Data"), (1, "Why"), (2, "Name"), (2, "The gate"), (3, "Boat"), (3, "The berth")]


@pytest.mark.parametrize(
    "text",
    [
        "1.    Data\n2.    Rights\n",
        "Data we keep      2\nYour rights      11\n",
        "•    your name\n•    your boat\n",
        "Larkfield Privacy Notice          LP-204\n\nWe keep your name.\n",
    ],
)
def test_labels_contents_and_lone_lines_are_no_cells(text: str) -> None:
    assert cells(text) == []
