"""Between anchors: equal units in order first, then the best order-keeping pairing of what is left."""

from notice_parser.diff.matching import Matching
from notice_parser.diff.similarity import Similarity
from notice_parser.diff.units import Unit

ACCEPT = 0.42  # of ratio and cosine together; true partners of hand-judged sentences scored above
ACCEPT_ALONE = 0.28
SAME_START = 0.08  # sentences that begin alike are sooner the same
LARGEST_GAP = 40_000  # pairs of units compared in one gap: beyond it only equal units are paired


def repeats(matching: Matching) -> None:
    """Pair equal units that stand in the same order within a gap, however often they are repeated."""
    from rapidfuzz.distance import LCSseq

    for ones, twos in list(matching.gaps()):
        left = [matching.one[i].key for i in ones]
        right = [matching.two[j].key for j in twos]
        for code in LCSseq.opcodes(left, right):
            if code.tag != "equal":
                continue
            for shift in range(code.src_end - code.src_start):
                matching.pair(ones[code.src_start + shift], twos[code.dest_start + shift], "repeat")


def gap_pairs(matching: Matching, similarity: Similarity) -> None:
    """Needleman-Wunsch inside each gap over the similarity of its units; a gap on either side costs nothing."""
    for ones, twos in list(matching.gaps()):
        if len(ones) * len(twos) > LARGEST_GAP:
            continue
        if len(ones) == len(twos) == 1:
            _lone_pair(matching, ones[0], twos[0], similarity)
            continue
        scores = [[_alike(matching.one[i], matching.two[j], similarity) for j in twos] for i in ones]
        for row, column in _best_path(scores):
            matching.pair(ones[row], twos[column], "gap", round(scores[row][column], 3))


def _lone_pair(matching: Matching, one: int, two: int, similarity: Similarity) -> None:
    """Two sentences that stand alone between the same neighbours need less likeness to be one."""
    left, right = matching.one[one], matching.two[two]
    score = similarity.score(left.words, right.words)
    if left.heading == right.heading and (score >= ACCEPT_ALONE or _alike(left, right, similarity)):
        matching.pair(one, two, "place", round(score, 3))


def _alike(one: Unit, two: Unit, similarity: Similarity) -> float:
    if one.heading != two.heading:
        return 0.0
    score = similarity.score(one.words, two.words)
    if one.words[:3] == two.words[:3]:
        score = min(0.999, score + SAME_START)
    if score < ACCEPT and one.heading and one.label and one.label == two.label:
        return ACCEPT
    return score if score >= ACCEPT else 0.0


def _best_path(scores: list[list[float]]) -> list[tuple[int, int]]:
    """The cells of the order-keeping path with the highest sum, none of them 0."""
    rows, columns = len(scores), len(scores[0])
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for row in range(rows - 1, -1, -1):
        below, here, cells = best[row + 1], best[row], scores[row]
        for column in range(columns - 1, -1, -1):
            paired = cells[column] + below[column + 1] if cells[column] else 0.0
            here[column] = max(paired, below[column], here[column + 1])
    return _walk(scores, best)


def _walk(scores: list[list[float]], best: list[list[float]]) -> list[tuple[int, int]]:
    path, row, column = [], 0, 0
    while row < len(scores) and column < len(scores[0]):
        cell = scores[row][column]
        if cell and best[row][column] == cell + best[row + 1][column + 1]:
            path.append((row, column))
            row, column = row + 1, column + 1
        elif best[row][column] == best[row + 1][column]:
            row += 1
        else:
            column += 1
    return path
