"""How a report is to look."""

from notice_parser.span import Record


class Look(Record):
    """Colour or none, the width in columns, whether editorial findings are shown one by one, the path of the new
    file where a service places findings in it, and who makes the tracked changes of a Word redline, and when
    (an ISO 8601 date, or nothing).
    """

    color: bool = False
    width: int = 80
    everything: bool = False
    path: str = ""
    author: str = "notice"
    date: str = ""
