"""The laws of drafts: whatever passes run over a text, the map back to the source stays true."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from notice_parser.span import Draft, Edit, Flag, Span, replay

SOURCES = st.text("ab \n-ﬁ", min_size=1, max_size=60)
CUTS = st.lists(st.integers(0, 60), max_size=12)
PASSES = st.lists(st.tuples(CUTS, st.lists(st.sampled_from(["", "x", "\n", "ab"]), min_size=1, max_size=6)), max_size=4)
Pass = tuple[Sequence[int], Sequence[str]]


def edited(source: str, passes: Sequence[Pass]) -> Draft:
    draft = Draft(source)
    for number, (cuts, news) in enumerate(passes):
        marks = sorted({cut for cut in cuts if cut <= len(draft.value)})
        spans = [Span(a, b) for a, b in zip(marks[::2], marks[1::2], strict=False)]
        draft.apply([Edit(span, news[k % len(news)], f"pass-{number}") for k, span in enumerate(spans)])
    return draft


@given(SOURCES, PASSES)
def test_replaying_the_edits_gives_the_same_text(source: str, passes: Sequence[Pass]) -> None:
    draft = edited(source, passes)
    assert replay(source, draft.edits()) == draft.value == draft.text().value


@given(SOURCES, PASSES)
def test_kept_characters_map_to_themselves(source: str, passes: Sequence[Pass]) -> None:
    text = edited(source, passes).text()
    for run in text.runs:
        if run.kept:
            here = text.value[run.text : run.text + run.length]
            assert here == source[run.source : run.source + run.source_length]


@given(SOURCES, PASSES)
def test_runs_cover_the_text_and_never_go_back(source: str, passes: Sequence[Pass]) -> None:
    text = edited(source, passes).text()
    assert sum(run.length for run in text.runs) == len(text.value)
    ends = [0, *(run.source + run.source_length for run in text.runs)]
    assert all(run.source >= end for run, end in zip(text.runs, ends, strict=False))


@given(SOURCES, PASSES, st.integers(0, 60), st.integers(0, 60))
def test_spans_map_into_the_source_and_back(source: str, passes: Sequence[Pass], one: int, two: int) -> None:
    text = edited(source, passes).text()
    low, high = sorted((min(one, len(text.value)), min(two, len(text.value))))
    span = text.source(Span(low, high))
    assert 0 <= span.start <= span.end <= len(source)
    pieces = list(text.pieces(Span(low, high)))
    assert all(span.holds(piece) for piece in pieces)
    assert pieces == sorted(pieces)
    for run in text.runs:
        if run.kept:
            assert text.at(run.source) == run.text


@given(SOURCES, PASSES, st.integers(0, 60))
def test_flags_remember_where_in_the_source_they_stood(source: str, passes: Sequence[Pass], at: int) -> None:
    draft = edited(source, passes)
    if not draft.value:
        return
    place = min(at, len(draft.value) - 1)
    draft.apply([Flag("list-item", Span(place, place + 1), "rule")])
    assert draft.flags[-1].span == draft.text().source(Span(place, place + 1))
