"""The difference between two sentences, word by word."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

# A word with its inner marks, a blank, or a single sign: "third-party", " ", ",".
TOKEN = re.compile(r"\s+|\w+(?:['’.-]\w+)*|[^\w\s]")
LONG = 1_000_000  # pairs of tokens: beyond this the sides are shown whole
UNLIKE = 0.35  # below this share of common words a reader sees two sentences, not one edited


class Stretch(NamedTuple):
    """Words of one side only, or of both: `old` and `new` are equal where nothing changed."""

    old: str
    new: str

    @property
    def same(self) -> bool:
        """Whether both sides have these words."""
        return self.old == self.new


def word_diff(old: str, new: str) -> tuple[Stretch, ...]:
    """The stretches of two sentences in order, blanks folded; unlike ones, and one side that is empty, come whole."""
    old, new = " ".join(old.split()), " ".join(new.split())
    before, after = TOKEN.findall(old), TOKEN.findall(new)
    if old == new:
        return (Stretch(old, new),)
    if not before or not after or len(before) * len(after) > LONG:
        return (Stretch(old, new),)
    matcher = SequenceMatcher(str.isspace, before, after, autojunk=False)  # blanks join matches and start none
    if matcher.ratio() < UNLIKE:
        return (Stretch(old, new),)
    rows = ((before[i:j], after[k:m]) for _, i, j, k, m in matcher.get_opcodes())
    return tuple(_blanks_last(list(_joined([Stretch("".join(a), "".join(b)) for a, b in rows]))))


def _joined(stretches: list[Stretch]) -> Iterator[Stretch]:
    """Changes with no more than a blank or a sign between them are one: "[-a b-]{+c d+}"."""
    held = Stretch("", "")
    for number, stretch in enumerate(stretches):
        island = stretch.same and 0 < number < len(stretches) - 1 and not any(map(str.isalnum, stretch.old))
        if stretch.same and not island:
            yield from _parts(held)
            yield stretch
            held = Stretch("", "")
        else:
            held = Stretch(held.old + stretch.old, held.new + stretch.new)
    yield from _parts(held)


def _parts(held: Stretch) -> Iterator[Stretch]:
    """A change without the blanks that both of its sides end with."""
    if held == Stretch("", ""):
        return
    tail = len(held.old) - len(held.old.rstrip())
    if held.old and held.new and tail and held.new.endswith(held.old[-tail:]):
        yield Stretch(held.old[:-tail], held.new[:-tail])
        yield Stretch(held.old[-tail:], held.old[-tail:])
    else:
        yield held


def _blanks_last(stretches: list[Stretch]) -> Iterator[Stretch]:
    """What is only added or only gone ends with its blank and does not start with it: "We [will not |]sell"."""
    for number in range(1, len(stretches) - 1):
        before, one, after = stretches[number - 1 : number + 2]
        words = one.old + one.new
        if before.same and after.same and "" in one and words[0] == " " and after.old[0] == " ":
            turned = Stretch(*(f"{side[1:]} " if side else "" for side in one))
            blank = f"{before.old} "
            stretches[number - 1 : number + 2] = Stretch(blank, blank), turned, Stretch(after.old[1:], after.new[1:])
    yield from (stretch for stretch in stretches if stretch != Stretch("", ""))
