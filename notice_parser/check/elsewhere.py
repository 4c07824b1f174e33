"""Where a sentence that came or went alone is said, in nearly the same words, in the other version."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cached_property

from notice_parser.diff.units import normalised
from notice_parser.model import Notice
from notice_parser.vocabulary import BlockKind

RARE = 6  # rarest words of a sentence that look up its candidates
COMMON = 40  # sentences: a word that stands in more of them looks nothing up
LEAST = 6  # words: shorter sentences resemble each other by chance
ALIKE = 0.82  # of the words, in the same order
CANDIDATES = 6


class Elsewhere:
    """The sentences of one version by their rarest words."""

    def __init__(self, notice: Notice) -> None:
        self._words = [
            normalised(sentence.span.of(notice.text))[1] if sentence.kind is not BlockKind.HEADING else ()
            for sentence in notice.sentences
        ]

    @cached_property
    def _shelf(self) -> dict[str, list[int]]:
        shelf: dict[str, list[int]] = defaultdict(list)
        for index, words in enumerate(self._words):
            for word in set(words):
                shelf[word].append(index)
        return shelf

    def like(self, text: str) -> Iterator[int]:
        """The sentences that say nearly the same as `text`, the likest first."""
        from rapidfuzz.distance import Indel

        words = normalised(text)[1]
        if len(words) < LEAST:
            return
        known = sorted((len(self._shelf.get(word, ())), word) for word in set(words))
        rare = [word for count, word in known if 0 < count <= COMMON][:RARE]
        votes = Counter(index for word in rare for index in self._shelf[word])
        near = sorted(votes, key=lambda index: (-votes[index], index))[:CANDIDATES]
        scored = ((Indel.normalized_similarity(words, self._words[index]), -index) for index in near)
        yield from (-index for score, index in sorted(scored, reverse=True) if score >= ALIKE)
