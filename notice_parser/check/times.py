"""Periods, deadlines, ages and amounts that changed, judged by the part they play."""

import re
from collections.abc import Iterator, Sequence

from notice_parser.check.effects import BETTER, EVEN, WORSE, Effect, bent, is_right
from notice_parser.check.moved import leaning
from notice_parser.check.quantities import is_rhythm
from notice_parser.check.reading import Reading
from notice_parser.check.residue import Chunk
from notice_parser.check.terms import Term

TIMES = frozenset({"period", "retain", "date"})
ANSWERS = frozenset({"notify", "respond", "access", "correct", "port", "verify"})
ASKED = frozenset(
    {
        "confirm",
        "confirmation",
        "decision",
        "decid",
        "objection",
        "deletion",
        "request",
        "complaint",
        "inquiry",
        "question",
        "answer",
        "repl",
        "acknowledg",
    }
)
AHEAD = frozenset({"befor", "advanc", "prior", "notic", "ahead", "announc"})
TERMS = frozenset({"version", "revision", "edition", "chang", "material", "amendment", "term", "begin", "effect"})
KEPT = frozenset({"laps", "lifetim", "duration", "expir", "last", "held", "hold", "period", "valid"})
# "your choice remains in force", "your objection is valid for", "we honour your refusal for", "the opt-out lasts"
LASTING = re.compile(
    r"\b(?:choices?|opt[ -]?outs?|objections?|refusals?|preferences?|settings?|requests? not to|registrations?|exemptions?)\b.{0,80}\b(?:in force|valid|effective|in effect|lasts?|remains?|remembered|applies|apply|stands?|holds?|counts?)\b|\b(?:honou?r|respect|remember|keep to)s? (?:your|their|the|this|that|such) (?:\w+ )?(?:choice|opt[ -]?out|objection|refusal|preference|decision)",
    re.IGNORECASE,
)
# "57 Birch Street", "12th Floor"
HOUSE = re.compile(
    r"\b\d+(?:st|nd|rd|th)?,? (?:[\w.]+ ){0,3}(?:street|road|avenue|lane|square|boulevard|drive|floor|suite)\b",
    re.IGNORECASE,
)
FOREVER = 1e9
VAGUE = 1e8
SOON = 7.5  # days: "without delay" is less than "within three days" and more than "within a month"
HASTE = frozenset({"prompt", "soon"})
BREACHES = frozenset({"breach", "incident", "leak", "theft", "intrusion", "loss"})
KEEPING = frozenset({"retain", "delete", "collect", "track", "use", "anonymise"})


def time_effects(before: Reading, after: Reading, chunks: Sequence[Chunk]) -> Iterator[Effect]:
    """Times of both sides paired in order, and those without a pair."""
    gone = [(before, i) for chunk in chunks for i in chunk.deleted if before.terms[i].kind in TIMES]
    come = [(after, j) for chunk in chunks for j in chunk.inserted if after.terms[j].kind in TIMES]
    gone.sort(key=_indefinite)  # a period faces a period where both sides name one
    come.sort(key=_indefinite)
    for k in range(max(len(gone), len(come))):
        old = gone[k] if k < len(gone) else None
        new = come[k] if k < len(come) else None
        yield from _time(old, new)


def _indefinite(place: tuple[Reading, int]) -> bool:
    return place[0].terms[place[1]].kind == "retain"


def _time(old: tuple[Reading, int] | None, new: tuple[Reading, int] | None) -> Iterator[Effect]:
    reading, number = new or old or (None, 0)
    if reading is None:
        return
    part = role(reading, number)
    was, now = old[0].terms[old[1]] if old else None, new[0].terms[new[1]] if new else None
    if (was and was.kind == "date" and (now is None or now.kind == "date")) or (
        was is None and now and now.kind == "date"
    ):
        yield from _dates(part, was, now)
        return
    if part == "other" and reading.contexts[number].scope == "if":
        yield _condition(was, now, reading)
        return
    sign = _sign(part, was, now, reading, number)
    vague = now is not None and now.value in {"vague", "forever"}
    action = getattr(reading.governing(number), "action", "")
    lone = (was is None or now is None) and HASTE & {getattr(was, "value", ""), getattr(now, "value", "")} != set()
    alone = was is None or now is None
    lone = lone or (alone and part == "rhythm")
    yield Effect(
        "rhythm" if part == "cost" and not alone else part,
        "vague" if vague else "time",
        sign,
        1.9 if lone else 4.0,
        was.text if was else "",
        now.text if now else "",
        action,
    )


def _condition(was: Term | None, now: Term | None, reading: Reading) -> Effect:
    """A time that limits when the promise holds: "if you ask within five days"."""
    grown = size(now) - size(was) if was and now else -1.0 if now else 1.0
    sign = (bent(reading.main) or BETTER) * (1 if grown > 0 else -1)
    return Effect("condition", "time", sign, 2.5, was.text if was else "", now.text if now else "")


def _dates(part: str, was: Term | None, now: Term | None) -> Iterator[Effect]:
    if part == "retention":
        yield Effect("retention", "date", EVEN, 1.5, was.text if was else "", now.text if now else "")
    else:
        yield Effect("date", "date", EVEN, 0.0, was.text if was else "", now.text if now else "")


def _sign(part: str, was: Term | None, now: Term | None, reading: Reading, number: int) -> int:
    """Longer keeping, slower answers and shorter warning are worse; a promise of speed is better."""
    if was is None or now is None:
        return _one_sided(part, was, now, reading, number)
    longer = size(now) - size(was)
    if not longer:
        return EVEN
    if part in {"retention", "deadline", "cost"}:
        return WORSE if longer > 0 else BETTER
    if part in {"warning", "standing"}:
        return BETTER if longer > 0 else WORSE
    if part == "rhythm":
        return -(bent(reading.governing(number)) or leaning(reading) or BETTER) * (1 if longer > 0 else -1)
    bend = bent(reading.governing(number)) or WORSE
    return bend if longer > 0 else -bend


def _one_sided(part: str, was: Term | None, now: Term | None, reading: Reading, number: int) -> int:
    """A limit of time that came helps, one that went hurts; vague ones the other way round."""
    term, step = (now, 1) if now else (was, -1)
    if term is None:
        return EVEN
    if part == "cost":
        return -step
    if term.value in {"vague", "forever"}:
        return -step if part in {"retention", "deadline"} else EVEN
    if part == "rhythm":
        return step * (bent(reading.governing(number)) or leaning(reading) or BETTER)
    if part == "other" and term.value not in HASTE:
        return step * bent(reading.governing(number)) * -1
    return step


def size(term: Term) -> float:
    """How long a time is, in days; vague words outlast every period."""
    if term.kind == "retain":
        return {"prompt": 0.01, "soon": SOON, "vague": VAGUE, "forever": FOREVER}[term.value]
    return term.amount if term.kind == "period" else 365.0


def role(reading: Reading, number: int) -> str:
    """The part a time plays: standing (of a choice), warning, rhythm, deadline, retention or other."""
    if reading.contexts[number].scope == "if" and not _kept_as_long(reading, number):
        return "other"
    return _rhythm(reading, number) or _role(reading, number)


def _kept_as_long(reading: Reading, number: int) -> bool:
    """Whether it says how long something is kept: "as long as we consider necessary"."""
    return reading.terms[number].kind == "retain" and any(act.action == "retain" for act in reading.acts)


def _rhythm(reading: Reading, number: int) -> str:
    """Whether the time says how long a choice stands, how often a right may be used, or how often something is done."""
    if LASTING.search(reading.text):
        return "standing"
    if not is_rhythm(reading.terms[number].text):
        return ""
    act = reading.governing(number)
    if act and is_right(act):
        return "cost"  # "you may ask for a copy once a year"
    return "" if {act.action for act in reading.acts} & {"retain", "delete", "anonymise"} else "rhythm"


def _role(reading: Reading, number: int) -> str:
    stems = reading.stems
    actions = {act.action for act in reading.acts}
    if (stems & AHEAD) and ("change" in actions or stems & TERMS):
        return "warning"
    governing, main = reading.governing(number), reading.main
    answers = {act.action for act in (governing, main) if act} & ANSWERS
    if answers or (stems & ASKED and not actions & {"retain", "delete"}):
        return "deadline"
    if (stems & BREACHES and actions & {"share", "notify"}) or ("wait" in stems and not actions & KEEPING):
        return "deadline"  # "report leaks to the authority within 72 hours", "expect to wait a week"
    if actions & KEEPING or stems & KEPT:
        return "retention"
    return "deadline" if actions & {"notify", "respond"} else "other"


def count_effects(before: Reading, after: Reading, chunks: Sequence[Chunk]) -> Iterator[Effect]:
    """Ages, amounts and other numbers, paired in order."""
    for kind in ("age", "money", "number"):
        gone = [before.terms[i] for chunk in chunks for i in chunk.deleted if before.terms[i].kind == kind]
        come = [(j, after.terms[j]) for chunk in chunks for j in chunk.inserted if after.terms[j].kind == kind]
        for k in range(max(len(gone), len(come))):
            was = gone[k] if k < len(gone) else None
            now = come[k][1] if k < len(come) else None
            yield _count(kind, was, now, after if now else before)


def _count(kind: str, was: Term | None, now: Term | None, reading: Reading) -> Effect:
    grown = (now.amount if now else 0.0) - (was.amount if was else 0.0)
    bend = bent(reading.main)
    if kind == "age":
        both = was is not None and now is not None
        listed = sum(term.kind == "age" for term in reading.terms) > 1
        sign = (BETTER if grown > 0 else WORSE) if both else bend * (1 if bool(now) == listed else -1)
        return Effect("age", "both" if both else "one", sign, 3.0, was.text if was else "", now.text if now else "")
    if kind == "number" and was and now and HOUSE.search(reading.text):
        return Effect("contact", "number", EVEN, 2.0, was.text, now.text)
    if kind == "money":
        return Effect(
            "cost", "money", WORSE if grown > 0 else BETTER, 2.5, was.text if was else "", now.text if now else ""
        )
    if (
        not was
        and now
        and any(term is now and reading.contexts[k].scope == "if" for k, term in enumerate(reading.terms))
    ):
        return Effect("condition", "number", -bend, 2.5, "", now.text)
    weight = 2.0 if was and now else 0.7
    return Effect("number", "number", EVEN, weight, was.text if was else "", now.text if now else "")
