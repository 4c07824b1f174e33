"""`notice schema`."""

import click

from notice_parser.cli.outputs import save

NAMES = ("notice", "diff", "history", "timeline", "check", "config", "approvals", "lock")


@click.command(short_help="Print a published JSON Schema.")
@click.argument("name", type=click.Choice(NAMES), default="notice")
def schema(name: str) -> None:
    """Print the JSON Schema of a kind of file.

    \b
    Example:
      notice schema diff > diff.schema.json
    """
    from notice_parser.codec import schema_bytes

    save(schema_bytes(name), None)
