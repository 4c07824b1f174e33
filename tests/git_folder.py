"""A git repository of its own for a test: real git, no configuration of the machine."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
from ruamel.yaml import YAML

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


def program(folder: Path) -> Path:
    """The folder with a `notice` in it that runs this tree."""
    folder.mkdir(parents=True, exist_ok=True)
    script = folder / "notice"
    script.write_text(f'#!/bin/sh\nexport PYTHONPATH={SRC}\nexec {sys.executable} -m notice_parser "$@"\n')
    script.chmod(0o755)
    return folder


def run(command: list[str], folder: Path, programs: Path, **environment: str) -> Ran:
    """A command that finds `notice` among the programs, and knows nothing of the service that runs the tests."""
    path = f"{programs}{os.pathsep}{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("NOTICE_", "GITHUB_"))}
    env = {**kept, **ALONE, "NO_COLOR": "1", "PATH": path, **environment}
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)
    return Ran(done.returncode, done.stdout, done.stderr)


def published_hook() -> dict[str, str]:
    """The one hook of the project."""
    (hook,) = YAML(typ="safe", pure=True).load(Path(SRC, ".pre-commit-hooks.yaml").read_text("utf-8"))
    return dict(hook)


class Hooked(NamedTuple):
    """A repository whose commits the published hook judges, run by the real pre-commit."""

    site: Repository
    programs: Path
    home: Path
    environment: Mapping[str, str]

    @classmethod
    def new(cls, folder: Path, files: Mapping[str, str]) -> "Hooked":
        """A repository with these files; the hook runs in the environment of the tests, for its own needs an index."""
        hook = published_hook()
        own = json.dumps([{**hook, "language": "system"}])
        return cls.of(Repository.new(folder / "shelf", {".pre-commit-hooks.yaml": own}), folder, files)

    @classmethod
    def of(cls, shelf: Repository, folder: Path, files: Mapping[str, str], **environment: str) -> "Hooked":
        """A repository with these files and the hook of `shelf`."""
        rows = [
            {
                "repo": str(shelf.folder),
                "rev": shelf.git("rev-parse", "HEAD").strip(),
                "hooks": [{"id": "notice-check"}],
            }
        ]
        config = {".pre-commit-config.yaml": json.dumps({"repos": rows})}
        made = cls(
            Repository.new(folder / "site", {**files, **config}), program(folder / "bin"), folder / "home", environment
        )
        assert made.run("pre-commit", "install", "--install-hooks").code == 0
        return made

    def run(self, *command: str) -> Ran:
        """A command in the repository."""
        home = {"PRE_COMMIT_HOME": str(self.home), "PRE_COMMIT_COLOR": "never"}
        return run([*command], self.site.folder, self.programs, **home, **self.environment)

    def commit(self) -> Ran:
        """Everything committed, or what the hook said and the code that it ended with."""
        self.site.git("add", "-A")
        ran = self.run("git", "commit", "-qm", "more")
        head, _, report = (ran.output + ran.error).partition("\n\n")
        code = re.fullmatch(r"notice check\.+Failed\n- hook id: notice-check\n- exit code: (\d+)", head)
        return (
            Ran(int(code[1]), report.removesuffix("\n\n") + "\n", "")
            if code
            else Ran(ran.code, ran.output + ran.error, "")
        )
