"""Defined terms: a term stands for the data that its definition names, whatever the lexicon says."""

import pytest

from notice_parser import parse
from notice_parser.commitments.slots import Term, defined_terms, mentions_in
from notice_parser.model import Commitment

DEFINED = [
    ('We collect the pages you visit and your IP address ("Usage Data").', "Usage Data", ("device", "usage")),
    (
        'You give us your name and password (together, the "Account Information").',
        "Account Information",
        ("account", "contact"),
    ),
    ('"Sound Records" means recordings of your voice.', "Sound Records", ("content",)),
    ("Ticket Data means your purchase history.", "Ticket Data", ("transaction",)),
    ('We read your location ("Ride Data") and your name ("Rider Data").', "Ride Data", ("location",)),
    ('We read your location ("Ride Data") and your name ("Rider Data").', "Rider Data", ("contact",)),
]
NOT_DEFINED = [
    ('"Personal Data" means your name and e-mail address.', "Personal Data"),  # a word for all of it
    ('Our app and your account are the "Service".', "Service"),  # no data
    ('"Cookies" are small files with your IP address.', "Cookies"),
    ('We gather many things ("Other Data").', "Other Data"),  # nothing that the lexicon knows
]


@pytest.mark.parametrize(("sentence", "term", "kinds"), DEFINED)
def test_a_term_stands_for_what_its_definition_names(sentence: str, term: str, kinds: tuple[str, ...]) -> None:
    assert defined_terms([(term, sentence)]) == (Term(term, kinds),)


@pytest.mark.parametrize(("sentence", "term"), NOT_DEFINED)
def test_other_terms_keep_their_meaning(sentence: str, term: str) -> None:
    assert defined_terms([(term, sentence)]) == ()


def test_the_longer_term_wins_and_capitals_count() -> None:
    terms = (Term("Public Ride Data", ("social",)), Term("Ride Data", ("device",)))
    assert _kinds("We share Public Ride Data.", terms) == ["social"]
    assert _kinds("We share Ride Data.", terms) == ["device"]
    assert _kinds("We share ride data.", terms) == ["personal"]


def _kinds(sentence: str, terms: tuple[Term, ...]) -> list[str]:
    return [mention.value for mention in mentions_in(sentence, terms=terms) if mention.slot == "data"]


NOTICE = """# Acorn Privacy Notice

## Data

We collect the pages you visit and your IP address ("Usage Data").

## Use

We share Usage Data with our vendors.
"""


def test_a_notice_uses_its_own_terms() -> None:
    shared = parse(NOTICE.encode(), "notice.md").commitments[-1]
    assert isinstance(shared, Commitment)
    assert (shared.data, shared.recipients) == (("device", "usage"), ("service-provider",))
    assert any(entry.rule == "data/data:usage/defined term" for entry in shared.evidence)
