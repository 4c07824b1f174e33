"""What a plain text looks like from afar: the counts that tell one dialect of damage from another."""

from collections.abc import Sequence
from typing import NamedTuple


class Shape(NamedTuple):
    """Counts of lines.

    `words`: lines that print, `empty`: lines without a character, `single`: lines of exactly one blank,
    `trailing`: lines of words that end with a blank, `cut`: lines of words without, directly before another.
    """

    lines: int
    words: int
    empty: int
    single: int
    trailing: int
    cut: int


def shape(value: str) -> Shape:
    """The shape of `value`."""
    texts = value.split("\n")
    words = [bool(text.strip()) for text in texts]
    return Shape(
        lines=len(texts),
        words=sum(words),
        empty=texts.count(""),
        single=texts.count(" "),
        trailing=sum(text.endswith(" ") for text, prints in zip(texts, words, strict=True) if prints),
        cut=_cut(texts, words),
    )


def _cut(texts: Sequence[str], words: Sequence[bool]) -> int:
    return sum(a and b and not text.endswith(" ") for text, a, b in zip(texts, words, words[1:], strict=False))
