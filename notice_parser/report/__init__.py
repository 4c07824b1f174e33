"""Notices and comparisons to what people and programs read: a table of FORMATS."""

from notice_parser.change import Comparison
from notice_parser.codec import encode
from notice_parser.model import Notice


def notice_report(notice: Notice, form: str, *, color: bool, width: int | None) -> bytes:
    """A notice in the format `form`."""
    del form, color, width
    return encode(notice)


def comparison_report(comparison: Comparison, form: str, *, color: bool, width: int | None) -> bytes:
    """A comparison in the format `form`."""
    del form, color, width
    return encode(comparison)
