"""The text of both versions on the page of a comparison: all of it, in order, whatever it holds."""

import re
from collections import Counter
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html as parser
from pages import corpus, every_kind, page, pair, side
from report_samples import comparison, finding, signed

from notice_parser.comparing import compare
from notice_parser.model import Notice
from notice_parser.parsing import parse
from notice_parser.report import comparison_report
from notice_parser.report.diff_html.rows import rows
from notice_parser.report.look import Look
from notice_parser.report.safe import visible
from notice_parser.report.wording import LOSSES

STEPS = [
    ("insurer/v1.runs.txt", "insurer/v2.runs.txt"),
    ("app/v2.md", "app/v3.md"),
    ("shop/v1.docx", "shop/v2.docx"),
    ("app/v1.md", "shop/v1.md"),
    ("insurer/v2.md", "suspect/insurer-truncated.md"),
]
SENTENCES = st.sampled_from(
    (
        "We keep logs for 30 days.",
        "We keep logs for 90 days.",
        "We do not sell your data.",
        "We may sell your data.",
        "- Names and addresses",
        "## Security",
        "## Cookies",
        "We use cookies when you sail. They last a year.",
        "They last a year. We use cookies when you sail.",
        "Write to us & <ask>.",
        "私たちは個人情報を販売しません。",
    )
)
TEXTS = st.lists(SENTENCES, min_size=1, max_size=12).map(lambda blocks: "# Harbour Notice\n\n" + "\n\n".join(blocks))
HOSTILE = {
    "script": "<script>alert(1)</script>",
    "handler": '<img src=x onerror="alert(1)"> " onclick="alert(1)',
    "link": "[here](javascript:alert(1)) <a href='javascript:alert(1)'>there</a>",
    "bidi": "safe \u202egnihton\u202c \u2066and\u2069 \u200fmore",
    "nul": "a\x00b \x1b[2J c",
    "long": "w" * 100_000,
    "rtl": "سياسة الخصوصية שלום",
    "cjk": "隐私政策 個人情報の取り扱い",
    "closing": "</p></div></main></style></script>-->]]>",
    "entity": "&lt;b&gt; &amp;amp; &#60;",
}


def lines(notice: Notice) -> list[str]:
    return [" ".join(visible(line).split()) for line in notice.text.split("\n") if line.strip()]


def check(notices: tuple[Notice, Notice], data: bytes) -> None:
    for number, name in enumerate(("old", "new")):
        assert side(data, name) == lines(notices[number])


@pytest.mark.parametrize(("before", "after"), STEPS)
def test_each_side_is_its_notice(before: str, after: str) -> None:
    notices = corpus(before, after)
    check(notices, page(notices))


@given(TEXTS, TEXTS)
@settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.too_slow])
def test_no_text_of_any_two_notices_is_lost(before: str, after: str) -> None:
    notices = pair(before, after)
    check(notices, page(notices))


@given(TEXTS, TEXTS)
@settings(deadline=None, max_examples=12)
def test_rows_hold_every_block_once_and_in_order(before: str, after: str) -> None:
    old, new = pair(before, after)
    found = rows(old, new)
    for notice, sides in ((old, [row.old for row in found]), (new, [row.new for row in found])):
        assert [line.text for line in sides if line] == [line for line in notice.text.split("\n") if line.strip()]
    for row in found:
        if row.old and row.new:
            assert "".join("".join(s.old for s in row.stretches).split()) == "".join(row.old.text.split())
            assert "".join("".join(s.new for s in row.stretches).split()) == "".join(row.new.text.split())


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_findings_change_nothing_but_the_text_shown(name: str) -> None:
    text = HOSTILE[name]
    notices = pair("# Notice\n\nWe keep logs for 30 days.", "# Notice\n\nWe keep logs for 90 days.")
    found = compare(*notices)
    version = found.new.but(metadata=found.new.metadata.but(title=text), source=found.new.source.but(name=text))
    held = found.findings[0]
    assert held.before
    assert held.after
    before, after = held.before.but(quote=text, section=text), held.after.but(quote=f"{text} now", section=text)
    quoted = held.but(before=before, after=after, message=text, because=(text,), reference=(text,))
    data = page(notices, found.but(findings=(quoted,), new=version))
    assert shape(data) == shape(page(notices, found.but(findings=(held,))))
    tree: Any = parser.fromstring(data.decode())
    assert visible(text) in tree.xpath("//article//h3")[0].text_content()
    assert tree.xpath("//h1")[0].text_content() == visible(text)


def shape(data: bytes) -> list[tuple[str, tuple[str, ...]]]:
    """The elements of a page and the names of their attributes, marks of words apart."""
    tree: Any = parser.fromstring(data.decode())
    inner = {"ins", "del", "mark", "span"}
    return [(e.tag, tuple(sorted(e.keys()))) for e in tree.iter() if isinstance(e.tag, str) and e.tag not in inner]


@pytest.mark.parametrize("name", [name for name in HOSTILE if name not in ("link", "nul")])
def test_hostile_notices_keep_every_word_and_make_no_element(name: str) -> None:
    text = HOSTILE[name]
    body = "Harbour Notice\n\n{}\n\nWe keep logs of {} for {} days.\n"
    old, new = (parse(body.format(text, text, days).encode(), "x.txt") for days in (30, 90))
    data = page((old, new))
    check((old, new), data)
    tree: Any = parser.fromstring(data.decode())
    assert tree.xpath("//img | //main//script | //main//style | //*[starts-with(@href,'javascript')]") == []
    assert not re.search(rb"[\x00\x1b]|\xe2\x80\xae", data)
    assert not any(key.startswith("on") for e in tree.iter() if isinstance(e.tag, str) for key in e.attrib)


def test_every_link_inside_the_page_leads_somewhere() -> None:
    tree: Any = parser.fromstring(every_kind().decode())
    names = tree.xpath("//@id")
    assert len(names) == len(set(names))
    assert {href[1:] for href in tree.xpath("//a/@href")} <= set(names)


def test_moves_are_linked_both_ways() -> None:
    tree: Any = parser.fromstring(page(corpus("insurer/v1.md", "insurer/v2.md")).decode())
    links = [(a.getparent().getparent().get("id"), a.get("href")[1:]) for a in tree.xpath("//a[@class='move']")]
    assert links
    assert {(there, here) for here, there in links} == set(links)


def test_unchanged_stretches_are_folded_and_said() -> None:
    tree: Any = parser.fromstring(page(corpus("insurer/v1.md", "insurer/v2.md")).decode())
    for fold in tree.xpath("//details[@class='fold']"):
        held = len(fold.xpath("./div"))
        assert fold.xpath("./summary")[0].text_content() == f"{held} unchanged paragraphs"
        assert not fold.xpath(".//*[contains(@class,'touched') or contains(@class,'badge')]")


def test_a_card_shows_slots_law_place_and_who_signed() -> None:
    notices = corpus("insurer/v1.md", "insurer/v2.md")
    found = compare(*notices)
    held = next(f for f in found.findings if f.rule == "PN501")
    data = page(notices, found.but(findings=(held.but(approved=signed()),)))
    tree: Any = parser.fromstring(data.decode())
    card = tree.xpath("//article")[0]
    assert card.get("id") == f"PN501-{held.fingerprint}"
    rows_of = {
        row.xpath("string(th)").split()[0]: [td.text for td in row.xpath("td")] for row in card.xpath(".//tbody/tr")
    }
    assert rows_of["time"] == ["30 days", "90 days"]
    notes = {dt.text: dt.getnext().text_content() for dt in card.xpath(".//dt")}
    assert notes["signed"] == "approved by counsel@harbour.example on 2022-02-01: fraud look-back"
    assert notes["law"].startswith("may be material under GDPR")


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("app/v1.md", "app/v1.md", "Nothing changed."),
        ("app/v1.md", "app/v2.md", "Words changed, no commitment did."),
    ],
)
def test_quiet_versions_carry_a_certificate(before: str, after: str, words: str) -> None:
    tree: Any = parser.fromstring(page(corpus(before, after)).decode())
    assert words in tree.xpath("//header")[0].text_content()
    assert "Compared and equal on both sides:" in tree.xpath("//header")[0].text_content()


def test_the_summary_tells_three_findings_the_gravest_first() -> None:
    tree: Any = parser.fromstring(page(corpus("insurer/v1.md", "insurer/v2.md")).decode())
    told = tree.xpath("//header//ol/li/a/@href")
    assert len(told) == 3
    first = tree.xpath("//article[@id=$name]", name=told[0][1:])[0]
    assert (first.get("data-level"), first.get("data-direction")) == ("error", "weakened")


def test_without_the_notices_the_page_shows_the_changes_alone() -> None:
    tree: Any = parser.fromstring(comparison_report(comparison(finding(), finding()), "html", Look()).decode())
    assert tree.xpath("//article/@id") == ["PN501-0123456789ab", "PN501-0123456789ab-2"]
    assert tree.xpath("//*[@id='text']") == []


def test_the_same_comparison_gives_the_same_bytes() -> None:
    notices = corpus("insurer/v1.md", "insurer/v2.md")
    assert page(notices) == page(notices)


def test_losses_without_a_gap_are_said_beside_their_row() -> None:
    old, new = corpus("insurer/v1.runs.txt", "insurer/v2.md")
    tree: Any = parser.fromstring(page((old, new)).decode())
    said = Counter(mark.text_content() for mark in tree.xpath("//*[@class='gutter']/mark"))
    lost = Counter(loss.kind for loss in old.losses if not loss.span)
    both = [word for word in said for _ in range(said[word])]
    assert lost
    assert {word.removesuffix(" (old)") for word in both} == {f"{LOSSES[kind][0]} lost" for kind in lost}
    assert len(both) <= lost.total()


def test_the_first_cell_of_each_row_of_a_table_opens_it() -> None:
    old, new = corpus("shop/v1.md", "shop/v1.md")
    tree: Any = parser.fromstring(page((old, new)).decode())
    rows = {s.row for s in new.sentences if s.row}
    assert rows
    assert len(tree.xpath("//*[contains(@class,'cell') and contains(@class,'opens')]")) == len(rows)
