"""The terms that came and went, judged slot by slot."""

import re
from collections.abc import Callable, Iterator, Sequence

from notice_parser.check.effects import BETTER, EVEN, WORSE, Effect, bent
from notice_parser.check.moved import SENSITIVE, Moved, is_definition, leaning
from notice_parser.check.reading import Reading
from notice_parser.check.residue import Chunk
from notice_parser.vocabulary import Stance


def moved_terms(before: Reading, after: Reading, chunks: Sequence[Chunk]) -> Iterator[Effect]:
    """The effects of every term that came or went."""
    for chunk in chunks:
        gone = tuple(before.terms[i] for i in chunk.deleted)
        come = tuple(after.terms[j] for j in chunk.inserted)
        for i in chunk.deleted:
            yield from judged(Moved(before, i, -1, come, after))
        for j in chunk.inserted:
            yield from judged(Moved(after, j, 1, gone, before))


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
    if _joins_only(moved):
        yield moved.effect("recipient", WORSE, 2.5)
        return
    weight = 0.8 if generic else 1.2 if moved.scope in {"if", "except"} else 2.5
    if any(act.action == "contact" for act in moved.reading.acts):
        weight = 0.2  # how to reach the controller is no data about anybody
    sign = _narrowed(moved) if moved.scope in {"if", "until"} else moved.base
    if any(other.kind == term.kind and other.value == term.value for other in moved.others):
        sign, weight = EVEN, 0.3 if generic else 0.8
    yield moved.effect(slot, sign, weight)


SLOT = {"data": "data", "party": "recipient", "purpose": "purpose", "source": "source"}


def _narrowed(moved: Moved) -> int:
    """Words inside a condition narrow what the condition limits, unless they stand as an alternative."""
    first = moved.term.first
    alternative = any(word.stem == "or" for word in moved.reading.words[max(0, first - 3) : first])
    if moved.scope == "until":
        alternative = not alternative
    return moved.base if alternative else -moved.base


def limit(moved: Moved) -> Iterator[Effect]:
    """Exceptions, conditions, hedges and "only" take back what they stand in."""
    act = moved.act
    bend = bent(act) or leaning(moved.reading)
    kind = moved.term.kind
    if kind == "only" and _before_quantity(moved):
        return
    if moved.term.text.lower().endswith("as long as") and moved.reading.has("retain"):
        return
    if kind == "hedge" and any(act.action == "secure" for act in moved.reading.acts):
        bend = BETTER
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


UPDATES = frozenset({"chang", "updat", "amend", "revis", "modification", "amendment"})


def _before_quantity(moved: Moved) -> bool:
    """Whether it is the "no more than" of a number."""
    following = moved.reading.terms[moved.number + 1 : moved.number + 2]
    return any(term.kind in {"period", "age", "money", "number", "date"} for term in following)


LIMITS = {"except": "exception", "if": "condition", "hedge": "hedge", "only": "limit"}


def right(moved: Moved) -> Iterator[Effect]:
    """A right named is a right given."""
    denied = bool(moved.act and moved.act.negated)
    yield moved.effect("right", WORSE if denied else BETTER, 2.5)


def gift(moved: Moved) -> Iterator[Effect]:
    """Safeguards and choices."""
    denied = bool(moved.act and moved.act.negated and moved.term.kind == "safeguard")
    own = next((act for act in moved.reading.acts if act.term == moved.number), None)
    if own is not None and own.action != "opt-out":
        return  # somebody else declines
    yield moved.effect({"optout": "choice"}.get(moved.term.kind, moved.term.kind), WORSE if denied else BETTER, 3.0)


def basis(moved: Moved) -> Iterator[Effect]:
    """The legal basis: consent is the one that the data subject holds."""
    facing = any(term.kind in {"basis", "consent"} for term in moved.others)
    sign = {"consent": BETTER, "interests": WORSE}.get(moved.term.value, EVEN)
    yield moved.effect("basis", sign, 3.5 if facing else 2.0)


def cost(moved: Moved) -> Iterator[Effect]:
    """What exercising a right costs."""
    yield moved.effect("cost", BETTER if moved.term.value == "free" else WORSE, 3.0)


def address(moved: Moved) -> Iterator[Effect]:
    """A way to reach somebody: replaced it is even, new it helps."""
    replaced = any(term.kind in {"address", "channel"} for term in moved.others)
    yield moved.effect("contact", EVEN if replaced else BETTER, 2.0)


def channel(moved: Moved) -> Iterator[Effect]:
    """How people are told or heard: a page is less than a message."""
    facing = [term.value for term in moved.others if term.kind == "channel"]
    told = any(act.action == "change" for act in moved.reading.acts) or UPDATES.intersection(
        word.stem for word in moved.reading.words
    )
    if told and moved.term.value == "page":
        yield moved.effect("update", WORSE if facing else BETTER, 3.0 if facing else 1.0)
    elif told and moved.term.value == "email":
        yield moved.effect("update", BETTER, 3.0)
    else:
        yield moved.effect("channel", EVEN if facing else BETTER, 2.0)


def place(moved: Moved) -> Iterator[Effect]:
    """Countries: more of them widen whom a section protects, or where data goes."""
    replaced = any(term.kind in {"place", "name", "people"} for term in moved.others)
    scoped = moved.act is None or moved.act.action not in PLACED
    if replaced:
        yield moved.effect("place", EVEN, 2.0)
    elif scoped:
        yield moved.effect("scope", BETTER, 2.5)
    else:
        yield moved.effect("place", moved.base or WORSE, 2.5)


PLACED = frozenset({"transfer", "retain", "share", "use", "collect", "sell"})  # acts whose place matters


def person(moved: Moved) -> Iterator[Effect]:
    """Groups of people a promise covers."""
    value = moved.term.value
    if value == "parent":
        yield moved.effect("child", BETTER, 3.0)
    elif value == "former":
        yield moved.effect("former", moved.base, 3.0)
    elif value == "region":
        listed = bool(moved.other and any(term.value == "region" or term.kind == "place" for term in moved.other.terms))
        if moved.reading.main is not None and moved.reading.main.action == "contact":
            yield moved.effect("contact", EVEN, 2.0)
        elif moved.act is not None and moved.act.action in PLACED and bent(moved.act) < 0:
            yield from place(moved)
        else:
            yield moved.effect("scope", BETTER if listed else WORSE, 3.0)
    elif value == "all":
        yield moved.effect("scope", moved.base, 1.0)
    else:
        yield moved.effect("child" if value == "child" and moved.base < 0 else "scope", moved.base, 1.5)


# "services provided by", "operated by"
PROVIDED = re.compile(r"\b(?:provided|operated|supplied|powered|hosted|offered) by\b|\bproviders?\b", re.IGNORECASE)


def name(moved: Moved) -> Iterator[Effect]:
    """A name replaced by a name is even; a name more widens what it stands in."""
    facing = [term for term in moved.others if term.kind in {"name", "place", "party"}]
    if any(term.key == ("people", "all") for term in moved.others):
        yield moved.effect("scope", WORSE, 3.0)
    elif facing:
        yield moved.effect("name", EVEN, 1.5)
    elif moved.others and all(term.kind in {"word", "light"} for term in moved.others):
        yield moved.effect("word", EVEN, 0.4)
    else:
        given = PROVIDED.search(moved.reading.text) or moved.reading.has("party")
        taking = moved.act is None or not moved.act.negated
        yield moved.effect("name", WORSE if given and taking and moved.base else moved.base, 1.2)


def _joins_only(moved: Moved) -> bool:
    """Whether it joins those to whom alone something is open: "only your nurse and the cook can"."""
    main = moved.reading.main
    if not moved.reading.has("only") or main is None or moved.number > main.term:
        return False
    first = moved.term.first
    return any(word.stem in {"and", "or"} for word in moved.reading.words[max(0, first - 3) : first])


# "HexCo (formerly HexaCo)", "now called"
RENAMING = re.compile(
    r"\b(?:formerly|previously|now) (?:known as|called|named|trading as)\b|\(formerly\b", re.IGNORECASE
)


def word(moved: Moved) -> Iterator[Effect]:
    """A word outside the tables: little by itself, more where nothing stands against it."""
    facing = [term for term in moved.others if term.kind not in {"light", "pointer"}]
    weight = 0.35 if facing else 0.7
    sign = _narrowed(moved) if moved.scope in {"if", "until"} else moved.base
    if is_definition(moved.reading):
        sign, weight = (BETTER if moved.reading.has("data", "personal") else EVEN), 1.2
    if _joins_only(moved):
        yield moved.effect("recipient", WORSE, 2.5)
        return
    if moved.term.text[:1].isupper() and any(
        RENAMING.search(side.text) for side in (moved.reading, moved.other) if side
    ):
        weight = 0.2
    yield moved.effect("word", sign, weight)


def opened(moved: Moved) -> Iterator[Effect]:
    """A closed list that becomes examples."""
    yield moved.effect("list", min(EVEN, moved.base), 0.9)


def vague(moved: Moved) -> Iterator[Effect]:
    """A general purpose says less than a particular one."""
    yield moved.effect("vague", WORSE, 3.0)


def act(moved: Moved) -> Iterator[Effect]:
    """An act that came or went within the sentence."""
    own = next((act for act in moved.reading.acts if act.term == moved.number), None)
    if own is None or own.action in {"ask", "contact"}:
        return
    facing = [term for term in moved.others if term.kind == "act"]
    if own.scope == "purpose":
        yield moved.effect("purpose", moved.base, 1.5)
        return
    if (moved.reading.has("right") or (own.actor == "you" and own.scope == "main")) and own.stance is Stance.PROTECTIVE:
        yield moved.effect("right", bent(own), 2.5)
        return
    weight = 0.3 if not bent(own) else 1.0 if facing or own.scope != "main" else 2.0
    yield moved.effect("act", bent(own), weight)


KINDS: dict[str, Callable[[Moved], Iterator[Effect]]] = {
    "data": thing, "party": thing, "purpose": thing, "source": thing, "except": limit, "if": limit, "hedge": limit, "only": limit,
    "right": right, "basis": basis, "safeguard": gift, "optout": gift, "cost": cost, "address": address, "channel": channel, "place": place,
    "people": person, "name": name, "word": word, "open": opened, "vague": vague, "act": act,
}  # fmt: skip
