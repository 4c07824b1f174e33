"""JUnit XML: one case a rule, those that found nothing included."""

from collections.abc import Iterator

from notice_parser.change import Finding
from notice_parser.report.account import Account, Compared
from notice_parser.report.catalogue import rule_entries
from notice_parser.report.look import Look
from notice_parser.report.places import plain_message, problem_words
from notice_parser.report.safe import html
from notice_parser.report.verdict import one_line
from notice_parser.report.wording import counted, place_of

HEAD = '<?xml version="1.0" encoding="UTF-8"?>'


def junit(account: Account, look: Look) -> bytes:
    """A suite for each notice: a case fails where its rule found what needs approval and has none.

    What keeps the notices from passing besides is a suite of its own, and errors.
    """
    del look
    suites = [_suite(notice) for notice in account.notices]
    if account.problems:
        suites.append(_problems(account))
    tests, failures, errors = (
        sum(line.startswith(mark) for suite in suites for line in suite)
        for mark in ("<testcase", "<failure", "<error ")
    )
    root = f'<testsuites name="notice" tests="{tests}" failures="{failures}" errors="{errors}">'
    return "\n".join([HEAD, root, *(line for suite in suites for line in suite), "</testsuites>", ""]).encode()


def _suite(notice: Compared) -> list[str]:
    rules = rule_entries(notice.comparison.findings)
    cases = [list(_case(rule.code, rule.name, notice)) for rule in rules]
    failures = sum(line.startswith("<failure") for case in cases for line in case)
    head = f'<testsuite name="{html(notice.path)}" tests="{len(cases)}" failures="{failures}" errors="0" skipped="0">'
    verdict = f'<properties><property name="verdict" value="{notice.comparison.verdict}"/></properties>'
    foot = f"<system-out>{html(one_line(notice.comparison))}</system-out>"
    return [head, verdict, *(line for case in cases for line in case), foot, "</testsuite>"]


def _case(code: str, name: str, notice: Compared) -> Iterator[str]:
    findings = [finding for finding in notice.comparison.findings if finding.rule == code]
    serious = [finding for finding in findings if notice.needs(finding)]
    path = html(notice.path)
    yield f'<testcase classname="{path}" name="{html(code)} {html(name)}" file="{path}">'
    if serious:  # readers take one failure of a case
        words = counted(len(serious), "finding needs", "findings need") + f" approval: {serious[0].message}"
        yield f'<failure type="{serious[0].level}" message="{html(words)}">{html(" // ".join(map(_words, serious)))}'
        yield "</failure>"
    if rest := [finding for finding in findings if not notice.needs(finding)]:
        yield f"<system-out>{html(' // '.join(map(_words, rest)))}</system-out>"
    yield "</testcase>"


def _words(finding: Finding) -> str:
    side = finding.after or finding.before
    where = f"{side.section}, {place_of(side)}" if side else ""
    return f"{finding.level} {finding.fingerprint}: {plain_message(finding)} ({where})"


def _problems(account: Account) -> list[str]:
    count = len(account.problems)
    lines = [f'<testsuite name="notice check" tests="{count}" failures="0" errors="{count}" skipped="0">']
    for problem in account.problems:
        file, words = html(problem.file), html(problem_words(problem))
        where = f"{problem.file}:{problem.line}" if problem.line else problem.file
        lines.append(f'<testcase classname="{file}" name="{html(f"{where}: {problem.what}")}" file="{file}">')
        lines += [f'<error type="{problem.outcome}" message="{words}">{words}</error>', "</testcase>"]
    return [*lines, "</testsuite>"]
