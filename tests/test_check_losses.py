"""A sentence that may have been lost on the other side is not called removed or added."""

import pytest

from notice_parser.comparing import compare
from notice_parser.model import Loss, Notice
from notice_parser.parsing import parse
from notice_parser.span import Span
from notice_parser.vocabulary import LossKind

WHOLE = (
    "# Privacy\n\nWe keep our lights on at night.\n\nWe will never sell your data.\n\nOur office has a red door.\n\n"
    "Our garden has two gates.\n\nYou can ask us for a copy of your data.\n"
)


def read(text: str, before: str = "") -> Notice:
    notice = parse(text.encode(), "notice.md")
    at = notice.text.find(before) if before else -1
    lost = (Loss(LossKind.TEXT, 1, Span(at, at), Span(0, 0)),) if before else ()
    return notice.but(losses=lost)


@pytest.mark.parametrize(
    ("lost_before", "level", "direction"),
    [
        ("", "error", "weakened"),
        ("Our office", "warning", "unclear"),  # the place where the promise stood is lost
        ("You can ask", "error", "weakened"),  # a loss elsewhere says nothing
    ],
)
def test_a_promise_gone_beside_a_loss_cannot_be_verified(lost_before: str, level: str, direction: str) -> None:
    new = read(WHOLE.replace("We will never sell your data.\n\n", ""), lost_before)
    found = compare(read(WHOLE), new).findings
    assert [(finding.level, finding.direction) for finding in found] == [(level, direction)]
    mirrored = compare(new, read(WHOLE)).findings
    assert [finding.message.startswith("Lost text stands here") for finding in mirrored] == [level == "warning"]


def test_a_loss_of_both_sides_hides_no_removal() -> None:
    old = read(WHOLE, "Our office")
    new = read(WHOLE.replace("We will never sell your data.\n\n", ""), "Our office")
    assert [finding.level for finding in compare(old, new).findings] == ["error"]


def test_a_loss_within_a_neighbour_that_ends_as_before_hides_no_removal() -> None:
    text = WHOLE.replace("We will never sell your data.\n\n", "").replace("our lights on", "our \ufffc on")
    gone = [f for f in compare(read(WHOLE), read(text, "\ufffc")).findings if f.before and "sell" in f.before.quote]
    assert [finding.level for finding in gone] == ["error"]
