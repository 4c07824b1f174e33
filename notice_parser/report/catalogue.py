"""The catalogue of rules, as the rules themselves tell it."""

from collections.abc import Iterable
from itertools import takewhile
from typing import TYPE_CHECKING

from notice_parser.change import Finding
from notice_parser.errors import UsageError
from notice_parser.report.look import Look
from notice_parser.report.terminal import screen, text, written
from notice_parser.vocabulary import Level

if TYPE_CHECKING:  # the rules, which reading a notice can do without
    from notice_parser.check import RuleEntry

LEVEL_STYLES = {Level.ERROR: "red", Level.WARNING: "yellow", Level.INFO: "cyan"}


def rule_entries(findings: Iterable[Finding]) -> "tuple[RuleEntry, ...]":
    """Every rule of the catalogue, and those of `findings` that it does not hold, by code."""
    from notice_parser.check import RuleEntry

    held = {rule.code: rule for rule in _entries()}
    for f in findings:
        held.setdefault(f.rule, RuleEntry(f.rule, f.name, f.level, f.category, f.name, "", f.reference, f.name, ""))
    return tuple(held[code] for code in sorted(held))


def _entries() -> "tuple[RuleEntry, ...]":
    from notice_parser.check import catalogue as entries

    return entries()


def catalogue(look: Look) -> bytes:
    """Every rule: code, name, level and meaning."""
    from rich.table import Table

    table = Table(box=None, padding=(0, 2, 0, 0), show_edge=False)
    for column in ("rule", "name", "level"):
        table.add_column(column, no_wrap=True)
    table.add_column("meaning", ratio=1)
    for rule in _entries():
        style = LEVEL_STYLES.get(rule.level, "")
        table.add_row(text(rule.code), text(rule.name), text((rule.level, style)), text(rule.meaning))
    console = screen(look)
    console.print(table)
    return written(console)


def entry(what: str, look: Look) -> bytes:
    """One rule by code or name: its document, an example, the law. Raises UsageError where there is no such rule."""
    wanted = what.strip().lower()
    for rule in _entries():
        if wanted in (rule.code.lower(), rule.name, f"{rule.code}/{rule.name}".lower()):
            return _entry(rule, look)
    raise UsageError(f"there is no rule {what}", "see `notice rules`")


def document(rule: "RuleEntry") -> str:
    """What a rule notices, in words, without its example."""
    lines = takewhile(lambda line: not line.strip().startswith("Example:"), rule.docstring.splitlines())
    return " ".join(" ".join(lines).split())


def _entry(rule: "RuleEntry", look: Look) -> bytes:
    console = screen(look)
    console.print(text((f"{rule.code} {rule.name}", "bold"), "  ", (rule.level, LEVEL_STYLES.get(rule.level, ""))))
    console.print(text(document(rule)))
    console.print()
    law = "may be material under " + ", ".join(rule.reference) if rule.reference else ""
    for label, words in (("example", rule.example), ("law", law), ("mirror", rule.mirror)):
        if words:
            console.print(text((f"{label:<8}", "dim"), words))
    return written(console)
