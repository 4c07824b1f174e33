"""How a command ends: interrupted, crashed, or as the table of exit codes says."""

import signal
import subprocess
import sys
import time

import pytest


def test_ctrl_c_is_130_and_says_so() -> None:
    command = [sys.executable, "-m", "notice_parser", "parse", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        time.sleep(1.5)  # it waits for its input
        running.send_signal(signal.SIGINT)
        assert running.wait(10) == 130
        assert running.stderr is not None
        assert running.stderr.read().strip() == b"notice: interrupted"


# What is raised, as Python, and the exit code of it. Each runs in a process of its own, for one closes its output.
FAILURES = [
    ("UsageError('odd')", 2),
    ("UnreadableError('odd')", 3),
    ("FormatError('odd', ('$: odd',))", 3),
    ("ConfigError('odd')", 4),
    ("NoticeError('odd')", 3),
    ("click.UsageError('odd')", 2),
    ("KeyboardInterrupt()", 130),
    ("BrokenPipeError()", 0),
    ("ZeroDivisionError('odd')", 70),
]
PROGRAM = """
import sys, click
from notice_parser.cli import exits
from notice_parser.errors import *
def run():
    raise {error}
sys.exit(exits.code(click.Command("failing", callback=run), []))
"""


@pytest.mark.parametrize(("error", "code"), FAILURES)
def test_every_failure_has_its_code_and_one_line(error: str, code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NOTICE_DEBUG", raising=False)
    command = [sys.executable, "-c", PROGRAM.format(error=error)]
    result = subprocess.run(command, capture_output=True, check=False)
    assert result.returncode == code
    assert len(result.stderr.strip().splitlines()) == (0 if "Pipe" in error else 1)
