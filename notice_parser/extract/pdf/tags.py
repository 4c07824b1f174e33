"""The structure tree of a tagged PDF: which element owns which marked content.

PDFium shows the tree page by page. An element's children keep their places in the whole document, those of other
pages being empty, so the path of child numbers names an element across pages and sorts in reading order.
"""

import ctypes
from collections.abc import Iterator
from typing import Any, NamedTuple

from notice_parser.extract.pdf.probe import Calls

Path = tuple[int, ...]

DEPTH = 64  # no sound document nests deeper; a damaged one may nest in a circle
CHILDREN = 100_000


class Leaf(NamedTuple):
    """Marked content of a page, at its place in the structure tree."""

    path: Path
    page: int
    mark: int


class Tree(NamedTuple):
    """The structure tree: the type of each element by its path, and the marked content, not yet in order."""

    types: dict[Path, str]
    leaves: list[Leaf]


def read_tree(page: Any, number: int, tree: Tree, calls: Calls) -> None:
    """Add what a page shows of the structure tree."""
    import pypdfium2.raw as pdfium

    root = pdfium.FPDF_StructTree_GetForPage(page)
    if not root:
        return
    try:
        budget = iter(range(CHILDREN))
        address = ctypes.cast(root, ctypes.c_void_p).value
        for index in range(min(pdfium.FPDF_StructTree_CountChildren(root), CHILDREN)):
            child = calls.root_child(address, index)
            if child:
                _walk(child, (index,), number, tree, budget, calls)
    finally:
        pdfium.FPDF_StructTree_Close(root)


def _walk(element: int, path: Path, number: int, tree: Tree, budget: Iterator[int], calls: Calls) -> None:
    if path not in tree.types:
        tree.types[path] = calls.element_type(element)
    if len(path) > DEPTH:
        return
    for index in range(calls.children(element)):
        if next(budget, None) is None:
            return
        child = calls.child(element, index)
        if child:
            _walk(child, (*path, index), number, tree, budget, calls)
            continue
        mark = calls.child_mark(element, index)
        if mark >= 0:
            tree.leaves.append(Leaf((*path, index), number, mark))
