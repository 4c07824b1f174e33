"""A progress bar on stderr, for a person at a terminal only."""

import sys
from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
FEW = 4  # fewer steps are done before a bar is seen


def steps(items: Sequence[T], what: str) -> Iterator[T]:
    """The items one by one, with a bar where there are many and a terminal to show it."""
    if len(items) < FEW or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(items, description=what, console=Console(stderr=True), transient=True)
