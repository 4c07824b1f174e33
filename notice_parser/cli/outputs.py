"""Where results go: standard output, or a file that is written whole or not at all."""

import os
import sys
import tempfile
from pathlib import Path

from notice_parser.errors import UnreadableError, UsageError


def save(result: bytes, target: str | None) -> None:
    """Write `result` to the file `target`, or to standard output where it is None or `-`."""
    if target in (None, "-"):
        if result[:2] == b"PK" and sys.stdout.isatty():
            raise UsageError("a Word document is no text for a terminal", "name a file with -o")
        sys.stdout.buffer.write(result)
        sys.stdout.buffer.flush()
        return
    path = Path(str(target))
    try:
        _replace(path, result)
    except OSError as error:
        raise UnreadableError(f"{path} cannot be written", error.strerror or str(error)) from error


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
