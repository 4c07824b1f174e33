"""The structure tree of a tagged PDF: which element owns which marked content.

PDFium shows the tree page by page. An element's children keep their places in the whole document, those of other
pages being empty, so the path of child numbers names an element across pages and sorts in reading order.
"""

import ctypes
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, NamedTuple

from notice_parser.extract.pdf.probe import Calls

Path = tuple[int, ...]

DEPTH = 64  # no sound document nests deeper; a damaged one may nest in a circle
CHILDREN = 100_000
MANY = 16  # children: of an element with more, most belong to other pages


class Leaf(NamedTuple):
    """Marked content of a page, at its place in the structure tree."""

    path: Path
    page: int
    mark: int


class Tree(NamedTuple):
    """The structure tree: the type of each element by its path, and the marked content, not yet in order."""

    types: dict[Path, str]
    leaves: list[Leaf]


class TreeReader:
    """Collects what each page shows of the structure tree.

    The children of a page mostly follow on those of the page before, so it looks there first, and stops once every
    marked content with text has its element: otherwise a page would cost as much as the document has elements.
    """

    def __init__(self, tree: Tree, calls: Calls) -> None:
        self._tree = tree
        self._calls = calls
        self._reached: dict[Path, int] = {}
        self._number = 0
        self._wanted: set[int] = set()
        self._budget: Iterator[int] = iter(())

    def read(self, page: Any, number: int, wanted: set[int]) -> None:
        """Add the elements of a page that own the marked content `wanted`."""
        import pypdfium2.raw as pdfium

        root = pdfium.FPDF_StructTree_GetForPage(page) if wanted else None
        if not root:
            return
        self._number, self._wanted, self._budget = number, set(wanted), iter(range(CHILDREN))
        try:
            address = ctypes.cast(root, ctypes.c_void_p).value
            for index in self._order((), min(pdfium.FPDF_StructTree_CountChildren(root), CHILDREN)):
                child = self._calls.root_child(address, index)
                if child:
                    self._reached[()] = index
                    self._walk(child, (index,))
        finally:
            pdfium.FPDF_StructTree_Close(root)

    def _order(self, path: Path, count: int) -> Iterable[int]:
        """The numbers of some children, from the one where the page before ended."""
        first = self._reached.get(path, 0) if count > MANY else 0
        return chain(range(first, count), range(first)) if first else range(count)

    def _walk(self, element: int, path: Path) -> None:
        if path not in self._tree.types:
            self._tree.types[path] = self._calls.element_type(element)
        if len(path) > DEPTH:
            return
        count = self._calls.children(element)
        for index in self._order(path, count):
            if not self._wanted or next(self._budget, None) is None:
                return
            child = self._calls.child(element, index)
            mark = -1 if child else self._calls.child_mark(element, index)
            if child:
                self._walk(child, (*path, index))
            elif mark in self._wanted:
                self._wanted.discard(mark)
                self._tree.leaves.append(Leaf((*path, index), self._number, mark))
            else:
                continue
            if count > MANY:
                self._reached[path] = index
