"""Running lines of plain text: at the edge of pages, and elsewhere on a page that was printed in parts."""

from notice_parser import parse

THINGS = ("logs", "nets", "oars", "sails", "ropes", "lamps", "maps", "bells", "hooks", "tools", "flags", "keys")
BODY = "We keep the {} of the ferry for as long as the harbour asks us to keep\nthem, and when it asks no more we burn the {} of the ferry.\n"


def body(k: int) -> str:
    return BODY.format(THINGS[k], THINGS[-k])


def printed(pages: list[str]) -> str:
    return parse("\f".join(pages).encode(), "notice.txt").text


def test_a_running_line_is_left_out_on_the_one_page_where_it_stands_in_the_middle() -> None:
    pages = [f"Ferry house notice\n\n{body(k)}\nPage {k}\n" for k in range(1, 7)]
    pages[3] = f"{body(9)}\nPage 4\n\nFerry house notice\n\n{body(4)}\nIn the evening we burn some of it.\n"
    text = printed(pages)
    assert "Ferry house notice" not in text
    assert "Page 4" not in text
    assert all(f"We keep the {THINGS[k]} of" in text for k in (1, 2, 3, 9, 4, 5, 6))


def test_a_line_that_recurs_inside_pages_alone_stays() -> None:
    pages = [f"{body(k)}\nThe same on board\n\n{body(k + 5)}\nAnd more of {k}.\n" for k in range(1, 7)]
    assert printed(pages).count("The same on board") == 6
