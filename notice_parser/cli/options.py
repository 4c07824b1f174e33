"""Options that several commands share."""

import os
import shutil
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from notice_parser.cli.inputs import shown

if TYPE_CHECKING:
    from notice_parser.report.look import Look

FAIL_ON = ("error", "warning", "info", "never")

Decorator = Callable[[Any], Any]

output: Decorator = click.option("-o", "--output", metavar="OUT", help="Write to this file instead of standard output.")
color: Decorator = click.option(
    "--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colour in text output."
)
width: Decorator = click.option("--width", type=click.IntRange(40, 400), help="Columns of text output.")

fail_on: Decorator = click.option(
    "--fail-on", type=click.Choice(FAIL_ON), help="Fail on findings of this level or above [default: error]."
)
profile: Decorator = click.option("--profile", metavar="NAME", help="Levels and law by jurisdiction, such as gdpr.")
everything: Decorator = click.option("--all", "everything", is_flag=True, help="Show editorial findings one by one.")
base: Decorator = click.option(
    "--base", metavar="REF", help="Compare with this commit; REF… with three dots: with the merge base."
)
config: Decorator = click.option(
    "--config", metavar="FILE", help="Read this configuration instead of the nearest notice.toml."
)

author: Decorator = click.option("--author", metavar="NAME", default="notice", help="Of the tracked changes in docx.")
date: Decorator = click.option(
    "--date", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help="Of the tracked changes in docx."
)


def wants_color(choice: str, environment: dict[str, str], target: str | None) -> bool:
    """Whether text output is coloured: `--color` first, then NO_COLOR, then whether a terminal reads it."""
    if choice != "auto":
        return choice == "always"
    return target is None and not environment.get("NO_COLOR") and sys.stdout.isatty()


def look(choice: str, width: int | None, target: str | None, *, everything: bool = False, path: str = "") -> "Look":
    """How text output looks: as asked for, else as the terminal that reads it allows, else 80 columns without colour."""
    from notice_parser.report.look import Look

    terminal = target is None and sys.stdout.isatty()
    columns = width or (shutil.get_terminal_size().columns if terminal else 80)
    return Look(wants_color(choice, dict(os.environ), target), max(40, columns), everything, shown(path))
