"""Redlines: accepted they are the new notice, rejected the old one."""

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from notice_parser.comparing import compare
from notice_parser.model import Notice, Options
from notice_parser.parsing import parse
from notice_parser.report.redline import redline
from notice_parser.report.safe import visible

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
    out = []
    for paragraph in part(document, "document").iter(f"{W}p"):
        if paragraph.find(f"{W}pPr/{W}rPr/{W}{gone}") is not None:
            continue
        words = paragraph.iter(f"{W}t", f"{W}delText")
        out.append("".join(w.text or "" for w in words if not any(a.tag == f"{W}{gone}" for a in w.iterancestors())))
    return out


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
    assert len(comments) == sum(finding.category == "commitment" for finding in comparison.findings)
    revisions = [mark.get(f"{W}id") for mark in body.iter(f"{W}ins", f"{W}del")]
    assert len(revisions) == len(set(revisions))


def test_a_version_and_itself_have_no_revision() -> None:
    old = notice("app/v2.md")
    document = redline(old, old, compare(old, old))
    assert list(part(document, "document").iter(f"{W}ins", f"{W}del")) == []
