"""GitLab code quality: a list of issues, each with a fingerprint of its own."""

from typing import Any

from notice_parser.codec import document_bytes
from notice_parser.report.account import Account
from notice_parser.report.look import Look
from notice_parser.report.places import Placed, placed, plain_message, problem_prints, problem_words
from notice_parser.report.safe import visible
from notice_parser.vocabulary import Level

SEVERITY = {Level.ERROR: "major", Level.WARNING: "minor", Level.INFO: "info", Level.NONE: "info"}


def gitlab(account: Account, look: Look) -> bytes:
    """What keeps the notices from passing, then every finding; a signed one is there for information."""
    issues = [
        _issue(problem_words(problem), "notice-check", fingerprint, "critical", problem.file, problem.line or 1)
        for problem, fingerprint in problem_prints(account)
    ]
    return document_bytes([*issues, *map(_finding, placed(account, everything=look.everything))])


def _finding(row: Placed) -> dict[str, Any]:
    finding = row.finding
    words = f"{finding.rule} {finding.name}: {plain_message(finding)}"
    severity = "info" if finding.approved else SEVERITY[finding.level]
    return _issue(words, finding.name, row.fingerprint, severity, row.notice.path, row.line)


def _issue(words: str, name: str, fingerprint: str, severity: str, path: str, line: int) -> dict[str, Any]:
    return {
        "description": words,
        "check_name": name,
        "fingerprint": fingerprint,
        "severity": severity,
        "location": {"path": visible(path), "lines": {"begin": line}},
    }
