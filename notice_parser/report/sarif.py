"""SARIF 2.1.0, as code scanning reads it."""

from typing import TYPE_CHECKING, Any

from notice_parser.change import Finding
from notice_parser.codec import document_bytes
from notice_parser.report.account import Account, Compared
from notice_parser.report.catalogue import document, rule_entries
from notice_parser.report.diff_text import notes_of
from notice_parser.report.look import Look
from notice_parser.report.places import Placed, placed, plain_message, problem_words, signed_words, uri
from notice_parser.report.regions import Region, SourceText
from notice_parser.report.safe import markdown, visible
from notice_parser.sign_off import Problem
from notice_parser.vocabulary import Level, Outcome

if TYPE_CHECKING:
    from notice_parser.check import RuleEntry

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "note", Level.NONE: "none"}
WHOLE = 1_000  # characters of a quote in a message


def sarif(account: Account, look: Look) -> bytes:
    """One run with the rules that fired, a result for every finding, and what kept notices from being judged."""
    rows = placed(account, everything=look.everything)
    rules = rule_entries([row.finding for row in rows])
    index = {rule.code: number for number, rule in enumerate(rules)}
    texts = {notice.path: SourceText(notice.source) for notice in account.notices if notice.source}
    maker = next((notice.comparison.produced_by for notice in account.notices), None)
    driver = {
        "name": "notice_parser",
        **({"version": maker.version} if maker else {}),
        "rules": [_rule(rule) for rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(account)],
        "results": [_result(row, texts.get(row.notice.path), index) for row in rows],
        "properties": {
            "outcome": str(account.outcome),
            "verdicts": {visible(notice.path): str(notice.comparison.verdict) for notice in account.notices},
            "reasons": [visible(reason) for notice in account.notices for reason in notice.comparison.reasons],
        },
    }
    return document_bytes({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: "RuleEntry") -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.name.replace("-", " ")},
        "fullDescription": {"text": document(rule)},
        "help": {"text": _help(rule), "markdown": markdown(_help(rule))},
        "defaultConfiguration": {"level": LEVELS[rule.level]},
    }


def _help(rule: "RuleEntry") -> str:
    example = f" Example: {rule.example}." if rule.example else ""
    law = f" May be material under {', '.join(rule.reference)}." if rule.reference else ""
    return f"{document(rule)}{example}{law}"


def _invocation(account: Account) -> dict[str, Any]:
    """A run that could not judge everything says so, or its empty list of results would look clean."""
    judged = account.outcome in (Outcome.PASSED, Outcome.FINDINGS)
    invocation: dict[str, Any] = {"executionSuccessful": judged}
    if account.problems:
        invocation["toolExecutionNotifications"] = [_notification(problem) for problem in account.problems]
    return invocation


def _notification(problem: Problem) -> dict[str, Any]:
    line = problem.line or 1
    return {
        "level": "error",
        "message": {"text": problem_words(problem)},
        "locations": [_location(problem.file, Region(line, 1, line, 1))],
    }


def _result(row: Placed, text: SourceText | None, index: dict[str, int]) -> dict[str, Any]:
    finding = row.finding
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index[finding.rule],
        "level": LEVELS[finding.level],
        "message": {"text": plain_message(finding, WHOLE)},
        "locations": [_location(row.notice.path, _region(row, text))],
        "partialFingerprints": {"primaryLocationLineHash": row.fingerprint},
        "properties": {
            "direction": str(finding.direction),
            "approvalNeeded": row.notice.needs(finding),
            **{label: visible(words) for label, words in notes_of(finding)},
        },
    }
    if finding.before:
        result["relatedLocations"] = [_before(finding, row.notice)]
    if finding.approved:
        result["suppressions"] = [_suppression(finding)]
    return result


def _region(row: Placed, text: SourceText | None) -> Region:
    """Where the new words stand; for those that are gone, the line nearest to where they stood."""
    if text is None:
        return Region(row.line, 1, row.line, 1)
    after = row.finding.after
    return text.region(after.quote, row.line) if after else text.whole(row.line)


def _before(finding: Finding, notice: Compared) -> dict[str, Any]:
    """The old words, with the line they had in the old file."""
    assert finding.before is not None
    line = finding.before.source_line or 1
    words = f"before: {visible(finding.before.quote)}"
    return {"id": 1, "message": {"text": words}, **_location(notice.path, Region(line, 1, line, 1))}


def _suppression(finding: Finding) -> dict[str, str]:
    signed = finding.approved
    status = "rejected" if signed and signed.decision == "rejected" else "accepted"
    return {"kind": "external", "status": status, "justification": visible(signed_words(signed))}


def _location(path: str, region: Region) -> dict[str, Any]:
    places = dict(zip(("startLine", "startColumn", "endLine", "endColumn"), region, strict=True))
    return {"physicalLocation": {"artifactLocation": {"uri": uri(path)}, "region": places}}
