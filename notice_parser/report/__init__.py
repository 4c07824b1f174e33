"""Notices and comparisons to what people and programs read: two tables of FORMATS."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from notice_parser.change import Comparison
from notice_parser.codec import encode
from notice_parser.diff import Alignment
from notice_parser.errors import UsageError
from notice_parser.model import Notice
from notice_parser.report.account import account_of
from notice_parser.report.diff_html import diff_html
from notice_parser.report.diff_markdown import diff_markdown
from notice_parser.report.diff_text import diff_text
from notice_parser.report.dpv import dpv
from notice_parser.report.github import log
from notice_parser.report.gitlab import gitlab
from notice_parser.report.history import history, history_html, history_markdown, history_text
from notice_parser.report.junit import junit
from notice_parser.report.look import Look
from notice_parser.report.notice_html import notice_html
from notice_parser.report.notice_markdown import notice_markdown
from notice_parser.report.notice_text import notice_text
from notice_parser.report.printed import printed
from notice_parser.report.sarif import sarif

R = TypeVar("R")

NOTICE_FORMATS: dict[str, Callable[[Notice, Look], bytes]] = {
    "json": lambda notice, _: encode(notice),
    "text": notice_text,
    "markdown": notice_markdown,
    "html": notice_html,
    "dpv": dpv,
}
COMPARISON_FORMATS: dict[str, Callable[[Comparison, Look], bytes]] = {
    "text": diff_text,
    "json": lambda comparison, _: encode(comparison),
    "markdown": lambda comparison, look: diff_markdown(account_of(comparison, look), look),
    "html": diff_html,
    "pdf": lambda comparison, look: printed(diff_html(comparison, look)),
    "sarif": lambda comparison, look: sarif(account_of(comparison, look), look),
    "junit": lambda comparison, look: junit(account_of(comparison, look), look),
    "github": lambda comparison, look: log(diff_text(comparison, look)),
    "gitlab": lambda comparison, look: gitlab(account_of(comparison, look), look),
}
# Those that show the text of both versions beside the changes, where it is at hand.
TEXT_FORMATS: dict[str, Callable[[Comparison, Look, tuple[Notice, Notice], Alignment | None], bytes]] = {
    "html": diff_html,
    "pdf": lambda comparison, look, notices, alignment: printed(diff_html(comparison, look, notices, alignment)),
}
HISTORY_FORMATS: dict[str, Callable[[Sequence[Comparison], Look], bytes]] = {
    "text": history_text,
    "json": lambda comparisons, _: encode(history(comparisons)),
    "markdown": history_markdown,
    "html": history_html,
    "pdf": lambda comparisons, look: printed(history_html(comparisons, look)),
}


def notice_report(notice: Notice, form: str, look: Look) -> bytes:
    """A notice in the format `form`."""
    return _of(NOTICE_FORMATS, form)(notice, look)


def comparison_report(
    comparison: Comparison,
    form: str,
    look: Look,
    notices: tuple[Notice, Notice] | None = None,
    alignment: Alignment | None = None,
) -> bytes:
    """A comparison in the format `form`. With the `notices`, old and new, pages show their whole text too; `alignment`
    of the two, where it is at hand.
    """
    if notices and form in TEXT_FORMATS:
        return TEXT_FORMATS[form](comparison, look, notices, alignment)
    return _of(COMPARISON_FORMATS, form)(comparison, look)


def history_report(comparisons: Sequence[Comparison], form: str, look: Look) -> bytes:
    """More than two versions in the format `form`: a table of the steps between them."""
    return _of(HISTORY_FORMATS, form)(comparisons, look)


def _of(formats: Mapping[str, R], form: str) -> R:
    if form not in formats:
        raise UsageError(f"no {form} report of this", f"choose one of {', '.join(formats)}")
    return formats[form]
