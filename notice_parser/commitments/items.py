"""Sentences and list items: an item is read together with the sentence that introduces its list."""

import re
from collections.abc import Iterator
from functools import lru_cache

from notice_parser.commitments.frames import Frame, announced, frames, stands_alone
from notice_parser.model import Sentence
from notice_parser.span import Record, Span
from notice_parser.vocabulary import Actor, BlockKind

# An introduction that breaks off in the middle of a clause: "You have the right to:", "We may:", "Our engineers:".
OPEN = re.compile(
    r"(?:\b(?:to|may|will|can|not|must|shall|we|you|that|they|never|might|should|could|also|by|be|are|is|us to|right|rights|engineers|staff|employees|team|partners|providers)|rights include|(?P<plural>[a-z]s))\s*[:—–-]*\s*$",
    re.IGNORECASE,
)
# "we encourage you to:"
ADVISED = re.compile(r"\b(?:encourage|urge|recommend|advise|remind)\s+(?:you|users|parents)\s+to\s*:\s*$")
LISTED = re.compile(r"^\s*(?:[-*•]|\(?\w{1,3}[.)])\s+")


class Part(Record):
    """A frame with the place of the sentence it was found in, and the words of the text that state it."""

    frame: Frame
    start: int
    span: Span


def introduction(text: str, sentences: tuple[Sentence, ...], index: int) -> Sentence | None:
    """What introduces the list whose item begins with this sentence; later sentences of an item stand for themselves."""
    sentence = sentences[index]
    if sentence.intro is None:
        return _item_above(text, sentences, index)
    before = sentences[index - 1].span.end if index else 0
    begins = "\n" in text[before : sentence.span.start] or sentence.intro == index - 1
    return sentences[sentence.intro] if begins else None


def _item_above(text: str, sentences: tuple[Sentence, ...], index: int) -> Sentence | None:
    """As in "1. From you, such as:" with items of its own under it: an item can introduce those that follow."""
    for above in reversed(sentences[max(0, index - ITEMS_BACK) : index]):
        if {above.kind, sentences[index].kind} != {BlockKind.LIST_ITEM} or above.section != sentences[index].section:
            return None
        if text[above.span.end - 1] == ":":
            return above
    return None


ITEMS_BACK = 12  # items under one that introduces them


def parts(text: str, sentences: tuple[Sentence, ...], index: int, names: tuple[str, ...]) -> Iterator[Part]:
    """The frames of a sentence; of a fragment in a list, those that its introduction begins."""
    sentence = sentences[index]
    words = sentence.span.of(text)
    start = sentence.span.start
    intro = introduction(text, sentences, index)
    if intro is not None:
        yield from _item(text, sentence, intro, names)
        return
    for frame in frames(words, names):
        yield Part(frame, start, frame.span.shifted(start))


def _item(text: str, sentence: Sentence, intro: Sentence, names: tuple[str, ...]) -> Iterator[Part]:
    words, before = sentence.span.of(text), intro.span.of(text)
    if ADVISED.search(before):
        return  # "to protect your account, we encourage you to: never share your password"
    opened = _opened(before, names) or _names_rights(before)
    own = frames(words, names) if not opened else ()
    if not any(frame.asserted for frame in own):
        joined = _joined(words, before, names) if opened else ()
        if joined:
            yield from (Part(frame, sentence.span.start, sentence.span) for frame in joined)
            return
        own = frames(words, names)
    whole = not own and stands_alone(words, names)  # "We do not advertise others' products": a sentence of its own
    if whole:
        return
    told = words.rstrip().endswith(".") and words.startswith(("If ", "Please ", "To "))  # an order that is whole
    if any(frame.asserted and (told or frame.rule != "imperative") for frame in own):
        yield from (Part(f, sentence.span.start, f.span.shifted(sentence.span.start)) for f in own)
        return
    begun = frames(before, names)
    stated = any(frame.asserted for frame in begun)
    begun = begun if stated else announced(before, names) or begun
    if not begun and any(frame.asserted for frame in own):  # "please contact us" under words that say nothing
        yield from (Part(f, sentence.span.start, f.span.shifted(sentence.span.start)) for f in own)
        return
    for frame in begun:  # "The data that we collect:" asserts its relative clause of every item
        asserted = frame.asserted or (not stated and frame.actor == Actor.CONTROLLER)
        yield Part(frame.but(asserted=asserted), intro.span.start, sentence.span)


@lru_cache(maxsize=256)
def _opened(before: str, names: tuple[str, ...]) -> bool:
    """Whether an introduction breaks off; "we share data in these cases:" is whole though it ends in a plural."""
    found = OPEN.search(before)
    return found is not None and not (found["plural"] and any(frame.asserted for frame in frames(before, names)))


# "You have the following rights:", "your rights include": items name rights.
RIGHTS = re.compile(
    r"\b(?:[Yy]ou|[Yy]our|individuals|users|customers|residents|consumers|data subjects)\b.{0,200}\brights?\b[^.;]{0,80}$",
    re.DOTALL,
)


@lru_cache(maxsize=256)
def _names_rights(before: str) -> bool:
    """Whether an introduction says that rights follow."""
    return "right" in before and RIGHTS.search(before.rstrip(" :—–-")) is not None


RIGHT_ITEM = re.compile(r"(?P<noun>(?:the |a |your )?right\b)|(?P<to>to\b)|(?P<verb>[a-z]+)", re.IGNORECASE)


# "In certain circumstances, [the right to]"
IN_CASES = re.compile(r"^(?:in|under|subject to|where|if) [^.;,]{1,60}, (?=(?:the |a |your )?right\b)", re.IGNORECASE)
NAMED_RIGHT = "You have "


def _head(before: str, body: str) -> str:
    """What an item is read after: its introduction, or "you have the right to" where rights are listed."""
    item = RIGHT_ITEM.match(body)
    if not item or not _names_rights(before):
        return before.rstrip(" :—–-") + " "
    if item["noun"]:
        return NAMED_RIGHT
    return "You have the right " if item["to"] else "You have the right to "


def _joined(words: str, before: str, names: tuple[str, ...]) -> list[Frame]:
    """The frames whose verb stands in the item, read after its introduction."""
    body = IN_CASES.sub("", LISTED.sub("", words))
    head = _head(before, body)
    offset = len(words) - len(body) - len(head)
    found = frames(head + body, names)
    first = 0 if head == NAMED_RIGHT else len(head)
    return [
        f.but(span=f.span.shifted(offset), verb=_within(f.verb, len(head)).shifted(offset), words=())
        for f in found
        if f.asserted and f.verb.start >= first
    ]


def _within(verb: Span, first: int) -> Span:
    """The place of a verb, or the start of the item where the verb stands before it: "[You have] the right of access"."""
    return verb if verb.start >= first else Span(first, first)
