"""`notice lock`."""

import click

from notice_parser.cli import options
from notice_parser.cli.configuration import configured
from notice_parser.cli.exits import CONFIG, DONE
from notice_parser.cli.gated import rows_of, say
from notice_parser.cli.outputs import save


@click.command(short_help="Write the approved state of the configured notices.")
@click.argument("files", nargs=-1, metavar="[FILE]…")
@options.config
@click.option("--check", "checking", is_flag=True, help="Write nothing; exit with 4 where the lock is not of today.")
def lock(files: tuple[str, ...], config: str | None, *, checking: bool) -> int:
    """Write notice.lock.json: every commitment of the configured notices, or of FILE alone, one a line.

    Its difference in git shows a reviewer what moved, and `notice check` compares with it where the baseline is "lock".

    \b
    Example:
      notice lock
      notice lock notices/new.md
    """
    from notice_parser.gate.lock import lock_bytes
    from notice_parser.gate.locking import lock_of

    chosen, folder, _ = configured(config, {})
    made = lock_of(chosen, folder, rows_of(chosen, folder, files), alone=bool(files))
    path = folder / chosen.lock
    if checking:
        current = path.is_file() and path.read_bytes() == lock_bytes(made)
        say(f"{chosen.lock}: {'holds the notices as they are' if current else 'is not up to date; run: notice lock'}")
        return DONE if current else CONFIG
    save(lock_bytes(made), str(path))
    for notice in made.notices:
        say(f"{chosen.lock}: {notice.path}, {len(notice.commitments)} commitments")
    return DONE
