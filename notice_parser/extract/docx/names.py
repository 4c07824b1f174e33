"""Names of WordprocessingML."""

from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
VAL = f"{W}val"
OFF = ("0", "false", "off", "none")


def value(element: Any, name: str) -> str | None:
    """The value of a child element: `<w:pStyle w:val="Title"/>` is "Title"."""
    child = element.find(f"{W}{name}") if element is not None else None
    return child.get(VAL) if child is not None else None


def members(element: Any) -> dict[str, Any]:
    """The children of an element of properties by their tags, for those that are asked often."""
    return {} if element is None else {child.tag: child for child in element}


def said(form: dict[str, Any], tag: str) -> str | None:
    """The value of one of the members of an element."""
    child = form.get(tag)
    return None if child is None else child.get(VAL)


def number(text: str | None, default: int = 0) -> int:
    """A whole number, or the default where it is none."""
    text = text or ""
    return int(text) if text.isascii() and text.removeprefix("-").isdigit() and len(text) < 10 else default


def switched(properties: Any, name: str) -> bool | None:
    """Whether a property is on or off; None where it is not said."""
    return is_on(properties.find(f"{W}{name}") if properties is not None else None)


def is_on(property_: Any) -> bool | None:
    """Whether a property is on or off; None where it is not said."""
    return None if property_ is None else property_.get(VAL, "true") not in OFF
