"""What a comparison comes to where a side is cut off, in another language, or says what no rule reads."""

from pathlib import Path
from time import perf_counter

import pytest

from notice_parser import parse
from notice_parser.change import Comparison
from notice_parser.comparing import compare

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
WHOLE = (CORPUS / "insurer" / "v1.md").read_text("utf-8")
PARAGRAPHS = WHOLE.split("\n\n")
GERMAN = (
    "Wir verarbeiten Ihre Daten nur für die Zwecke, die in dieser Erklärung stehen, und geben sie nicht an Dritte.",
    "Sie haben das Recht, eine Auskunft über die Daten zu verlangen und der Verarbeitung zu widersprechen.",
    "Wir speichern die Daten so lange, wie es für den Zweck notwendig ist, und löschen sie danach.",
)


def compared(old: str, new: str) -> Comparison:
    return compare(parse(old.encode(), "old.md"), parse(new.encode(), "new.md"))


def beginning(share: float) -> str:
    return "\n\n".join(PARAGRAPHS[: int(share * len(PARAGRAPHS))])


@pytest.mark.parametrize("share", [0.3, 0.5])
def test_the_beginning_of_a_notice_alone_is_suspect(share: float) -> None:
    for pair in ((WHOLE, beginning(share)), (beginning(share), WHOLE)):
        comparison = compared(*pair)
        assert comparison.verdict == "suspect"
        assert "breaks off" in comparison.reasons[0]
        assert comparison.findings == ()


def test_a_short_page_without_promises_is_suspect() -> None:
    page = "# Privacy\n\n" + "Our shops are open every day of the week, and each one has its own garden.\n\n" * 12
    found = compared(WHOLE, page)
    assert (found.verdict, found.findings) == ("suspect", ())
    assert "holds no commitment" in found.reasons[0]


def test_a_last_part_that_goes_is_judged() -> None:
    assert compared(WHOLE, beginning(0.85)).verdict == "changed"


def test_a_beginning_that_was_edited_is_no_truncation() -> None:
    assert compared(WHOLE, beginning(0.5).replace("We ", "We may ", 3)).verdict != "suspect"


@pytest.mark.parametrize(
    ("paragraph", "code"),
    [
        ("Przetwarzamy dane osobowe w celach opisanych w polityce i nie przekazujemy ich do innych osób.", "pl"),
        ("Мы обрабатываем ваши персональные данные только для целей, описанных в этой политике.", "ru"),
        ("当社は、本ポリシーに記載された目的のためにのみ個人情報を取り扱い、第三者に提供しません。", "ja"),
        (GERMAN[0], "de"),
    ],
)
def test_another_language_is_named(paragraph: str, code: str) -> None:
    comparison = compared(WHOLE, "\n\n".join([f"# {code}", *[paragraph] * 12]))
    assert (comparison.verdict, comparison.reasons) == ("suspect", (f"the language differs: en and {code}",))


def test_no_promise_is_certified_in_a_language_that_is_not_read() -> None:
    old = "\n\n".join(["# Datenschutz", *GERMAN])
    comparison = compared(old, old.replace("geben sie nicht an", "geben sie an"))
    assert (comparison.verdict, comparison.certificate) == ("changed", None)
    assert [(f.rule, f.level, f.direction) for f in comparison.findings] == [("PN905", "warning", "unclear")]
    assert "another language (de)" in comparison.findings[0].message


def test_paragraphs_of_another_language_that_come_are_not_editorial() -> None:
    comparison = compared(WHOLE, "\n\n".join([WHOLE, *GERMAN]))
    assert comparison.verdict == "changed"
    assert {finding.rule for finding in comparison.findings} == {"PN905"}


def test_numbers_and_format_need_no_language() -> None:
    old = "\n\n".join(["# Datenschutz", *GERMAN, "Stand 2023"])
    assert compared(old, old.replace("2023", "2024").replace("Wir", "**Wir**", 1)).verdict == "editorial"


def test_the_date_alone_is_not_said_to_have_moved_where_a_sentence_came() -> None:
    page = "# Privacy\n\nLast updated: 1 {month} 2024\n\nWe keep invoices for ten years."
    old, new = page.format(month="May"), page.format(month="June")
    assert "nothing else changed" in compared(old, new).findings[0].message
    found = compared(old, f"{new}\n\nWe sell your email address to advertisers.").findings
    assert not [finding for finding in found if "nothing else changed" in finding.message]


def test_the_date_of_a_notice_in_another_language_is_no_promise() -> None:
    old = "\n\n".join(["# Datenschutz", "Stand: 1. Mai 2023", *GERMAN])
    assert compared(old, old.replace("Mai 2023", "Juni 2024")).verdict == "editorial"


def test_a_copy_that_comes_or_goes_says_so() -> None:
    twice = f"{WHOLE}\n\n{PARAGRAPHS[-1]}\n"
    for old, new, words in ((WHOLE, twice, "a further copy came"), (twice, WHOLE, "one of the copies went")):
        [found] = compared(old, new).findings
        assert (found.rule, found.because) == ("PN901", (words,))


def test_words_said_over_and_over_are_judged_soon() -> None:
    said = "You can " + "simply easily generally " * 400 + "leave."
    started = perf_counter()
    comparison = compared(WHOLE, f"{WHOLE}\n\n{said}\n")
    assert perf_counter() - started < 5
    assert max((len(words) for found in comparison.findings for words in found.because), default=0) < 400
