"""Open findings one by one, as a person decides on them in a terminal."""

from collections.abc import Iterator

from notice_parser.change import Finding
from notice_parser.gate.signing import findings_of
from notice_parser.report.diff_text import headline, notes_of
from notice_parser.report.look import Look
from notice_parser.report.terminal import indented, redline, screen, text, written
from notice_parser.report.wording import SIGNS
from notice_parser.sign_off import Check, CheckedNotice

KEYS = {"a": "approve", "r": "reject", "s": "skip", "d": "details", "q": "quit"}
SHORT = 300  # characters of one stretch shown at first


def open_findings(check: Check) -> Iterator[tuple[CheckedNotice, Finding]]:
    """The findings that need approval, in the order of the report."""
    return ((notice, finding) for notice, finding in findings_of(check) if finding.fingerprint in notice.open)


def card(notice: CheckedNotice, finding: Finding, place: str, look: Look, *, details: bool = False) -> str:
    """One finding with its change; with `details` the whole words, the reasons and the law."""
    console = screen(look)
    side = finding.after or finding.before
    console.print("")
    console.print(text((f"{place}  {notice.path}", "bold"), f"  {side.section if side else ''}"))
    console.print(text(f"{finding.rule} {finding.name}  {SIGNS[finding.direction]} {finding.direction}"))
    console.print(text(headline(finding)))
    old, new = (side.quote if side else "" for side in (finding.before, finding.after))
    console.print(indented(redline(old, new, color=look.color, longest=None if details else SHORT), 2))
    for label, words in notes_of(finding) if details else ():
        console.print(text(f"{label:<8}{words}"))
    return written(console).decode()


def choices() -> str:
    """The keys in one line."""
    return "  ".join(f"[{key}] {word}" for key, word in KEYS.items())
