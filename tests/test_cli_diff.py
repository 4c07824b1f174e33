"""The diff command from outside: real runs, exit codes, versions from git."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from notice_parser.cli import notice
from notice_parser.cli.exits import code

OLD = "# Notice of Harbour Ltd\n\nLast updated: 1 May 2021\n\n## Sharing\n\nWe will never sell your data.\n"
NEW = OLD.replace("will never", "may").replace("2021", "2022")


def run(*arguments: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "notice_parser", *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, cwd=folder, check=False, env={**os.environ, **environment}
    )


Inside = Callable[..., tuple[int, str, str]]


@pytest.fixture
def inside(folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Inside:
    """The command in this process, for speed: exit code, output, error."""

    def command(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.chdir(folder)
        result = code(notice, arguments)
        return (result, *capfd.readouterr())

    return command


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "old.md").write_text(OLD)
    (tmp_path / "new.md").write_text(NEW)
    (tmp_path / "same.md").write_text(OLD)
    return tmp_path


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_a_version_and_itself_are_identical(inside: Inside, form: str) -> None:
    result, output, error = inside("diff", "old.md", "same.md", "-f", form)
    assert (result, error) == (0, "")
    assert "identical" in output.lower()


def test_versions_may_come_from_git(folder: Path) -> None:
    for arguments in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=a", "-c", "user.email=a@b.example", "commit", "-qm", "one"],
    ):
        subprocess.run(["git", *arguments], cwd=folder, check=True)
    (folder / "old.md").write_text(NEW)
    assert run("diff", "HEAD:old.md", "new.md", "--fail-on", "never", folder=folder).returncode == 0
    history = run("diff", "--history", "old.md", "--fail-on", "never", folder=folder)
    assert history.returncode == 0
    assert "working tree" in history.stdout or "HARBOUR" in history.stdout.upper()
    table = run("diff", "--history", "old.md", "-f", "json", "--fail-on", "never", folder=folder)
    step = json.loads(table.stdout)
    assert step["new"]["source"]["name"] == "working tree"
    assert {step[side]["source"]["media_type"] for side in ("old", "new")} == {
        "text/markdown"
    }  # each is read as its file


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("old.md",), "compares two versions"),
        (("--history", "old.md", "new.md"), "take one FILE"),
        (("--history", "--revisions", "old.md"), "take one FILE"),
        (("-", "-"), "standard input can be read once"),
    ],
)
def test_too_few_or_odd_versions_are_a_usage_error(inside: Inside, arguments: tuple[str, ...], words: str) -> None:
    result, output, error = inside("diff", *arguments)
    assert (result, output) == (2, "")
    assert words in error


def test_more_than_two_versions_give_a_table(inside: Inside) -> None:
    result, output, _ = inside("diff", "old.md", "same.md", "new.md", "--fail-on", "never")
    assert result == 0
    assert [line.split()[0] for line in output.splitlines()[2:]] == ["old.md", "same.md", "new.md"]


def test_the_table_as_json_fits_its_schema(inside: Inside) -> None:
    inside("diff", "old.md", "same.md", "new.md", "-f", "json", "-o", "out.json")
    assert inside("validate", "out.json")[1] == "out.json: valid history file\n"


def test_an_interrupt_ends_with_130(folder: Path) -> None:
    command = [sys.executable, "-m", "notice_parser", "parse", "-"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=folder
    ) as child:
        time.sleep(1.0)
        child.send_signal(signal.SIGINT)
        output, error = child.communicate(timeout=10)
    assert (child.returncode, output, error.strip()) == (130, b"", b"notice: interrupted")


def test_colour_obeys_the_option_and_the_environment(folder: Path) -> None:
    assert "\x1b" in run("diff", "old.md", "new.md", "--color", "always", folder=folder, NO_COLOR="1").stdout


def test_output_is_the_same_for_any_hash_seed(folder: Path) -> None:
    runs = {
        run("diff", "old.md", "new.md", "-f", "json", folder=folder, PYTHONHASHSEED=seed).stdout for seed in ("1", "2")
    }
    assert len(runs) == 1


def test_a_result_file_is_written_whole(inside: Inside) -> None:
    assert inside("diff", "old.md", "same.md", "-f", "json", "-o", "out.json")[0] == 0
    assert inside("validate", "out.json")[1] == "out.json: valid diff file\n"
