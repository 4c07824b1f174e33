"""Word differences: exact stretches, and both sides back from them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice_parser.report.words import word_diff

CASES = [
    ("We will reply.", "We may reply.", "We [will|may] reply."),
    ("We will not sell data.", "We sell data.", "We [will not |]sell data."),
    ("We keep logs.", "We keep server logs.", "We keep [|server ]logs."),
    ("kept for 30 days", "kept for 90 days", "kept for [30|90] days"),
    ("names, emails and photos", "names and photos", "names[, emails|] and photos"),
    ("We will never share it.", "We may sometimes share it.", "We [will never|may sometimes] share it."),
    (
        "Nothing of this stays.",
        "A wholly other thing comes instead",
        "[Nothing of this stays.|A wholly other thing comes instead]",
    ),
    ("We do not show ads.", "We show targeted ads.", "We [do not |]show [|targeted ]ads."),
    ("", "New.", "[|New.]"),
    ("Gone.", "", "[Gone.|]"),
    ("Same.", "Same.", "Same."),
    ("To:\n\nreply; sell", "To: reply; sell", "To: reply; sell"),
]
SENTENCE = st.lists(
    st.sampled_from(["we", "will", "not", "sell", "data", ",", "30", "days", "–", "it's"]), max_size=12
).map(" ".join)


@pytest.mark.parametrize(("old", "new", "expected"), CASES)
def test_cases(old: str, new: str, expected: str) -> None:
    shown = "".join(s.old if s.same else f"[{s.old}|{s.new}]" for s in word_diff(old, new))
    assert shown == expected


@given(SENTENCE, SENTENCE)
def test_both_sides_come_back(old: str, new: str) -> None:
    stretches = word_diff(old, new)
    assert ("".join(s.old for s in stretches), "".join(s.new for s in stretches)) == (old, new)
