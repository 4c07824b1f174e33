"""Styles: which ones make headings, bold words and numbered paragraphs, by themselves or through their parents."""

import re
from typing import Any, NamedTuple

from notice_parser.extract.docx.names import VAL, W, number, switched, value

# "heading 2" as Word writes it in every language, and the names that other programs write.
HEADING = re.compile(
    r"(?:heading|überschrift|titre|título|titulo|titolo|kop|rubrik|overskrift|otsikko|nagłówek|nadpis|заголовок"
    r"|επικεφαλίδα|címsor|titlu|başlık|標題|标题|見出し|제목)[ _-]?([1-9])\b",
    re.IGNORECASE,
)
TITLE = re.compile(r"(?:title|titel|titre|título|titolo|название)\Z", re.IGNORECASE)
CONTENTS = re.compile(r"(?:toc|contents|verzeichnis|tm|tdc|sommario|inhopg)[ _-]?[1-9]\b|toc heading", re.IGNORECASE)
CONTINUED = re.compile(r"list (?:paragraph|continue)|listenabsatz|paragraphe de liste|párrafo de lista", re.IGNORECASE)
DEEPEST = 30  # styles in a chain; a longer one is a circle


class Style(NamedTuple):
    """What a style makes of its paragraphs and runs; None where it says nothing."""

    heading: int | None = None
    bold: bool | None = None
    numbering: str | None = None
    depth: int | None = None
    hidden: bool | None = None
    contents: bool = False
    continued: bool = False


class Styles:
    """The styles of a document by id."""

    def __init__(self, root: Any) -> None:
        self._elements = (
            {} if root is None else {str(style.get(f"{W}styleId")): style for style in root.iter(f"{W}style")}
        )
        self._known: dict[str | None, Style] = {None: Style()}
        defaults = [key for key, style in self._elements.items() if _is_default(style)]
        self.default = defaults[0] if defaults else None
        languages = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
        self.language: str | None = None if languages is None else languages.get(VAL)

    def __getitem__(self, key: str | None) -> Style:
        if key not in self._known:
            self._known[key] = self._resolved(str(key))
        return self._known[key]

    def _resolved(self, key: str) -> Style:
        found = Style()
        seen: list[str] = []
        while key in self._elements and key not in seen and len(seen) < DEEPEST:
            seen.append(key)
            found = _inherited(found, _own(self._elements[key]))
            key = value(self._elements[key], "basedOn") or ""
        return found if seen else _by_name(key, Style())


def _is_default(style: Any) -> bool:
    return style.get(f"{W}default") in ("1", "true") and style.get(f"{W}type") == "paragraph"


def _inherited(style: Style, parent: Style) -> Style:
    """A style with what its parent says where it says nothing itself."""
    silent = {name: theirs for name, mine, theirs in zip(Style._fields, style, parent, strict=True) if mine is None}
    flags = {"contents": style.contents or parent.contents, "continued": style.continued or parent.continued}
    return style._replace(**silent, **flags)  # type: ignore[arg-type]


def _own(element: Any) -> Style:
    properties, run = element.find(f"{W}pPr"), element.find(f"{W}rPr")
    numbers = properties.find(f"{W}numPr") if properties is not None else None
    level = value(properties, "outlineLvl")
    style = Style(
        heading=None if level is None else heading_of(level),
        bold=switched(run, "b"),
        numbering=value(numbers, "numId"),
        depth=None if value(numbers, "ilvl") is None else number(value(numbers, "ilvl")),
        hidden=switched(run, "vanish"),
    )
    named = element.find(f"{W}name")
    return _by_name(named.get(VAL) or "" if named is not None else "", style)


def _by_name(name: str, style: Style) -> Style:
    """A style with what its name says."""
    name = re.sub(r"(?<=[a-z])(?=[0-9])", " ", name)
    if CONTENTS.match(name):
        return style._replace(contents=True, heading=0)
    found = HEADING.match(name)
    if found:
        style = style._replace(heading=int(found.group(1)))
    elif TITLE.match(name):
        style = style._replace(heading=1)
    return style._replace(continued=bool(CONTINUED.match(name)))


def heading_of(outline: str) -> int:
    """The level of a heading by its outline level, which counts from 0; 9 is body text."""
    level = number(outline, 9) + 1
    return level if 1 <= level <= 9 else 0
