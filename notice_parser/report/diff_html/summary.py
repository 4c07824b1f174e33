"""What a reader needs first: the verdict, the counts, the findings that matter most, and what was compared."""

from collections import Counter
from collections.abc import Iterator, Sequence

from notice_parser.change import Comparison, Version
from notice_parser.model import Notice
from notice_parser.report.diff_html.numbered import Numbered
from notice_parser.report.diff_text import headline
from notice_parser.report.notice_text import lost_counts
from notice_parser.report.places import ORDER
from notice_parser.report.safe import html
from notice_parser.report.verdict import (
    WORDS,
    certificate_words,
    editorial_counts,
    practice_parts,
    promises,
    side_of,
    subject,
)
from notice_parser.report.wording import SIGNS, counted, date_of
from notice_parser.vocabulary import Direction, Level, Verdict

MOST = 3  # findings told in the summary
SEVERITY = {d: n for n, d in enumerate((Direction.WEAKENED, Direction.MIXED, Direction.UNCLEAR, Direction.NEUTRAL))}
LEVEL_COUNTS = ((Level.ERROR, "error"), (Level.WARNING, "warning"), (Level.INFO, "note"))


def head(comparison: Comparison, found: Sequence[Numbered], notices: tuple[Notice, Notice] | None) -> Iterator[str]:
    """The summary."""
    yield '<a class="skip" href="#changes">Skip to the changes</a>'
    yield f'<header class="summary"><p class="eyebrow">What changed</p><h1 dir="auto">{html(subject(comparison))}</h1>'
    yield f'<p class="verdict {comparison.verdict}"><strong>{html(str(comparison.verdict).capitalize())}.</strong> {html(_sentence(comparison))}</p>'
    yield _versions(comparison)
    yield from _counts(comparison)
    yield from _worst(found)
    yield from _notes(comparison, notices)
    yield from _practices(comparison)
    yield from _topics(comparison)
    yield "</header>"


def _sentence(comparison: Comparison) -> str:
    if comparison.verdict == Verdict.CHANGED:
        return f"{counted(len(promises(comparison)), 'change')} to what the notice promises."
    words = WORDS[comparison.verdict].partition(": ")[2]
    return words[:1].upper() + words[1:]


def _versions(comparison: Comparison) -> str:
    sides = (("Old", comparison.old), ("New", comparison.new))
    cells = (f"<div><dt>{name}</dt><dd>{_side(version)}</dd></div>" for name, version in sides)
    return f'<dl class="versions">{"".join(cells)}</dl>'


def _side(version: Version) -> str:
    return f'<b>{html(date_of(version.metadata))}</b> <span class="soft">{html(version.source.name)}</span>'


def _counts(comparison: Comparison) -> Iterator[str]:
    """Commitment findings by direction, then by level, then the editorial ones."""
    held = promises(comparison)
    directions = Counter(finding.direction for finding in held)
    levels = Counter(finding.level for finding in held)
    rows = [(str(d), f"{SIGNS[d]} {d}", directions[d]) for d in Direction if directions[d]]
    rows += [
        ("level", word if levels[level] == 1 else f"{word}s", levels[level])
        for level, word in LEVEL_COUNTS
        if levels[level]
    ]
    if editorial := sum(finding.category == "editorial" for finding in comparison.findings):
        rows.append(("level", "editorial", editorial))
    if rows:
        cells = (f'<li class="{look}"><b>{number:,}</b> {html(words)}</li>' for look, words, number in rows)
        yield f'<ul class="counts" aria-label="Changes counted">{"".join(cells)}</ul>'


def _worst(found: Sequence[Numbered]) -> Iterator[str]:
    """The findings that matter most, in plain words."""
    grave = [c for c in found if c.finding.level in (Level.ERROR, Level.WARNING) and c.finding.category == "commitment"]
    grave.sort(key=_gravity)
    if grave:
        yield '<section class="worst"><h2>What matters most</h2><ol>'
        yield from (_told(change) for change in grave[:MOST])
        yield "</ol></section>"


def _gravity(change: Numbered) -> tuple[bool, int, int, float]:
    finding = change.finding
    order = ORDER[finding.level], SEVERITY.get(finding.direction, len(SEVERITY))
    return (finding.approved is not None, *order, -finding.confidence)


def _told(change: Numbered) -> str:
    finding, side = change.finding, side_of(change.finding)
    place = side.section.rpartition(" > ")[2] if side else ""
    law = f"May be material under {', '.join(finding.reference)}." if finding.reference else ""
    below = " · ".join(filter(None, (f"{SIGNS[finding.direction]} {finding.direction}", place, law)))
    return f'<li><a href="#{change.anchor}">{html(headline(finding))}</a><br><span class="soft" dir="auto">{html(below)}</span></li>'


def _notes(comparison: Comparison, notices: tuple[Notice, Notice] | None) -> Iterator[str]:
    """The noise certificate, the reasons of the verdict, and what extraction lost."""
    editorial = editorial_counts(comparison)
    lines = [*(f"{reason[:1].upper()}{reason[1:]}." for reason in comparison.reasons), certificate_words(comparison)]
    lines += [f"Editorial: {editorial}." if editorial else ""]
    for name, notice in zip(("old", "new"), notices or (), strict=False):
        if lost := lost_counts(notice.losses):
            lines.append(f"Lost in extraction of the {name} version: {lost}; each is marked in place.")
    yield '<ul class="remarks">' + "".join(f"<li>{html(line)}</li>" for line in lines if line) + "</ul>"


def _topics(comparison: Comparison) -> Iterator[str]:
    """For a rewrite: how many commitments each topic had and has."""
    if comparison.topics:
        yield "<table><caption>Commitments by topic</caption><thead>"
        yield '<tr><th scope="col">topic</th><th scope="col">before</th><th scope="col">now</th></tr></thead><tbody>'
        for t in comparison.topics:
            yield f'<tr><th scope="row">{html(t.category)}</th><td class="number">{t.before}</td><td class="number">{t.after}</td></tr>'
        yield "</tbody></table>"


def _practices(comparison: Comparison) -> Iterator[str]:
    """For a rewrite: what one version alone states, with the words that state it."""
    if comparison.practices:
        yield '<h2 id="practices">What only one version states</h2><ul class="practices">'
        for practice in comparison.practices:
            words, quote, place = practice_parts(practice)
            sign = f'<span class="{practice.direction}">{SIGNS[practice.direction]} {practice.direction}</span>'
            yield f'<li><strong>{html(words)}</strong> {sign}<br><q dir="auto">{html(quote)}</q> <span class="soft">{html(place)}</span></li>'
        yield "</ul>"


def foot(comparison: Comparison) -> Iterator[str]:
    """What was compared, to the byte, and by what."""
    maker = comparison.produced_by
    sides = (("old", comparison.old), ("new", comparison.new))
    yield '<footer class="soft">'
    yield from (f"<p>{html(f'{name}: {v.source.name}, sha256 {v.source.sha256}')}</p>" for name, v in sides)
    yield f"<p>{html(f'{maker.name} {maker.version}, rules {maker.rules}')}. Pointers for a lawyer, no legal advice.</p></footer>"
