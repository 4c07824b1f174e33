"""Where bytes come from: a path, `-` for standard input, or `REF:PATH` from git."""

import subprocess
import sys
from pathlib import Path

from notice_parser.errors import UnreadableError

LIMIT = 100_000_000  # bytes


def load(name: str) -> tuple[bytes, str]:
    """The bytes that `name` stands for and the name to show. Raises UnreadableError, one line, with a remedy."""
    if name == "-":
        return sys.stdin.buffer.read(LIMIT + 1), "stdin"
    path = Path(name)
    if not path.exists() and ":" in name:
        ref, _, inside = name.partition(":")
        return _from_git(ref, inside), Path(inside).name
    return _from_disk(path), path.name


def _from_disk(path: Path) -> bytes:
    if path.is_dir():
        raise UnreadableError(f"{path} is a directory", "name one file in it")
    try:
        if path.stat().st_size > LIMIT:
            raise UnreadableError(f"{path} has {path.stat().st_size:,} bytes", f"the limit is {LIMIT:,}")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableError(f"{path} does not exist", "check the path") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableError(f"{path} cannot be read", reason) from error


def _from_git(ref: str, path: str) -> bytes:
    if not ref or ref.startswith("-"):  # git would take it for an option
        raise UnreadableError(
            f"{ref or 'an empty ref'} is no git ref", "write REF:PATH, such as main:notices/privacy.md"
        )
    command = ["git", "cat-file", "blob", f"{ref}:{path}"]
    try:
        run = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - a fixed command, no shell
    except OSError as error:
        raise UnreadableError(f"{ref}:{path} needs git", "install git, or give a path") from error
    if run.returncode:
        lines = run.stderr.decode(errors="replace").strip().splitlines() or ["git failed"]
        raise UnreadableError(f"{ref}:{path} cannot be read", lines[-1])
    return run.stdout
