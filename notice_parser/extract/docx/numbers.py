"""Labels of numbered paragraphs, counted as Word counts them."""

import re
from typing import Any, NamedTuple

from notice_parser.extract.docx.names import W, is_on, members, number, said, value
from notice_parser.extract.numbering import numeral, repeated_letters

PLACE = re.compile(r"%([1-9])")  # "%1.%2" is the numbers of the first two levels
LEVELS = 9


class Level(NamedTuple):
    """One level of a list."""

    format: str = "bullet"
    text: str = ""
    start: int = 1
    legal: bool = False
    restarts: bool = True


class Counter:
    """The running numbers of the lists of a document."""

    def __init__(self, root: Any) -> None:
        self._abstract: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, tuple[str, dict[int, Level], dict[int, int]]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()  # lists and depths whose own start was taken
        if root is None:
            return
        links = {}
        for element in root.iter(f"{W}abstractNum"):
            key = str(element.get(f"{W}abstractNumId"))
            self._abstract[key] = dict(_level(level) for level in element.iter(f"{W}lvl"))
            links[value(element, "styleLink")] = key
        for element in root.iter(f"{W}abstractNum"):
            linked = links.get(value(element, "numStyleLink") or "-")
            if linked:
                self._abstract[str(element.get(f"{W}abstractNumId"))] = self._abstract[linked]
        for element in root.iter(f"{W}num"):
            self._lists[str(element.get(f"{W}numId"))] = self._list(element)

    def _list(self, element: Any) -> tuple[str, dict[int, Level], dict[int, int]]:
        abstract = value(element, "abstractNumId") or ""
        levels, starts = dict(self._abstract.get(abstract, {})), {}
        for override in element.iter(f"{W}lvlOverride"):
            depth = number(override.get(f"{W}ilvl"))
            levels.update(_level(level) for level in override.iter(f"{W}lvl"))
            start = value(override, "startOverride")
            if start is not None:
                starts[depth] = number(start, 1)
        return abstract, levels, starts

    def knows(self, key: str) -> bool:
        """Whether there is such a list."""
        return key in self._lists

    def label(self, key: str, depth: int) -> str:
        """The label of the next paragraph of a list at a depth from 0; nothing for bullets."""
        abstract, levels, starts = self._lists[key]
        depth = max(0, min(depth, LEVELS - 1))
        counts = self._counts.setdefault(abstract, [None] * LEVELS)
        if depth in starts and (key, depth) not in self._begun:
            self._begun.add((key, depth))
            counts[depth] = starts[depth] - 1
        for level in range(depth):
            if counts[level] is None:
                counts[level] = levels.get(level, Level()).start
        before = counts[depth]
        counts[depth] = levels.get(depth, Level()).start if before is None else before + 1
        for level in range(depth + 1, LEVELS):
            if levels.get(level, Level()).restarts:
                counts[level] = None
        return _label(levels, counts, depth)


def _level(element: Any) -> tuple[int, Level]:
    form = members(element)
    return number(element.get(f"{W}ilvl")), Level(
        format=said(form, f"{W}numFmt") or "decimal",
        text=said(form, f"{W}lvlText") or "",
        start=number(said(form, f"{W}start"), 0),
        legal=bool(is_on(form.get(f"{W}isLgl"))),
        restarts=said(form, f"{W}lvlRestart") != "0",
    )


def _label(levels: dict[int, Level], counts: list[int | None], depth: int) -> str:
    level = levels.get(depth, Level())
    if level.format in ("bullet", "none") or not level.text:
        return ""

    def shown(place: re.Match[str]) -> str:
        k = int(place.group(1)) - 1
        form = "decimal" if level.legal else levels.get(k, Level(format="decimal")).format
        return _numeral(counts[k] or 0, form)

    return PLACE.sub(shown, level.text).strip()


def _numeral(count: int, form: str) -> str:
    """A number in one of Word's formats; in those that spell it, digits."""
    if form in ("bullet", "none"):
        return ""
    return f"{count:02d}" if form == "decimalZero" else numeral(count, form, repeated_letters)
