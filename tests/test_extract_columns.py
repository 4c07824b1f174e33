"""Two columns side by side in a plain text are read one after the other, page by page."""

from itertools import zip_longest

from notice_parser.extract.plain import read_plain
from notice_parser.model import Options
from notice_parser.repair import repair

LEFT = ["We keep your orders for as long as", "the law of the country you live in", "asks us to keep them, and then we"]
LEFT += ["delete them within a few days.", "", "We ask all our carriers to do the", "same. We do not sell data, and we"]
RIGHT = ["have never sold any data to anyone", "at any time.", "", "You can close your account at any"]
RIGHT += ["time. We then delete all your data", "within thirty days of the day when", "your request has reached us."]
PAGE = "\n".join(f"{left:<40}{right}".rstrip() for left, right in zip_longest(LEFT, RIGHT, fillvalue=""))
SOURCE = f"          Lake Shop privacy notice\n\n{PAGE}\n"


def test_the_left_column_comes_first() -> None:
    extraction = read_plain(SOURCE.encode(), Options())
    text = repair(extraction).text.value
    assert "and we have never sold any data to anyone at any time." in text
    assert text.index("delete them within") < text.index("You can close")
    assert len(extraction.warnings) == 1


def test_each_line_keeps_its_number_in_the_file() -> None:
    extraction = read_plain(SOURCE.encode(), Options())
    lines = SOURCE.split("\n")
    for row, after in zip(extraction.lines, extraction.lines[1:], strict=False):
        assert extraction.text[row.start : after.start].strip() in lines[row.line - 1]


def test_a_table_is_no_text_in_columns() -> None:
    table = "\n".join(f"{data:<20}{days} days" for data, days in [("Orders", 30), ("Name", 60), ("Mail", 90)] * 4)
    assert read_plain(table.encode(), Options()).warnings == ()


def test_a_gutter_may_be_one_blank_wide() -> None:
    width = max(map(len, LEFT))
    page = "\n".join(f"{left:<{width}} {right}".rstrip() for left, right in zip_longest(LEFT, RIGHT, fillvalue=""))
    text = repair(read_plain(page.encode(), Options())).text.value
    assert "and we have never sold any data to anyone at any time." in text


def test_lines_of_two_columns_need_not_align() -> None:
    def spaced(lines: list[str], every: int) -> list[str]:
        return [text for k, line in enumerate(lines * 2) for text in ((line, "") if k % every == 0 else (line,))]

    page = "\n".join(f"{a:<40}{b}".rstrip() for a, b in zip_longest(spaced(LEFT, 2), spaced(RIGHT, 3), fillvalue=""))
    assert len(read_plain(page.encode(), Options()).warnings) == 1
