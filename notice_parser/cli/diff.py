"""`notice diff`."""

import os

import click

from notice_parser.cli import options
from notice_parser.cli.exits import DONE, FINDINGS
from notice_parser.cli.inputs import load
from notice_parser.cli.outputs import save

FORMATS = ("text", "json", "markdown")
FAIL_ON = ("error", "warning", "info", "never")


@click.command(short_help="Say what changed between two versions of a notice.")
@click.argument("old")
@click.argument("new")
@click.option(
    "-f", "--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="Of the output."
)
@click.option(
    "--fail-on",
    type=click.Choice(FAIL_ON),
    default="error",
    show_default=True,
    help="Exit with 1 on findings of this level or above.",
)
@options.output
@options.color
@options.width
def diff(old: str, new: str, form: str, fail_on: str, output: str | None, color: str, width: int | None) -> int:
    """Compare two versions of a notice: OLD and NEW are notices in any format, or JSON that `notice parse` wrote.

    \b
    Example:
      notice diff privacy-2023.pdf privacy-2024.html
      notice diff main:privacy.md privacy.md -f json --fail-on warning
    """
    from notice_parser.compare import compare
    from notice_parser.parse import load_notice
    from notice_parser.report import comparison_report

    comparison = compare(load_notice(*load(old)), load_notice(*load(new)))
    colored = options.wants_color(color, dict(os.environ), output)
    save(comparison_report(comparison, form, color=colored, width=width), output)
    serious = FAIL_ON[: FAIL_ON.index(fail_on) + 1] if fail_on != "never" else ()
    return FINDINGS if any(f.level in serious and f.approved is None for f in comparison.findings) else DONE
