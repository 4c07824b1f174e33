"""How a report is to look."""

from notice_parser.span import Record


class Look(Record):
    """Colour or none, the width in columns, whether editorial findings are shown one by one, and the path of the new
    file where a service places findings in it.
    """

    color: bool = False
    width: int = 80
    everything: bool = False
    path: str = ""
