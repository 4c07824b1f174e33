"""Alignment: what stays, moves, splits, merges, and the laws that hold for any two versions."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notice_parser import parse
from notice_parser.comparing import compare
from notice_parser.diff import align, diff
from notice_parser.model import Notice
from notice_parser.report.diff_html.rows import rows
from notice_parser.report.look import Look
from notice_parser.report.redline import redline
from notice_parser.tracing import trace

CORPUS = Path(__file__).resolve().parent.parent / "corpus" / "insurer"

SWAPPED = {"added": "removed", "removed": "added", "split": "merged", "merged": "split"}
SENTENCES = (
    "We collect your name and your email address when you order.",
    "We never sell your personal information to anyone.",
    "We may share order details with couriers who deliver parcels.",
    "We keep invoices for ten years because tax law says so.",
    "You may ask us for a copy of everything we hold about you.",
    "Backups are encrypted and stored in two separate buildings.",
    "Cookies remember what is in your basket.",
    "Write to our privacy office with any question.",
)


def notice(*paragraphs: str) -> Notice:
    return parse("\n\n".join(("# Privacy Notice", *paragraphs)).encode(), "notice.md")


def kinds(old: Notice, new: Notice) -> list[str]:
    return [change.kind for change in diff(old, new)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (SENTENCES[:4], SENTENCES[:4], []),
        (SENTENCES[:4], (*SENTENCES[:2], SENTENCES[3]), ["removed"]),
        (SENTENCES[:4], (SENTENCES[3], *SENTENCES[:3]), ["moved"]),
        (SENTENCES[:4], (*SENTENCES[:3], "We keep invoices for seven years because tax law says so."), ["modified"]),
        (("(a) " + SENTENCES[0],), ("(b) " + SENTENCES[0],), ["renumbered"]),
        ((SENTENCES[1], *SENTENCES[:3]), SENTENCES[:3], ["removed"]),
    ],
)
def test_kinds_of_change(old: tuple[str, ...], new: tuple[str, ...], expected: list[str]) -> None:
    assert kinds(notice(*old), notice(*new)) == expected


def test_a_sentence_split_in_two_is_one_change() -> None:
    old = notice("We keep invoices for ten years, and after that we shred every paper copy of them.", SENTENCES[0])
    new = notice("We keep invoices for ten years.", "After that we shred every paper copy of them.", SENTENCES[0])
    assert kinds(old, new) == ["split"]
    assert kinds(new, old) == ["merged"]


def test_a_duplicate_that_goes_is_marked() -> None:
    changes = diff(notice(SENTENCES[1], *SENTENCES[:3]), notice(*SENTENCES[:3]))
    assert [change.matched_by for change in changes] == ["duplicate"]


versions = st.lists(st.sampled_from(SENTENCES), max_size=7)


@settings(max_examples=40, deadline=None)
@given(versions)
def test_nothing_differs_from_itself(lines: list[str]) -> None:
    assert diff(notice(*lines), notice(*lines)) == ()


@settings(max_examples=60, deadline=None)
@given(versions, versions)
def test_the_reverse_order_mirrors_every_change(one: list[str], two: list[str]) -> None:
    old, new = notice(*one), notice(*two)
    there = sorted((change.old, change.new, change.kind) for change in diff(old, new))
    back = sorted((change.new, change.old, SWAPPED.get(change.kind, change.kind)) for change in diff(new, old))
    assert there == back


@settings(max_examples=40, deadline=None)
@given(versions, versions)
def test_every_sentence_is_paired_or_changed(one: list[str], two: list[str]) -> None:
    old, new = notice(*one), notice(*two)
    changes = diff(old, new)
    kept_old = len(old.sentences) - sum(len(change.old) for change in changes)
    kept_new = len(new.sentences) - sum(len(change.new) for change in changes)
    assert kept_old == kept_new


def test_one_alignment_serves_the_comparison_and_every_report() -> None:
    old = parse((CORPUS / "v1.md").read_bytes(), "v1.md")
    new = parse((CORPUS / "v2.md").read_bytes(), "v2.md")
    once = align(old, new)
    comparison = compare(old, new, alignment=once)
    assert comparison == compare(old, new)
    assert redline(old, new, comparison, Look(), once) == redline(old, new, comparison, Look())
    assert rows(old, new, once) == rows(old, new)
    assert trace([old, new], [once]) == trace([old, new])


def test_equal_versions_are_aligned_sentence_by_sentence() -> None:
    old = notice("We keep records.", "We do not sell them.")
    assert [(match.one, match.two) for match in align(old, old).matches] == [((n,), (n,)) for n in range(3)]
