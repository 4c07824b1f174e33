"""The list of changes: a card for each, with its words, and why it counts, by which law, and who signed for it."""

from collections.abc import Iterator, Sequence

from notice_parser.model import Commitment, Notice
from notice_parser.report.diff_html.numbered import Numbered
from notice_parser.report.diff_text import headline, notes_of
from notice_parser.report.marked import redline
from notice_parser.report.safe import html
from notice_parser.report.verdict import side_of
from notice_parser.report.wording import HOW, SIGNS, WHO, details
from notice_parser.report.words import word_diff

LEVEL_WORDS = {"error": "error", "warning": "warning", "info": "note", "editorial": "editorial", "none": "editorial"}
Commitments = dict[str, tuple[Commitment, str]]


def cards(found: Sequence[Numbered], notices: tuple[Notice, Notice] | None, language: str) -> Iterator[str]:
    """A card for each change, in the order of the text."""
    old, new = ({c.id: (c, n.text) for c in n.commitments} for n in notices) if notices else ({}, {})
    for change in found:
        finding = change.finding
        slots = _slots(old.get(finding.before_commitment or ""), new.get(finding.after_commitment or ""))
        yield _card(change, "".join(_slot_table(slots)), language)


def _card(change: Numbered, slots: str, language: str) -> str:
    finding = change.finding
    side = side_of(finding)
    section = side.section if side else ""
    place = section.rpartition(" > ")[2] or "Whole notice"
    old, new = (side.quote if side else "" for side in (finding.before, finding.after))
    signed = f'<span class="tag signed">{html(finding.approved.decision)}</span>' if finding.approved else ""
    target = f"#r{change.row}" if change.row else f"#{change.anchor}"
    return (
        f'<article class="finding {change.level}" id="{change.anchor}" tabindex="-1" data-change="{change.number}" data-level="{change.level}" '
        f'data-direction="{finding.direction}" data-kind="{change.kind}" data-section="{html(section)}" data-row="{change.row or ""}">'
        f'<p class="top"><span class="tag {finding.direction}">{SIGNS[finding.direction]} {finding.direction}</span>'
        f'<span class="tag level">{LEVEL_WORDS[change.level]}</span>{signed}</p>'
        f'<h3><a href="{target}"><span class="count">{change.number}</span> {html(headline(finding))}</a></h3>'
        f'<p class="redline" dir="auto" lang="{language}">{redline(word_diff(old, new))}</p>'
        f'<details><summary><span class="place" dir="auto">{html(place)}</span><span class="rule">{html(finding.rule)}</span></summary>'
        f"{slots}<dl>{_notes(change)}</dl></details></article>"
    )


def _notes(change: Numbered) -> str:
    finding = change.finding
    rows = (("rule", f"{finding.rule} {finding.name}"), *notes_of(finding))
    return "".join(f"<div><dt>{label}</dt><dd>{html(text)}</dd></div>" for label, text in rows)


def _slots(old: tuple[Commitment, str] | None, new: tuple[Commitment, str] | None) -> tuple[tuple[str, str, str], ...]:
    """Label, before and after of what either reading of the commitment holds."""
    before, after = (dict(_reading(*side)) if side else {} for side in (old, new))
    return tuple((label, before.get(label, ""), after.get(label, "")) for label in {**before, **after})


def _reading(commitment: Commitment, text: str) -> Iterator[tuple[str, str]]:
    yield "who", WHO[commitment.actor]
    yield "how", HOW[commitment.modality]
    yield "does", str(commitment.action)
    yield from details(commitment, text)


def _slot_table(slots: Sequence[tuple[str, str, str]]) -> Iterator[str]:
    if not slots:
        return
    yield '<table class="slots"><thead><tr><th scope="col">promise</th><th scope="col">before</th><th scope="col">after</th></tr></thead><tbody>'
    for label, before, after in slots:
        look, sign = (' class="differs"', '<span class="hidden-words"> differs</span>') if before != after else ("", "")
        yield f'<tr{look}><th scope="row">{label}{sign}</th><td>{html(before) or "–"}</td><td>{html(after) or "–"}</td></tr>'
    yield "</tbody></table>"
