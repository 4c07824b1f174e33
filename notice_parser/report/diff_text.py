"""A comparison for a person at a terminal, in a pipe or in a mail."""

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from notice_parser.change import Comparison, Finding, PracticeChange, Version
from notice_parser.report.look import Look
from notice_parser.report.places import signed_words
from notice_parser.report.terminal import indented, redline, screen, text, written
from notice_parser.report.verdict import (
    certificate_words,
    editorial_counts,
    grouped,
    one_line,
    practice_parts,
    shown,
    subject,
)
from notice_parser.report.wording import LEVELS, SIGNS, date_of, place_of
from notice_parser.vocabulary import Direction, Level, Verdict

if TYPE_CHECKING:
    from rich.console import RenderableType

LONGEST = 500  # characters of one stretch shown: a rewritten topic is a page
TINTS = {Level.ERROR: "bold red", Level.WARNING: "bold yellow", Level.INFO: "bold cyan", Level.NONE: "bold"}
LEANINGS = {Direction.WEAKENED: "red", Direction.STRENGTHENED: "green", Direction.UNCLEAR: "magenta"}
VERDICTS = {Verdict.CHANGED: "bold yellow", Verdict.REWRITTEN: "bold magenta", Verdict.SUSPECT: "bold red"}


def diff_text(comparison: Comparison, look: Look) -> bytes:
    """The comparison as text: verdict first, then findings by level and section."""
    console = screen(look)
    for part in (*_head(comparison), *_topics(comparison), *_findings(comparison, look), *_foot(comparison, look)):
        console.print(part)
    return written(console)


def _head(comparison: Comparison) -> Iterator["RenderableType"]:
    yield text((subject(comparison), "bold"))
    yield text(("old  ", "dim"), _side(comparison.old))
    yield text(("new  ", "dim"), _side(comparison.new))
    yield ""
    yield text((one_line(comparison), VERDICTS.get(comparison.verdict, "bold green")))
    for reason in comparison.reasons:
        yield indented(text(f"- {reason}"), 2)
    yield ""


def _side(version: Version) -> str:
    return f"{version.source.name}, {date_of(version.metadata)}, sha256 {version.source.sha256[:12]}"


def _topics(comparison: Comparison) -> Iterator["RenderableType"]:
    """For a rewrite: how many commitments each topic had and has, and what one version alone states."""
    from rich.table import Table

    if not comparison.topics:
        return
    table = Table(box=None, padding=(0, 2, 0, 0), show_edge=False)
    table.add_column("Topic")
    table.add_column("Before", justify="right")
    table.add_column("Now", justify="right")
    for topic in comparison.topics:
        style = "red" if topic.after < topic.before else ""
        table.add_row(text(topic.category), str(topic.before), text((str(topic.after), style)))
    yield table
    yield ""
    if comparison.practices:
        yield text(("What only one version states", "underline"))
        for practice in comparison.practices:
            yield indented(_practice(practice), 2)
        yield ""


def _practice(practice: PracticeChange) -> "RenderableType":
    """An entry of the account: where it leans, what it is, and the words that state it."""
    words, quote, place = practice_parts(practice)
    return text(
        (f"{SIGNS[practice.direction]} ", LEANINGS.get(practice.direction, "")),
        words,
        (f"  “{quote}” ({place})", "dim"),
    )


def _findings(comparison: Comparison, look: Look) -> Iterator["RenderableType"]:
    rows = grouped(shown(comparison, everything=look.everything))
    for level, sections in groupby(rows, key=lambda row: row[0]):
        held = list(sections)
        count = sum(len(findings) for *_, findings in held)
        yield text((f"{LEVELS[level]} ({count})", f"{TINTS[level]} underline"))
        for _, section, category, findings in held:
            yield ""
            yield text((section or "Whole notice", "bold"), "  ", (category, "dim"))
            for finding in findings:
                yield indented(_finding(finding, look), 2)
        yield ""


def _finding(finding: Finding, look: Look) -> "RenderableType":
    from rich.console import Group
    from rich.table import Table

    sign = SIGNS[finding.direction]
    head = text(
        (finding.rule, TINTS[finding.level]),
        f" {finding.name}  ",
        (f"{sign} {finding.direction}", LEANINGS.get(finding.direction, "")),
    )
    notes = Table.grid(padding=(0, 1))
    for label, words in notes_of(finding):
        notes.add_row(text((label, "dim")), text(words))
    old, new = (side.quote if side else "" for side in (finding.before, finding.after))
    longest = None if look.everything else LONGEST
    return Group(
        "", head, text(headline(finding)), indented(redline(old, new, color=look.color, longest=longest), 2), notes
    )


def headline(finding: Finding) -> str:
    """The message without the reason that stands below it."""
    reason = f"; {finding.because[0]}." if finding.because else ""
    return (
        finding.message.removesuffix(reason) + "." if reason and finding.message.endswith(reason) else finding.message
    )


def notes_of(finding: Finding) -> tuple[tuple[str, str], ...]:
    """What stands under a finding: why it was found, the law, the place, doubts and the sign-off."""
    sure = finding.confidence
    rows = (
        ("because", "; ".join(finding.because)),
        ("law", _law(finding)),
        ("place", places(finding)),
        ("doubt", f"the reading is {sure:.0%} sure" if sure < 0.75 else ""),
        ("signed", signed_words(finding.approved)),
        ("id", finding.fingerprint),
    )
    return tuple((label, words) for label, words in rows if words)


def _law(finding: Finding) -> str:
    """Pointers for a lawyer: for an editorial change, to what says that it needs no notice."""
    lead = "see " if finding.category == "editorial" else "may be material under "
    return lead + ", ".join(finding.reference) if finding.reference else ""


def places(finding: Finding) -> str:
    """Where both sides stand: "old line 120, new line 124"."""
    sides = (("old", finding.before), ("new", finding.after))
    words = [f"{name} {where}" for name, side in sides if side and (where := place_of(side))]
    if finding.before and finding.after and finding.before.section not in ("", finding.after.section):
        words.append(f"was in “{finding.before.section}”")
    return ", ".join(words)


def _foot(comparison: Comparison, look: Look) -> Iterator["RenderableType"]:
    if counts := editorial_counts(comparison):
        yield text(("Editorial: ", "bold"), counts, ("" if look.everything else " (--all shows them)", "dim"))
    if words := certificate_words(comparison):
        yield text(words)
