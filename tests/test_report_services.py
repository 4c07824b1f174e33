"""The formats of continuous integration services, on findings made by hand."""

import json
import re
from typing import Any

from lxml import etree
from report_samples import HOSTILE, comparison, finding, location, signed

from notice_parser.report import comparison_report
from notice_parser.report.look import Look
from notice_parser.vocabulary import Direction, Level

LOOK = Look(path="notices/a b.md")
GONE = finding(
    rule="PN101", name="commitment-removed", after=None, before=location("We do not sell.", 20), fingerprint="b" * 12
)
WEAK = finding(level=Level.WARNING, rule="PN110", name="hedge-added", fingerprint="c" * 12)
NOTE = finding(
    level=Level.INFO, rule="PN104", name="duty-strengthened", direction=Direction.STRENGTHENED, approved=signed()
)
MOVED = finding(
    rule="PN901", name="moved-or-renumbered", category="editorial", level=Level.INFO, direction=Direction.NEUTRAL
)


def made(form: str, *findings: Any) -> Any:
    out = comparison_report(comparison(*findings), form, LOOK)
    return json.loads(out) if form in ("sarif", "gitlab") else out.decode()


def test_sarif_places_every_result_and_names_its_rule() -> None:
    run = made("sarif", finding(), GONE, WEAK, NOTE, MOVED)["runs"][0]
    rules, results = run["tool"]["driver"]["rules"], run["results"]
    assert [result["ruleId"] for result in results] == ["PN501", "PN101", "PN110", "PN104"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in results)
    assert [result["level"] for result in results] == ["error", "error", "warning", "note"]
    place = results[0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "notices/a%20b.md"
    assert set(place["region"]) == {"startLine", "startColumn", "endLine", "endColumn"}
    assert {key for rule in rules for key in rule} >= {"id", "shortDescription", "fullDescription", "help"}
    assert results[3]["suppressions"][0]["status"] == "accepted"


def test_sarif_anchors_what_is_gone_to_a_line_that_survived() -> None:
    results = made("sarif", finding(), GONE)["runs"][0]["results"]
    assert results[1]["locations"][0]["physicalLocation"]["region"]["startLine"] == 14
    assert results[1]["relatedLocations"][0]["message"]["text"] == "before: We do not sell."


def test_fingerprints_are_unique_and_stable() -> None:
    twice = made("gitlab", finding(), finding(), finding())
    prints = [issue["fingerprint"] for issue in twice]
    assert prints[0] == "0123456789ab"
    assert len(set(prints)) == 3
    assert prints == [issue["fingerprint"] for issue in made("gitlab", finding(), finding(), finding())]


def test_junit_fails_a_rule_with_an_unsigned_error_only() -> None:
    suite = etree.fromstring(made("junit", finding(), WEAK, finding(rule="PN102", approved=signed())).encode())[0]
    failed = {case.get("name", "")[:5] for case in suite.iter("testcase") if case.find("failure") is not None}
    assert failed == {"PN501"}
    assert suite.get("failures") == "1"


def test_github_escapes_and_announces_what_it_cut() -> None:
    out = made("github", *[finding(message=f"100% kept\n::error::{n}") for n in range(12)])
    lines = out.splitlines()
    assert lines[0].startswith(
        "::error file=notices/a b.md,line=14,title=PN501 retention-extended::100%25 kept ::error::0 "
    )
    assert len(lines) == 11
    assert lines[-1].endswith("2 more are not shown here.")


def test_github_sorts_the_gravest_first_and_leaves_signed_ones_out() -> None:
    lines = made("github", WEAK, NOTE, finding()).splitlines()
    assert [re.match(r"::(\w+)", line).group(1) for line in lines] == ["error", "warning", "notice"]  # type: ignore[union-attr]


def test_hostile_text_starts_no_command_and_no_element() -> None:
    wild = finding(before=location(HOSTILE + "\n::error::x"), message="]]><x>\x07 ::set-output name=a::b")
    assert len(made("github", wild).splitlines()) == 2
    assert "<x>" not in made("junit", wild)
    etree.fromstring(made("junit", wild).encode())
    assert "\x1b" not in json.dumps(made("sarif", wild), ensure_ascii=False)
