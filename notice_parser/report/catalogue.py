"""The catalogue of rules, as the rules themselves tell it."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from notice_parser import check
from notice_parser.change import Finding
from notice_parser.errors import UsageError
from notice_parser.report.look import Look
from notice_parser.report.terminal import screen, text, written
from notice_parser.vocabulary import Level

LEVEL_STYLES = {"error": "red", "warning": "yellow", "info": "cyan"}


class RuleText(NamedTuple):
    """A rule as reports tell it."""

    code: str
    name: str
    level: Level
    meaning: str
    document: str


def rule_texts(findings: Sequence[Finding]) -> tuple[RuleText, ...]:
    """Every rule of the catalogue, and those of `findings` that it does not hold, by code."""
    held = {
        rule.code: RuleText(rule.code, rule.name, Level(rule.level), _meaning(rule), _document(rule))
        for rule in _known()
    }
    for finding in findings:
        held.setdefault(finding.rule, RuleText(finding.rule, finding.name, finding.level, finding.name, finding.name))
    return tuple(held[code] for code in sorted(held))


def catalogue(look: Look) -> bytes:
    """Every rule: code, name, level and meaning."""
    from rich.table import Table

    table = Table(box=None, padding=(0, 2, 0, 0), show_edge=False)
    for column in ("rule", "name", "level"):
        table.add_column(column, no_wrap=True)
    table.add_column("meaning", ratio=1)
    for rule in _rules():
        level = str(rule.level)
        table.add_row(
            text(rule.code), text(rule.name), text((level, LEVEL_STYLES.get(level, ""))), text(_meaning(rule))
        )
    console = screen(look)
    console.print(table)
    return written(console)


def entry(what: str, look: Look) -> bytes:
    """One rule by code or name: its document, its level and the law. Raises UsageError where there is no such rule."""
    wanted = what.strip().lower()
    for rule in _rules():
        if wanted in (rule.code.lower(), rule.name, f"{rule.code.lower()}/{rule.name}"):
            return _entry(rule, look)
    raise UsageError(f"there is no rule {what}", "see `notice rules`")


def _entry(rule: Any, look: Look) -> bytes:
    console = screen(look)
    console.print(
        text((f"{rule.code} {rule.name}", "bold"), "  ", (str(rule.level), LEVEL_STYLES.get(str(rule.level), "")))
    )
    console.print()
    for paragraph in _document(rule).split("\n\n"):
        console.print(text(" ".join(paragraph.split())))
        console.print()
    if reference := tuple(getattr(rule, "reference", ()) or ()):
        console.print(text(("law  ", "dim"), "may be material under " + ", ".join(reference)))
    return written(console)


def _meaning(rule: Any) -> str:
    return " ".join(_document(rule).split("\n\n")[0].split())


def _document(rule: Any) -> str:
    return str(getattr(rule, "meaning", "") or getattr(rule, "document", "") or getattr(rule, "doc", ""))


def _rules() -> tuple[Any, ...]:
    if not (found := _known()):
        raise UsageError("this build has no rules")
    return found


def _known() -> tuple[Any, ...]:
    found = getattr(check, "catalogue", None)
    return tuple(found()) if found else ()
