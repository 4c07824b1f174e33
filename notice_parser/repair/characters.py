"""Character damage, the same in every format: blanks that are none, joined letters, bytes read in a wrong encoding."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from notice_parser.span import Draft, Edit, Span

# Zero-width blanks and joiners, word joiner, byte order mark, soft hyphen: "infor\u00admation".
INVISIBLE = re.compile("[\u200b-\u200d\u2060\ufeff\u00ad]+")
# Blanks of other widths, tabs, and form feeds inside a line: "30\u00a0days".
WIDE = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\x0b\x0c\x85\u2028\u2029]")
LINE_END = re.compile("\r\n?")
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"}
LIGATURE = re.compile("[ﬀ-ﬆ]")
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]+")
# Both begin with the character they look for, which is found far faster than a place is.
BLANKS = re.compile(r" (?: +|(?<![^\n] )|(?![^\n]))")  # two or more, or one at the edge of a line
BLANK_LINES = re.compile(r"\n(?:(?<=\A\n)\n*|\n*\Z|(?<=\n\n\n)\n*)")
LONGEST = 1000  # characters of a line that is mended as a whole
PIECE = re.compile(r".{200}[^ ]{0,50} ?|.+", re.DOTALL)  # of a longer one, cut at a blank where there is one
# A character that appears where UTF-8 was read as a one-byte encoding: "donâ€™t", "Ã©".
MOJIBAKE = re.compile("[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0178\u02c6\u02dc\u2010-\u2122]")


def line_end(draft: Draft) -> Iterator[Edit]:
    """A carriage return ends a line alone or before a line feed; one line feed does."""
    for found in LINE_END.finditer(draft.value):
        yield Edit(Span(*found.span()), "\n", "line-end")


def invisible(draft: Draft) -> Iterator[Edit]:
    """Characters that print nothing."""
    for pattern in (INVISIBLE, CONTROL):
        for found in _unprintable(pattern, draft.value):
            yield Edit(Span(*found.span()), "", "invisible")


def _unprintable(pattern: re.Pattern[str], value: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern of characters that do not print, looked for on the few lines that hold any."""
    at = 0
    for line in value.split("\n"):
        if not line.isprintable():
            yield from pattern.finditer(value, at, at + len(line))
        at += len(line) + 1


def wide_blank(draft: Draft) -> Iterator[Edit]:
    """Blanks of another width become the common one."""
    for found in _unprintable(WIDE, draft.value):
        yield Edit(Span(*found.span()), " ", "wide-blank")


def ligature(draft: Draft) -> Iterator[Edit]:
    """One character that stands for several letters: "ﬁle" is "file"."""
    for found in LIGATURE.finditer(draft.value):
        yield Edit(Span(*found.span()), LIGATURES[found.group()], "ligature")


def mojibake(draft: Draft) -> Iterator[Edit]:
    """UTF-8 that was decoded as another encoding, once or twice (ftfy)."""
    if not MOJIBAKE.search(draft.value):
        return
    import ftfy

    at = 0
    for line in draft.value.split("\n"):
        for piece in [line] if len(line) <= LONGEST else PIECE.findall(line):
            if MOJIBAKE.search(piece):
                yield from _differences(piece, ftfy.fix_encoding(piece), at)
            at += len(piece)
        at += 1


def blanks(draft: Draft) -> Iterator[Edit]:
    """Several blanks are one; blanks at the edges of a line are none."""
    for found in BLANKS.finditer(draft.value):
        start, end = found.span()
        inner = start > 0 and draft.value[start - 1] != "\n" and end < len(draft.value) and draft.value[end] != "\n"
        yield Edit(Span(start + inner, end), "", "blanks")


def blank_lines(draft: Draft) -> Iterator[Edit]:
    """Several blank lines are one; at the edges of the text there is none."""
    for found in BLANK_LINES.finditer(draft.value):
        yield Edit(Span(*found.span()), "", "blank-lines")


def _differences(before: str, after: str, at: int) -> Iterator[Edit]:
    for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag in ("replace", "delete"):
            yield Edit(Span(at + i, at + j), after[k:m], "mojibake")
        elif tag == "insert":  # an edit consumes: take the character before it along
            yield Edit(Span(at + i - 1, at + i), before[i - 1] + after[k:m], "mojibake")
