"""Placeholder until the lock is written."""

from notice_parser.errors import ConfigError
from notice_parser.model import Notice
from notice_parser.span import Record


class LockedNotice(Record):
    """A notice in the lock."""

    path: str


class Lock(Record):
    """The lock."""

    notices: tuple[LockedNotice, ...]


def read_lock(data: bytes, name: str) -> Lock:
    """The lock in `data`."""
    raise ConfigError(f"{name} cannot be read yet", f"{len(data)} bytes")


def locked_notice(held: LockedNotice) -> Notice:
    """The notice as it was locked."""
    raise ConfigError(held.path)
