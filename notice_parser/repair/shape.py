"""What a plain text looks like from afar: the counts that tell one dialect of damage from another."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from notice_parser.repair.prose import ends_sentence

BROKEN = re.compile(r"[.,;:)]|-$")  # ", and the rest"

NEARLY = 0.75  # of the width of the longest lines


class Shape(NamedTuple):
    """A text and counts of its lines.

    `words`: lines that print, `empty`: lines without a character, `single`: lines of exactly one blank,
    `trailing`: lines of words that end with a blank, `cut`: lines of words without, directly before another.
    `broken`: lines that begin with what ends a word, or are a hyphen alone, directly after another.
    `width`: the length of the longest lines, `full`: lines nearly as long directly before one without a bullet,
    `wrapped`: how many of them have a sentence that goes on in the next.
    `apart`: lines of words before exactly one blank line, `wrapped_apart`: how many of them go on after it.
    """

    value: str
    lines: int
    words: int
    empty: int
    single: int
    trailing: int
    cut: int
    broken: int
    width: int
    full: int
    wrapped: int
    apart: int
    wrapped_apart: int


def shape(value: str) -> Shape:
    """The shape of `value`."""
    texts = value.split("\n")
    words = [bool(text.strip()) for text in texts]
    return Shape(
        value=value,
        lines=len(texts),
        words=sum(words),
        empty=texts.count(""),
        single=texts.count(" "),
        trailing=sum(text.endswith(" ") for text, prints in zip(texts, words, strict=True) if prints),
        cut=_cut(texts, words),
        broken=sum(bool(a and BROKEN.match(b)) for a, b in pairwise(texts)),
        width=(width := _width(texts)),
        full=_full(texts, width),
        wrapped=_wrapped(pairwise(texts), width),
        apart=len(apart := _apart(texts)),
        wrapped_apart=_wrapped(apart, width),
    )


def _cut(texts: Sequence[str], words: Sequence[bool]) -> int:
    return sum(a and b and not text.endswith(" ") for text, a, b in zip(texts, words, words[1:], strict=False))


def _width(texts: Sequence[str]) -> int:
    lengths = sorted(len(text) for text in texts if text.strip())
    return lengths[int(len(lengths) * 0.95)] if lengths else 0


def _apart(texts: Sequence[str]) -> list[tuple[str, str]]:
    """The lines with exactly one blank line between them."""
    threes = zip(texts, texts[1:], texts[2:], strict=False)
    return [(a, b) for a, between, b in threes if a.strip() and not between.strip() and b.strip()]


def _full(texts: Sequence[str], width: int) -> int:
    return sum(
        len(text) >= width * NEARLY and after.lstrip()[:1].isalnum() for text, after in pairwise(texts) if after.strip()
    )


def _wrapped(pairs: Iterable[tuple[str, str]], width: int) -> int:
    least = width * NEARLY
    return sum(
        len(text) >= least and after.lstrip()[:1].islower() and not ends_sentence(text.rstrip())
        for text, after in pairs
    )
