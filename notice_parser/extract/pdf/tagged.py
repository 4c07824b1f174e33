"""Blocks of a tagged PDF: its structure tree says what is a heading, paragraph, list item or table cell."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from notice_parser.extract.pdf.furniture import Spot, at_edge
from notice_parser.extract.pdf.labels import bullet_end, is_label
from notice_parser.extract.pdf.lists import without_bullet
from notice_parser.extract.pdf.page import Line, Page
from notice_parser.extract.pdf.parted import parted, pitches_inside
from notice_parser.extract.pdf.passage import Passage
from notice_parser.extract.pdf.probe import ARTIFACT
from notice_parser.extract.pdf.tags import Path, Tree
from notice_parser.vocabulary import BlockKind

COVERAGE = 0.97  # of the text outside furniture must be tagged, else geometry decides

# Elements that run inside the block around them (ISO 32000-1, 14.8.4.4; Strong and Em are of PDF 2.0).
INLINE = frozenset(
    [
        "Span",
        "Quote",
        "Note",
        "Reference",
        "BibEntry",
        "Code",
        "Link",
        "Annot",
        "Ruby",
        "RB",
        "RT",
        "RP",
        "Warichu",
        "WT",
        "WP",
        "Strong",
        "Em",
        "Sub",
        "NonStruct",
        "Lbl",
        "LBody",
        "FENote",
        "Form",
        "Formula",
    ]
)
LISTS, ITEMS, CELLS = frozenset({"L", "TOC"}), frozenset({"LI", "TOCI"}), frozenset({"TD", "TH"})
HEADINGS = {"Title": 1, "H": 1, **{f"H{level}": level for level in range(1, 7)}}

Parts = dict[tuple[int, int], list[Line]]


class Place(NamedTuple):
    """Where a leaf belongs: the element that owns it, and what stands around that."""

    owner: Path
    item: Path  # the list item around it, or ()
    label: bool  # it is the label of the item
    kind: BlockKind
    level: int
    row: Path  # the table row around it, or ()


def tags_headings(found: Sequence[Passage]) -> bool:
    """Whether the tags name the headings; many a document tags its title at most."""
    heads = sum(passage.kind is BlockKind.HEADING for passage in found)
    return heads > 1 + sum(passage.kind is BlockKind.PARAGRAPH for passage in found) // 30


def by_tags(pages: Sequence[Page], left_out: frozenset[Spot], tree: Tree) -> list[Passage] | None:
    """The blocks that the tags make; None where they leave out too much of the text."""
    parts = _parts(pages, left_out - _cells(pages, left_out, tree))
    own = [line for key, pieces in parts.items() if key[1] != ARTIFACT for line in pieces]
    found = list(_passages(tree, parts))
    held = {id(line) for passage in found for line in passage.lines}
    missing = [line for line in own if id(line) not in held]
    if not found or sum(len(line.text) for line in missing) > (1 - COVERAGE) * sum(len(line.text) for line in own):
        return None
    lost = [line for line in missing if not at_edge(line, pages[line.page])]
    out = [_without_bullet(_once(one)) for one in _with_untagged(found, lost) if not _is_label_alone(one)]
    return parted(out, pitches_inside(out))


def _cells(pages: Sequence[Page], left_out: frozenset[Spot], tree: Tree) -> set[Spot]:
    """The lines that are no furniture, though they recur: the head of a table stands on top of many pages."""
    marks = {(number, k): {(number, mark.id) for mark in pages[number].lines[k].marks} for number, k in left_out}
    wanted = set().union(*marks.values())
    cells = {
        (leaf.page, leaf.mark)
        for leaf in tree.leaves
        if (leaf.page, leaf.mark) in wanted
        and any(tree.types.get(leaf.path[:k]) in CELLS for k in range(1, len(leaf.path)))
    }
    return {spot for spot, held in marks.items() if held & cells}


def _with_untagged(found: list[Passage], lost: Sequence[Line]) -> list[Passage]:
    """The blocks, and text without tags as paragraphs, each behind the block that comes before it on the page."""
    for line in sorted(lost, reverse=True):
        before = [
            (max(other.start for other in passage.lines if other.page == line.page), index)
            for index, passage in enumerate(found)
            if any(other.page == line.page and other.start < line.start for other in passage.lines)
        ]
        found.insert(max(before)[1] + 1 if before else 0, Passage([line]))
    return found


def _parts(pages: Sequence[Page], left_out: frozenset[Spot]) -> Parts:
    """The text of each marked content, by page and number: lines, cut where a line holds several."""
    out: Parts = defaultdict(list)
    for page in pages:
        for index, line in enumerate(page.lines):
            if (page.number, index) in left_out:
                continue
            ends = [*(mark.start for mark in line.marks[1:]), line.end]
            for mark, end in zip(line.marks, ends, strict=False):
                out[page.number, mark.id].append(line.cut(mark.start, end))
    return out


def _passages(tree: Tree, parts: Parts) -> Iterator[Passage]:
    """In reading order, neighbouring leaves of one owner together; a label goes with the text of its item."""
    rows: dict[Path, int] = {}
    places: dict[Path, Place] = {}
    current: Passage | None = None
    before: Place | None = None
    for leaf in sorted(tree.leaves):
        lines = parts.get((leaf.page, leaf.mark))
        if not lines:
            continue
        path = leaf.path[:-1]
        place = places.get(path) or places.setdefault(path, _place(path, tree))
        if current and before and _belongs(place, before):
            current.lines += lines
            if before.label:
                current.kind, current.level = place.kind, place.level
        else:
            if current:
                yield current
            row = rows.setdefault(place.row, len(rows) + 1) if place.kind is BlockKind.TABLE_CELL else 0
            current = Passage(list(lines), place.kind, place.level, row)
        before = place
    if current:
        yield current


def _belongs(place: Place, before: Place) -> bool:
    """Whether a leaf goes on with the block before it."""
    return place.owner == before.owner or (before.label and place.item == before.item != ())


def _place(path: Path, tree: Tree) -> Place:
    """Where the leaves of an element belong."""
    ancestors = [path[:k] for k in range(1, len(path) + 1)]
    types = [tree.types.get(path, "") for path in ancestors]
    owner = next((k for k in range(len(types) - 1, -1, -1) if types[k] not in INLINE), 0)
    item = next((ancestors[k] for k in range(len(types) - 1, -1, -1) if types[k] in ITEMS), ())
    cell = next((k for k in range(len(types)) if types[k] in CELLS), None)
    depth = sum(kind in LISTS for kind in types)
    if cell is not None:
        row = next((ancestors[k] for k in range(cell, -1, -1) if types[k] == "TR"), ())
        return Place(ancestors[max(cell, owner)], (), label=False, kind=BlockKind.TABLE_CELL, level=0, row=row)
    heading = next((HEADINGS[kind] for kind in reversed(types) if kind in HEADINGS), 0)
    kind = BlockKind.HEADING if heading else BlockKind.LIST_ITEM if item else BlockKind.PARAGRAPH
    return Place(ancestors[owner], item, "Lbl" in types[owner:], kind, heading or (depth if item else 0), ())


def _is_label_alone(passage: Passage) -> bool:
    """Whether an item holds its label and no words."""
    return passage.kind is BlockKind.LIST_ITEM and is_label(passage.text)


def _without_bullet(passage: Passage) -> Passage:
    if passage.kind is BlockKind.LIST_ITEM:
        passage.lines = without_bullet(passage.lines, bullet_end(passage.lines[0].text))
    return passage


def _once(passage: Passage) -> Passage:
    """A cell without its repetition further on: browsers print the head of a table again on each page and column."""
    lines = passage.lines
    texts = [line.text for line in lines]
    for count in range(1, len(lines) // 2 + 1) if passage.kind is BlockKind.TABLE_CELL else ():
        repeats = len(lines) % count == 0 and texts == texts[:count] * (len(lines) // count)
        if repeats and all(_apart(lines[at - 1], lines[at]) for at in range(count, len(lines), count)):
            passage.lines = lines[:count]
            break
    return passage


def _apart(upper: Line, lower: Line) -> bool:
    return upper.page != lower.page or not 0 <= lower.base - upper.base < 4 * upper.size
