"""Empty lines in text of runs: what looks like a bullet and cannot be one."""

from notice_parser.repair.runs.empties import meanings

HEAD = ("Form #",)  # digits masked
LONG = ["We keep the log of the ferry for as long as the harbour wants it, and ", "no longer.", " "] * 25


def test_a_bullet_far_from_all_others_is_a_short_paragraph_that_was_lost() -> None:
    lines = [*LONG, "", " ", "We burn the log after that.", " ", *LONG]
    assert meanings(lines, HEAD) == {len(LONG): "text"}


def test_a_bullet_under_a_colon_or_near_another_is_one() -> None:
    item = ["", " ", "names of all passengers;", " "]
    under = [*LONG, "We log the", " ", "following:", " ", *item, *LONG]
    assert set(meanings(under, HEAD).values()) == {"bullet"}
    assert set(meanings([*LONG, *item, *item, *LONG], HEAD).values()) == {"bullet"}


def test_no_bullet_stands_before_the_end_of_a_page() -> None:
    lines = [*LONG, "", " ", "", "Form 7", " ", " ", *LONG]
    assert meanings(lines, HEAD) == {len(LONG): "text", len(LONG) + 2: "page-break"}
