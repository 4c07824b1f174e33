"""`notice rules`."""

import click

from notice_parser.cli import options
from notice_parser.cli.outputs import save


@click.command(short_help="List the rules that judge changes.")
@click.argument("rule", required=False)
@options.color
@options.width
def rules(rule: str | None, color: str, width: int | None) -> None:
    """List every rule with its level and meaning, or show one RULE by code or name.

    \b
    Example:
      notice rules
      notice rules PN105
    """
    from notice_parser.report.catalogue import catalogue, entry

    look = options.look(color, width, None)
    save(entry(rule, look) if rule else catalogue(look), None)
