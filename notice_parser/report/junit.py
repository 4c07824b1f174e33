"""JUnit XML: one case a rule, those that found nothing included."""

from collections.abc import Iterator

from notice_parser.change import Comparison, Finding
from notice_parser.report.catalogue import rule_entries
from notice_parser.report.look import Look
from notice_parser.report.places import plain_message
from notice_parser.report.safe import html
from notice_parser.report.verdict import one_line, subject
from notice_parser.report.wording import place_of
from notice_parser.vocabulary import Level


def junit(comparison: Comparison, look: Look) -> bytes:
    """A suite for the comparison: a case fails where its rule found an error that nobody signed."""
    del look
    cases = ["\n".join(_case(rule.code, rule.name, comparison)) for rule in rule_entries(comparison.findings)]
    failures = sum("<failure" in case for case in cases)
    head = f'<testsuite name="{html(subject(comparison))}" tests="{len(cases)}" failures="{failures}" errors="0">'
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<testsuites>", head]
    lines += [f'<properties><property name="verdict" value="{comparison.verdict}"/></properties>', *cases]
    lines += [f"<system-out>{html(one_line(comparison))}</system-out>", "</testsuite>", "</testsuites>", ""]
    return "\n".join(lines).encode()


def _case(code: str, name: str, comparison: Comparison) -> Iterator[str]:
    findings = [finding for finding in comparison.findings if finding.rule == code]
    yield f'<testcase classname="{html(comparison.new.source.name)}" name="{html(code)} {html(name)}">'
    for finding in findings:
        if finding.level == Level.ERROR and finding.approved is None:
            yield f'<failure type="{finding.direction}" message="{html(finding.message)}">{html(_words(finding))}</failure>'
    if rest := [f for f in findings if f.level != Level.ERROR or f.approved]:
        yield f"<system-out>{html(' // '.join(map(_words, rest)))}</system-out>"
    yield "</testcase>"


def _words(finding: Finding) -> str:
    side = finding.after or finding.before
    where = f"{side.section}, {place_of(side)}" if side else ""
    return f"{finding.level} {finding.fingerprint}: {plain_message(finding)} ({where})"
