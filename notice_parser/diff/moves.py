"""What has no partner in its place may stand elsewhere: the same words, or nearly the same."""

from collections import Counter, defaultdict

from notice_parser.diff.matching import Matching
from notice_parser.diff.similarity import Similarity
from notice_parser.diff.units import Unit

ACCEPT = 0.8
MARGIN = 0.05  # over the runner-up: a sentence that resembles two others is not said to be one of them
SHORTEST = 8  # words; shorter sentences resemble each other by chance
RARE = 5  # rarest words of a unit that look up its candidates
CANDIDATES = 12


def exact_moves(matching: Matching) -> None:
    """Pair free units of equal words, those under the same headings first."""
    for same_path in (True, False):
        waiting: dict[tuple[str, str], list[int]] = defaultdict(list)
        for index in matching.free_two():
            waiting[_place(matching.two[index], same_path)].append(index)
        for index in matching.free_one():
            there = waiting.get(_place(matching.one[index], same_path))
            if there:
                matching.pair(index, there.pop(0), "moved", moved=True)


def fuzzy_moves(matching: Matching, similarity: Similarity) -> None:
    """Pair free units that are clearly the same sentence, edited and moved; each is the other's best."""
    shelf: dict[str, list[int]] = defaultdict(list)
    for index in matching.free_two():
        for word in _rarest(matching.two[index], similarity):
            shelf[word].append(index)
    wanted: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for index in matching.free_one():
        found = _best(matching, similarity, shelf, index)
        if found:
            wanted[found[1]].append((found[0], index))
    for two, offers in sorted(wanted.items()):
        score, one = max(offers, key=lambda offer: (offer[0], -offer[1]))
        matching.pair(one, two, "moved-and-edited", round(score, 3), moved=True)


def _best(
    matching: Matching, similarity: Similarity, shelf: dict[str, list[int]], index: int
) -> tuple[float, int] | None:
    unit = matching.one[index]
    if len(unit.words) < SHORTEST:
        return None
    votes = Counter(two for word in _rarest(unit, similarity) for two in shelf.get(word, ())[: 4 * CANDIDATES])
    near = sorted(votes, key=lambda two: (-votes[two], two))[:CANDIDATES]
    scored = sorted(((similarity.score(unit.words, matching.two[two].words), -two) for two in near), reverse=True)
    if not scored or scored[0][0] < ACCEPT:
        return None
    if len(scored) > 1 and scored[0][0] - scored[1][0] < MARGIN:
        return None
    return scored[0][0], -scored[0][1]


def _place(unit: Unit, same_path: bool) -> tuple[str, str]:
    return unit.path if same_path else "", f"{unit.heading} {unit.key}"


def _rarest(unit: Unit, similarity: Similarity) -> list[str]:
    return sorted(set(unit.words), key=lambda word: (-similarity.rarity.get(word, 0.0), word))[:RARE]
