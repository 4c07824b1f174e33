"""The stage as a whole: names, list items, places, evidence, slots, losses."""

import pytest

from notice_parser.commitments import commitments
from notice_parser.commitments.frames import frames
from notice_parser.model import Commitment, Notice
from notice_parser.parsing import parse

NOTICE = """# Hexa Telecom Privacy Notice

Hexa Telecom GmbH ("Hexa", "we", "us") runs this network.

## What we do

Hexa collects your name and address. We do not sell your data, and we may share it with our affiliates.

We may disclose your location to:

* our insurers;
* the police, if a court orders it.

You have the right to:

* access your data;
* delete your account.
"""


def parsed(text: str = NOTICE) -> Notice:
    return parse(text.encode(), "notice.md")


def told(found: tuple[Commitment, ...]) -> list[str]:
    return [f"{c.actor} {c.modality} {c.action}" for c in found if c.asserted]


def test_every_statement_of_a_notice_in_order() -> None:
    assert told(parsed().commitments) == [
        "controller practice collect",
        "controller prohibition sell",
        "controller permission share",
        "controller permission share",
        "controller permission share",
        "controller permission share",
        "data-subject right access",
        "data-subject right delete",
    ]


def test_ids_count_and_places_hold_their_text() -> None:
    notice = parsed()
    assert [c.id for c in notice.commitments] == [f"c{k + 1}" for k in range(len(notice.commitments))]
    for c in notice.commitments:
        assert c.text == c.span.of(notice.text)
        assert notice.sentences[c.sentence].span.holds(c.span)
        assert all(e.span.of(notice.text) for e in c.evidence)


def test_slots_belong_to_their_own_clause() -> None:
    sell, share = parsed().commitments[1:3]
    assert (sell.recipients, share.recipients) == ((), ("affiliate",))


def test_an_item_takes_what_its_introduction_says() -> None:
    insurers, police = parsed().commitments[4:6]
    assert insurers.data == police.data == ("location",)
    assert {c.kind for c in police.conditions} >= {"if"}


def test_a_later_sentence_of_an_item_stands_for_itself() -> None:
    text = "# Notice\n\n## Data\n\nWe collect:\n\n* log data. For details, see our cookie policy.\n"
    notice = parsed(text)
    assert [c.text for c in notice.commitments if notice.sentences[c.sentence].kind == "list-item"] == ["log data."]


def test_what_is_only_presupposed_is_kept_apart() -> None:
    found = frames("We use the information that you share with us.")
    assert {(f.action.value, f.asserted) for f in found if f.actor == "controller"} == {("use", True)}
    assert [f.asserted for f in frames("This page explains how we share your data.")] == [False]


def test_a_name_of_the_notice_acts_as_the_controller() -> None:
    assert told(parsed().commitments)[0] == "controller practice collect"
    assert [f.actor.value for f in frames("Zorbo collects your data.", ("zorbo",))] == ["controller"]


@pytest.mark.parametrize(
    "opening",
    [
        "Bramble Hill Golf Academy is committed to protecting your data.",
        "Data controller: Bramble Hill Golf Academy, at the old mill.",
        "Bramble Hill Golf Academy values your privacy.",
    ],
)
def test_a_name_that_says_once_what_only_a_controller_says_is_the_controllers(opening: str) -> None:
    found = parse(f"# Notice\n\n{opening}\n\nBramble Hill Golf Academy keeps your scores.".encode(), "notice.md")
    assert found.commitments[-1].actor == "controller"


def test_lost_text_makes_a_commitment_incomplete() -> None:
    notice = parsed("# Notice\n\n## Data\n\nWe share your data with \ufffc and banks.\n")
    assert [c.incomplete for c in notice.commitments] == [True]


def test_a_negation_that_came_to_nothing_is_flagged() -> None:
    (frame,) = frames("We will not fail to inform you of a breach.")
    assert frame.polarity_uncertain
    assert not frames("We will inform you of a breach.")[0].polarity_uncertain


def test_a_weaker_promise_is_less_certain() -> None:
    certain, hedged = parsed("# N\n\n## A\n\nWe protect your data.\n\nWe try to protect your data.\n").commitments
    assert certain.confidence > hedged.confidence


def test_nothing_says_nothing() -> None:
    notice = parsed("# Notice\n\n## Welcome\n\nThank you for visiting.\n")
    assert notice.commitments == ()
    assert commitments is not None


def test_hedges_lower_the_confidence() -> None:
    plain, hedged = parsed("# N\n\n## A\n\nWe delete your data.\n\nWe generally delete your data.\n").commitments
    assert plain.confidence > hedged.confidence


def test_a_noun_that_introduces_says_what_is_done_with_its_items() -> None:
    text = "# Notice\n\n## Data\n\nDisclosures to third parties:\n\n* Insurers and brokers\n* The fire brigade\n"
    assert told(parsed(text).commitments) == ["controller practice share"] * 2


def test_items_that_list_rights_are_rights() -> None:
    text = "# Notice\n\n## Rights\n\nYou have the following rights:\n\n* to see your file;\n* The right to delete your account;\n* correct your data.\n"
    assert told(parsed(text).commitments) == [
        "data-subject right access",
        "data-subject right delete",
        "data-subject right correct",
    ]


def test_an_item_that_is_a_sentence_of_its_own_takes_nothing_from_its_introduction() -> None:
    text = "# Notice\n\n## Data\n\nWe may collect your data from these sources:\n\n* We do not advertise toys on other sites.\n"
    assert told(parsed(text).commitments) == ["controller permission collect"]


def test_a_verb_of_no_table_is_read_with_less_confidence() -> None:
    known, unknown = parsed("# N\n\n## A\n\nWe may use your answers.\n\nWe may ponder your answers.\n").commitments
    assert (known.action, unknown.action) == ("use", "use")
    assert known.confidence > unknown.confidence


def test_a_long_sentence_and_lost_words_lower_the_confidence() -> None:
    long = "We share your data with banks" + " and with the shops of our town" * 12 + "."
    short, wide, lost = parsed(
        f"# N\n\n## A\n\nWe share your data with banks.\n\n{long}\n\nWe share your data with \ufffc banks.\n"
    ).commitments
    assert short.confidence > wide.confidence
    assert short.confidence > lost.confidence
    assert lost.incomplete


def test_an_actor_that_no_words_name_is_less_certain() -> None:
    named, passive = parsed("# N\n\n## A\n\nWe store your data.\n\nYour data is stored.\n").commitments
    assert named.confidence > passive.confidence


def test_items_under_an_item_are_read_after_it() -> None:
    text = "# N\n\n## Data\n\n1. Directly from you when you register, such as:\n\n* your name\n* your date of birth\n"
    assert told(parsed(text).commitments) == ["controller practice collect"] * 2


def test_who_is_given_data_receives_it() -> None:
    (given,) = parsed("# N\n\n## A\n\nInsurers may be sent your accident report.\n").commitments
    assert given.recipients == ("financial-institution",)
