"""Where results go: standard output, or a file that is written whole or not at all."""

import os
import shutil
import sys
import tempfile
from pathlib import Path

import click

from notice_parser.errors import UnreadableError, UsageError


def save(result: bytes, target: str | None) -> None:
    """Write `result` to the file `target`, or to standard output where it is None or `-`."""
    if target in (None, "-"):
        if result.startswith((b"PK", b"%PDF")) and sys.stdout.isatty():
            raise UsageError("a Word document or a PDF is no text for a terminal", "name a file with -o")
        _show(result)
        return
    path = Path(str(target))
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(result)  # a device such as /dev/null, or a pipe: nothing stands in its place
        else:
            _replace(path, result)
    except OSError as error:
        raise UnreadableError(f"{path} cannot be written", error.strerror or str(error)) from error


def _show(result: bytes) -> None:
    if _wants_pager(result):
        # Colour was decided with the text; the pager that click picks obeys $PAGER.
        os.environ.setdefault("LESS", "-R")
        click.echo_via_pager(result.decode(), color=True)
        return
    sys.stdout.buffer.write(result)
    sys.stdout.buffer.flush()


def _wants_pager(result: bytes) -> bool:
    """Whether a person at a terminal would see only the end of it."""
    context = click.get_current_context(silent=True)
    if not sys.stdout.isatty() or (context and not context.find_root().params.get("pager", True)):
        return False
    return result.count(b"\n") >= shutil.get_terminal_size().lines


def _replace(path: Path, result: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(result)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
