"""A notice as text and as Markdown."""

from report_samples import notice

from notice_parser.report import notice_report
from notice_parser.report.look import Look
from notice_parser.report.reading import reading

TEXT = """\
Harbour Notice
last updated  2021-01-15
language      en
source        old.txt, plain text, 100 bytes
repaired as   paragraphs (90% sure)
size          15 words, 1 commitment

Section         Category      Place   Commitments
Harbour Notice  introduction  line 1
  Security      security      line 3            1

Security  security
 c1 we must notify data personal · limits within 30 days · time 30 days · words
                   are lost here

Lost in extraction  1 run of text, 1 bullet
 line 6: …you of a breach within 30 days[lost].…

Doubts about the reading
 a line is very long

"""


def test_text_at_80_columns() -> None:
    assert notice_report(notice(), "text", Look()).decode() == TEXT


def test_no_escape_reaches_the_terminal_without_colour() -> None:
    assert "\x1b" not in notice_report(notice(), "text", Look()).decode()


def test_markdown_holds_a_table() -> None:
    lines = notice_report(notice(), "markdown", Look()).decode().split("\n")
    assert "| c1 | we | must | notify | personal |  |  | within 30 days; words are lost here | 30 days |" in lines


def test_a_reading_shows_the_sentence_and_every_value() -> None:
    shown = reading(notice(), "c1", Look()).decode()
    assert "We will tell you of a breach within 30 days" in shown
    assert "how       obligation (must)" in shown
