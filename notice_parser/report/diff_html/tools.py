"""What the reader walks, searches and filters the changes with."""

from collections.abc import Iterable, Iterator, Sequence

from notice_parser.report.diff_html.cards import LEVEL_WORDS
from notice_parser.report.diff_html.numbered import Numbered
from notice_parser.report.look import Look
from notice_parser.report.safe import html
from notice_parser.report.verdict import side_of
from notice_parser.report.wording import SIGNS
from notice_parser.vocabulary import Direction

KINDS = ("added", "removed", "changed", "moved")


def tools(found: Sequence[Numbered], look: Look, *, text: bool) -> Iterator[str]:
    """Buttons, search and filters; hidden where no script runs, for then they would do nothing."""
    yield '<div class="tools" role="region" aria-label="Walk, search and filter" hidden><div class="bar">'
    yield '<div class="walk"><button id="previous" type="button">Previous</button><button id="next" type="button">Next</button>'
    yield '<span id="at" role="status"></span></div>'
    yield '<div class="search"><label for="search">Search</label><input id="search" type="search" autocomplete="off" spellcheck="false"><span id="matches" role="status"></span></div>'
    if text:
        yield '<div class="views" role="group" aria-label="View of the text"><button type="button" data-view="sides" aria-pressed="true">Side by side</button><button type="button" data-view="inline" aria-pressed="false">Inline</button></div>'
    yield '<details class="filters"><summary>Filter</summary><div class="choices">'
    yield from _choices(found, look)
    yield "</div></details></div></div>"


def _choices(found: Sequence[Numbered], look: Look) -> Iterator[str]:
    levels = {change.level for change in found}
    directions = {change.finding.direction for change in found}
    kinds = {change.kind for change in found}
    yield _boxes(
        "Level",
        (
            _box("level", level, LEVEL_WORDS[level], on=level != "editorial" or look.everything)
            for level in ("error", "warning", "info", "editorial")
            if level in levels
        ),
    )
    yield _boxes("Direction", (_box("direction", d, f"{SIGNS[d]} {d}", on=True) for d in Direction if d in directions))
    yield _boxes("Words", (_box("kind", kind, kind, on=True) for kind in KINDS if kind in kinds))
    yield _sections(found)
    yield '<label class="keys"><input type="checkbox" id="keys" checked> Keys: <kbd>n</kbd> next, <kbd>p</kbd> previous, <kbd>v</kbd> view, <kbd>/</kbd> search</label>'


def _boxes(legend: str, boxes: Iterable[str]) -> str:
    return f"<fieldset><legend>{legend}</legend>{''.join(boxes)}</fieldset>"


def _box(group: str, value: str, words: str, *, on: bool) -> str:
    return f'<label><input type="checkbox" data-group="{group}" value="{value}"{" checked" if on else ""}> {html(words)}</label>'


def _sections(found: Sequence[Numbered]) -> str:
    """A choice of one section, in the order of the text."""
    held = dict.fromkeys(side.section for change in found if (side := side_of(change.finding)) and side.section)
    options = "".join(f'<option value="{html(name)}">{html(name.rpartition(" > ")[2])}</option>' for name in held)
    return f'<label class="section">Section <select id="section"><option value="">All sections</option>{options}</select></label>'
