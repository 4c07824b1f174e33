"""Exceptions, conditions, hedges and lists: what limits a promise, and what opens it."""

import re
from collections.abc import Iterator

from notice_parser.check.effects import BETTER, EVEN, WORSE, Effect, bent
from notice_parser.check.moved import YOU_MAY, Moved, is_definition, leaning

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
    special = _special(moved, bend)
    if special:
        yield special
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


def _special(moved: Moved, bend: int) -> Effect | None:
    """A condition that came with a statement of its own limits that one; an exception narrows what a term means."""
    if moved.term.kind == "if" and _new_statement(moved):
        return moved.effect("condition", -bend, 0.5)
    if moved.term.kind == "except" and is_definition(moved.reading):
        return moved.effect("exception", WORSE, 3.6)
    return None


def _new_statement(moved: Moved) -> bool:
    """Whether a statement of its own came or went with the condition: "in which case we may …"."""
    return any(act.term in moved.own and act.scope == "main" and act.actor == "we" for act in moved.reading.acts)


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


CLOSED = frozenset({"details like", "and similar details", "and similar detail", "and so forth", "and more", "and other details", "information like", "data like", "or similar", "to name a few", "among other things", "among others", "inter alia", "not limited to", "including but not limited to", "including without limitation", "and so on", "etc", "and the like"})  # fmt: skip


def opened(moved: Moved) -> Iterator[Effect]:
    """A closed list that becomes examples."""
    if YOU_MAY.match(moved.reading.text):
        yield moved.effect("list", EVEN, 0.3)  # of what the reader may choose from
    elif moved.base < 0 and moved.term.text.casefold() in CLOSED:
        yield moved.effect("list", WORSE, 1.2)
    else:
        yield moved.effect("list", min(EVEN, moved.base), 1.2 if _unlisted(moved) else 0.9)


def _unlisted(moved: Moved) -> bool:
    """Whether a closed list stood there: "the following details: …" that becomes "details such as …"."""
    led = moved.reading.words[max(0, moved.term.first - 1) : moved.term.first]
    things = {"data", "information", "detail", "item", "record", "category", "kind", "type", "identifier"}
    return bool(things.intersection(word.stem for word in led)) and moved.base < 0 and moved.step > 0
