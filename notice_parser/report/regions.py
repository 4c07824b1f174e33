"""Where quoted words stand in the file they were read from: the markup between them is passed over."""

import html
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

# A comment, a tag, a character by name, a letter or digit; "<!-- x -->", "<b class='x'>", "&rsquo;", "a".
PIECE = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]*>|&#?\w{1,31};|[^\W_]", re.DOTALL)
LINE_END = re.compile("\r\n?|\n")
AROUND = 4_000  # characters of markup that may stand between the words of one quote
TRIES = 8  # places that begin like the quote
STRAY = 200  # letters in a row that the quote does not have, such as the target of a link


class Region(NamedTuple):
    """Lines and columns from 1; the end column is the one behind the last character."""

    start_line: int
    start_column: int
    end_line: int
    end_column: int


class SourceText:
    """The text of a file, ready to be searched."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(found.end() for found in LINE_END.finditer(text))]

    def region(self, quote: str, line: int) -> Region:
        """Where `quote` stands at or below `line`; the whole line where it is not found."""
        line = min(max(line, 1), len(self.starts))
        found = _found(self.text, quote, self.starts[line - 1])
        return Region(*self._place(found[0]), *self._place(found[1])) if found else self.whole(line)

    def whole(self, line: int) -> Region:
        """A line from its first to its last character."""
        line = min(max(line, 1), len(self.starts))
        start = self.starts[line - 1]
        end = self.starts[line] if line < len(self.starts) else len(self.text)
        return Region(line, 1, line, len(self.text[start:end].rstrip("\r\n")) + 1)

    def _place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1


def _found(text: str, quote: str, start: int) -> tuple[int, int] | None:
    """The shortest stretch of `text` from `start` on that holds the letters of `quote` in order."""
    wanted = [letter for letter in quote.casefold() if letter.isalnum()]
    if not wanted:
        return None
    letters = list(_letters(text[start : start + AROUND + 4 * len(quote)]))
    best: tuple[int, int] | None = None
    firsts = [at for at, letter in enumerate(letters) if letter[0] == wanted[0]]
    begun = [at for at in firsts if [x[0] for x in letters[at : at + 4]] == wanted[:4]] or firsts
    for first in begun[:TRIES]:
        last = _last(letters, wanted, first)
        if last is not None:
            stretch = start + letters[first][1], start + letters[last][2]
            if best is None or stretch[1] - stretch[0] < best[1] - best[0]:
                best = stretch
    return (best[0], _with_stop(text, best[1], quote)) if best else None


def _last(letters: Sequence[tuple[str, int, int]], wanted: Sequence[str], at: int) -> int | None:
    """The letter that ends the quote when it begins with the letter `at`."""
    stray, last = 0, at
    number = 0
    while number < len(wanted):
        if at >= len(letters) or stray > STRAY:
            return None
        if letters[at][0] == wanted[number]:
            number, stray, last = number + 1, 0, at
        else:
            stray += 1
        at += 1
    return last


def _letters(text: str) -> Iterator[tuple[str, int, int]]:
    """Every letter and digit that a reader sees, folded, with its place."""
    for found in PIECE.finditer(text):
        piece = found.group()
        if piece[0] != "<":
            shown = html.unescape(piece) if piece[0] == "&" else piece
            yield from ((letter, *found.span()) for letter in shown.casefold() if letter.isalnum())


def _with_stop(text: str, end: int, quote: str) -> int:
    """The end, moved over the sign that ends the quote."""
    return end + 1 if quote and text[end : end + 1] == quote[-1] and not quote[-1].isalnum() else end
