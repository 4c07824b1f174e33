"""`notice changelog`."""

import click

from notice_parser.cli import options
from notice_parser.cli.configuration import configured
from notice_parser.cli.gated import rows_of
from notice_parser.cli.outputs import save
from notice_parser.errors import ConfigError


@click.command(short_help="Tell users what changed between two commits.")
@click.argument("files", nargs=-1, metavar="[FILE]…")
@click.option("--from", "old", metavar="REF", required=True, help="The commit, tag or branch of the earlier version.")
@click.option("--to", "new", metavar="REF", help="That of the later version [default: the files as they stand].")
@click.option("-f", "--format", "form", type=click.Choice(["markdown", "html"]), default="markdown", show_default=True)
@options.config
@options.output
def changelog(
    files: tuple[str, ...], old: str, new: str | None, form: str, config: str | None, output: str | None
) -> None:
    """Say what changed in the configured notices, or in FILE, in words that a company can publish to its users.

    Grouped by what they lose and gain. Obligations of approvals are told; who signed and why is not.

    \b
    Example:
      notice changelog --from v1.0 --to v2.0
      notice changelog --from main notices/privacy.md -f html -o changes.html
    """
    from notice_parser.gate.between import between
    from notice_parser.report.changelog import changelog as told

    chosen, folder, *_ = configured(config, {})
    rows = rows_of(chosen, folder, files)
    if not rows:
        raise ConfigError("no notice is configured, so nothing can be compared", "name the files of the notices")
    save(told(between(chosen, folder, rows, (old, new)), form), output)
