"""Cases of readers. A case is: `=== title`, the source, `=>`, then one line a block: its kind, a blank, its text.

Kinds: `h2` a heading of level 2, `p` a paragraph, `li1` a list item of depth 1, `td3` a cell of row 3.
"""

from pathlib import Path

from notice_parser.extract import read
from notice_parser.model import Block, Extraction, Options
from notice_parser.repair import repair
from notice_parser.vocabulary import BlockKind

CASES = Path(__file__).parent / "cases"


def cases(name: str) -> list[tuple[str, str, list[str]]]:
    """Title, source and expected blocks of each case in a file of cases."""
    out = []
    for part in (CASES / name).read_text("utf-8").split("\n=== ")[1:]:
        title, _, rest = part.partition("\n")
        source, _, expected = rest.partition("\n=>")
        out.append((title, source + "\n", [line for line in expected.split("\n") if line]))
    return out


def read_back(data: bytes, name: str, options: Options | None = None) -> list[str]:
    """The blocks that `data` reads to, after repair, in the notation of the cases."""
    extraction = read(data, name, options or Options())
    assert_sound(extraction)
    repaired = repair(extraction)
    return [f"{shown(block)} {block.span.of(repaired.text.value)}" for block in repaired.blocks]


def shown(block: Block) -> str:
    """The kind of a block with its level or row."""
    names = {BlockKind.HEADING: "h", BlockKind.LIST_ITEM: "li", BlockKind.TABLE_CELL: "td", BlockKind.PARAGRAPH: "p"}
    return f"{names[block.kind]}{block.level or block.row or ''}"


def assert_sound(extraction: Extraction) -> None:
    """What every reader promises: blocks and edits in order, disjoint, inside the text; blocks that hold something."""
    end = 0
    for block in extraction.blocks:
        assert end <= block.span.start < block.span.end <= len(extraction.text)
        assert block.span.of(extraction.text).strip()
        assert end == 0 or block.span.start > end
        end = block.span.end
    end = 0
    for edit in sorted(extraction.edits, key=lambda edit: edit.span):
        assert end <= edit.span.start < edit.span.end <= len(extraction.text)
        end = edit.span.end
    for link in extraction.links:
        assert 0 <= link.span.start < link.span.end <= len(extraction.text)
