"""How alike two units are: edit distance over words, and shared words weighed by their rarity."""

from collections import Counter
from collections.abc import Sequence
from itertools import chain
from math import log, sqrt

from notice_parser.diff.units import Unit


class Similarity:
    """Compares units of two versions. Words that stand in few units weigh more (TF-IDF)."""

    def __init__(self, old: Sequence[Unit], new: Sequence[Unit]) -> None:
        held = Counter(chain.from_iterable(set(unit.words) for side in (old, new) for unit in side))
        total = len(old) + len(new)
        self.rarity = {word: log(1 + total / count) for word, count in held.items()}
        self._vectors: dict[tuple[str, ...], dict[str, float]] = {}

    def score(self, one: Sequence[str], two: Sequence[str]) -> float:
        """From 0 to 1; the mean of word-list ratio and TF-IDF cosine."""
        if not one or not two or min(len(one), len(two)) * 8 < max(len(one), len(two)):
            return 0.0
        cosine = self.cosine(tuple(one), tuple(two))
        if cosine < 0.1:
            return cosine / 2
        return (cosine + word_ratio(one, two)) / 2

    def cosine(self, one: tuple[str, ...], two: tuple[str, ...]) -> float:
        """The cosine of the two TF-IDF vectors."""
        left, right = self._vector(one), self._vector(two)
        if len(left) > len(right):
            left, right = right, left
        return min(1.0, sum(weight * right[word] for word, weight in sorted(left.items()) if word in right))

    def _vector(self, words: tuple[str, ...]) -> dict[str, float]:
        made = self._vectors.get(words)
        if made is None:
            weights = {word: count * self.rarity.get(word, 1.0) for word, count in Counter(words).items()}
            norm = sqrt(sum(weight * weight for _, weight in sorted(weights.items()))) or 1.0
            made = {word: weight / norm for word, weight in weights.items()}
            self._vectors[words] = made
        return made


def word_ratio(one: Sequence[str], two: Sequence[str]) -> float:
    """The share of words that both lists hold in the same order."""
    from rapidfuzz.distance import Indel

    return float(Indel.normalized_similarity(one, two))
