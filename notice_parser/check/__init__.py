"""Changes to findings: an ordered table of RULES, one file each."""

from collections.abc import Iterator, Sequence

from notice_parser.change import Change, Finding
from notice_parser.model import Notice


def check(old: Notice, new: Notice, changes: Sequence[Change], profile: str = "default") -> Iterator[Finding]:
    """What the changes mean for the people the notice is about."""
    del old, new, changes, profile
    yield from ()
