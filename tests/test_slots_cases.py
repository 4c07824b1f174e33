"""Every case file of the slots: a sentence, a bar, and exactly the words that fill the slot."""

from pathlib import Path

import pytest

from notice_parser.commitments.slots import SLOTS, Mention, mentions_in

CASES = Path(__file__).parent / "cases" / "slots"


def cases() -> list[tuple[str, str, str, str]]:
    rows = []
    for slot in SLOTS:
        for line in (CASES / f"{slot}.txt").read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                sentence, _, values = line.rpartition("|")
                introduction, _, item = sentence.rpartition("//")
                rows.append((slot, introduction.strip(), item.strip(), values.strip()))
    return rows


@pytest.mark.parametrize(("slot", "introduction", "sentence", "values"), cases())
def test_a_sentence_fills_its_slot(slot: str, introduction: str, sentence: str, values: str) -> None:
    found = {mention.value for mention in mentions_in(sentence, introduction) if mention.slot == slot}
    assert sorted(found) == sorted(values.split())


@pytest.mark.parametrize("slot", SLOTS)
def test_there_are_many_cases(slot: str) -> None:
    assert sum(1 for row in cases() if row[0] == slot) >= (20 if slot in ("scopes", "legal_bases") else 40)


def test_a_mention_names_its_words_and_its_rule() -> None:
    sentence = "We may share your precise location with vendors."
    assert mentions_in(sentence) == (
        Mention("data", "location", 18, 34, "data:location/precise location"),
        Mention("recipients", "service-provider", 40, 47, "recipients:service-provider/vendor"),
    )
