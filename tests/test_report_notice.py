"""A notice as text and as Markdown."""

from report_samples import notice

from notice_parser.model import Commitment, Condition, Evidence, Sentence
from notice_parser.report import notice_report
from notice_parser.report.look import Look
from notice_parser.report.reading import reading
from notice_parser.span import Span
from notice_parser.vocabulary import Action, Actor, BlockKind, ConditionKind, Data, Modality, Stance

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
    assert "  We will tell you of a breach [within 30 days][lost].\n" in shown
    assert "how       obligation (must)" in shown


LIST = "We keep, if you agree:\nyour name;\nyour photo."
ITEM = Commitment(
    "c2",
    2,
    Span(34, 45),
    "your photo.",
    Actor.CONTROLLER,
    Modality.PRACTICE,
    Action.RETAIN,
    Stance.INTRUSIVE,
    data=(Data.CONTENT,),
    conditions=(Condition(ConditionKind.CONSENT, Span(9, 21)),),
    evidence=(
        Evidence("active", Span(3, 7)),
        Evidence("conditions/conditions:consent/if you agree", Span(9, 21)),
        Evidence("conditions/conditions:if/if", Span(9, 21)),
        Evidence("data/data:content/photo", Span(34, 44)),
    ),
)


def test_a_list_item_is_read_with_its_introduction_and_marked_in_a_pipe() -> None:
    given = notice().but(
        text=LIST,
        sentences=(
            Sentence("security", Span(0, 22), BlockKind.PARAGRAPH),
            Sentence("security", Span(23, 33), BlockKind.LIST_ITEM, 0),
            Sentence("security", Span(34, 45), BlockKind.LIST_ITEM, 0),
        ),
        commitments=(ITEM,),
    )
    lines = reading(given, "c2", Look()).decode().split("\n")
    assert lines[2:4] == ["  We [keep], [if you agree]:", "  [your photo]."]
    assert [line for line in lines if line.startswith("because")] == [
        "because   “keep”: does retain (active)",
        "because   “if you agree”: limits consent; limits if (“if”)",
        "because   “your photo”: data content (“photo”)",
    ]
