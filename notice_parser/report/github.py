"""GitHub Actions: annotations on the lines of a pull request, step outputs, and a log that starts no command.

A step shows ten annotations of a kind, so the gravest come first.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator

from notice_parser.report.account import Account
from notice_parser.report.look import Look
from notice_parser.report.places import placed, plain_message, problem_words
from notice_parser.report.safe import visible
from notice_parser.report.wording import counted
from notice_parser.vocabulary import Level

COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "notice", Level.NONE: "notice"}
SHOWN = {"error": 10, "warning": 10, "notice": 9}  # of each in a step; the tenth notice says what was cut
MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})
# What the runner takes for a command: "::error::x" at the start of a line, "##[error]x" anywhere.
COMMAND = re.compile(r"^([^\S\n]*):(?=:)|#(?=#\[)", re.MULTILINE)


def annotations(account: Account, look: Look) -> bytes:
    """Problems, then findings, gravest first, and a last line that says how many were cut. Signed ones are notices."""
    counts: Counter[str] = Counter()
    lines = []
    for command, path, line, title, words in _rows(account, look):
        counts[command] += 1
        if counts[command] <= SHOWN[command]:
            place = f"file={path.translate(PROPERTY)},line={line},title={title.translate(PROPERTY)}"
            lines.append(f"::{command} {place}::{visible(words).translate(MESSAGE)}")
    cut = sum(max(0, count - SHOWN[command]) for command, count in counts.items())
    rest = f" {counted(cut, 'more annotation is', 'more annotations are')} not shown here." if cut else ""
    lines.append(f"::notice title=notice::{visible(account.headline).translate(MESSAGE)}{rest}")
    return ("\n".join(lines) + "\n").encode()


def _rows(account: Account, look: Look) -> Iterator[tuple[str, str, int, str, str]]:
    """Command, path, line, title and message of every annotation."""
    for problem in account.problems:
        yield "error", visible(problem.file), problem.line or 1, "notice check", problem_words(problem)
    rows = placed(account, everything=look.everything)
    for row in sorted(rows, key=lambda row: row.finding.approved is not None):
        finding = row.finding
        command = "notice" if finding.approved else COMMANDS[finding.level]
        title = f"{finding.rule} {finding.name}"
        yield command, visible(row.notice.path), row.line, title, f"{plain_message(finding)} [{finding.fingerprint}]"


def step_outputs(account: Account) -> bytes:
    """What later steps read, as GITHUB_OUTPUT takes it. No value can end its own block: its mark is its own hash."""
    findings = [finding for _, finding in account.findings()]
    needed = [(notice, finding) for notice, finding in account.findings() if notice.needs(finding)]
    values = {
        "outcome": str(account.outcome),
        "headline": visible(account.headline),
        "verdicts": "\n".join(str(notice.comparison.verdict) for notice in account.notices),
        "findings": str(len(findings)),
        "approved": str(sum(finding.approved is not None for finding in findings)),
        "open": str(len(needed)),
        "fingerprints": "\n".join(dict.fromkeys(finding.fingerprint for _, finding in needed)),
        **{f"{level}s": str(sum(f.level == level for f in findings)) for level in (Level.ERROR, Level.WARNING)},
    }
    return "".join(_block(name, value) for name, value in values.items()).encode()


def _block(name: str, value: str) -> str:
    mark = f"notice_{hashlib.sha256(value.encode()).hexdigest()}"
    return f"{name}<<{mark}\n{value}\n{mark}\n"


def log(report: bytes) -> bytes:
    """A text report as the log of a step may hold it: no line of it is a command."""
    return COMMAND.sub(lambda found: f"{found.group()} ", report.decode()).encode()
