"""Commitments over many versions: since when each stands, when its words changed, when it went."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from notice_parser.model import Notice
from notice_parser.parsing import parse
from notice_parser.tracing import trace

SELL, KEEP, LONGER, COOKIES = (
    "We never sell your data.",
    "We keep your letters for 30 days.",
    "We keep your letters for 90 days.",
    "We use cookies to remember your language.",
)


def version(*sentences: str) -> Notice:
    return parse("# Privacy Notice\n\n{}\n".format("\n\n".join(sentences)).encode(), "notice.md")


def ages(*versions: Notice) -> list[tuple[str, int, int, int | None]]:
    return [(life.text, life.first_seen, life.last_changed, life.gone) for life in trace(versions)]


def test_a_promise_ages_changes_and_goes() -> None:
    first, second, third = version(SELL, KEEP), version(SELL, LONGER, COOKIES), version(LONGER, COOKIES)
    assert ages(first, second, third) == [(LONGER, 0, 1, None), (COOKIES, 1, 1, None), (SELL, 0, 0, 2)]


def test_a_move_and_a_renumbering_change_no_words() -> None:
    assert ages(version(SELL, KEEP, COOKIES), version(COOKIES, SELL, KEEP)) == [
        (COOKIES, 0, 0, None),
        (SELL, 0, 0, None),
        (KEEP, 0, 0, None),
    ]


def test_what_comes_back_is_new_again() -> None:
    assert ages(version(SELL, KEEP), version(KEEP), version(SELL, KEEP)) == [
        (SELL, 2, 2, None),
        (KEEP, 0, 0, None),
        (SELL, 0, 0, 1),
    ]


@given(
    st.lists(st.lists(st.sampled_from([SELL, KEEP, LONGER, COOKIES]), min_size=1, max_size=4), min_size=2, max_size=4)
)
def test_every_commitment_of_the_last_version_has_one_life(drafts: list[list[str]]) -> None:
    versions = [version(*sentences) for sentences in drafts]
    lives = trace(versions)
    standing = [life for life in lives if life.gone is None]
    assert [life.text for life in standing] == [
        versions[-1].sentences[c.sentence].span.of(versions[-1].text) for c in versions[-1].commitments if c.asserted
    ]
    assert all(0 <= life.first_seen <= life.last_changed < len(versions) for life in lives)
    assert all(life.gone is None or life.last_changed < life.gone for life in lives)


def test_the_corpus_has_lives_of_every_kind() -> None:
    folder = Path(__file__).resolve().parent.parent / "corpus" / "app"
    lives = trace([parse((folder / f"v{n}.md").read_bytes(), f"v{n}.md") for n in (1, 2, 3)])
    assert {life.first_seen for life in lives} == {0, 2}
    assert {life.gone for life in lives} == {None, 2}
    assert any(life.last_changed > life.first_seen for life in lives)
