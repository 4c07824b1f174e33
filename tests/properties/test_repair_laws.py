"""Laws of repair: nothing invented, nothing reordered, every edit replayable, a repaired text is whole."""

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from notice_parser.errors import UsageError
from notice_parser.extract.plain import read_plain
from notice_parser.model import Options, Repaired
from notice_parser.repair import DIALECT_NAMES, repair
from notice_parser.span import LOST, replay

WORDS = st.sampled_from(
    [
        "we",
        "keep",
        "your",
        "orders",
        "for",
        "the",
        "law",
        "Shop",
        "data",
        "third-party",
        "infor-",
        "mation.",
        "(a)",
        "3.",
    ]
)
LINES = st.one_of(
    st.lists(WORDS, max_size=14).map(" ".join),
    st.lists(WORDS, max_size=6).map(lambda words: " ".join(words) + " "),
    st.sampled_from(["", " ", " ", "  ", "-", "•", "• your name", "\f", "Page 3 of 9", "Lake Shop 7", "1."]),
)
DAMAGED = st.lists(LINES, max_size=40).map("\n".join)
ANYTHING = st.text(st.sampled_from("ab Z.,-\n\n\r\t\f•ﬁ\u00a0\u00ad\ufffeâ€™1("), max_size=80)
ANY = settings(max_examples=150, deadline=None, derandomize=True)


def repaired(text: str, dialect: str | None = None) -> tuple[str, Repaired]:
    extraction = read_plain(text.encode("utf-8", "replace"), Options(dialect=dialect))
    return extraction.text, repair(extraction, dialect)


def letters(text: str) -> str:
    """The characters that are the text, each written one way: no blanks, ligatures, hyphens, markers."""
    folded = unicodedata.normalize("NFKC", text)
    return "".join(char for char in folded if char.isalnum())


def is_subsequence(short: str, long: str) -> bool:
    rest = iter(long)
    return all(char in rest for char in short)


@ANY
@given(DAMAGED | ANYTHING, st.sampled_from([None, *DIALECT_NAMES]))
def test_edits_replay_and_nothing_is_invented(text: str, dialect: str | None) -> None:
    source, result = repaired(text, dialect)
    assert replay(source, result.edits) == result.text.value
    if "â" not in text:
        assert is_subsequence(letters(result.text.value), letters(source))


@ANY
@given(DAMAGED | ANYTHING, st.sampled_from([None, *DIALECT_NAMES]))
def test_order_never_decreases_and_kept_characters_map_to_themselves(text: str, dialect: str | None) -> None:
    source, result = repaired(text, dialect)
    end = 0
    for run in result.text.runs:
        assert run.source >= end
        end = run.source + run.source_length
        if run.kept:
            assert source[run.source : end] == result.text.value[run.text : run.text + run.length]


@ANY
@given(DAMAGED | ANYTHING, st.sampled_from([None, *DIALECT_NAMES]))
def test_every_block_is_one_line_and_every_line_a_block(text: str, dialect: str | None) -> None:
    _, result = repaired(text, dialect)
    value = result.text.value
    assert [block.span.of(value) for block in result.blocks] == [line for line in value.split("\n") if line]
    assert "\n\n\n" not in value
    assert value == value.strip("\n ")


@ANY
@given(DAMAGED | ANYTHING)
@example("infor-\nmation")
@example("a\r\rb\r\nc")
def test_repair_of_a_repaired_text_changes_nothing(text: str) -> None:
    _, once = repaired(text)
    _, twice = repaired(once.text.value)
    assert twice.text.value == once.text.value


@ANY
@given(DAMAGED)
def test_every_lost_run_stands_in_the_text(text: str) -> None:
    source, result = repaired(text, "text-runs")
    value = result.text.value
    marked = [loss for loss in result.losses if loss.kind in ("text", "text-or-page-break")]
    assert [value[loss.span.start : loss.span.end] for loss in marked] == [LOST] * len(marked)
    assert value.count(LOST) == len(marked)
    assert all(source.split("\n")[loss.line - 1] == "" for loss in result.losses if loss.line)


def test_an_unknown_dialect_is_an_error_that_lists_the_known() -> None:
    with pytest.raises(UsageError, match="hard-wrapped, "):
        repaired("text", "volapük")
