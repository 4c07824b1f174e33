"""The terms that came and went, judged slot by slot."""

import re
from collections.abc import Callable, Iterator, Sequence

from notice_parser.check.channels import address, channel
from notice_parser.check.effects import BETTER, EVEN, WORSE, Effect, bent
from notice_parser.check.moved import SENSITIVE, Moved, is_definition, leaning, narrowed
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
    sign = _leaning(moved, slot)
    if any(other.kind == term.kind and other.value == term.value for other in moved.others):
        sign, weight = EVEN, 0.3 if generic else 0.8
    yield moved.effect(slot, sign, weight)


def _leaning(moved: Moved, slot: str) -> int:
    """What one more of it does to the data subject where it stands."""
    term = moved.term
    if slot == "source" and INBOUND.search(moved.reading.text):
        return BETTER if moved.act and moved.act.negated else WORSE
    sign = (
        narrowed(moved) if moved.scope in {"if", "until"} or (moved.scope == "when" and moved.base > 0) else moved.base
    )
    if moved.act is None and moved.scope == "main":
        given = moved.reading.has("neg") or moved.reading.has("right", "right") or GIVEN.search(moved.reading.text)
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
FROM = frozenset({"from", "to", "with", "by"})


def _party(moved: Moved) -> str:
    """Whether it gives data, gets data, or is the person the data is about."""
    if moved.scope == "main" and INBOUND.search(moved.reading.text):
        return "source"
    if moved.act is None or moved.act.action != "collect":
        return "recipient"
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


# "if you prefer", "if you wish"
PLEASES = re.compile(r"(?:if|when|whenever|where) you (?:prefer|wish|like|want|choose|would)\b", re.IGNORECASE)


def limit(moved: Moved) -> Iterator[Effect]:
    """Exceptions, conditions, hedges and "only" take back what they stand in."""
    act = moved.act
    bend = bent(act) or leaning(moved.reading)
    kind = moved.term.kind
    if kind == "except" and (act is None or act.scope == "except") and not moved.idle:
        bend = BETTER  # what has exceptions is a promise
    if _says_no_limit(moved):
        return
    if kind == "only" and any(term.kind == "vague" for term in moved.others):
        bend = WORSE  # "for no other purpose" -> "for other purposes"
    if kind == "except" and is_definition(moved.reading):
        yield moved.effect("exception", WORSE, 3.6)
        return
    if kind == "hedge" and any(act.action == "secure" for act in moved.reading.acts):
        bend = BETTER
    if kind == "hedge" and moved.reading.has("neg"):
        bend = BETTER  # "never" that becomes "never knowingly"
    if kind == "hedge" and bend < 0:
        if moved.term.value != "effort":
            yield moved.effect("hedge", WORSE, 0.4 if moved.term.value == "knowing" else 1.5)
    elif kind == "if" and moved.term.value in {"need", "law"}:
        yield moved.effect("condition", -bend, 1.5)
    else:
        yield moved.effect(
            LIMITS[kind],
            -bend,
            3.6 if kind == "except" else 2.0 if moved.term.key == ("if", "when") else 3.5 if kind == "only" else 3.0,
        )


def _says_no_limit(moved: Moved) -> bool:
    """Whether the words limit nothing: "no more than" of a number, "subject to a fee", "if you prefer"."""
    if moved.term.kind == "only" and _before_quantity(moved):
        return True
    if moved.term.kind == "if" and any(term.text.casefold() in {"after", "before"} for term in moved.others):
        return True  # "when you are logged in" -> "after you have logged in"
    following = moved.reading.terms[moved.number + 1 : moved.number + 4]
    if moved.term.kind == "except" and any(term.kind in {"cost", "money"} for term in following):
        return True
    if PLEASES.match(moved.reading.text, moved.reading.words[moved.term.first].start):
        return True
    return moved.term.text.lower().endswith("as long as") and moved.reading.has("retain")


def _before_quantity(moved: Moved) -> bool:
    """Whether it is the "no more than" of a number."""
    following = moved.reading.terms[moved.number + 1 : moved.number + 2]
    return any(term.kind in {"period", "age", "money", "number", "date"} for term in following)


LIMITS = {"except": "exception", "if": "condition", "hedge": "hedge", "only": "limit"}


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
    sign = {CONSENTED: BETTER, "interests": WORSE}.get(moved.term.value, EVEN)
    if facing and {moved.term.value} | facing != {CONSENTED, "interests"}:
        sign = EVEN  # which of the others favours the data subject, nobody can say
    yield moved.effect("basis", sign, 3.5 if facing else 2.0)


def cost(moved: Moved) -> Iterator[Effect]:
    """What exercising a right costs."""
    yield moved.effect("cost", BETTER if moved.term.value == "free" else WORSE, 3.0)


CLOSED = frozenset({"details like", "and similar details", "and similar detail", "and so forth", "and more", "and other details", "information like", "data like", "or similar", "to name a few", "among other things", "among others", "inter alia", "not limited to", "including but not limited to", "including without limitation", "and so on", "etc", "and the like"})  # fmt: skip


def opened(moved: Moved) -> Iterator[Effect]:
    """A closed list that becomes examples."""
    if moved.base < 0 and moved.term.text.casefold() in CLOSED:
        yield moved.effect("list", WORSE, 1.2)
    else:
        yield moved.effect("list", min(EVEN, moved.base), 1.2 if _unlisted(moved) else 0.9)


def _unlisted(moved: Moved) -> bool:
    """Whether a closed list stood there: "the following details: …" that becomes "details such as …"."""
    led = moved.reading.words[max(0, moved.term.first - 1) : moved.term.first]
    things = {"data", "information", "detail", "item", "record", "category", "kind", "type", "identifier"}
    return bool(things.intersection(word.stem for word in led)) and moved.base < 0 and moved.step > 0


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
    "right": right, "basis": basis, "safeguard": gift, "optout": gift, "cost": cost, "address": address, "channel": channel, "place": place,
    "people": person, "name": name, "word": word, "open": opened, "vague": vague, "act": act,
}  # fmt: skip
