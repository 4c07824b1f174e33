"""The time that reading one document may take: a file that was made to be slow becomes an error, not a wait."""

import time

from notice_parser.errors import UnreadableError

SECONDS = 60.0  # the largest notices seen in the wild take one


class Budget:
    """A limit of time, asked about in every loop over what a document holds."""

    def __init__(self, what: str, seconds: float | None = None) -> None:
        self._what, self._seconds = what, SECONDS if seconds is None else seconds
        self._end = time.monotonic() + self._seconds

    def check(self, reached: str = "") -> None:
        """Raises UnreadableError once the time is used up; `reached` says how far the work came."""
        if time.monotonic() > self._end:
            place = f", up to {reached}" if reached else ""
            raise UnreadableError(
                f"{self._what} took more than {self._seconds:.0f} seconds{place}",
                "it may be damaged or made to be slow: save it again from its source, or split it",
            )
