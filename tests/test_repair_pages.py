"""Running lines of plain text: at the edge of pages, and elsewhere on a page that was printed in parts."""

from notice_parser import parse

BODY = "We keep the log of the ferry for as long as the harbour asks us to keep\nit, and the names of all that came on board with it. Part {}.\n"


def printed(pages: list[str]) -> str:
    return parse("\f".join(pages).encode(), "notice.txt").text


def test_a_running_line_is_left_out_on_the_one_page_where_it_stands_in_the_middle() -> None:
    pages = [f"Ferry house notice\n\n{BODY.format(k)}\nPage {k}\n" for k in range(1, 7)]
    pages[3] = (
        f"{BODY.format(3.5)}\nPage 4\n\nFerry house notice\n\n{BODY.format(4)}\nIn the evening we burn some of it.\n"
    )
    text = printed(pages)
    assert "Ferry house notice" not in text
    assert "Page 4" not in text
    assert all(f"Part {k}." in text for k in (1, 2, 3, 3.5, 4, 5, 6))


def test_a_line_that_recurs_inside_pages_alone_stays() -> None:
    pages = [f"{BODY.format(k)}\nThe same on board\n\n{BODY.format(k + 20)}\nAnd more of {k}.\n" for k in range(1, 7)]
    assert printed(pages).count("The same on board") == 6
