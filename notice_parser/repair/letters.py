"""Letters set apart for show: "P R I V A C Y  N O T I C E" is "PRIVACY NOTICE"."""

import re
from collections.abc import Iterator

from notice_parser.repair.words import Words, words_of
from notice_parser.span import Draft, Edit, Span

# Five letters or more, each alone: "N O T I C E". Several blanks part two words of such letters.
SPACED = re.compile(r"(?<![^\W_])[^\W\d_](?: [^\W\d_]){4,}(?![^\W_])")
APART = re.compile(r" [^\W\d_] [^\W\d_] [^\W\d_] ")  # in the middle of every such word
LONGEST = 200  # letters of a line set apart for show


def spaced_letters(draft: Draft) -> Iterator[Edit]:
    """Single letters with one blank between them, joined to the words they spell."""
    if not APART.search(draft.value):
        return
    words: Words | None = None
    for found in SPACED.finditer(draft.value):
        letters = found.group()[::2]
        if len(letters) > LONGEST:
            continue
        words = words or words_of(draft.value)
        cuts = set(words.cuts(letters))
        for k in range(1, len(letters)):
            if k not in cuts:
                at = found.start() + 2 * k - 1
                yield Edit(Span(at, at + 1), "", "spaced-letters")
