"""Findings as a continuous integration service places them: a file, a line, and a fingerprint of its own for each."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote

from notice_parser.change import Approval, Finding
from notice_parser.report.account import Account, Compared
from notice_parser.report.safe import visible
from notice_parser.sign_off import Problem
from notice_parser.vocabulary import Level

ORDER = {level: number for number, level in enumerate((Level.ERROR, Level.WARNING, Level.INFO, Level.NONE))}
LONGEST = 600  # characters of a quote in a message


class Placed(NamedTuple):
    """A finding with its notice, its line in the new file and a fingerprint that no other finding of the report has."""

    notice: Compared
    finding: Finding
    line: int
    fingerprint: str


def placed(account: Account, *, everything: bool = False) -> tuple[Placed, ...]:
    """The findings by level, signed ones last in theirs, then in the order of the notices.

    Editorial notes only where everything is asked for.
    """
    seen: Counter[str] = Counter()
    rows = sorted(account.findings(), key=lambda row: (ORDER[row[1].level], row[1].approved is not None))
    out = []
    for notice, finding in rows:
        if finding.category == "editorial" and ORDER[finding.level] > 1 and not everything and not finding.approved:
            continue
        seen[finding.fingerprint] += 1
        fingerprint = _own(finding.fingerprint, seen[finding.fingerprint])
        out.append(Placed(notice, finding, line_of(finding), fingerprint))
    return tuple(out)


def line_of(finding: Finding) -> int:
    """Its line in the new file; for words that are gone, the nearest line that is known to have survived."""
    sides = (finding.after.source_line if finding.after else None, finding.nearest_line)
    gone = finding.before.source_line if finding.before and not finding.after else None
    return next((line for line in (*sides, gone) if line), 1)


def uri(path: str) -> str:
    """A path as a relative URI."""
    return quote(path.encode(errors="surrogatepass"), safe="/")


def plain_message(finding: Finding, longest: int = LONGEST) -> str:
    """The message with what it is about and who signed it, on one line."""
    before, after = (_cut(side.quote, longest) if side else "" for side in (finding.before, finding.after))
    quotes = f"“{before}” → “{after}”" if before and after else f"gone: “{before}”" if before else f"new: “{after}”"
    signed = signed_words(finding.approved)
    return visible(" ".join(f"{signed and signed + '. '}{_cut(finding.message, 2 * longest)} {quotes}".split()))


def signed_words(signed: Approval | None) -> str:
    """Who signed and why: "approved by counsel@harbour.example on 2022-02-01: fraud look-back"."""
    if signed is None:
        return ""
    rest = f" (obligations: {', '.join(signed.obligations)})" if signed.obligations else ""
    until = f", until {signed.expires}" if signed.expires else ""
    return f"{signed.decision} by {signed.by} on {signed.on}{until}: {signed.reason}{rest}"


def problem_words(problem: Problem) -> str:
    """A problem on one line: what is wrong, and the remedy."""
    return visible(" ".join(f"{problem.what}: {problem.remedy}".split()))


def problem_prints(account: Account) -> Iterator[tuple[Problem, str]]:
    """Every problem with a fingerprint of its own, from its words."""
    for number, problem in enumerate(account.problems):
        words = f"{problem.file}\0{problem.what}\0{number}"
        yield problem, hashlib.sha256(words.encode(errors="surrogatepass")).hexdigest()[:12]


def _own(fingerprint: str, times: int) -> str:
    """The fingerprint; the same words in several places give several."""
    return fingerprint if times == 1 else hashlib.sha256(f"{fingerprint} {times}".encode()).hexdigest()[:12]


def _cut(words: str, longest: int) -> str:
    return words if len(words) <= longest else f"{words[: longest - 1]}…"
