"""A comparison as one self-contained page: summary first, then every finding, with filters and keys to walk them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import count, groupby

from notice_parser.change import Comparison, Finding, Version
from notice_parser.report.diff_text import headline, notes_of
from notice_parser.report.look import Look
from notice_parser.report.safe import html
from notice_parser.report.verdict import (
    certificate_words,
    editorial_counts,
    grouped,
    one_line,
    promises,
    shown,
    subject,
)
from notice_parser.report.web import document
from notice_parser.report.wording import LEVELS, SIGNS, date_of
from notice_parser.report.words import word_diff
from notice_parser.vocabulary import Direction, Level


def diff_html(comparison: Comparison, look: Look) -> bytes:
    """The comparison as HTML. Editorial findings are there too, filtered out at first unless everything is asked for."""
    findings = shown(comparison, everything=True)
    parts = (*_head(comparison), *_tools(findings, look), *_list(findings), *_foot(comparison))
    return document(f"{subject(comparison)}: what changed", "\n".join(parts), "diff.js")


def several_html(lead: str, notes: Sequence[str], rows: Sequence[tuple[str, Comparison]], look: Look) -> bytes:
    """Several notices on one page: what it comes to, notes, then each notice by its path with its findings."""
    numbers = count(1)
    parts = [
        '<a class="skip" href="#changes">Skip to the changes</a>',
        f'<header>\n<h1>Notices: what changed</h1><p class="verdict">{html(lead)}</p>',
        "".join(["<ul>", *(f"<li>{html(note)}</li>" for note in notes), "</ul></header>"]) if notes else "</header>",
        *_tools(tuple(f for _, comparison in rows for f in comparison.findings), look),
        '<main id="changes">',
    ]
    for path, comparison in rows:
        parts += [f"<section><h2>{html(path)}</h2><p>{html(one_line(comparison))}</p>"]
        parts += [*_groups(shown(comparison, everything=True), numbers, "h3", "h4"), "</section>"]
    return document("Notices: what changed", "\n".join([*parts, "</main>"]), "diff.js")


def _head(comparison: Comparison) -> Iterator[str]:
    yield '<a class="skip" href="#changes">Skip to the changes</a>'
    yield f"<header>\n<h1>{html(subject(comparison))}: what changed</h1>"
    yield f'<p class="verdict {comparison.verdict}">{html(one_line(comparison))}</p>'
    yield "".join(["<ul>", *(f"<li>{html(reason)}</li>" for reason in comparison.reasons), "</ul>"])
    yield f"<dl><dt>old</dt><dd>{_side(comparison.old)}</dd><dt>new</dt><dd>{_side(comparison.new)}</dd></dl>"
    yield from _counts(comparison)
    yield from _topics(comparison)
    yield "</header>"


def _side(version: Version) -> str:
    return html(f"{version.source.name}, {date_of(version.metadata)}, sha256 {version.source.sha256}")


def _counts(comparison: Comparison) -> Iterator[str]:
    """Commitment findings by level and direction."""
    counts = Counter((finding.level, finding.direction) for finding in promises(comparison))
    if not counts:
        return
    yield "<table><caption>Commitment changes</caption><tr><th scope='col'>level</th>"
    yield "".join(f"<th scope='col'>{SIGNS[d]} {d}</th>" for d in Direction) + "</tr>"
    for level in LEVELS:
        if any(counts[level, direction] for direction in Direction):
            cells = "".join(f'<td class="number">{counts[level, d] or ""}</td>' for d in Direction)
            yield f"<tr><th scope='row'>{LEVELS[level]}</th>{cells}</tr>"
    yield "</table>"


def _topics(comparison: Comparison) -> Iterator[str]:
    if comparison.topics:
        yield "<table><caption>Commitments by topic</caption>"
        yield "<tr><th scope='col'>topic</th><th scope='col'>before</th><th scope='col'>now</th></tr>"
        for t in comparison.topics:
            yield f'<tr><th scope="row">{html(t.category)}</th><td class="number">{t.before}</td><td class="number">{t.after}</td></tr>'
        yield "</table>"


def _tools(findings: tuple[Finding, ...], look: Look) -> Iterator[str]:
    """Filters and buttons; hidden where no script runs, for then they would do nothing."""
    kinds = {_kind(finding) for finding in findings}
    yield '<nav class="tools" aria-label="Filter and walk the changes" hidden>'
    yield "<fieldset><legend>Show</legend>"
    yield "".join(
        _box(kind, words, on=kind != "editorial" or look.everything) for kind, words in KINDS.items() if kind in kinds
    )
    yield "</fieldset><fieldset><legend>that are</legend>"
    held = {finding.direction for finding in findings}
    yield "".join(_box(d, f"{SIGNS[d]} {d}", on=True) for d in Direction if d in held)
    yield '</fieldset><button id="previous" type="button">Previous</button><button id="next" type="button">Next</button>'
    yield '<label><input type="checkbox" id="keys" checked> keys n and p</label><span role="status"></span></nav>'


KINDS = {
    **{str(level): words.lower() for level, words in LEVELS.items() if level != Level.NONE},
    "editorial": "editorial",
}


def _kind(finding: Finding) -> str:
    return (
        "editorial"
        if finding.category == "editorial" and finding.level in (Level.INFO, Level.NONE)
        else str(finding.level)
    )


def _box(value: str, words: str, *, on: bool) -> str:
    return f'<label><input type="checkbox" data-value="{value}"{" checked" if on else ""}> {html(words)}</label>'


def _list(findings: tuple[Finding, ...]) -> Iterator[str]:
    yield '<main id="changes">'
    yield from _groups(findings, count(1), "h2", "h3")
    yield "</main>"


def _groups(findings: tuple[Finding, ...], numbers: Iterator[int], over: str, under: str) -> Iterator[str]:
    """The findings by level and section, below headings of two ranks."""
    for level, sections in groupby(grouped(findings), key=lambda row: row[0]):
        yield f'<section class="group"><{over}>{LEVELS[level]}</{over}>'
        for _, section, category, held in sections:
            words = f'{html(section or "Whole notice")} <span class="soft">{html(category)}</span>'
            yield f'<section class="group"><{under}>{words}</{under}>'
            yield from (_finding(finding, next(numbers)) for finding in held)
            yield "</section>"
        yield "</section>"


def _finding(finding: Finding, number: int) -> str:
    notes = "".join(f"<dt>{label}</dt><dd>{html(words)}</dd>" for label, words in notes_of(finding))
    tag = f'<span class="tag {finding.direction}">{SIGNS[finding.direction]} {finding.direction}</span>'
    return (
        f'<article class="finding" id="change-{number}" tabindex="-1" data-level="{_kind(finding)}" '
        f'data-direction="{finding.direction}"><h4>{html(finding.rule)} {html(finding.name)} {tag}</h4>'
        f'<p>{html(headline(finding))}</p><p class="redline">{_redline(finding)}</p><dl>{notes}</dl></article>'
    )


def _redline(finding: Finding) -> str:
    """The change with `<del>` and `<ins>`, and hidden words for those who hear the page."""
    old, new = (side.quote if side else "" for side in (finding.before, finding.after))
    return "".join(
        html(s.old) if s.same else _mark("del", "removed", s.old) + _mark("ins", "added", s.new)
        for s in word_diff(old, new)
    )


def _mark(tag: str, words: str, text: str) -> str:
    hidden = '<span class="hidden-words">[{}]</span>'
    return f"<{tag}>{hidden.format(words)}{html(text)}{hidden.format('end')}</{tag}>" if text else ""


def _foot(comparison: Comparison) -> Iterator[str]:
    words = (f"Editorial: {counts}." if (counts := editorial_counts(comparison)) else "", certificate_words(comparison))
    maker = comparison.produced_by
    yield "<footer>" + "".join(f"<p>{html(line)}</p>" for line in words if line)
    yield f'<p class="soft">{html(f"{maker.name} {maker.version}, rules {maker.rules}")}. Pointers for a lawyer, no legal advice.</p></footer>'
