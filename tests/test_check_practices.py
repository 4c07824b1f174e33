"""The account of a rewrite: which promises, rights, practices and values only one version states."""

from notice_parser import parse
from notice_parser.change import Comparison
from notice_parser.check.practices import practice_words
from notice_parser.comparing import compare

TOPICS = ("lamps", "chairs", "shelves", "tables", "carpets", "mirrors", "curtains", "vases", "clocks", "stools")
OLD_WORDS = "In spring the {} of the north are shown by our oldest shop, where visitors gather for tea on Mondays."
NEW_WORDS = (
    "Every autumn a fair with many {} opens its gates beside the river, and music is played until late at night."
)
OLD = (
    "We do not sell your personal information.",
    "You have the right to access your personal information.",
    "We share your email address with our service providers.",
    "We keep your account data for 2 years.",
)
NEW = (
    "We may use automated decision-making, including profiling, to decide on your application.",
    "We share your email address with our service providers and with advertisers.",
    "You have the right to lodge a complaint with a supervisory authority.",
    "We keep your account data for 5 years.",
)


def rewritten(old: tuple[str, ...], new: tuple[str, ...]) -> Comparison:
    """Two notices with these promises, in which everything else was written anew."""
    before, after = (
        "\n\n".join(["# Privacy Notice", "## Our practices", *promises, "## Our shops", *map(words.format, TOPICS * 2)])
        for promises, words in ((old, OLD_WORDS), (new, NEW_WORDS))
    )
    return compare(parse(before.encode(), "old.md"), parse(after.encode(), "new.md"))


def account(comparison: Comparison) -> list[tuple[str, str]]:
    return [(str(row.direction), practice_words(row)) for row in comparison.practices]


def test_what_one_version_alone_states_is_told_the_worse_first() -> None:
    comparison = rewritten(OLD, NEW)
    assert comparison.verdict == "rewritten"
    assert account(comparison) == [
        ("weakened", "no longer stated: promise not to sell"),
        ("weakened", "no longer stated: right to access"),
        ("weakened", "newly stated: practice, automate"),
        ("weakened", "newly stated: recipient, advertiser"),
        ("weakened", "newly stated: purpose, service"),
        ("strengthened", "newly stated: right to complain"),
        ("unclear", "no longer stated: time of keeping, P2Y"),
        ("unclear", "newly stated: time of keeping, P5Y"),
    ]
    [sold] = [row for row in comparison.practices if row.value == "not sell"]
    assert (sold.before.quote if sold.before else "", sold.after) == (OLD[0], None)


def test_a_promise_that_goes_makes_its_topic_an_error() -> None:
    grave = rewritten(OLD, NEW)
    calm = rewritten(OLD[2:], (*OLD[2:3], "We keep your account data for at most 2 years."))
    assert [(f.level, f.direction) for f in grave.findings if f.after and f.after.section == "Our practices"] == [
        ("error", "unclear")
    ]
    assert calm.practices == ()
    assert {f.level for f in calm.findings} == {"warning"}


def test_promises_that_are_kept_are_no_news_wherever_they_stand() -> None:
    comparison = rewritten(
        OLD, (OLD[1], OLD[3], OLD[2], "We do not and will not sell the personal information we hold.")
    )
    assert comparison.verdict == "rewritten"
    assert account(comparison) == []


def test_a_rewrite_without_promises_has_no_account() -> None:
    comparison = rewritten((), ())
    assert (comparison.verdict, account(comparison)) == ("rewritten", [])
