"""Notice text made harmless for where it is shown: it is not ours and may hold anything."""

import re

from notice_parser.span import LOST

# What a terminal obeys and no reader sees: escapes, other controls, bidirectional overrides, what XML forbids, "\x1b[2J".
UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffc\ufffe\uffff\ud800-\udfff]"
)
# What Markdown or HTML would take for markup: "*", "[", "<", "|".
MARKUP = re.compile(r"[\\`*_{}\[\]#|~$]")
# A mention, or a reference to an issue: "@team", "#12". A comment between them keeps them from taking effect.
MENTION = re.compile(r"((?<!\w)@|\\#)(?=\w)")
# What becomes a link by itself: "https://a.example", "www.a.example".
LINK = re.compile(r"(:)(?=//)|\b(www)(?=\.)", re.IGNORECASE)
HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
LINE_MARK = re.compile(r"^(\d+)([.)])|^([-+=])")  # a line that would start a list or a rule: "1. ", "- "


def visible(text: str) -> str:
    """The text on one line, with lost runs named, and characters that a terminal would obey as codes."""
    return UNSEEN.sub(_code, text.replace("\n", " "))


def markdown(text: str) -> str:
    """The text as Markdown and its HTML show it, character by character."""
    escaped = MARKUP.sub(r"\\\g<0>", visible(text).translate(HTML))
    idle = LINK.sub(r"\1\2<!-- -->", MENTION.sub(r"\1<!-- -->", escaped))
    return LINE_MARK.sub(r"\1\\\2\3", idle)


def html(text: str) -> str:
    """The text as HTML shows it, in an element or in a quoted attribute."""
    return visible(text).translate(HTML).replace('"', "&quot;").replace("'", "&#39;")


def _code(found: re.Match[str]) -> str:
    return "[lost]" if found.group() == LOST else f"<U+{ord(found.group()):04X}>"
