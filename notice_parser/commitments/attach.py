"""Which mentions of data, recipients, purposes, conditions and times belong to which commitment."""

import re
from collections.abc import Iterable
from functools import lru_cache

from notice_parser.commitments.items import Part
from notice_parser.commitments.slots import Mention, Term, mentions_in
from notice_parser.model import Basis, Condition, Evidence, Scope, Sentence, Time
from notice_parser.span import Record, Span
from notice_parser.vocabulary import Action, ConditionKind, Data, LegalBasis, Purpose, Recipient, ScopeKind

LABEL = 5  # words of an introduction that may be a label: "2. Registered Users:"
# "We share data with:", "Third party disclosures"
SHARES = re.compile(r"(?i)\b(?:shar|disclos|sell|sold|sale|transfer|provid|giv|send|sent|recip|with|to)\w*")
HANDING = frozenset((Action.SHARE, Action.SELL, Action.TRANSFER, Action.ACCESS, Action.OBLIGE, Action.OPT_OUT))
Placed = tuple[Mention, int]  # a mention and where its sentence starts in the text


class Known(Record):
    """What a notice calls things: lower-case names of the controller, and defined terms for data."""

    names: tuple[str, ...]
    terms: tuple[Term, ...]


@lru_cache(maxsize=65536)
def _read(sentence: str, introduction: str, known: Known) -> tuple[Mention, ...]:
    return mentions_in(sentence, introduction, known.names, known.terms)


def reach(part: Part, stated: tuple[Part, ...], sentence: Sentence) -> Span:
    """The words whose mentions belong to a part: its clause, and what follows up to the next that states something."""
    if not part.frame.asserted:
        return part.span
    ends = [other.span.end for other in stated if other.frame.asserted and other.span.start < part.span.start]
    first = part.span.start if ends else sentence.span.start
    begins = [other.span.start for other in stated if other.frame.asserted and other.span.start >= part.span.end]
    return Span(first, max(part.span.end, min(begins, default=sentence.span.end)))


def placed_mentions(
    text: str, sentence: Sentence, intro: Sentence | None, part: Part, reached: Span, known: Known
) -> list[Placed]:
    """The mentions that belong to a part: those of its clause, and for a list item those of the introduction."""
    words = sentence.span.of(text)
    own = _read(words, intro.span.of(text) if intro else "", known)
    start = sentence.span.start
    found = [(mention, start) for mention in own if _belongs(mention, start, part, reached, words)]
    found = _beside_purposes(found, bare=intro is None)
    if intro is None:
        return found
    named = any(mention.slot == "data" and mention.value != Data.PERSONAL for mention, _ in found)
    apart = part.start == start and part.frame.action not in HANDING  # an item that is a sentence of its own
    received = apart or any(mention.slot == "recipients" for mention, _ in found)
    label = len(intro.span.of(text).split()) <= LABEL and not SHARES.search(intro.span.of(text))
    general = [
        (mention, intro.span.start)
        for mention in _read(intro.span.of(text), "", known)
        if not (named and mention.slot == "data" and mention.value == Data.PERSONAL)
        and not (label and mention.slot == "recipients")
        and not (received and mention.slot == "recipients" and (apart or mention.value == Recipient.THIRD_PARTY))
    ]
    return [*general, *found]


OBJECT = 6  # characters from the words of a purpose to what they act on


def _beside_purposes(found: list[Placed], *, bare: bool) -> list[Placed]:
    """Without the data that a purpose acts on where other data is named: "we use your name to answer your questions"."""
    whys = [mention for mention, _ in found if mention.slot == "purposes"]
    acted = [one for one in found if one[0].slot == "data" and any(_acted_on(one[0], why) for why in whys)]
    if not acted or (bare and not any(one[0].slot == "data" and one not in acted for one in found)):
        return found
    return [one for one in found if one not in acted]


def _acted_on(mention: Mention, why: Mention) -> bool:
    return why.start <= mention.start <= why.end + OBJECT


def _belongs(mention: Mention, start: int, part: Part, reached: Span, words: str) -> bool:
    """Whether the words of a mention are in reach; who and why before the clause belong to other doings."""
    at = Span(mention.start + start, mention.start + start)
    if not reached.holds(at) or mention.slot not in ("purposes", "recipients") or at.start >= part.span.start:
        return reached.holds(at)
    return mention.slot == "purposes" and (
        FRONTED.match(words) is not None or ":" in words[mention.end : part.span.start - start]  # "To advertise: We"
    )


# "To assist our members, we", "(2) In order to deliver your parcel, we"
FRONTED = re.compile(r"\W{0,4}(?:\(?\w{1,3}[.)]\W{1,3})?(?:in order )?to\b", re.IGNORECASE)


Filled = dict[str, list[Placed]]  # the mentions of each slot


def by_slot(found: Iterable[Placed]) -> Filled:
    """The mentions by what they fill."""
    filled: Filled = {}
    for placed in found:
        filled.setdefault(placed[0].slot, []).append(placed)
    return filled


def words_of(found: Filled, slot: str) -> list[str]:
    """The values that fill a slot, each once, sorted."""
    return sorted({mention.value for mention, _ in found.get(slot, ())})


def data(found: Filled) -> tuple[Data, ...]:
    """Kinds of personal data."""
    return tuple(Data(value) for value in words_of(found, "data"))


def recipients(found: Filled) -> tuple[Recipient, ...]:
    """Who receives the data."""
    return tuple(Recipient(value) for value in words_of(found, "recipients"))


def purposes(found: Filled) -> tuple[Purpose, ...]:
    """Why."""
    return tuple(Purpose(value) for value in words_of(found, "purposes"))


def conditions(found: Filled) -> tuple[Condition, ...]:
    """What limits the commitment, in text order."""
    return tuple(Condition(ConditionKind(m.value), _span(m, at)) for m, at in found.get("conditions", ()))


def times(found: Filled) -> tuple[Time, ...]:
    """Periods, deadlines and ages, in text order."""
    return tuple(Time(m.value, _span(m, at)) for m, at in found.get("times", ()))


def scopes(found: Filled) -> tuple[Scope, ...]:
    """For whom, where and in which product, in text order."""
    return tuple(Scope(ScopeKind(m.value), _span(m, at)) for m, at in found.get("scopes", ()))


def legal_bases(found: Filled) -> tuple[Basis, ...]:
    """The legal bases claimed, in text order."""
    return tuple(Basis(LegalBasis(m.value), _span(m, at)) for m, at in found.get("legal_bases", ()))


def evidence(found: Iterable[Placed]) -> tuple[Evidence, ...]:
    """The rule and the words of each mention."""
    return tuple(Evidence(f"{m.slot}/{m.rule}", _span(m, at)) for m, at in found)


def _span(mention: Mention, at: int) -> Span:
    return Span(mention.start + at, mention.end + at)
