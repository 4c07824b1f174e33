"""What can go wrong with an input: one base error and a few children, each with its data.

The command line turns them into one line on stderr and an exit code, in one place (`cli/exits.py`).
"""


class NoticeError(Exception):
    """Something the user can mend. `what` says what is wrong, `remedy` what to do about it."""

    def __init__(self, what: str, remedy: str = "") -> None:
        super().__init__(what if not remedy else f"{what}: {remedy}")
        self.what = what
        self.remedy = remedy


class UnreadableError(NoticeError):
    """The input is missing, unreadable, unsupported, or extracted too poorly to judge."""


class UsageError(NoticeError):
    """The command was asked for something it does not offer."""


class ConfigError(NoticeError):
    """A baseline, the approvals or the configuration is missing or invalid."""


class FormatError(NoticeError):
    """A JSON file is not what its schema says. `problems` holds one line per error, each with its JSON path."""

    def __init__(self, what: str, problems: tuple[str, ...]) -> None:
        super().__init__(what)
        self.problems = problems
