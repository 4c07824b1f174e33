"""How a report is to look."""

from collections.abc import Mapping

from msgspec import field

from notice_parser.span import Record
from notice_parser.vocabulary import FailOn


class Look(Record):
    """Colour or none, the width in columns, whether editorial findings are shown one by one, the path of the new
    file where a service places findings in it, and who makes the tracked changes of a Word redline, and when
    (an ISO 8601 date, or nothing).

    For services: the folder of the paths seen from the top of the repository, the level that makes a comparison fail,
    and the bytes of new files by path.
    """

    color: bool = False
    width: int = 80
    everything: bool = False
    path: str = ""
    author: str = "notice"
    date: str = ""
    prefix: str = ""
    fail_on: FailOn = FailOn.ERROR
    sources: Mapping[str, bytes] = field(default_factory=dict)
