"""Findings as a continuous integration service places them: a file, a line, and a fingerprint of its own for each."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote

from notice_parser.change import Comparison, Finding, Location
from notice_parser.report.look import Look
from notice_parser.vocabulary import Level

ORDER = {level: number for number, level in enumerate((Level.ERROR, Level.WARNING, Level.INFO, Level.NONE))}


class Placed(NamedTuple):
    """A finding with its line in the new file and a fingerprint that no other finding of the report has."""

    finding: Finding
    line: int
    fingerprint: str


def placed(comparison: Comparison, *, everything: bool = False) -> tuple[Placed, ...]:
    """The findings by level, then in the order of the notice; editorial notes only where everything is asked for."""
    lines = sorted(_line_pairs(comparison.findings))
    seen: Counter[str] = Counter()
    out = []
    for finding in sorted(comparison.findings, key=lambda finding: ORDER[finding.level]):
        if finding.category == "editorial" and ORDER[finding.level] > 1 and not everything:
            continue
        seen[finding.fingerprint] += 1
        fingerprint = _own(finding.fingerprint, seen[finding.fingerprint])
        out.append(Placed(finding, _line(finding, lines), fingerprint))
    return tuple(out)


def path_of(comparison: Comparison, look: Look) -> str:
    """The new file as the command line named it, or its name."""
    return look.path or comparison.new.source.name


def uri(path: str) -> str:
    """A path as a relative URI."""
    return quote(path, safe="/")


def plain_message(finding: Finding) -> str:
    """The message with what it is about, on one line."""
    before, after = (side.quote if side else "" for side in (finding.before, finding.after))
    quotes = f"“{before}” → “{after}”" if before and after else f"gone: “{before}”" if before else f"new: “{after}”"
    return " ".join(f"{finding.message} {quotes}".split())


def _own(fingerprint: str, times: int) -> str:
    """The fingerprint; the same words in several places give several."""
    return fingerprint if times == 1 else hashlib.sha256(f"{fingerprint} {times}".encode()).hexdigest()[:12]


def _line_pairs(findings: tuple[Finding, ...]) -> Iterator[tuple[int, int]]:
    for finding in findings:
        old, new = _source_line(finding.before), _source_line(finding.after)
        if old and new:
            yield old, new


def _line(finding: Finding, pairs: list[tuple[int, int]]) -> int:
    """Its line in the new file; for words that are gone, the nearest line that is known to have survived."""
    if line := _source_line(finding.after):
        return line
    gone = _source_line(finding.before)
    if not gone or not pairs:
        return gone or 1
    old, new = min(pairs, key=lambda pair: abs(pair[0] - gone))
    return max(1, new + min(0, gone - old))


def _source_line(side: Location | None) -> int | None:
    return side.source_line if side else None
