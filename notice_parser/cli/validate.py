"""`notice validate`."""

from pathlib import Path

import click

from notice_parser.cli.exits import DONE, UNREADABLE


@click.command(short_help="Check a JSON file against its published schema.")
@click.argument("file", type=click.Path())
def validate(file: str) -> int:
    """Check FILE, a notice or diff JSON, against the published schema and list every error with its JSON path.

    \b
    Example:
      notice validate privacy.json
    """
    from notice_parser.cli.inputs import load
    from notice_parser.codec import kind_of, load_json, problems

    data, name = load(file)
    document = load_json(data, name)
    kind = kind_of(document)
    found = problems(document, kind)
    for line in found:
        click.echo(line)
    click.echo(
        f"{Path(name).name}: " + (f"{len(found)} errors against the {kind} schema" if found else f"valid {kind} file")
    )
    return UNREADABLE if found else DONE
