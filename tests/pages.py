"""Pages of comparisons for the tests, and what a person does on them."""

from pathlib import Path
from typing import Any

from lxml import html as parser
from report_samples import signed

from notice_parser.change import Comparison
from notice_parser.comparing import compare
from notice_parser.model import Notice
from notice_parser.parsing import parse
from notice_parser.report import comparison_report
from notice_parser.report.look import Look
from notice_parser.vocabulary import Direction, Level

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
LAST = "\n\n## Contact\n\nWrite to privacy@harbour.example.\n"


def pair(before: str, after: str) -> tuple[Notice, Notice]:
    """Two versions of a notice in Markdown."""
    return parse(before.encode(), "old.md"), parse(after.encode(), "new.md")


def corpus(before: str, after: str) -> tuple[Notice, Notice]:
    """Two notices of the corpus."""
    old, new = (parse((CORPUS / name).read_bytes(), name) for name in (before, after))
    return old, new


def page(notices: tuple[Notice, Notice], comparison: Comparison | None = None) -> bytes:
    """The report of two notices."""
    return comparison_report(comparison or compare(*notices), "html", Look(), notices)


def every_kind() -> bytes:
    """A page with findings of every level, direction and state of approval, moves and losses among them."""
    notices = corpus("insurer/v1.runs.txt", "insurer/v2.runs.txt")
    found = compare(*notices)
    levels, directions = tuple(Level), tuple(Direction)
    findings = tuple(
        finding.but(
            level=levels[number % len(levels)],
            direction=directions[number % len(directions)],
            approved=signed() if number % 3 == 0 else None,
        )
        for number, finding in enumerate(found.findings)
    )
    return page(notices, found.but(findings=findings))


def many(changes: int) -> tuple[str, str]:
    """Two versions with as many changed sentences, half of them promises, and as many that stay."""
    old, new = ["# Harbour Notice"], ["# Harbour Notice"]
    for number in range(changes):
        if number % 50 == 0:
            heading = f"## Part {number // 50 + 1}: how berth {number} is let"
            old, new = [*old, heading], [*new, heading]
        same = f"Berth {number} has a mooring ring, two cleats and a lamp that carries the number {number}. The harbour master holds the key of gate {number} and the plan of the pier behind it."
        if number % 2:
            was, now = (
                f"We keep the log of berth {number} for {number % 20 + 5} days.",
                f"We keep the log of berth {number} for {number % 20 + 65} days.",
            )
        else:
            was, now = f"The lamp of berth {number} is usually green.", f"The lamp of berth {number} is always green."
        old += [same, was]
        new += [same, now]
    return "\n\n".join(old) + LAST, "\n\n".join(new) + LAST


def side(page: bytes, name: str) -> list[str]:
    """The blocks of one version as the page shows them: "old" or "new", or that side of the column of both."""
    tree: Any = parser.fromstring(page.decode())
    for hidden in tree.xpath("//*[@class='hidden-words']"):
        hidden.drop_tree()
    cells = tree.xpath(f"//*[contains(@class,'row') and @id]/*[contains(concat(' ',@class,' '),' {name} ')]")
    return [text for cell in cells if (text := " ".join(cell.text_content().split()))]
