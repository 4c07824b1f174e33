"""Which notices a command of the gate is about, and where its reports go."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from notice_parser.errors import UsageError

if TYPE_CHECKING:
    from notice_parser.config import Config, NoticeTable


def rows_of(config: "Config", folder: Path, files: Sequence[str]) -> tuple["NoticeTable", ...]:
    """The configured notices, or those that `files` name: a file that is not configured is under the defaults."""
    from notice_parser.config import NoticeTable

    if not files:
        return config.notices
    told = {os.path.normpath(row.path): row for row in config.notices}
    paths = (os.path.relpath(file, folder) for file in dict.fromkeys(files))
    return tuple(told.get(path) or NoticeTable(path) for path in paths)


def targets(forms: Sequence[str], output: str | None, known: Sequence[str]) -> Iterator[tuple[str, str | None]]:
    """Each format with the file it is written to; only one may go to standard output."""
    bare = 0
    for word in forms:
        form, mark, file = word.partition("=")
        if form not in known or (mark and not file):
            raise UsageError(f"{word!r} is no format", f"choose among {', '.join(known)}, or write FORMAT=FILE")
        bare += not mark
        if bare > 1:
            raise UsageError("two reports cannot share one output", f"write -f {form}=FILE")
        yield form, file if mark else output
