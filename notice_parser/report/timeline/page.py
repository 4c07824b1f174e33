"""The page of a timeline: the drawing, the same as a table, and since when each promise stands as it does."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from notice_parser.change import Life, Timeline, Version
from notice_parser.report.safe import html
from notice_parser.report.timeline.drawing import drawing, mark_words, sign, topic
from notice_parser.report.verdict import title
from notice_parser.report.web import document
from notice_parser.report.wording import counted, date_of
from notice_parser.vocabulary import Direction

STYLE = "timeline.css"
DAY = 10  # characters of "2026-09-01", and of the day that begins the name of a version from git


def timeline_html(found: Timeline, reports: Sequence[str]) -> bytes:
    """The page. Signs lead to the reports of their steps, or to the rows of the table where there are no reports."""
    names = _names(found.versions)
    links = [*reports] or [f"#version-{number + 1}" for number in range(1, len(names))]
    subject = title(found.versions[-1])
    parts = (*_head(found, subject), *_drawn(found, names, links), *_steps(found, names, reports), *_ages(found, names))
    maker = found.produced_by
    foot = f"{maker.name} {maker.version}, rules {maker.rules}"
    body = "\n".join((*parts, f'<footer><p class="soft">{html(foot)}</p></footer>'))
    return document(f"{subject}: timeline", body, style=STYLE)


def _names(versions: Sequence[Version]) -> list[str]:
    """What the versions are called: by their dates where these tell them apart, else by their files."""
    dates = [version.metadata.last_updated or version.metadata.effective_date or "" for version in versions]
    if all(dates) and len({*dates}) == len(dates):
        return dates
    return [version.source.name[:DAY] or f"version {number}" for number, version in enumerate(versions, 1)]


def _head(found: Timeline, subject: str) -> Iterator[str]:
    first, last = found.versions[0], found.versions[-1]
    counts = Counter(
        word for marks in found.marks for mark in marks for word, n in mark.direction.items() for _ in range(n)
    )
    words = ", ".join(f"{counts[d]:,} {d}" for d in Direction if counts[d]) or "no promise changed"
    yield f'<a class="skip" href="#promises">Skip to the promises</a><header><h1>{html(subject)}: timeline</h1>'
    yield f"<p>{counted(len(found.versions), 'version')}, {html(date_of(first.metadata))} to {html(date_of(last.metadata))}. Changes to promises: {words}.</p></header>"


def _drawn(found: Timeline, names: Sequence[str], links: Sequence[str]) -> Iterator[str]:
    yield '<main><section><h2 id="drawn">Changes to promises, by topic and version</h2>'
    yield f'<ul class="signs">{"".join(f"<li>{sign(d)} {d}</li>" for d in Direction)}</ul>'
    yield '<div class="wide" role="region" aria-labelledby="drawn" tabindex="0">'
    yield f"{drawing(found, names, links)}</div></section>"


def _steps(found: Timeline, names: Sequence[str], reports: Sequence[str]) -> Iterator[str]:
    """The drawing as a table: for those who hear the page, and for those who want the numbers."""
    heads = ("version", "date", "verdict", "changes to promises", *(["report"] if reports else []))
    yield '<section><h2 id="versions">Versions</h2><div class="wide" role="region" aria-labelledby="versions" tabindex="0"><table><thead><tr>'
    yield "".join(f'<th scope="col">{head}</th>' for head in heads) + "</tr></thead><tbody>"
    for number, version in enumerate(found.versions):
        step = number - 1
        verdict = found.verdicts[step] if number else "first"
        dated = "".join(f"<td>{html(cell)}</td>" for cell in (date_of(version.metadata), verdict))
        row = f'{dated}<td class="words">{html(_step_words(found, step) if number else "")}</td>'
        link = _report(reports, step, names) if reports else ""
        yield f'<tr id="version-{number + 1}"><th scope="row">{html(_source(version, names[number]))}</th>{row}{link}</tr>'
    yield "</tbody></table></div></section>"


def _source(version: Version, name: str) -> str:
    return version.source.name or name


def _step_words(found: Timeline, step: int) -> str:
    return "; ".join(f"{topic(mark)}: {mark_words(mark)}" for mark in found.marks[step])


def _report(reports: Sequence[str], step: int, names: Sequence[str]) -> str:
    if step < 0:
        return "<td></td>"
    words = f"{names[step]} to {names[step + 1]}"
    return f'<td><a href="{html(reports[step])}">{html(words)}</a></td>'


def _ages(found: Timeline, names: Sequence[str]) -> Iterator[str]:
    standing = [life for life in found.lives if life.gone is None]
    gone = [life for life in found.lives if life.gone is not None]
    yield '<section id="promises"><h2 id="ages">Since when each promise stands</h2>'
    yield from _table(standing, names, "ages", ("statement", "first seen", "last changed"))
    yield "</section>"
    if gone:
        yield '<section><h2 id="gone">Promises that are gone</h2>'
        yield from _table(gone, names, "gone", ("statement", "first seen", "last changed", "gone in"))
        yield "</section>"
    yield "</main>"


def _table(lives: Sequence[Life], names: Sequence[str], label: str, heads: Sequence[str]) -> Iterator[str]:
    """A row a statement, under the heading of its section."""
    yield f'<div class="wide" role="region" aria-labelledby="{label}" tabindex="0"><table class="ages"><thead><tr>'
    yield "".join(f'<th scope="col">{head}</th>' for head in heads) + "</tr></thead>"
    for section, group in groupby(lives, key=lambda life: life.section):
        yield f'<tbody><tr><th scope="rowgroup" colspan="{len(heads)}">{html(section or "Before the first heading")}</th></tr>'
        for key, held in groupby(group, key=lambda life: (life.text, life.first_seen, life.last_changed, life.gone)):
            yield _row(key, [*held], names)
        yield "</tbody>"
    yield "</table></div>"


def _row(key: tuple[str, int, int, int | None], lives: Sequence[Life], names: Sequence[str]) -> str:
    text, first, changed, gone = key
    kinds = ", ".join(dict.fromkeys(f"{life.modality}: {life.action}" for life in lives))
    last = names[changed] if changed != first else "as first seen"
    cells = (names[first], last, *([names[gone]] if gone is not None else []))
    dates = "".join(f"<td>{html(cell)}</td>" for cell in cells)
    return f'<tr><td class="words">{html(text)} <span class="soft">{html(kinds)}</span></td>{dates}</tr>'
