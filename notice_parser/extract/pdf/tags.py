"""The structure tree of a tagged PDF: which element owns which marked content.

PDFium shows the tree page by page. An element's children keep their places in the whole document, those of other
pages being empty, so the path of child numbers names an element across pages and sorts in reading order.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

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


def read_tree(page: Any, number: int, tree: Tree) -> None:
    """Add what a page shows of the structure tree."""
    import pypdfium2.raw as pdfium

    root = pdfium.FPDF_StructTree_GetForPage(page)
    if not root:
        return
    try:
        budget = iter(range(CHILDREN))
        for index in range(min(pdfium.FPDF_StructTree_CountChildren(root), CHILDREN)):
            child = pdfium.FPDF_StructTree_GetChildAtIndex(root, index)
            if child:
                _walk(child, (index,), number, tree, budget)
    finally:
        pdfium.FPDF_StructTree_Close(root)


def _walk(element: Any, path: Path, number: int, tree: Tree, budget: Iterator[int]) -> None:
    import pypdfium2.raw as pdfium

    if path not in tree.types:
        tree.types[path] = element_type(element)
    if len(path) > DEPTH:
        return
    for index in range(pdfium.FPDF_StructElement_CountChildren(element)):
        if next(budget, None) is None:
            return
        child = pdfium.FPDF_StructElement_GetChildAtIndex(element, index)
        if child:
            _walk(child, (*path, index), number, tree, budget)
            continue
        mark = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, index)
        if mark >= 0:
            tree.leaves.append(Leaf((*path, index), number, mark))


def element_type(element: Any) -> str:
    """The standard type of an element: "P", "H2", "LI" …"""
    import ctypes

    import pypdfium2.raw as pdfium

    buffer = ctypes.create_string_buffer(64)
    length = pdfium.FPDF_StructElement_GetType(element, buffer, 64)
    return buffer.raw[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
