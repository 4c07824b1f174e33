"""What continuous integration services need besides a report: places in the repository, and files that a step reads."""

import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from notice_parser.errors import NoticeError, UnreadableError

if TYPE_CHECKING:
    from notice_parser.report.account import Account
    from notice_parser.report.look import Look

SERVICES = ("sarif", "junit", "github", "gitlab", "markdown")


def in_service(look: "Look", form: str, folder: Path, files: Mapping[str, bytes]) -> "Look":
    """The look with what places findings in a repository, for the formats that do."""
    if form not in SERVICES:
        return look
    path = in_tree(look.path)
    return look.but(path=path, prefix=_prefix(folder), sources={in_tree(name): data for name, data in files.items()})


def in_tree(name: str) -> str:
    """The path that an argument names: REF:PATH names PATH."""
    from notice_parser.cli.inputs import shown

    ref, mark, inside = name.partition(":")
    path = inside if mark and ref and not Path(name).exists() else name
    if Path(path).is_absolute() and Path(path).is_relative_to(Path.cwd()):
        path = os.path.relpath(path)
    return shown(path)


def sources(folder: Path, paths: Iterable[str]) -> dict[str, bytes]:
    """The bytes of the files that are there."""
    found = {}
    for path in paths:
        try:
            found[path] = (folder / path).read_bytes()
        except (OSError, ValueError):
            continue  # the report says that the notice is gone
    return found


def announce(account: "Account", look: "Look") -> None:
    """Annotations to stderr; what GitHub Actions offers files for goes there: outputs of the step, and its summary."""
    from notice_parser.report.diff_markdown import diff_markdown
    from notice_parser.report.github import annotations, step_outputs

    sys.stderr.buffer.write(annotations(account, look))
    sys.stderr.buffer.flush()
    for variable, data in (
        ("GITHUB_OUTPUT", step_outputs(account)),
        ("GITHUB_STEP_SUMMARY", diff_markdown(account, look)),
    ):
        if path := os.environ.get(variable):
            _append(path, data)


def _append(path: str, data: bytes) -> None:
    try:
        with Path(path).open("ab") as file:
            file.write(data)
    except OSError as error:
        raise UnreadableError(f"{path} cannot be written", error.strerror or str(error)) from error


def _prefix(folder: Path) -> str:
    """The folder as the top of the repository sees it: "site/", or nothing."""
    from notice_parser.repository import git

    try:
        return git(folder, "rev-parse", "--show-prefix").decode(errors="replace").strip()
    except NoticeError:
        return ""
