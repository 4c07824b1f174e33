"""Laws of the slots: what must hold for any text."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notice_parser.commitments.slots import SLOTS, categories_of, mentions_in, opens_purposes
from notice_parser.lexicon import table
from notice_parser.vocabulary import ConditionKind, Data, LegalBasis, Purpose, Recipient, ScopeKind

ROOT = Path(__file__).parent.parent
WORDS = [
    "we",
    "you",
    "our",
    "partners",
    "may",
    "share",
    "your",
    "personal",
    "data",
    "with",
    "vendors",
    "to",
    "provide",
    "services",
    "if",
    "where",
    "only",
    "unless",
    "under",
    "the",
    "age",
    "of",
    "13",
    "days",
    "thirty",
    "(",
    "30",
    ")",
    "months",
    ",",
    ".",
    "and",
    "or",
    "for",
    "marketing",
    "required",
    "by",
    "law",
    "necessary",
    "cookies",
    "e-mail",
    "third-party",
    "with",
    "your",
    "consent",
    "their",
    "it",
    "them",
    "İ",
    "’",
    "–",
    "location",
    "information",
    "public",
    "merger",
    "advertisers",
    "who",
    "collect",
    "from",
]
sentences = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join) | st.text(max_size=200)


@given(sentences)
@settings(max_examples=300, deadline=None)
def test_mentions_are_sorted_words_of_the_sentence(sentence: str) -> None:
    found = mentions_in(sentence)
    assert list(found) == sorted(found, key=lambda m: (m.start, m.end, m.slot, m.value, m.rule))
    assert all(0 <= m.start < m.end <= len(sentence) and m.slot in SLOTS and m.value and m.rule for m in found)
    assert len(set(found)) == len(found)


@pytest.mark.parametrize(
    ("name", "vocabulary"),
    [
        ("data", Data),
        ("recipients", Recipient),
        ("purposes", Purpose),
        ("conditions", ConditionKind),
        ("scopes", ScopeKind),
        ("bases", LegalBasis),
    ],
)
def test_the_lexicon_has_exactly_the_words_of_the_vocabulary(name: str, vocabulary: type[Data]) -> None:
    rows = {value for value, row in table(name).items() if isinstance(row, dict) and value != "words"}
    assert rows == {str(word) for word in vocabulary}


@pytest.mark.parametrize("name", ["data", "recipients", "purposes", "bases"])
def test_every_kind_names_its_concept(name: str) -> None:
    rows = [row for value, row in table(name).items() if isinstance(row, dict) and value != "words"]
    assert all(row["iri"].startswith("https://w3id.org/dpv") and "#" in row["iri"] for row in rows)


def test_time_grows_with_length_and_no_faster() -> None:
    hostile = [
        "the third party and our ",
        "if, only ",
        "to provide , and ",
        "thirty hundred ",
        "your account and all ",
        "with ",
    ]
    for piece in hostile:
        start = time.process_time()
        mentions_in(piece * 2000)
        assert time.process_time() - start < 2


def test_any_hash_seed_gives_the_same_answer() -> None:
    code = (
        "from notice_parser.commitments.slots import mentions_in;"
        "print(mentions_in('If you agree, we share your name, location and usage data with vendors and affiliates for marketing.'))"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, cwd=ROOT, capture_output=True, check=True
        ).stdout
        for seed in ("0", "7")
    }
    assert len(runs) == 1


def test_categories_are_the_words_without_their_places() -> None:
    assert categories_of("We share location data with vendors for 30 days.") == {
        "data": ("location",),
        "recipients": ("service-provider",),
        "purposes": (),
        "conditions": ("time-bound",),
        "times": ("P30D",),
        "scopes": (),
        "legal_bases": (),
    }


def test_an_introduction_may_open_a_list_of_purposes() -> None:
    assert opens_purposes("We use your data to:")
    assert opens_purposes("We use your data for the following purposes:")
    assert not opens_purposes("We collect the following categories of data:")


@pytest.mark.parametrize(
    ("name", "least"), [("data", 17), ("recipients", 13), ("purposes", 12), ("conditions", 8), ("concepts", 17)]
)
def test_the_lexicon_is_broad(name: str, least: int) -> None:
    rows = [row for value, row in table(name).items() if isinstance(row, dict) and value not in ("words", "decoys")]
    assert len(rows) >= least
    assert len(table("dpv")["actions"]) >= 28
