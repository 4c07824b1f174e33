"""A person at a terminal: a real pseudo-terminal, a real pager."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
LONG = ("diff", str(CORPUS / "app/v2.md"), str(CORPUS / "app/v3.md"), "--fail-on", "never")
SHORT = ("explain", "PN105")


def on_terminal(folder: Path, *arguments: str, **environment: str) -> tuple[int, str]:
    """Exit code and all that the terminal of 24 lines and 80 columns gets to show."""
    pager = folder / "pager"
    pager.write_text("#!/bin/sh\necho [pager]\nexec cat\n")
    pager.chmod(0o755)
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "notice_parser", *arguments]
    held = {"LINES": "24", "COLUMNS": "80", "PAGER": str(pager), "TERM": "xterm", "NO_COLOR": "1"}
    process = subprocess.Popen(
        command,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=CORPUS.parent,
        env={**os.environ, **held, **environment},
    )
    os.close(theirs)
    out = b""
    while chunk := _read(ours):
        out += chunk
    os.close(ours)
    return process.wait(timeout=60), out.decode().replace("\r\n", "\n")


def _read(end: int) -> bytes:
    try:
        return os.read(end, 65536)
    except OSError:  # Linux says so when the other end is closed
        return b""


@pytest.mark.parametrize(
    ("arguments", "paged"), [(LONG, True), (("--no-pager", *LONG), False), (SHORT, False)], ids=["long", "off", "short"]
)
def test_only_a_long_result_is_paged(tmp_path: Path, arguments: tuple[str, ...], paged: bool) -> None:
    code, shown = on_terminal(tmp_path, *arguments)
    assert (code, "[pager]" in shown) == (0, paged)
    assert "PN" in shown


def test_the_exit_code_outlives_a_pager_that_is_left_early(tmp_path: Path) -> None:
    assert on_terminal(tmp_path, *LONG[:-1], "error", PAGER="true")[0] == 1


def test_no_line_is_wider_than_the_terminal(tmp_path: Path) -> None:
    _, shown = on_terminal(tmp_path, "--no-pager", *LONG)
    assert max(map(len, shown.split("\n"))) <= 80
