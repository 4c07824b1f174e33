"""What became of each commitment over many versions: since when it stands, when its words last changed, when it went."""

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from notice_parser.change import Change, Life
from notice_parser.diff import Alignment, align
from notice_parser.model import Notice


class Age(NamedTuple):
    """The version that first states a commitment, and the one that last changed its words."""

    first: int
    changed: int


def trace(notices: Sequence[Notice], alignments: Sequence[Alignment] = ()) -> tuple[Life, ...]:
    """The lives of all commitments: of those that the last version states in its order, then of those that went.

    `alignments` of each version with the next, where they are at hand.
    """
    held = alignments or [align(old, new) for old, new in pairwise(notices)]
    ages = {number: Age(0, 0) for number in _stated(notices[0])}
    gone: list[Life] = []
    for version, (_, changes) in enumerate(held, 1):
        old, new = notices[version - 1], notices[version]
        partners = {**dict(_untouched(old, new, changes)), **dict(_partners(old, new, changes))}
        left = {*partners.values(), *_merged(old, new, changes)}
        gone += [_life(old, number, age, version) for number, age in ages.items() if number not in left]
        ages = {number: _aged(old, new, number, partners, ages, version) for number in _stated(new)}
    return (*(_life(notices[-1], number, age, None) for number, age in ages.items()), *gone)


def _aged(old: Notice, new: Notice, number: int, partners: dict[int, int], ages: dict[int, Age], version: int) -> Age:
    before = partners.get(number)
    if before is None or before not in ages:
        return Age(version, version)
    same = _words(old, before) == _words(new, number)
    return ages[before] if same else ages[before]._replace(changed=version)


def _stated(notice: Notice) -> list[int]:
    return [number for number, commitment in enumerate(notice.commitments) if commitment.asserted]


def _partners(old: Notice, new: Notice, changes: Sequence[Change]) -> Iterator[tuple[int, int]]:
    """Commitments of changed sentences with those of the old version that they continue, by number."""
    for change in changes:
        before = _folded(old, change.old)
        held = [pair.old for pair in change.commitments if pair.old is not None]
        for pair in change.commitments:
            if pair.new is None:
                continue
            if pair.old is not None:
                yield pair.new, pair.old
            elif held and _own(new, pair.new) in before:  # a sentence that was split
                yield pair.new, held[0]


def _merged(old: Notice, new: Notice, changes: Sequence[Change]) -> Iterator[int]:
    """Commitments of the old version without a partner whose words still stand in the sentence that took them in."""
    for change in changes:
        after = _folded(new, change.new)
        for pair in change.commitments:
            if pair.old is not None and pair.new is None and _own(old, pair.old) in after:
                yield pair.old


def _untouched(old: Notice, new: Notice, changes: Sequence[Change]) -> Iterator[tuple[int, int]]:
    """The commitments of sentences that no change touches: the same words, in the same order."""
    before = {sentence for change in changes for sentence in change.old}
    after = {sentence for change in changes for sentence in change.new}
    waiting: dict[str, deque[int]] = defaultdict(deque)
    for number in _stated(old):
        if old.commitments[number].sentence not in before:
            waiting[_words(old, number)].append(number)
    for number in _stated(new):
        held = waiting.get(_words(new, number))
        if held and new.commitments[number].sentence not in after:
            yield number, held.popleft()


def _folded(notice: Notice, sentences: Sequence[int]) -> str:
    return " ".join(" ".join(notice.sentences[n].span.of(notice.text) for n in sentences).split()).casefold()


def _own(notice: Notice, number: int) -> str:
    """The words of a commitment alone, without the stop that ends them."""
    return " ".join(notice.commitments[number].text.split()).casefold().rstrip(" .;,")


def _words(notice: Notice, number: int) -> str:
    """The sentence of a commitment and its own part, with blanks and case folded."""
    commitment = notice.commitments[number]
    sentence = notice.sentences[commitment.sentence].span.of(notice.text)
    return " ".join(f"{sentence}\n{commitment.text}".split()).casefold()


def _life(notice: Notice, number: int, age: Age, gone: int | None) -> Life:
    commitment = notice.commitments[number]
    section = notice.sentences[commitment.sentence].section
    home = next(found for found in notice.sections if found.id == section)
    return Life(
        text=notice.sentences[commitment.sentence].span.of(notice.text),
        section=home.heading,
        category=str(home.category),
        modality=str(commitment.modality),
        action=str(commitment.action),
        first_seen=age.first,
        last_changed=age.changed,
        gone=gone,
    )
