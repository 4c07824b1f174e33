"""What a comparison comes to: identical, editorial, changed, rewritten or suspect, with the reasons in words."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from notice_parser.change import Change
from notice_parser.diff.units import WORDS
from notice_parser.model import Notice, Sentence
from notice_parser.segment.language import language

REWRITTEN = 0.4  # share of the sentence characters that differ
MANY = 25  # changed sentences: fewer are judged one by one, however large their share
FRAGMENT = 0.25  # of the other side's length: a text so short that kept its words was cut off
SHORT = 0.1  # of the other side's length: an order of magnitude
PAGE = 200  # words: a page of this length may be an error page or a wall
GOES_ON = 5  # sentences after the one a truncated text ends in
STOPS = (".", "!", "?", ":", ";", '"', "”", ")")
LEAST = 40  # words: shorter texts are too short to say anything of their length
CUT = 0.6  # of the other side's length: a text that is all of its beginning and no more was cut off

# "404", "page not found", "access denied", "checking your browser"
ERROR_PAGE = re.compile(
    r"\b(?:404|403|500|502|503)\b.{0,40}\b(?:error|not found|forbidden|unavailable)|\b(?:page|file|url) (?:was |could )?not (?:be )?found|access denied|permission denied|forbidden|internal server error|bad gateway|service unavailable|temporarily unavailable|checking your browser|just a moment|verify (?:that )?you are (?:a )?human|are you a robot|captcha|enable javascript|javascript is (?:disabled|required)|under maintenance|something went wrong|this page (?:does not|doesn.t) exist|no longer available|too many requests",
    re.IGNORECASE,
)
# "We use cookies", "Accept all", "Manage preferences"
COOKIE_WALL = re.compile(
    r"\b(?:we (?:and our partners )?use cookies|accept all|reject all|cookie (?:settings|preferences)|manage (?:my )?(?:cookies|preferences|choices))\b",
    re.IGNORECASE,
)


def suspicions(old: Notice, new: Notice, changes: Sequence[Change]) -> Iterator[str]:
    """Why one side looks broken rather than edited."""
    languages = language(old.text), language(new.text)
    if languages[0] != languages[1] and all(languages):
        yield f"the language differs: {languages[0]} and {languages[1]}"
        return  # words of two languages are not of one length
    sizes = _word_count(old.text), _word_count(new.text)
    for side, notice, size, other in (("old", old, sizes[0], sizes[1]), ("new", new, sizes[1], sizes[0])):
        if size < PAGE and ERROR_PAGE.search(notice.text) and size * 2 < max(other, PAGE):
            yield f"the {side} version looks like an error page"
        elif size < PAGE and len(COOKIE_WALL.findall(notice.text)) >= 2 and size * 2 < other:
            yield f"the {side} version looks like a cookie wall"
        elif other >= 2 * LEAST and size < SHORT * other:
            yield f"the {side} version holds {size} words against {other}: an order of magnitude less"
        elif other >= PAGE and size < FRAGMENT * other and not notice.commitments:
            yield f"the {side} version holds no commitment, and {size} words against {other}"
        elif _breaks_off(notice, new if side == "old" else old):
            yield f"the {side} version breaks off in the middle of a sentence"
        elif other >= 2 * PAGE and size < FRAGMENT * other and _kept(notice, changes, side) > 0.8:
            yield f"the {side} version breaks off: {size} words against {other}, and what stands there is unchanged"
        elif other >= PAGE and size < CUT * other and _only_begins(old, new, changes, side):
            yield f"the {side} version breaks off: {size} words against {other}, and all of them begin the other one"


@lru_cache(maxsize=8)
def _word_count(text: str) -> int:
    """Kept for a while: each version but the first and the last of a history is compared twice."""
    return len(WORDS.findall(text))


def _breaks_off(notice: Notice, other: Notice) -> bool:
    """Whether the text ends within a sentence that the other version finishes and goes on after."""
    if not notice.sentences or len(other.sentences) <= GOES_ON:
        return False
    last = _folded(notice, notice.sentences[-1])
    if len(last.split()) < 3 or last.endswith(STOPS):
        return False
    rest = (_folded(other, sentence) for sentence in other.sentences[:-GOES_ON])
    return any(len(sentence) > len(last) and sentence.startswith(last) for sentence in rest)


def _only_begins(old: Notice, new: Notice, changes: Sequence[Change], side: str) -> bool:
    """Whether one side is the beginning of the other, word for word, but for a last sentence that may be cut."""
    held, whole = (old, new) if side == "old" else (new, old)
    first = len(whole.sentences)
    for change in changes:
        here, there = (change.old, change.new) if side == "old" else (change.new, change.old)
        if here and here != (len(held.sentences) - 1,):
            return False
        first = min(first, *there) if there else first
    touched = sum(len(change.new if side == "old" else change.old) for change in changes)
    return touched == len(whole.sentences) - first


def _folded(notice: Notice, sentence: Sentence) -> str:
    return " ".join(sentence.span.of(notice.text).split()).casefold()


def rewritten_share(old: Notice, new: Notice, changes: Sequence[Change]) -> float:
    """The share of sentence characters that differ, from 0 to 1."""
    total = sum(len(sentence.span) for notice in (old, new) for sentence in notice.sentences)
    differing = 0.0
    for change in changes:
        size = _size(old, change.old) + _size(new, change.new)
        differing += size * (_unlike(change) if change.old and change.new else 1.0)
    return differing / total if total else 0.0


def is_rewritten(old: Notice, new: Notice, changes: Sequence[Change]) -> bool:
    """Whether too much differs to judge sentence by sentence."""
    touched = sum(
        max(len(change.old), len(change.new)) for change in changes if change.kind not in {"moved", "renumbered"}
    )
    return touched >= MANY and rewritten_share(old, new, changes) > REWRITTEN


def _unlike(change: Change) -> float:
    if change.kind in {"moved", "renumbered"} or change.score == 1.0:
        return 0.0
    return 1.0


def _size(notice: Notice, indices: Sequence[int]) -> int:
    return sum(len(notice.sentences[index].span) for index in indices)


def _kept(notice: Notice, changes: Sequence[Change], side: str) -> float:
    """The share of the sentences of one side that stand unchanged on the other."""
    touched = {index for change in changes for index in (change.old if side == "old" else change.new)}
    return 1 - len(touched) / max(1, len(notice.sentences))
