"""A comparison as text and as Markdown."""

import re

import pytest
from report_samples import HOSTILE, comparison, finding, location, signed

from notice_parser.change import Certificate, TopicAccount
from notice_parser.report import COMPARISON_FORMATS, comparison_report, history_report
from notice_parser.report.look import Look
from notice_parser.vocabulary import Direction, Level, Verdict

MOVED = finding(
    rule="PN901", name="moved-or-renumbered", category="editorial", level=Level.INFO, direction=Direction.NEUTRAL
)
TEXT = """\
Harbour Notice
old  old.md, updated 2021-01-15, sha256 aaaaaaaaaaaa
new  new.md, updated 2022-03-01, sha256 bbbbbbbbbbbb

Harbour Notice (updated 2021-01-15 → updated 2022-03-01): CHANGED: 1 commitment
change (1 weakened): 1 error.

Errors (1)

Security > Logs  security

  PN501 retention-extended  ▼ weakened
  Data is kept longer.
    We keep logs for [-30-]{+90+} days.
  because times: 30 days → 90 days
  law     may be material under GDPR 13(2)(a)
  place   old line 12, new line 14
  id      0123456789ab

Editorial: 1 moved-or-renumbered (--all shows them)
"""


def shown(form: str, *findings: object, look: Look | None = None, **changes: object) -> str:
    return comparison_report(comparison(*findings, **changes), form, look or Look()).decode()  # type: ignore[arg-type]


def test_text_at_80_columns() -> None:
    assert shown("text", finding(), MOVED) == TEXT


def test_colour_marks_by_style_and_plain_text_by_brackets() -> None:
    colored = shown("text", finding(), look=Look(color=True))
    assert "\x1b[9;31m30\x1b[0m \x1b[4;32m90\x1b[0m" in colored
    assert "[-" not in colored
    assert "\x1b" not in shown("text", finding())


@pytest.mark.parametrize("form", sorted(COMPARISON_FORMATS.keys() - {"pdf"}))  # pdf is html, printed
def test_hostile_text_is_only_text(form: str) -> None:
    out = shown(form, finding(before=location(HOSTILE), after=None, message=HOSTILE))
    assert "\x1b" not in out
    out = re.sub(r"^````yaml\n.*?^````$", "", out, flags=re.MULTILINE | re.DOTALL)  # code, which shows what it holds
    assert form not in ("markdown", "html", "junit") or "<b>keep" not in out


def test_lines_fit_the_width() -> None:
    out = shown("text", finding(message="A long message about logs. " * 20), look=Look(width=60))
    assert max(map(len, out.split("\n"))) <= 60


def test_a_reason_is_said_once() -> None:
    out = shown("text", finding(message="Data is kept longer; times: 30 days → 90 days."))
    assert "\n  Data is kept longer.\n" in out
    assert out.count("30 days → 90 days") == 1


def test_a_signed_finding_names_who_and_why() -> None:
    assert "approved by counsel@harbour.example on 2022-02-01: fraud look-back" in " ".join(
        shown("text", finding(approved=signed())).split()
    )


def test_findings_stand_by_level_then_section() -> None:
    rows = [
        finding(level=Level.WARNING, rule="PN110", name="hedge-added"),
        finding(after=location("We keep logs.", section="Retention")),
        finding(level=Level.INFO, rule="PN104", name="duty-strengthened", direction=Direction.STRENGTHENED),
    ]
    heads = re.findall(r"^(?:Errors|Warnings|Notes|Retention|Security).*$", shown("text", *rows), re.MULTILINE)
    assert heads == [
        "Errors (1)",
        "Retention  security",
        "Warnings (1)",
        "Security > Logs  security",
        "Notes (1)",
        "Security > Logs  security",
    ]


def test_a_suspect_comparison_says_why() -> None:
    out = shown("text", verdict=Verdict.SUSPECT, reasons=("the new side is an error page",))
    assert "SUSPECT" in out
    assert "- the new side is an error page" in out


def test_a_rewrite_gives_the_account_by_topic() -> None:
    out = shown("text", verdict=Verdict.REWRITTEN, topics=(TopicAccount("retention", 3, 1),))
    assert re.search(r"retention +3 +1", out)


def test_an_equal_notice_carries_its_certificate() -> None:
    out = " ".join(shown("text", verdict=Verdict.EDITORIAL, certificate=Certificate(4, 2, 1, 3, 5, 1)).split())
    assert (
        "Compared and equal on both sides: 4 commitments, 2 numbers, 1 negation, 3 modal verbs, 5 words for parties, 1 link. None of these differs."
        in out
    )
    one = Certificate(4, 2, 1, 3, 5, 1, {"links": 2, "modals": 1, "parties": 3})
    out = " ".join(shown("text", verdict=Verdict.EDITORIAL, certificate=one).split())
    assert out.endswith("On one side only: 2 links, 1 modal verb, 3 words for parties.")


def test_markdown_marks_words_and_folds_nothing() -> None:
    out = shown("markdown", finding())
    assert (
        "> We keep logs for <del>30</del><ins>90</ins> days\\." in out
        or "> We keep logs for <del>30</del><ins>90</ins> days." in out
    )


def test_more_than_two_versions_make_a_table() -> None:
    text = history_report([comparison(finding()), comparison(verdict=Verdict.IDENTICAL)], "text", Look()).decode()
    assert [line.split() for line in text.split("\n")[2:5]] == [
        ["old.md", "2021-01-15"],
        ["new.md", "2022-03-01", "changed"],
        ["new.md", "2022-03-01", "identical"],
    ]
