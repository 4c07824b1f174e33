"""A git repository of its own for a test: real git, no configuration of the machine."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from notice_parser.cli import notice
from notice_parser.cli.exits import code

ALONE = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "Ann",
    "GIT_AUTHOR_EMAIL": "ann@harbour.example",
    "GIT_COMMITTER_NAME": "Ann",
    "GIT_COMMITTER_EMAIL": "ann@harbour.example",
    "GIT_AUTHOR_DATE": "2026-05-01T12:00:00Z",
    "GIT_COMMITTER_DATE": "2026-05-01T12:00:00Z",
    "SOURCE_DATE_EPOCH": "1788220800",  # 2026-09-01
}
SRC = str(Path(__file__).parent.parent)


class Ran(NamedTuple):
    """How a command ended."""

    code: int
    output: str
    error: str


class Repository:
    """A folder under git with one branch, main, and commands run inside it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    def new(cls, folder: Path, files: Mapping[str, str]) -> "Repository":
        """A repository that holds the files, committed."""
        folder.mkdir(parents=True, exist_ok=True)
        made = cls(folder)
        made.git("init", "-q", "-b", "main")
        made.commit(files)
        return made

    def git(self, *arguments: str) -> str:
        """What git prints."""
        command = ["git", *arguments]
        run = subprocess.run(
            command, cwd=self.folder, check=True, capture_output=True, text=True, env={**os.environ, **ALONE}
        )
        return run.stdout

    def write(self, files: Mapping[str, str]) -> None:
        """Files of the working tree."""
        for name, text in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    def text(self, name: str) -> str:
        """What a file of the working tree holds."""
        return (self.folder / name).read_text(encoding="utf-8")

    def commit(self, files: Mapping[str, str]) -> None:
        """The files in a commit of their own."""
        self.write(files)
        self.git("add", "-A")
        self.git("commit", "-qm", "one", "--allow-empty")

    def notice(self, *arguments: str, inside: str = ".", **environment: str) -> Ran:
        """A run of `notice`."""
        command = [sys.executable, "-m", "notice_parser", *arguments]
        env = {**os.environ, **ALONE, "PYTHONPATH": SRC, "NO_COLOR": "1", **environment}
        run = subprocess.run(command, cwd=self.folder / inside, check=False, capture_output=True, text=True, env=env)
        return Ran(run.returncode, run.stdout, run.stderr)


Here = Callable[..., Ran]


def in_process(folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Here:
    """The command in this process, for speed, inside the folder."""
    for name, value in ALONE.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(folder)

    def command(*arguments: str) -> Ran:
        return Ran(code(notice, arguments), *capfd.readouterr())

    return command
