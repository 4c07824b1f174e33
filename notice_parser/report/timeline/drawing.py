"""The drawing: a lane for each section category, a sign for each version that changed a promise there."""

from collections.abc import Iterator, Sequence
from math import sqrt

from notice_parser.change import Mark, Timeline
from notice_parser.report.safe import html
from notice_parser.report.wording import counted
from notice_parser.vocabulary import Category, Direction, Verdict

LEFT, TOP, STEP, LANE, FOOT = 170, 34, 44, 34, 64  # pixels
SMALLEST, LARGEST = 5.0, 13.0  # radius of a sign, by the number of changes
# The outline of each direction, so that colour is not alone: down, up, a circle, a diamond.
SHAPES = {
    Direction.WEAKENED: '<polygon points="{l},{t} {r},{t} {x},{b}"/>',
    Direction.STRENGTHENED: '<polygon points="{l},{b} {r},{b} {x},{t}"/>',
    Direction.NEUTRAL: '<circle cx="{x}" cy="{y}" r="{half}"/>',
    Direction.MIXED: '<polygon points="{x},{t} {r},{y} {x},{b} {l},{y}"/>',
    Direction.UNCLEAR: '<rect x="{l}" y="{t}" width="{size}" height="{size}"/>',
}


def lanes(found: Timeline) -> tuple[str, ...]:
    """The section categories whose promises changed at any time, in the order in which notices treat them."""
    order = [str(category) for category in Category]
    held = {mark.category for marks in found.marks for mark in marks}
    return tuple(sorted(held, key=lambda name: (order.index(name) if name in order else len(order), name)))


def leaning(mark: Mark) -> Direction:
    """The one direction that a sign shows for several changes: the worse or better one alone, else mixed."""
    held = {Direction(word) for word, count in mark.direction.items() if count}
    strong = held & {Direction.WEAKENED, Direction.STRENGTHENED, Direction.MIXED}
    if len(strong) > 1:
        return Direction.MIXED
    return next(iter(strong or sorted(held)), Direction.NEUTRAL)


def drawing(found: Timeline, names: Sequence[str], links: Sequence[str]) -> str:
    """The SVG, for those who see it: the table of versions says the same. `names` are those of the versions, `links` where the sign of each step leads."""
    rows = lanes(found)
    width, height = LEFT + STEP * len(names) + 20, TOP + LANE * max(1, len(rows)) + FOOT
    parts = (*_lanes(rows, width), *_versions(found, names, height), *_signs(found, rows, names, links))
    return f'<svg viewBox="0 0 {width} {height}" width="{width}" height="{height}" aria-hidden="true">{"".join(parts)}</svg>'


def _lanes(rows: Sequence[str], width: int) -> Iterator[str]:
    for number, row in enumerate(rows):
        y = _lane(number)
        yield f'<line class="lane" x1="{LEFT}" y1="{y}" x2="{width - 10}" y2="{y}"/>'
        yield f'<text x="{LEFT - 12}" y="{y + 4}" text-anchor="end">{html(_plain(row))}</text>'


def _versions(found: Timeline, names: Sequence[str], height: int) -> Iterator[str]:
    """A thin line a version, dashed where its text looks broken, and its name below, turned to fit."""
    foot = height - FOOT
    for number, name in enumerate(names):
        x = _version(number)
        doubtful = number and found.verdicts[number - 1] == Verdict.SUSPECT
        yield f'<line class="version{" doubtful" if doubtful else ""}" x1="{x}" y1="{TOP - 18}" x2="{x}" y2="{foot}"/>'
        yield f'<text class="name" x="{x}" y="{foot + 12}" text-anchor="end" transform="rotate(-45 {x} {foot + 12})">{html(name)}</text>'


def _signs(found: Timeline, rows: Sequence[str], names: Sequence[str], links: Sequence[str]) -> Iterator[str]:
    for number, marks in enumerate(found.marks):
        for mark in marks:
            shape = _shape(mark, _version(number + 1), _lane(rows.index(mark.category)))
            words = f"{names[number + 1]}, {topic(mark)}: {mark_words(mark)}"
            yield f'<a href="{html(links[number])}" tabindex="-1"><title>{html(words)}</title>{shape}</a>'


def mark_words(mark: Mark) -> str:
    """The changes of a mark in words: "2 weakened, 1 unclear"."""
    return ", ".join(f"{count:,} {direction}" for direction, count in mark.direction.items()) or counted(0, "change")


def topic(mark: Mark) -> str:
    """The section category of a mark in words: "access rights"."""
    return _plain(mark.category)


def sign(direction: Direction) -> str:
    """The sign of a direction on its own, for the legend."""
    return f'<svg width="14" height="14" aria-hidden="true">{_outline(direction, 7, 7, SMALLEST)}</svg>'


def _plain(category: str) -> str:
    return category.replace("-", " ") or "elsewhere"


def _shape(mark: Mark, x: int, y: int) -> str:
    return _outline(leaning(mark), x, y, min(LARGEST, SMALLEST * sqrt(sum(mark.direction.values()))))


def _outline(direction: Direction, x: int, y: int, half: float) -> str:
    places = {
        "x": x,
        "y": y,
        "l": x - half,
        "r": x + half,
        "t": y - half,
        "b": y + half,
        "half": half,
        "size": 2 * half,
    }
    drawn = SHAPES[direction].format_map({name: f"{place:.1f}" for name, place in places.items()})
    return f'<g class="sign {direction}">{drawn}</g>'


def _lane(number: int) -> int:
    return TOP + LANE * number + LANE // 2


def _version(number: int) -> int:
    return LEFT + STEP * number + STEP // 2
