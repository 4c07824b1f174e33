"""`notice check`."""

import click

from notice_parser.cli import options
from notice_parser.cli.configuration import configured
from notice_parser.cli.exits import OUTCOMES
from notice_parser.cli.gated import rows_of, targets
from notice_parser.cli.outputs import save
from notice_parser.cli.services import announce, in_service, sources
from notice_parser.cli.today import today, today_option

FORMATS = ("text", "json", "markdown", "html", "sarif", "junit", "github", "gitlab")


@click.command(short_help="Compare the configured notices with their baselines.")
@click.argument("files", nargs=-1, metavar="[FILE]…")
@options.base
@options.config
@click.option(
    "-f",
    "--format",
    "forms",
    multiple=True,
    metavar="FORMAT[=OUT]",
    help=f"Any of {', '.join(FORMATS)}; may be repeated.",
)
@options.fail_on
@options.profile
@options.everything
@click.option(
    "--require-approved-on-base",
    "on_base",
    is_flag=True,
    help="Take configuration, approvals and lock from the base side, so that a change cannot approve itself.",
)
@click.option(
    "--allow-stale", is_flag=True, help="Let entries wait that match nothing, as a hook must that sees one commit."
)
@today_option
@options.output
@options.color
@options.width
def check(
    files: tuple[str, ...],
    base: str | None,
    config: str | None,
    forms: tuple[str, ...],
    fail_on: str | None,
    profile: str | None,
    today_: str | None,
    output: str | None,
    color: str,
    width: int | None,
    *,
    everything: bool,
    on_base: bool,
    allow_stale: bool,
) -> int:
    """Compare every notice of the configuration, or FILE alone, with its baseline; fail on what nobody approved.

    \b
    Example:
      notice check
      notice check --base origin/main -f text -f sarif=notice.sarif
    """
    from notice_parser.gate import check as checked
    from notice_parser.report.checks import account, check_report

    said = {"profile": profile, "fail-on": fail_on, "baseline": base}
    chosen, folder, at = configured(config, said, on_base=on_base)
    rows = rows_of(chosen, folder, files)
    found = checked(chosen, folder, rows, today(today_), at, allow_stale=allow_stale or on_base)
    for form, target in tuple(targets(forms or chosen.formats or ("text",), output, FORMATS)):
        look = options.look(color, width, target, everything=everything)
        look = in_service(look, form, folder, sources(folder, [notice.path for notice in found.notices]))
        save(check_report(found, form, look), target)
        if form == "github":
            announce(account(found, look), look)
    return OUTCOMES[found.outcome]
