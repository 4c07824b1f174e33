"""`notice rules`."""

import click


@click.command(short_help="List the rules that judge changes.")
@click.argument("rule", required=False)
def rules(rule: str | None) -> None:
    """List every rule with its level and meaning, or show one RULE by code or name.

    \b
    Example:
      notice rules
      notice rules PN105
    """
    from notice_parser.report.catalogue import catalogue, entry

    click.echo(entry(rule) if rule else catalogue())
