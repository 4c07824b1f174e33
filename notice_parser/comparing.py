"""The flow from two notices to their comparison: changes, findings, verdict, counts."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from notice_parser.change import Change, Comparison, Finding, InForce, Summary, Version
from notice_parser.check import LEVELS, RULES, check, document_key, profiled
from notice_parser.check.certificates import certificate
from notice_parser.check.languages import unread
from notice_parser.check.practices import practice_changes
from notice_parser.check.topics import topic_accounts, topic_findings
from notice_parser.check.verdicts import is_rewritten, rewritten_share, suspicions
from notice_parser.codec import SCHEMA_VERSION
from notice_parser.diff import Alignment, align
from notice_parser.model import Notice
from notice_parser.vocabulary import Level, Verdict


def compare(
    old: Notice,
    new: Notice,
    profile: str = "default",
    levels: Mapping[str, Level] | None = None,
    alignment: Alignment | None = None,
) -> Comparison:
    """Every difference between two versions, judged under a profile. Raises UsageError for an unknown profile.

    `levels` by code or name of a rule go before those of the profile. Who needs the alignment of the two for more than
    this hands it in, so that it is made once.
    """
    changes = (alignment or align(old, new)).changes
    judged = _compared(old, new, changes, profile, levels)
    return judged.but(config=InForce(profile, dict(sorted((levels or {}).items()))))


def _compared(
    old: Notice, new: Notice, changes: Sequence[Change], profile: str, levels: Mapping[str, Level] | None
) -> Comparison:
    rules = profiled(RULES, profile, levels)
    reasons = tuple(suspicions(old, new, changes))
    if reasons:
        kept = (change for change in changes if change.old and change.new and change.kind != "modified")
        return _comparison(
            old, new, Verdict.SUSPECT, reasons, tuple(check(old, new, tuple(kept), profile, levels=levels))
        )
    net = next(rule for rule in rules if rule.code == "PN905")
    if is_rewritten(old, new, changes):
        share = f"{rewritten_share(old, new, changes):.0%} of the sentence characters differ"
        practices = practice_changes(old, new)
        topics = topic_accounts(old, new)
        found = tuple(topic_findings(old, new, changes, (topics, practices), net, document_key(new)))
        ordered = tuple(sorted(found, key=lambda row: LEVELS.index(row.level)))
        account = _comparison(old, new, Verdict.REWRITTEN, (share,), ordered)
        return account.but(topics=topics, practices=practices)
    judged = check(old, new, changes, profile, levels=levels)
    findings = tuple(sorted(unread(judged, old, new, net, document_key(new)), key=lambda row: LEVELS.index(row.level)))
    return _judged(old, new, changes, findings)


def _judged(old: Notice, new: Notice, changes: Sequence[Change], findings: tuple[Finding, ...]) -> Comparison:
    """The verdict on versions that can be judged sentence by sentence."""
    if any(finding.category == "commitment" for finding in findings):
        touched = sum(finding.category == "commitment" for finding in findings)
        told = "change touches" if len(findings) == 1 else "changes touch"
        return _comparison(old, new, Verdict.CHANGED, (f"{touched} of {len(findings)} {told} a promise",), findings)
    same = not changes and old.text == new.text and bool(old.links) == bool(new.links)
    verdict = Verdict.IDENTICAL if same else Verdict.EDITORIAL
    reason = "words changed, no promise did" if verdict is Verdict.EDITORIAL else "no sentence and no link differs"
    return _comparison(old, new, verdict, (reason,), findings).but(certificate=certificate(old, new))


def _comparison(
    old: Notice, new: Notice, verdict: Verdict, reasons: tuple[str, ...], findings: tuple[Finding, ...]
) -> Comparison:
    return Comparison(
        schema_version=SCHEMA_VERSION,
        produced_by=new.produced_by,
        old=Version(old.source, old.metadata),
        new=Version(new.source, new.metadata),
        verdict=verdict,
        reasons=reasons,
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
