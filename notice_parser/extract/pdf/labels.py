"""What stands before a list item: a bullet, which is no text, or a label, which is."""

import re

# A bullet and the blank behind it: "• ", "\uf0b7 ", "– ", "* ".
BULLET = re.compile(r"[•●○▪◦·■□▫‣⁃∙◆◇❖➢➤►▶✓✔✗★∗⋆⁎◊\uf000-\uf0ff*\-–—](?:\s+|$)|[•●○▪◦‣⁃∙\uf0b7\uf0a7](?=\S)")
# The round bullet of word processors: a small o before a capital letter.
LETTER_O = re.compile(r"o\s+(?=[A-Z“\"(])")
# "1.", "(a)", "iv)", "2.3.1", "B.": a number or letter with a dot or bracket.
LABEL = re.compile(r"(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivxlcIVXLC]{1,5})[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?)(?=\s+\S)")
LAST = re.compile(r"(?:\d+|[a-zA-Z]+)(?=\W*$)")
DASH = re.compile(r"[*\-–—]\s")


def bullet_end(text: str) -> int:
    """How many characters of a line its bullet and the blanks behind it take; 0 where it has none."""
    found = BULLET.match(text) or LETTER_O.match(text)
    return found.end() if found else 0


def label(text: str) -> str:
    """The label at the beginning of a line, or nothing."""
    found = LABEL.match(text)
    return found.group() if found else ""


def label_end(text: str) -> int:
    """How many characters of a line its label and the blanks behind it take; 0 where it has none."""
    found = LABEL.match(text)
    return len(text) - len(text[found.end() :].lstrip()) if found else 0


def is_label(text: str) -> bool:
    """Whether a text is a label and nothing else."""
    return label(f"{text} .") == text


def is_dash(text: str) -> bool:
    """Whether a line begins with a dash, which may be a bullet or may stand between two words."""
    return DASH.match(text) is not None


def follows(text: str, before: str) -> bool:
    """Whether the label of a line is the next one after that of another: "3." after "2.", "(c)" after "(b)"."""
    one, two = label(before), label(text)
    frame_one, value_one = _value(one)
    frame_two, value_two = _value(two)
    return bool(one and two) and frame_one == frame_two and value_two == value_one + 1


def _value(mark: str) -> tuple[str, int]:
    """What stands around the last number or letter of a label, and its value; -5 where it is neither."""
    found = LAST.search(mark)
    if not found:
        return mark, -5
    core = found.group()
    value = int(core) if core.isdigit() else ord(core.lower()) - 96 if len(core) == 1 else -5
    return mark[: found.start()] + ("1" if core.isdigit() else "a") + mark[found.end() :], value
