"""Which commitment of a sentence the slots belong to."""

import pytest

from notice_parser import parse
from notice_parser.model import Commitment


def stated(sentence: str) -> list[Commitment]:
    found = parse(f"# Acorn Privacy Notice\n\n## Data\n\n{sentence}\n".encode(), "notice.md").commitments
    return [commitment for commitment in found if commitment.asserted]


def test_words_after_a_clause_that_states_nothing_belong_to_the_commitment_before() -> None:
    (collect,) = stated("We will typically collect personal data from you based on your consent.")
    assert [condition.kind for condition in collect.conditions] == ["consent"]


def test_the_case_before_belongs_to_the_first_commitment() -> None:
    (kept,) = stated("If you buy a ticket, you get a seat, and we keep your name for two years.")
    assert [condition.kind for condition in kept.conditions] == ["if", "time-bound"]
    assert [time.value for time in kept.times] == ["P2Y"]


def test_each_clause_keeps_its_own_slots() -> None:
    share, sell = stated("We share your location with vendors, and we never sell your health records to advertisers.")
    assert (share.data, share.recipients) == (("location",), ("service-provider",))
    assert (sell.data, sell.recipients) == (("health",), ("advertiser",))


LABELS = """# Acorn Privacy Notice

## Data

2. Registered Users:

* We store your password.
"""


def test_a_label_names_no_recipient() -> None:
    (keep,) = (commitment for commitment in parse(LABELS.encode(), "notice.md").commitments if commitment.asserted)
    assert keep.recipients == ()


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Our auditors may access your account.", "advisor"),
        ("Other people may collect your name.", "other-users"),
        ("Somebody else may access your account.", "third-party"),
    ],
)
def test_a_third_party_that_holds_data_is_named(sentence: str, kind: str) -> None:
    assert {recipient for commitment in stated(sentence) for recipient in commitment.recipients} <= {kind}
