"""How a report is to look."""

from notice_parser.span import Record


class Look(Record):
    """Colour or none, the width in columns, and whether editorial findings are shown one by one."""

    color: bool = False
    width: int = 80
    everything: bool = False
