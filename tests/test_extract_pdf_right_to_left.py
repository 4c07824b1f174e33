"""Words of scripts that run from right to left."""

import pytest

from notice_parser.extract.pdf.right_to_left import in_reading_order


@pytest.mark.parametrize(
    ("drawn", "read"),
    [
        ("عمجن كمسا, 30", "نجمع اسمك, 30"),
        ("عقوم،", "موقع،"),
        ("טבל", "לבט"),
        ("abc 12", "abc 12"),
    ],
)
def test_letters_that_were_drawn_from_the_left_are_read_from_the_right(drawn: str, read: str) -> None:
    assert in_reading_order(drawn, float) == read
    assert in_reading_order(read, lambda at: -at) == read
    assert [len(word) for word in read.split()] == [len(word) for word in drawn.split()]


def test_points_stay_behind_their_letter() -> None:
    assert in_reading_order("כבָא", float) == "אבָכ"
