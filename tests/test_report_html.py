"""HTML reports: one file that loads nothing, runs one script, and shows hostile text as text."""

import base64
import hashlib
import re
from typing import Any

import pytest
from lxml import html as parser
from report_samples import HOSTILE, comparison, finding, location, notice

from notice_parser.report import comparison_report, notice_report
from notice_parser.report.look import Look
from notice_parser.vocabulary import Level

PAGES = {
    "diff": comparison_report(
        comparison(finding(), finding(before=location(HOSTILE), level=Level.WARNING)), "html", Look()
    ),
    "notice": notice_report(notice(), "html", Look()),
}


def digest(content: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode() + "'"


@pytest.mark.parametrize("name", PAGES)
def test_the_policy_allows_the_style_and_script_of_the_page_alone(name: str) -> None:
    page = PAGES[name].decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy
    assert "default-src 'none'" in policy[1]
    for tag in ("style", "script"):
        contents = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        expected = digest(contents[0]) if contents else "'none'"
        assert f"{tag}-src {expected}" in policy[1]
    assert not re.search(r"(?:src|style|on\w+)=[\"']", re.sub(r"<meta[^>]+>", "", page))
    assert not re.search(r"https?://", page)


@pytest.mark.parametrize("name", PAGES)
def test_hostile_text_makes_no_element(name: str) -> None:
    page = PAGES[name].decode()
    assert "\x1b" not in page
    tree: Any = parser.fromstring(page)
    assert tree.xpath("//main//b[text()='keep']") == []


def test_findings_are_marked_word_by_word() -> None:
    page: Any = parser.fromstring(PAGES["diff"].decode())
    first = page.xpath("//article")[0]
    assert first.get("data-level") == "error"
    assert "".join(first.xpath(".//del/text()")) == "30"
    assert "".join(first.xpath(".//ins/text()")) == "90"
    assert first.xpath(".//dl")[0].text_content().startswith("rulePN501 retention-extended")


def test_a_notice_shows_commitments_beside_their_sentence_and_losses_in_place() -> None:
    page: Any = parser.fromstring(PAGES["notice"].decode())
    row = page.xpath("//div[ul]")[0]
    assert row.xpath("./p/span")[0].text_content() == "We will tell you of a breach within 30 days[lost]."
    assert row.xpath("./ul/li")[0].text_content().startswith("c1 we must notify")
    assert row.xpath("./ul/li/@id") == ["c1"]
    assert page.xpath("//main/@lang") == ["en"]
    assert [h.text_content() for h in page.xpath("//main//h2 | //main//h3")] == ["Harbour Notice", "Security"]
