"""`notice review` in a real terminal: keys, a reason asked for, entries written at once."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from git_folder import ALONE, SRC, Repository

if shutil.which("tmux") is None:
    pytest.skip("no tmux here; enable its tests by: apt-get install tmux", allow_module_level=True)

OLD = """# Privacy Notice of Harbour Ltd

## Sharing

We will never sell your data.

## Keeping

We keep account records for thirty (30) days.
"""
NEW = OLD.replace("thirty (30)", "ninety (90)").replace("will never", "may")
CONFIG = 'approvers = ["counsel@harbour.example"]\n\n[[notices]]\npath = "privacy.md"\n'


class Terminal:
    """A terminal of its own under tmux."""

    def __init__(self, folder: Path) -> None:
        self._socket = str(folder / "tmux")
        self._env = {**os.environ, **ALONE, "PYTHONPATH": SRC, "TERM": "xterm", "NO_COLOR": "1"}
        self._env.pop("TMUX", None)
        self.run("-f", "/dev/null", "new-session", "-d", "-x", "100", "-y", "60", "-c", str(folder / "site"), "sh")

    def run(self, *arguments: str) -> str:
        command = ["tmux", "-S", self._socket, *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True, env=self._env).stdout

    def type(self, *keys: str) -> None:
        self.run("send-keys", *keys)

    def shows(self, words: str) -> str:
        """The screen, as soon as it shows the words."""
        for _ in range(150):
            screen = self.run("capture-pane", "-p", "-J")
            if words in screen:
                return screen
            time.sleep(0.1)
        raise AssertionError(screen)


@pytest.fixture
def site(tmp_path: Path) -> Repository:
    made = Repository.new(tmp_path / "site", {"notice.toml": CONFIG, "privacy.md": OLD})
    made.git("checkout", "-qb", "edit")
    made.commit({"privacy.md": NEW})
    return made


@pytest.fixture
def terminal(tmp_path: Path, site: Repository) -> Iterator[Terminal]:
    assert site.folder.exists()
    made = Terminal(tmp_path)
    yield made
    made.run("kill-server")


def test_findings_are_walked_and_signed(terminal: Terminal, site: Repository) -> None:
    terminal.type(f"{sys.executable} -m notice_parser review --by counsel@harbour.example; echo ended $?", "Enter")
    screen = terminal.shows("[a] approve  [r] reject  [s] skip  [d] details  [q] quit")
    assert "1 of 2  privacy.md  Sharing" in screen
    assert "We [-will never-]{+may+} sell your data." in screen
    terminal.type("d")
    assert "law     may be material under" in terminal.shows("law ")
    terminal.type("a")
    terminal.shows("approved by counsel@harbour.example, because")
    terminal.type("Enter")
    terminal.shows("nothing written: a decision needs a reason")
    terminal.type("r")
    terminal.shows("rejected by counsel@harbour.example, because")
    terminal.type("not this", "Enter")
    screen = terminal.shows("2 of 2  privacy.md  Keeping")
    assert "notice-approvals.yaml: rejected" in screen
    assert "decision: rejected" in site.text("notice-approvals.yaml")
    terminal.type("a")
    terminal.shows("approved by counsel@harbour.example, because")
    terminal.type("DPIA-2026-14", "Enter")
    terminal.shows("1 of 2 left open.")
    terminal.shows("ended 0")
    assert site.text("notice-approvals.yaml").count("fingerprint:") == 2
    assert 'reason: "DPIA-2026-14"' in site.text("notice-approvals.yaml")


def test_skipping_and_quitting_write_nothing(terminal: Terminal, site: Repository) -> None:
    terminal.type(f"{sys.executable} -m notice_parser review --by counsel@harbour.example; echo ended $?", "Enter")
    terminal.shows("1 of 2")
    terminal.type("s")
    terminal.shows("2 of 2")
    terminal.type("q")
    terminal.shows("2 of 2 left open.")
    assert not (site.folder / "notice-approvals.yaml").exists()


def test_ctrl_c_ends_with_130(terminal: Terminal) -> None:
    terminal.type(f"{sys.executable} -m notice_parser review --by counsel@harbour.example; echo ended $?", "Enter")
    terminal.shows("[q] quit")
    terminal.type("C-c")
    terminal.shows("ended 130")


def test_without_a_terminal_it_says_what_to_use(site: Repository) -> None:
    ran = site.notice("review")
    assert (ran.code, ran.output) == (2, "")
    assert ran.error == "notice: review needs a terminal: use notice check and notice approve\n"
