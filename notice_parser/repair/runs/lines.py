"""The lines of a text of runs: one text run a line, blanks kept, for trailing blanks carry the information."""

from collections.abc import Sequence
from typing import NamedTuple

PERCENTILE = 0.97  # the width of a page is that of its longest lines, without the few that overhang


class Lines(NamedTuple):
    """Every line of a text and where it starts. An empty end after the last line break is no line."""

    texts: tuple[str, ...]
    starts: tuple[int, ...]

    def end(self, index: int) -> int:
        """The offset just after the characters of a line, before its line break."""
        return self.starts[index] + len(self.texts[index])


def lines_of(value: str) -> Lines:
    """The lines of `value`; only a line feed ends a line."""
    texts = value.split("\n")
    if not texts[-1]:
        texts.pop()
    starts, at = [], 0
    for text in texts:
        starts.append(at)
        at += len(text) + 1
    return Lines(tuple(texts), tuple(starts))


def is_blank(text: str) -> bool:
    """Whether a line holds blanks and nothing else: a paragraph mark, a tab or an inline blank."""
    return bool(text) and not text.strip(" ")


def is_words(text: str) -> bool:
    """Whether a line holds something that prints."""
    return bool(text.strip(" "))


def width(texts: Sequence[str]) -> int:
    """The length of a full visual line: runs that both start and end one."""
    full = sorted(
        len(text)
        for before, text in zip((" ", *texts), texts, strict=False)
        if text.endswith(" ") and before.endswith(" ") and is_words(text)
    )
    return full[int(len(full) * PERCENTILE)] if full else 0
