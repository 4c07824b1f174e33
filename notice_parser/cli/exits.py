"""How a command ends: the one table of exit codes, and the one place that turns failures into them."""

import os
import sys
from collections.abc import Sequence

import click

from notice_parser.errors import ConfigError, FormatError, NoticeError, UnreadableError, UsageError

DONE, FINDINGS, USAGE, UNREADABLE, CONFIG, BATCH, INTERNAL, INTERRUPTED = 0, 1, 2, 3, 4, 5, 70, 130

EPILOG = (
    "Exit codes: 0 done · 1 findings at or above --fail-on · 2 usage · 3 input unreadable · "
    "4 baseline, approvals or configuration invalid · 5 batch with failures · 70 internal error · 130 interrupted"
)

OUTCOMES = {
    "passed": DONE,
    "stale": CONFIG,  # approvals that match nothing: the file is wrong, the notices are not
    "findings": FINDINGS,
    "unreadable": UNREADABLE,
    "invalid": CONFIG,
}
ERRORS: tuple[tuple[type[NoticeError], int], ...] = (
    (UsageError, USAGE),
    (UnreadableError, UNREADABLE),
    (FormatError, UNREADABLE),
    (ConfigError, CONFIG),
    (NoticeError, UNREADABLE),
)


def code(command: click.Command, arguments: Sequence[str] | None) -> int:
    """Run `command`; every failure becomes one line on stderr and its exit code."""
    try:
        result = command.main(args=arguments, prog_name="notice", standalone_mode=False)
    except NoticeError as error:
        _say(str(error))
        return next(exit_code for kind, exit_code in ERRORS if isinstance(error, kind))
    except click.ClickException as error:
        _say(error.format_message())
        return USAGE
    except (click.Abort, KeyboardInterrupt):
        _say("interrupted")
        return INTERRUPTED
    except (BrokenPipeError, SystemExit):
        # click turns a broken pipe into SystemExit(1), and raises that for nothing else
        return _hang_up()
    except Exception as error:  # noqa: BLE001 - the last line of defence: a crash is 70, never 1
        return _crash(error)
    return result if isinstance(result, int) else DONE


def _say(message: str) -> None:
    """One line on stderr, with control characters made visible: file names and notices are not ours."""
    line = " ".join(message.split())
    print("notice: " + "".join(ch if ch.isprintable() else repr(ch)[1:-1] for ch in line), file=sys.stderr)  # noqa: T201


def _hang_up() -> int:
    """The reader of our output has gone (`| head`): not an error of ours."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE


def _crash(error: Exception) -> int:
    if os.environ.get("NOTICE_DEBUG"):
        raise error
    _say(f"internal error ({type(error).__name__}: {error}); set NOTICE_DEBUG=1 to see where, and please report it")
    return INTERNAL
