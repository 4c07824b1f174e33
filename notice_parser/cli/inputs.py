"""Where bytes come from: a path, `-` for standard input, or `REF:PATH` from git."""

import itertools
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from notice_parser.errors import UnreadableError
from notice_parser.repository import LIMIT, git, on_disk

HEAD = re.compile(r"[0-9a-f]{40,64} \d{4}-\d{2}-\d{2}")  # "5d41402a… 2024-05-01"


def load(name: str) -> tuple[bytes, str]:
    """The bytes that `name` stands for and the name to show. Raises UnreadableError, one line, with a remedy."""
    if name == "-":
        return sys.stdin.buffer.read(LIMIT + 1), "stdin"
    path = Path(name)
    if not path.exists() and ":" in name:
        ref, _, inside = name.partition(":")
        return _from_git(ref, inside), shown(Path(inside).name)
    return on_disk(path, str(path)), shown(path.name)


def shown(name: str) -> str:
    """A file name as text: bytes that are no UTF-8 become replacement characters."""
    return name.encode(errors="surrogateescape").decode(errors="replace")


def history_of(name: str) -> list[tuple[bytes, str, str]]:
    """Every version of a file that git has, oldest first, and the file as it stands: its bytes, its date and commit, and
    the name that the file had.
    """
    path = Path(name)
    data = on_disk(path, str(path))
    log = git(path.parent, "log", "--follow", "--format=%H %cs", "--name-only", "-z", "--", path.name)
    versions = []
    for commit, day, inside in _logged(log.decode(errors="surrogateescape")):
        blob = git(path.parent, "cat-file", "blob", f"{commit}:{inside}")
        versions.append((blob, f"{day} {commit[:10]}", shown(Path(inside).name)))
    versions.reverse()
    if not versions or versions[-1][0] != data:
        versions.append((data, "working tree", shown(path.name)))
    if len(versions) < 2:
        raise UnreadableError(f"git has one version of {path}", "commit another, or name two files")
    return versions


def _logged(log: str) -> Iterator[tuple[str, str, str]]:
    """Commit, day and path of each entry of `git log -z --name-only`; merges and deletions name no path."""
    fields = [field.strip("\n") for field in log.split("\0") if field.strip("\n")]
    for head, inside in itertools.pairwise(fields):
        if HEAD.fullmatch(head) and not HEAD.fullmatch(inside):
            commit, _, day = head.partition(" ")
            yield commit, day, inside


def _from_git(ref: str, path: str) -> bytes:
    if not ref or ref.startswith("-"):  # git would take it for an option
        raise UnreadableError(
            f"{ref or 'an empty ref'} is no git ref", "write REF:PATH, such as main:notices/privacy.md"
        )
    try:
        return git(Path(), "cat-file", "blob", f"{ref}:{path}")
    except UnreadableError as error:
        raise UnreadableError(f"{ref}:{path} cannot be read", error.remedy) from error
