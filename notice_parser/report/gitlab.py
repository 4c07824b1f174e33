"""GitLab code quality: a list of issues, each with a fingerprint of its own."""

from notice_parser.change import Comparison
from notice_parser.codec import document_bytes
from notice_parser.report.look import Look
from notice_parser.report.places import path_of, placed, plain_message
from notice_parser.report.safe import visible
from notice_parser.vocabulary import Level

SEVERITY = {Level.ERROR: "major", Level.WARNING: "minor", Level.INFO: "info", Level.NONE: "info"}


def gitlab(comparison: Comparison, look: Look) -> bytes:
    """Every finding that nobody signed."""
    path = path_of(comparison, look)
    issues = [
        {
            "description": f"{finding.rule} {finding.name}: {visible(plain_message(finding))}",
            "check_name": finding.name,
            "fingerprint": fingerprint,
            "severity": SEVERITY[finding.level],
            "location": {"path": path, "lines": {"begin": line}},
        }
        for finding, line, fingerprint in placed(comparison, everything=look.everything)
        if finding.approved is None
    ]
    return document_bytes(issues)
