"""README says what is so: its console blocks are run, its lists of commands and exit codes are complete."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from notice_parser.cli import COMMANDS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
# A fenced block that shows one command and what it prints; a line "…" stands for lines left out.
BLOCK = re.compile(r"^```console\n\$ (notice [^\n]+)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def run(command: str) -> str:
    words = [sys.executable, "-m", "notice_parser", *command.split()[1:]]
    result = subprocess.run(words, capture_output=True, text=True, cwd=ROOT, check=False)
    return result.stdout + result.stderr


def matches(shown: str, printed: str) -> bool:
    parts = [re.escape(part) for part in re.split(r"^…\n", shown, flags=re.MULTILINE)]
    return re.fullmatch("(?s:.*?)".join(parts), printed.rstrip("\n") + "\n") is not None


@pytest.mark.parametrize(("command", "shown"), BLOCK.findall(README), ids=lambda value: value[:60].partition("\n")[0])
def test_a_console_block_shows_what_the_command_prints(command: str, shown: str) -> None:
    printed = run(command)
    assert matches(shown, printed), printed


def test_there_are_console_blocks() -> None:
    assert len(BLOCK.findall(README)) >= 3


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: str(command.name))
def test_every_command_is_in_the_readme(command: object) -> None:
    assert f"`notice {command.name}" in README  # type: ignore[attr-defined]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: str(command.name))
def test_every_command_has_help_with_an_example(command: object) -> None:
    printed = run(f"notice {command.name} --help")  # type: ignore[attr-defined]
    assert "Example" in printed
