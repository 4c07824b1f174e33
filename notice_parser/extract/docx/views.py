"""Tracked changes: the view in which all are accepted, and the one in which all are rejected."""

from typing import Any

from notice_parser.extract.docx.names import W
from notice_parser.model import Revisions

INSERTED = (f"{W}ins", f"{W}moveTo")
DELETED = (f"{W}del", f"{W}moveFrom")
REJECTED = "rejected"


class View:
    """Which side of every tracked change is read."""

    def __init__(self, name: str) -> None:
        self.name = REJECTED if name == REJECTED else "accepted"
        self.left_out = INSERTED if self.name == REJECTED else DELETED

    def without_mark(self, mark: Any) -> bool:
        """Whether a paragraph's mark, by its form, is not in this view: then the paragraph runs on into the next."""
        return mark is not None and any(mark.find(tag) is not None for tag in self.left_out)

    def without_row(self, row: Any) -> bool:
        """Whether a table row is not in this view."""
        properties = row.find(f"{W}trPr")
        return properties is not None and any(properties.find(tag) is not None for tag in self.left_out)


def revisions(roots: list[Any], comments: Any, view: View) -> Revisions | None:
    """How many changes and comments a draft carries; None where it carries none."""
    inserted = sum(1 for root in roots for _ in root.iter(*INSERTED))
    deleted = sum(1 for root in roots for _ in root.iter(*DELETED))
    noted = 0 if comments is None else sum(1 for _ in comments.iter(f"{W}comment"))
    return Revisions(view.name, inserted, deleted, noted) if inserted or deleted or noted else None
