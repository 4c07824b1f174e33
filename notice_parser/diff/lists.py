"""A list that became a sentence, or a sentence that became a list: neighbours whose words together are one unit."""

from notice_parser.diff.matching import Match, Matching
from notice_parser.diff.units import Unit

JOINTS = frozenset({"and", "or", "to", "by", "for"})  # words that such an edit adds or drops at the joints
MOST = 24  # items of one list
SHORTEST = 6  # words
LIKELY = 8  # units that begin with the same word and are tried


def lists(matching: Matching) -> None:
    """Pair a run of free neighbours with the one free unit that holds their words in order."""
    for ones, twos in list(matching.gaps()):
        _fold(matching, [matching.one[i] for i in ones], [matching.two[j] for j in twos], turned=False)
    for ones, twos in list(matching.gaps()):
        _fold(matching, [matching.two[j] for j in twos], [matching.one[i] for i in ones], turned=True)


def _fold(matching: Matching, many: list[Unit], few: list[Unit], *, turned: bool) -> None:
    wholes: dict[tuple[str, ...], list[Unit]] = {}
    for unit in few:
        if len(unit.words) >= SHORTEST:
            wholes.setdefault(tuple(_kept(unit.words)[:1]), []).append(unit)
    at = 0
    while at < len(many):
        likely = wholes.get(tuple(_kept(many[at].words)[:1]), [])[:LIKELY]
        runs = ((_run(many[at : at + MOST], unit), unit) for unit in likely)
        length, whole = next((run for run in runs if run[0] > 1), (0, None))
        if whole:
            part = tuple(unit.index for unit in many[at : at + length])
            one, two = ((whole.index,), part) if turned else (part, (whole.index,))
            matching.add(Match(one, two, "split" if turned else "merge", 0.99))
        at += max(1, length)


def _run(units: list[Unit], whole: Unit) -> int:
    """How many of the units, from the first, make up `whole`; 0 where they do not."""
    wanted = _kept(whole.words)
    held: list[str] = []
    for count, unit in enumerate(units, 1):
        held += _kept(unit.words)
        if held == wanted:
            return count
        if len(held) >= len(wanted) or wanted[: len(held)] != held:
            return 0
    return 0


def _kept(words: tuple[str, ...]) -> list[str]:
    return [word for word in words if word not in JOINTS]
