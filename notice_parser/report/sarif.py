"""SARIF 2.1.0, as code scanning reads it."""

from typing import Any

from notice_parser.change import Comparison, Finding
from notice_parser.check import RuleEntry
from notice_parser.codec import document_bytes
from notice_parser.report.catalogue import document, rule_entries
from notice_parser.report.diff_text import notes_of
from notice_parser.report.look import Look
from notice_parser.report.places import Placed, path_of, placed, plain_message, uri
from notice_parser.report.safe import markdown, visible
from notice_parser.vocabulary import Level

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "note", Level.NONE: "none"}


def sarif(comparison: Comparison, look: Look) -> bytes:
    """One run with the rules that fired and a result for every finding."""
    rows = placed(comparison, everything=look.everything)
    rules = rule_entries([row.finding for row in rows])
    index = {rule.code: number for number, rule in enumerate(rules)}
    path = uri(path_of(comparison, look))
    maker = comparison.produced_by
    driver = {"name": maker.name, "version": maker.version, "rules": [_rule(rule) for rule in rules]}
    results = [_result(row, path, comparison, index) for row in rows]
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": results,
        "properties": {"verdict": str(comparison.verdict), "reasons": list(comparison.reasons)},
    }
    return document_bytes({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: RuleEntry) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.name.replace("-", " ")},
        "fullDescription": {"text": document(rule)},
        "help": {"text": _help(rule), "markdown": markdown(_help(rule))},
        "defaultConfiguration": {"level": LEVELS[rule.level]},
    }


def _help(rule: RuleEntry) -> str:
    law = f" May be material under {', '.join(rule.reference)}." if rule.reference else ""
    return f"{document(rule)} Example: {rule.example}.{law}"


def _result(row: Placed, path: str, comparison: Comparison, index: dict[str, int]) -> dict[str, Any]:
    finding = row.finding
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index[finding.rule],
        "level": LEVELS[finding.level],
        "message": {"text": visible(plain_message(finding))},
        "locations": [_location(path, row.line, finding.after.quote if finding.after else "")],
        "partialFingerprints": {"primaryLocationLineHash": row.fingerprint},
        "properties": {"direction": str(finding.direction), **{k: visible(v) for k, v in notes_of(finding)}},
    }
    if finding.before:
        old = _location(uri(comparison.old.source.name), finding.before.source_line or 1, finding.before.quote)
        result["relatedLocations"] = [{"id": 1, "message": {"text": f"before: {visible(finding.before.quote)}"}, **old}]
    if finding.approved:
        result["suppressions"] = [_suppression(finding)]
    return result


def _suppression(finding: Finding) -> dict[str, str]:
    signed = finding.approved
    assert signed is not None
    status = "rejected" if signed.decision == "rejected" else "accepted"
    return {"kind": "external", "status": status, "justification": f"{signed.decision} by {signed.by}: {signed.reason}"}


def _location(path: str, line: int, quote: str) -> dict[str, Any]:
    region = {"startLine": line, "startColumn": 1, "endLine": line, "endColumn": len(quote) + 1}
    return {"physicalLocation": {"artifactLocation": {"uri": path}, "region": region}}
