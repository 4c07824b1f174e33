"""The day on which a command runs: the one place that looks at a clock, for approvals that expire."""

import os
from collections.abc import Callable
from typing import Any

import click

from notice_parser.errors import UsageError

today_option: Callable[[Any], Any] = click.option(
    "--today", "today_", metavar="DATE", help="Judge expiry on this day [default: SOURCE_DATE_EPOCH, else the clock]."
)


def today(option: str | None) -> str:
    """The day as an ISO 8601 date. Raises UsageError where the option or the environment names none."""
    from datetime import UTC, date, datetime

    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        if option:
            return date.fromisoformat(option).isoformat()
        return (datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)).date().isoformat()
    except (ValueError, OverflowError, OSError) as error:
        what = f"--today {option!r}" if option else f"SOURCE_DATE_EPOCH {epoch!r}"
        raise UsageError(f"{what} names no day", "write a date such as 2026-09-01") from error
