"""What `notice check` found, in every format: the notices one below another, then what keeps it from passing."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from notice_parser.codec import encode
from notice_parser.errors import UsageError
from notice_parser.report import COMPARISON_FORMATS
from notice_parser.report.account import Account, compared, in_repository
from notice_parser.report.diff_html.several import several_html
from notice_parser.report.diff_markdown import diff_markdown
from notice_parser.report.github import log
from notice_parser.report.gitlab import gitlab
from notice_parser.report.junit import junit
from notice_parser.report.look import Look
from notice_parser.report.sarif import sarif
from notice_parser.report.terminal import indented, screen, text, written
from notice_parser.report.wording import counted
from notice_parser.sign_off import Check, CheckedNotice, Problem
from notice_parser.vocabulary import Outcome

if TYPE_CHECKING:
    from rich.console import RenderableType


def check_text(check: Check, look: Look) -> bytes:
    """For a person at a terminal."""
    parts = [_notice(notice, look) for notice in check.notices if notice.comparison]
    console = screen(look)
    for part in _foot(check):
        console.print(part)
    return b"\n".join([*parts, written(console)])


def _notice(notice: CheckedNotice, look: Look) -> bytes:
    assert notice.comparison is not None
    console = screen(look)
    console.print(text((notice.path, "bold"), f"  against {notice.baseline}"))
    return written(console) + b"\n" + COMPARISON_FORMATS["text"](notice.comparison, look.but(path=notice.path))


def _foot(check: Check) -> Iterator["RenderableType"]:
    for problem in check.problems:
        yield text((place(problem), "bold red"), problem.what)
        yield indented(text(f"{problem.remedy}"), 2)
    yield text((verdict_line(check), "bold green" if check.outcome is Outcome.PASSED else "bold red"))
    for line in remedies(check):
        yield indented(text(line), 2)


def place(problem: Problem) -> str:
    """Where a problem stands: "notice-approvals.yaml:12: "."""
    return f"{problem.file}:{problem.line}: " if problem.line else f"{problem.file}: "


def verdict_line(check: Check) -> str:
    """The check in one sentence."""
    open_findings = sum(len(notice.open) for notice in check.notices)
    signed = sum(f.approved is not None for n in check.notices if n.comparison for f in n.comparison.findings)
    compared = sum(notice.comparison is not None for notice in check.notices)
    words = (
        f"{counted(compared, 'notice')} of {len(check.notices)} compared",
        f"{counted(open_findings, 'finding needs', 'findings need')} approval" if open_findings else "",
        f"{counted(signed, 'finding')} approved" if signed else "",
        counted(len(check.problems), "problem") if check.problems else "",
    )
    return f"{'PASSED' if check.outcome is Outcome.PASSED else 'FAILED'}: {', '.join(word for word in words if word)}."


def remedies(check: Check) -> Iterator[str]:
    """What to type for the findings that need approval."""
    prints = dict.fromkeys(name for notice in check.notices for name in notice.open)
    if prints:
        yield f'notice approve {" ".join(prints)} --by YOU --reason "…"'


def account(check: Check, look: Look) -> Account:
    """What services are told of a check."""
    rows = ((n.path, n.comparison, frozenset(n.open)) for n in check.notices if n.comparison)
    return Account(
        verdict_line(check),
        check.outcome,
        tuple(compared(path, comparison, needed, look) for path, comparison, needed in rows),
        tuple(p.but(file=in_repository(look.prefix + p.file)) for p in check.problems),
    )


def _html(check: Check, look: Look) -> bytes:
    """The page of the one notice, or of all with what keeps them from passing."""
    rows = [(notice.path, notice.comparison) for notice in check.notices if notice.comparison]
    if len(rows) == len(check.notices) == 1 and not check.problems:
        return COMPARISON_FORMATS["html"](rows[0][1], look.but(path=rows[0][0]))
    notes = [f"{place(problem)}{problem.what}: {problem.remedy}" for problem in check.problems]
    return several_html(verdict_line(check), notes, rows, look)


def _text(check: Check, look: Look) -> bytes:
    """Lines that no service obeys; the commands of GitHub go to standard error."""
    return log(check_text(check, look))


CHECK_FORMATS: dict[str, Callable[[Check, Look], bytes]] = {
    "text": _text,
    "json": lambda check, _: encode(check),
    "markdown": lambda check, look: diff_markdown(account(check, look), look),
    "html": _html,
    "sarif": lambda check, look: sarif(account(check, look), look),
    "junit": lambda check, look: junit(account(check, look), look),
    "github": _text,
    "gitlab": lambda check, look: gitlab(account(check, look), look),
}


def check_report(check: Check, form: str, look: Look) -> bytes:
    """A check in the format `form`."""
    if form not in CHECK_FORMATS:
        raise UsageError(f"no {form} report of this", f"choose one of {', '.join(CHECK_FORMATS)}")
    return CHECK_FORMATS[form](check, look)
