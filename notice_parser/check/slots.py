"""The terms that came and went, judged slot by slot."""

import re
from collections.abc import Callable, Iterator, Sequence

from notice_parser.check.bounds import limit, opened
from notice_parser.check.channels import address, channel, site
from notice_parser.check.effects import BETTER, EVEN, WORSE, Effect, bent
from notice_parser.check.moved import SENSITIVE, YOU_MAY, Moved, is_definition, narrowed
from notice_parser.check.names import joins_only, name, person, place, word
from notice_parser.check.reading import Reading
from notice_parser.check.residue import Chunk
from notice_parser.vocabulary import STANCE, Action, Stance


def moved_terms(before: Reading, after: Reading, chunks: Sequence[Chunk]) -> Iterator[Effect]:
    """The effects of every term that came or went."""
    for chunk in chunks:
        gone = tuple(before.terms[i] for i in chunk.deleted)
        come = tuple(after.terms[j] for j in chunk.inserted)
        for i in chunk.deleted:
            yield from judged(Moved(before, i, -1, come, after, chunk.deleted))
        for j in chunk.inserted:
            yield from judged(Moved(after, j, 1, gone, before, chunk.inserted))


def judged(moved: Moved) -> Iterator[Effect]:
    """The effect of one term, by its kind."""
    judge = KINDS.get(moved.term.kind)
    if judge:
        yield from judge(moved)


def thing(moved: Moved) -> Iterator[Effect]:
    """Data, parties, purposes: they widen what they stand in."""
    term = moved.term
    slot = "sensitive" if term.kind == "data" and term.value in SENSITIVE else SLOT[term.kind]
    generic = term.kind == "data" and term.value == "personal"
    if is_definition(moved.reading):
        yield moved.effect(slot, BETTER, 2.5)
        return
    if joins_only(moved):
        yield moved.effect("recipient", WORSE, 2.5)
        return
    if term.kind == "party":
        slot = _party(moved)
    fresh = moved.act is not None and moved.act.scope == "purpose" and moved.act.term in moved.own
    fresh = fresh or any(act.scope == "purpose" and act.term in moved.own for act in moved.reading.acts)
    if fresh and term.kind == "data":
        slot = "purpose"  # "and to study how households live"
    weight = (
        0.2
        if generic and _opens(moved)
        else 0.8
        if generic
        else 1.2
        if moved.scope in {"if", "except"} or (moved.scope == "when" and moved.base > 0)
        else 2.5
    )
    if slot != "source" and any(act.action == "contact" for act in moved.reading.acts):
        weight = 0.2  # how to reach the controller is no data about anybody
    if term.kind == "party" and _describes(moved):
        weight = 0.4
    if term.kind == "data" and moved.act and moved.act.action in REFUSALS and moved.scope == "main":
        slot = "choice"  # one more thing that may be refused, or one more way to refuse it
    if term.kind == "data" and moved.others and moved.base > 0:
        weight = min(weight, 0.8)  # what is protected is called by another name
    sign = _leaning(moved, slot)
    if any(other.kind == term.kind and other.value == term.value for other in moved.others):
        sign, weight = EVEN, 0.3 if generic else 0.8
    yield moved.effect(slot, sign, weight)


# "users of the social network", "guests of our partners"
BELONGING = re.compile(
    r"\b(?:users?|members?|visitors?|customers?|participants?|features?|pages?|guests?) of (?:the |our |this |a |any )?$",
    re.IGNORECASE,
)
REFUSALS = frozenset({"opt-out", "object"})
TOOLS = frozenset({"cooky", "cookie", "technology", "site", "website", "link", "content", "app", "application", "widget", "pixel", "plugin", "feature", "login", "tool", "tag", "script"})  # fmt: skip


def _describes(moved: Moved) -> bool:
    """Whether the party only tells which people or things are meant: "third party cookies", "users of the network"."""
    words = moved.reading.words
    following = words[moved.term.last : moved.term.last + 1]
    if following and following[0].stem in TOOLS:
        return True
    return bool(BELONGING.search(moved.reading.text[: words[moved.term.first].start][-40:]))


def _leaning(moved: Moved, slot: str) -> int:
    """What one more of it does to the data subject where it stands."""
    term = moved.term
    if term.kind == "data" and moved.others and _led_by(moved, NEEDED):
        return EVEN  # "the relevant information" -> "the relevant transaction information"
    if slot == "source" and INBOUND.search(moved.reading.text):
        return BETTER if moved.act and moved.act.negated else WORSE
    sign = (
        narrowed(moved) if moved.scope in {"if", "until"} or (moved.scope == "when" and moved.base > 0) else moved.base
    )
    if moved.act is None and moved.scope == "main":
        given = (
            moved.reading.has("neg")
            or moved.reading.has("right", "right")
            or (GIVEN.search(moved.reading.text) or YOU_MAY.match(moved.reading.text))
        )
        sign = BETTER if given else WORSE
    if moved.scope == "except" and (moved.act is None or moved.act.scope == "except"):
        sign = WORSE
    if term.kind == "purpose" and term.value in {"ads", "ai"} and moved.scope != "except" and not moved.idle:
        sign = BETTER if (moved.act and moved.act.negated) or moved.reading.has("neg") else WORSE
    return sign


# "You can have your data wiped", "Patients may get a copy"
GIVEN = re.compile(r"\b(?:can|may|could) (?:have|get|ask to|add|see|demand)\b", re.IGNORECASE)
# "reaches us through your school", "insurers send us your history", "is passed to us by"
INBOUND = re.compile(
    r"\b(?:reach(?:es)? us|comes? to us|(?:sends?|gives?|provides?|suppl(?:y|ies)|pass(?:es)?|tells?|forwards?|transmits?|reports?) us\b|(?:sent|given|provided|supplied|passed(?: on)?|forwarded|transmitted|reported) to us\b)",
    re.IGNORECASE,
)
NEEDED = frozenset({"relevant", "necessary"})
HANDING = frozenset({"share", "sell", "transfer"})
INSIDE = frozenset({"in", "inside"})  # "in the nursery", where something happens
FROM = frozenset({"from", "to", "with", "by"})


def _party(moved: Moved) -> str:
    """Whether it gives data, gets data, or is the person the data is about."""
    if moved.scope == "main" and INBOUND.search(moved.reading.text):
        return "source"
    if moved.act is None or moved.act.action != "collect":
        inside = moved.act is not None and moved.act.action not in HANDING and _led_by(moved, INSIDE)
        return "data" if inside else "recipient"
    return "source" if _led_by(moved, frozenset({"from"})) else "recipient" if _led_by(moved, FROM) else "data"


def _led_by(moved: Moved, leads: frozenset[str]) -> bool:
    """Whether one of `leads` stands within four words before it."""
    return bool(
        leads.intersection(word.stem for word in moved.reading.words[max(0, moved.term.first - 4) : moved.term.first])
    )


def _opens(moved: Moved) -> bool:
    """Whether "such as" or the like follows."""
    following = moved.reading.terms[moved.number + 1 : moved.number + 2]
    return bool(following) and following[0].kind == "open"


SLOT = {"data": "data", "party": "recipient", "purpose": "purpose", "source": "source"}


def right(moved: Moved) -> Iterator[Effect]:
    """A right named is a right given."""
    denied = bool(moved.act and moved.act.negated)
    yield moved.effect("right", WORSE if denied else BETTER, 2.6)


def gift(moved: Moved) -> Iterator[Effect]:
    """Safeguards and choices."""
    denied = bool(moved.act and moved.act.negated and moved.term.kind == "safeguard")
    own = next((act for act in moved.reading.acts if act.term == moved.number), None)
    if own is not None and own.action != "opt-out":
        return  # somebody else declines
    yield moved.effect({"optout": "choice"}.get(moved.term.kind, moved.term.kind), WORSE if denied else BETTER, 3.0)


BASES, CONSENTED = frozenset({"basis", "consent"}), "consent"


def basis(moved: Moved) -> Iterator[Effect]:
    """The legal basis: consent is the one that the data subject holds."""
    facing = {CONSENTED if term.kind == "consent" else term.value for term in moved.others if term.kind in BASES}
    if facing == {moved.term.value}:
        return
    sign = {CONSENTED: BETTER, "interests": WORSE}.get(moved.term.value, EVEN)
    if facing and {moved.term.value} | facing != {CONSENTED, "interests"}:
        sign = EVEN  # which of the others favours the data subject, nobody can say
    yield moved.effect("basis", sign, 3.5 if facing else 2.0)


def cost(moved: Moved) -> Iterator[Effect]:
    """What exercising a right costs."""
    yield moved.effect("cost", BETTER if moved.term.value == "free" else WORSE, 3.0)


def vague(moved: Moved) -> Iterator[Effect]:
    """A general purpose says less than a particular one."""
    yield moved.effect("vague", WORSE, 3.8)


# "The legal basis for the use of the technology is …"
BASIS_OF = re.compile(
    r"\b(?:legal |lawful )?(?:basis|ground) (?:for|of) (?:the|this|our|such|these|that)\b", re.IGNORECASE
)
RANK = {"sell": 4, "train-ai": 4, "share": 3, "transfer": 3, "automate": 3, "infer": 3, "track": 2, "use": 2}


def act(moved: Moved) -> Iterator[Effect]:
    """An act that came or went within the sentence."""
    own = next((act for act in moved.reading.acts if act.term == moved.number), None)
    if own is None or own.action in {"ask", "contact"}:
        return
    if own.scope in {"if", "when", "until"}:
        yield moved.effect("condition", narrowed(moved), 1.2)
        return
    facing = [term for term in moved.others if term.kind == "act"]
    founded = own.action == "use" and BASIS_OF.search(moved.reading.text)
    if founded or any(term.kind in {"channel", "address"} for term in moved.others):
        return
    if own.scope == "purpose":
        refused = moved.act is not None and moved.act.action in {"opt-out", "object"} and moved.act.actor == "you"
        yield moved.effect("right" if refused else "purpose", moved.base, 1.5)
        return
    if (moved.reading.has("right") or (own.actor == "you" and own.scope == "main")) and own.stance is Stance.PROTECTIVE:
        yield moved.effect("right", bent(own), 2.5)
        return
    if facing:
        grown = max(RANK.get(term.value, 1) for term in facing) - RANK.get(own.action, 1)
        if own.stance is Stance.INTRUSIVE and all(
            STANCE.get(Action(term.value)) is Stance.INTRUSIVE for term in facing if term.value in set(Action)
        ):
            confined = moved.reading.has("only") or any(word.stem == "within" for word in moved.reading.words)
            bend = -bent(own) if confined else bent(own)
            yield moved.effect("act", bend if grown < 0 else EVEN, 1.0)
            return
    weight = 0.3 if not bent(own) else 1.0 if facing or own.scope != "main" else 2.0
    yield moved.effect("act", bent(own), weight)


KINDS: dict[str, Callable[[Moved], Iterator[Effect]]] = {
    "data": thing, "party": thing, "purpose": thing, "source": thing, "except": limit, "if": limit, "hedge": limit, "only": limit,
    "right": right, "basis": basis, "safeguard": gift, "optout": gift, "cost": cost, "address": address, "site": site, "channel": channel, "place": place,
    "people": person, "name": name, "word": word, "open": opened, "vague": vague, "act": act,
}  # fmt: skip
