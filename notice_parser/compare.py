"""The flow from two notices to their comparison: changes, findings, verdict, counts."""

from collections import Counter
from collections.abc import Iterable

from notice_parser.change import Comparison, Finding, Summary, Version
from notice_parser.check import check
from notice_parser.codec import SCHEMA_VERSION
from notice_parser.diff import diff
from notice_parser.model import Notice
from notice_parser.vocabulary import Verdict


def compare(old: Notice, new: Notice, profile: str = "default") -> Comparison:
    """Every difference between two versions, judged."""
    changes = diff(old, new)
    findings = tuple(check(old, new, changes, profile))
    return Comparison(
        schema_version=SCHEMA_VERSION,
        produced_by=new.produced_by,
        old=Version(old.source, old.metadata),
        new=Version(new.source, new.metadata),
        verdict=Verdict.CHANGED if findings else Verdict.IDENTICAL,
        reasons=(),
        summary=summary(findings),
        findings=findings,
    )


def summary(findings: Iterable[Finding]) -> Summary:
    """Findings counted by category and level, commitment findings by direction and section category."""
    findings = tuple(findings)
    promises = [finding for finding in findings if finding.category == "commitment"]
    places = [finding.after or finding.before for finding in promises]
    return Summary(
        category=_counts(finding.category for finding in findings),
        level=_counts(finding.level for finding in findings),
        direction=_counts(finding.direction for finding in promises),
        section=_counts(place.category for place in places if place),
    )


def _counts(words: Iterable[str]) -> dict[str, int]:
    return {str(word): count for word, count in sorted(Counter(words).items())}
