"""The `notice` command: a table of subcommands, one file each."""

import gc
import sys
from collections.abc import Sequence

import click

from notice_parser.__about__ import VERSION
from notice_parser.cli import exits
from notice_parser.cli.approve import approve
from notice_parser.cli.changelog import changelog
from notice_parser.cli.check import check
from notice_parser.cli.diff import diff
from notice_parser.cli.explain import explain
from notice_parser.cli.git_diff_driver import git_diff_driver
from notice_parser.cli.lock import lock
from notice_parser.cli.parse import parse
from notice_parser.cli.review import review
from notice_parser.cli.rules import rules
from notice_parser.cli.schema import schema
from notice_parser.cli.timeline import timeline
from notice_parser.cli.validate import validate

COMMANDS: tuple[click.Command, ...] = (
    parse,
    diff,
    check,
    lock,
    approve,
    changelog,
    git_diff_driver,
    review,
    timeline,
    validate,
    schema,
    rules,
    explain,
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, epilog=exits.EPILOG)
@click.version_option(VERSION, prog_name="notice")
@click.option(
    "--pager/--no-pager", default=True, help="Page long results on a terminal, through $PAGER [default: pager]."
)
def notice(*, pager: bool) -> None:
    """Read privacy notices and say what an edit did to the promises in them.

    \b
    Example:
      notice parse privacy.pdf -f text
      notice diff old.html new.html
    """


for command in COMMANDS:
    notice.add_command(command)


# New objects between two searches for cycles: what a start loads stays, and to search it takes a tenth of the start.
SELDOM = 100_000


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with the exit code of the table in `exits`."""
    gc.set_threshold(SELDOM)
    sys.exit(exits.code(notice, arguments))
