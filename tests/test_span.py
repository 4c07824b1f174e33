import pytest

from notice_parser.span import Draft, Edit, Span, Text


def repaired() -> Text:
    draft = Draft("No\nti\nce ﬁle")
    draft.apply([Edit(Span(2, 3), "", "join"), Edit(Span(5, 6), "", "join")])
    draft.apply([Edit(Span(7, 8), "fi", "ligature")])
    return draft.text()


def test_text_and_runs() -> None:
    text = repaired()
    assert text.value == "Notice file"
    assert [(run.text, run.length, run.source, run.source_length, run.kept) for run in text.runs] == [
        (0, 2, 0, 2, True),
        (2, 2, 3, 2, True),
        (4, 3, 6, 3, True),
        (7, 2, 9, 1, False),
        (9, 2, 10, 2, True),
    ]


def test_source_of_a_word_that_was_cut_in_three() -> None:
    text = repaired()
    assert text.source(Span(0, 6)) == Span(0, 8)
    assert list(text.pieces(Span(0, 6))) == [Span(0, 2), Span(3, 5), Span(6, 8)]


def test_text_offset_of_a_source_offset() -> None:
    text = repaired()
    assert [text.at(k) for k in (0, 2, 3, 9, 10, 12)] == [0, 2, 2, 7, 9, 11]


def test_overlapping_edits_are_refused() -> None:
    with pytest.raises(ValueError, match="overlaps"):
        Draft("abc").apply([Edit(Span(0, 2), "", "a"), Edit(Span(1, 3), "", "b")])


def test_an_edit_must_consume_something() -> None:
    with pytest.raises(ValueError, match="consumes nothing"):
        Draft("abc").apply([Edit(Span(1, 1), "x", "a")])
