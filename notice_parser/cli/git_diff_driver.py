"""`notice git-diff-driver`."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from notice_parser.cli import options
from notice_parser.cli.inputs import load, shown
from notice_parser.cli.outputs import save
from notice_parser.errors import NoticeError, UsageError

if TYPE_CHECKING:
    from notice_parser.model import Notice

EXTERNAL, RENAMED = 7, 9  # arguments that git gives an external diff


@click.command("git-diff-driver", short_help="Show commitments in `git diff`.")
@click.argument("words", nargs=-1, required=True, metavar="FILE | PATH OLD…", type=click.UNPROCESSED)
def git_diff_driver(words: tuple[str, ...]) -> None:
    """Called by git: with one FILE it prints its sentences with their commitments, with seven arguments what changed.

    A file that cannot be read as a notice is shown as such and never stops git: this is a view, `notice check` judges.

    \b
    Example:
      echo '*.md diff=notice' >> notices/.gitattributes
      git config diff.notice.command 'notice git-diff-driver --'
      git config diff.notice.textconv 'notice git-diff-driver --'
    """
    if len(words) == 1:
        save(_lines(words[0]), None)
        return
    if len(words) not in (EXTERNAL, RENAMED):
        raise UsageError(f"git gives 1 or {EXTERNAL} arguments, not {len(words)}", "see its --help for the settings")
    save(_changes(words[0], words[1], words[4]), None)


def _lines(path: str) -> bytes:
    from notice_parser.report.lines import notice_lines

    try:
        return notice_lines(_notice(path, path))
    except NoticeError as error:
        return f"(no notice: {_plain(error)})\n".encode() + Path(path).read_bytes()


def _changes(path: str, old: str, new: str) -> bytes:
    from notice_parser.comparing import compare
    from notice_parser.report import comparison_report
    from notice_parser.report.lines import notice_lines
    from notice_parser.report.safe import visible

    head = f"notice diff {visible(shown(path))}\n".encode()
    try:
        sides = [None if side == os.devnull else _notice(side, path) for side in (old, new)]
    except NoticeError as error:
        return head + f"(no notice: {_plain(error)})\n".encode()
    if sides[0] and sides[1]:
        paged = "always" if os.environ.get("GIT_PAGER_IN_USE") and not os.environ.get("NO_COLOR") else "auto"
        return head + comparison_report(compare(sides[0], sides[1]), "text", options.look(paged, None, None)) + b"\n"
    mark = b"+" if sides[1] else b"-"
    lines = notice_lines(sides[1] or sides[0]) if any(sides) else b""  # type: ignore[arg-type]
    return head + b"".join(mark + line for line in lines.splitlines(keepends=True)) + b"\n"


def _notice(file: str, path: str) -> "Notice":
    from notice_parser.parsing import load_notice

    return load_notice(load(os.path.join(".", file))[0], shown(Path(path).name))  # noqa: PTH118 - "./-x" keeps its dot


def _plain(error: NoticeError) -> str:
    return " ".join(str(error).split())
