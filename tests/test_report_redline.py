"""Redlines: accepted they are the new notice, rejected the old one."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from notice_parser.comparing import compare
from notice_parser.model import Notice, Options
from notice_parser.parsing import parse
from notice_parser.report.look import Look
from notice_parser.report.redline import redline
from notice_parser.report.safe import visible
from notice_parser.report.verdict import promises

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STEPS = [
    ("insurer/v1.runs.txt", "insurer/v2.runs.txt"),
    ("app/v2.md", "app/v3.md"),
    ("shop/v1.md", "shop/v2.md"),
    ("app/v1.md", "shop/v1.md"),
]


def notice(name: str) -> Notice:
    return parse((CORPUS / name).read_bytes(), name)


def part(document: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return etree.fromstring(archive.read(f"word/{name}.xml"))


def view(document: bytes, gone: str) -> list[str]:
    """The paragraphs with the revisions `gone` ("ins" or "del") taken away, and the others accepted as text."""
    body = part(document, "document")[0]
    for page in body.findall(f"{W}sdt"):
        body.remove(page)
    for row in [row for row in body.iter(f"{W}tr") if row.find(f"{W}trPr/{W}{gone}") is not None]:
        parent = row.getparent()
        assert parent is not None
        parent.remove(row)
    out = []
    for paragraph in body.iter(f"{W}p"):
        if paragraph.find(f"{W}pPr/{W}rPr/{W}{gone}") is not None:
            continue
        words = paragraph.iter(f"{W}t", f"{W}delText")
        out.append("".join(w.text or "" for w in words if not any(a.tag == f"{W}{gone}" for a in w.iterancestors())))
    return [line for line in out if line.strip()]


def lines(found: Notice) -> list[str]:
    return [visible(line) for line in found.text.split("\n") if line.strip()]


@pytest.mark.parametrize(("before", "after"), STEPS)
def test_accepted_it_is_the_new_notice_and_rejected_the_old(before: str, after: str) -> None:
    old, new = notice(before), notice(after)
    document = redline(old, new, compare(old, new))
    assert view(document, "del") == lines(new)
    assert view(document, "ins") == lines(old)


def test_the_reader_of_word_documents_gives_both_versions_back() -> None:
    old, new = notice("insurer/v1.md"), notice("insurer/v2.md")
    document = redline(old, new, compare(old, new))
    for view_name, version in (("rejected", old), ("accepted", new)):
        assert lines(parse(document, "draft.docx", Options(revisions=view_name))) == lines(version)


def test_findings_are_comments_at_their_paragraph_and_numbers_are_unique() -> None:
    old, new = notice("app/v2.md"), notice("app/v3.md")
    comparison = compare(old, new)
    document = redline(old, new, comparison)
    body = part(document, "document")
    anchors = [mark.get(f"{W}id") for mark in body.iter(f"{W}commentRangeStart")]
    comments = [comment.get(f"{W}id") for comment in part(document, "comments")]
    assert anchors == comments
    findings = sum(finding.category == "commitment" for finding in comparison.findings)
    assert len(comments) - findings == sum(
        "Moved:" in "".join(map(str, c.itertext())) for c in part(document, "comments")
    )
    assert findings > 0
    revisions = [mark.get(f"{W}id") for mark in body.iter(f"{W}ins", f"{W}del")]
    assert len(revisions) == len(set(revisions))


def drafted(source: str) -> Notice:
    return parse(source.encode(), "notice.md")


TABLE = "| Data | Kept |\n|---|---|\n| Name | 30 days |\n| Card | 7 years |\n"
TALLER = "| Data | Kept |\n|---|---|\n| Name | 90 days |\n| Address | 1 year |\n| Card | 7 years |\n"
WIDER = "| Data | Why | Kept |\n|---|---|---|\n| Name | Billing | 30 days |\n| Card | Billing | 7 years |\n"


@pytest.mark.parametrize(
    ("before", "after", "rows", "words"),
    [
        (TABLE, TALLER, ["ins"], ["30", "90", "Address", "1 year"]),
        (TALLER, TABLE, ["del"], ["90", "30", "Address", "1 year"]),
        (TABLE, WIDER, [], ["Why", "Billing", "Billing"]),
        (TABLE, "", ["del"] * 3, ["Data", "Kept", "Name", "30 days", "Card", "7 years"]),
    ],
)
def test_a_table_stays_a_table_and_changes_by_cell(before: str, after: str, rows: list[str], words: list[str]) -> None:
    head = "# Privacy Notice\n\nWe keep your data as long as this table says.\n\n"
    old, new = drafted(head + before), drafted(head + after)
    document = redline(old, new, compare(old, new))
    body = part(document, "document")[0]
    marks = body.iterfind(f"{W}tbl/{W}tr/{W}trPr/*")
    assert [etree.QName(mark).localname for mark in marks] == rows
    changed = body.iterfind(f"{W}tbl//{W}tc//*/{W}r/*")
    found = [w.text or "" for w in changed if any(a.tag in {f"{W}ins", f"{W}del"} for a in w.iterancestors())]
    assert sorted(found) == sorted(words)
    assert (view(document, "del"), view(document, "ins")) == (lines(new), lines(old))


def test_a_move_is_a_deletion_and_an_insertion_that_name_each_other() -> None:
    one, two, three = (
        "We delete your photos when you close your account.",
        "We use cookies to remember your language.",
        "Our support team answers your letters within two days.",
    )
    old = drafted(f"# Privacy Notice\n\n## Photos\n\n{one}\n\n## Cookies\n\n{two}\n\n{three}\n")
    new = drafted(f"# Privacy Notice\n\n## Photos\n\nSee below.\n\n## Cookies\n\n{two}\n\n{three}\n\n{one}\n")
    comments = [
        "".join(map(str, comment.itertext())) for comment in part(redline(old, new, compare(old, new)), "comments")
    ]
    assert [words for words in comments if words.startswith("Moved:")] == [
        "Moved: “We delete your photos when you close your account.…” now stands in “Cookies”.",
        "Moved: “We delete your photos when you close your account.…” stood in “Photos”.",
    ]


WORDS = (
    "we",
    "may",
    "not",
    "share",
    "your",
    "data",
    "with",
    "partners",
    "30 days",
    "<b>",
    "(a)",
    "\u202e",
    "&",
    "=1+1",
)
SENTENCE = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(
    lambda words: " ".join(words).capitalize() + "."
)
BLOCK = st.one_of(
    SENTENCE,
    SENTENCE.map("## {}".format),
    st.lists(SENTENCE, min_size=1, max_size=3).map(lambda rows: "\n".join(f"- {row}" for row in rows)),
    st.lists(SENTENCE, min_size=1, max_size=3).map(
        lambda rows: "\n".join(["| a | b |", "|---|---|", *(f"| {row} | {row} |" for row in rows)])
    ),
)
NOTICE = st.lists(BLOCK, min_size=1, max_size=6).map("\n\n".join)


@settings(max_examples=60, deadline=None)
@given(NOTICE, NOTICE)
def test_any_two_notices_come_back_from_their_redline(before: str, after: str) -> None:
    old, new = drafted(before), drafted(after)
    document = redline(old, new, compare(old, new))
    assert (view(document, "del"), view(document, "ins")) == (lines(new), lines(old))
    assert document == redline(old, new, compare(old, new))


def test_inputs_that_carry_revisions_give_their_chosen_views_back() -> None:
    old, new = notice("insurer/v1.md"), notice("insurer/v2.md")
    draft = redline(old, new, compare(old, new))
    rejected, accepted = (parse(draft, "draft.docx", Options(revisions=view)) for view in ("rejected", "accepted"))
    document = redline(rejected, accepted, compare(rejected, accepted))
    assert (view(document, "del"), view(document, "ins")) == (lines(new), lines(old))


def test_author_and_date_are_those_asked_for_and_none_by_default() -> None:
    old, new = notice("app/v2.md"), notice("app/v3.md")
    for look, author, date in (
        (None, "notice", None),
        (Look(author="A & B", date="2026-09-01"), "A & B", "2026-09-01T00:00:00Z"),
    ):
        document = redline(old, new, compare(old, new), look)
        marks = [*part(document, "document").iter(f"{W}ins", f"{W}del"), *part(document, "comments")]
        assert {(mark.get(f"{W}author"), mark.get(f"{W}date")) for mark in marks} == {(author, date)}


def test_the_summary_leads_to_every_finding() -> None:
    old, new = notice("app/v2.md"), notice("app/v3.md")
    comparison = compare(old, new)
    body = part(redline(old, new, comparison), "document")
    anchors = [str(link.get(f"{W}anchor")) for link in body.iterfind(f".//{W}sdt//{W}hyperlink")]
    assert anchors == [f"finding{n + 1}" for n in range(len(promises(comparison)))]
    assert sorted(anchors) == sorted(str(mark.get(f"{W}name")) for mark in body.iter(f"{W}bookmarkStart"))


def test_a_version_and_itself_have_no_revision() -> None:
    old = notice("app/v2.md")
    document = redline(old, old, compare(old, old))
    assert list(part(document, "document").iter(f"{W}ins", f"{W}del")) == []
