"""Options that several commands share."""

import sys
from collections.abc import Callable
from typing import Any

import click

Decorator = Callable[[Any], Any]

output: Decorator = click.option("-o", "--output", metavar="OUT", help="Write to this file instead of standard output.")
color: Decorator = click.option(
    "--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colour in text output."
)
width: Decorator = click.option("--width", type=click.IntRange(40, 400), help="Columns of text output.")


def wants_color(choice: str, environment: dict[str, str], target: str | None) -> bool:
    """Whether text output is coloured: `--color` first, then NO_COLOR, then whether a terminal reads it."""
    if choice != "auto":
        return choice == "always"
    return target is None and not environment.get("NO_COLOR") and sys.stdout.isatty()
