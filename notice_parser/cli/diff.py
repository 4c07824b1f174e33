"""`notice diff`."""

from datetime import datetime
from pathlib import Path

import click

from notice_parser.cli import options
from notice_parser.cli.configuration import configured
from notice_parser.cli.gated import rows_of
from notice_parser.cli.outputs import save
from notice_parser.cli.services import announce, in_service
from notice_parser.cli.versions import choice, exit_code, pairs_report

FORMATS = ("text", "json", "markdown", "html", "pdf", "docx", "sarif", "junit", "github", "gitlab")


@click.command(short_help="Say what changed between versions of a notice.")
@click.argument("files", nargs=-1, required=True, metavar="OLD NEW…")
@click.option(
    "-f", "--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="Of the output."
)
@options.fail_on
@options.profile
@options.config
@click.option("--history", is_flag=True, help="Compare all versions of the one FILE that git has.")
@click.option(
    "--revisions", is_flag=True, help="Compare the tracked changes of the one FILE.docx, rejected and accepted."
)
@options.everything
@options.author
@options.date
@options.output
@options.color
@options.width
def diff(
    files: tuple[str, ...],
    form: str,
    fail_on: str | None,
    profile: str | None,
    config: str | None,
    output: str | None,
    color: str,
    width: int | None,
    author: str,
    date: datetime | None,
    *,
    history: bool,
    revisions: bool,
    everything: bool,
) -> int:
    """Compare versions of a notice: in any format, or JSON that `notice parse` wrote. More than two give a table.

    \b
    Example:
      notice diff privacy-2023.pdf privacy-2024.html
      notice diff main:privacy.md privacy.md -f json --fail-on warning
      notice diff --history notices/privacy.md
    """
    from notice_parser.report.account import account_of

    told, folder, _ = configured(config, {"profile": profile, "fail-on": fail_on})
    row = rows_of(told, folder, files[-1:])[0]  # a notice that is configured is judged as `notice check` judges it
    chosen = told.under(row)
    versions = choice(files, history=history, revisions=revisions)
    look = options.look(color, width, output, everything=everything, path=files[-1])
    look = look.but(author=author, date=date.date().isoformat() if date else "")
    look = in_service(look, form, Path(), {files[-1]: versions[-1].data}).but(fail_on=chosen.fail_on)
    comparisons, result = pairs_report(versions, chosen, form, look, row.key)
    save(result, output)
    if form == "github" and len(comparisons) == 1:
        announce(account_of(comparisons[0], look), look)
    return exit_code(comparisons, chosen.fail_on)
