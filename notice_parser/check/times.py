"""Periods, deadlines, ages and amounts that changed, judged by the part they play."""

from collections.abc import Iterator, Sequence

from notice_parser.check.effects import BETTER, EVEN, WORSE, Effect, bent
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
FOREVER = 1e9
VAGUE = 1e8
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
    lone = (was is None or now is None) and "prompt" in {getattr(was, "value", ""), getattr(now, "value", "")}
    yield Effect(
        part,
        "vague" if vague else "time",
        sign,
        2.0 if lone else 4.0,
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
    if part in {"retention", "deadline"}:
        return WORSE if longer > 0 else BETTER
    if part == "warning":
        return BETTER if longer > 0 else WORSE
    bend = bent(reading.governing(number)) or WORSE
    return bend if longer > 0 else -bend


def _one_sided(part: str, was: Term | None, now: Term | None, reading: Reading, number: int) -> int:
    """A limit of time that came helps, one that went hurts; vague ones the other way round."""
    term, step = (now, 1) if now else (was, -1)
    if term is None:
        return EVEN
    if term.value in {"vague", "forever"}:
        return -step if part in {"retention", "deadline"} else EVEN
    if part == "other" and term.value != "prompt":
        return step * bent(reading.governing(number)) * -1
    return step


def size(term: Term) -> float:
    """How long a time is, in days; vague words outlast every period."""
    if term.kind == "retain":
        return {"prompt": 0.01, "vague": VAGUE, "forever": FOREVER}[term.value]
    return term.amount if term.kind == "period" else 365.0


def role(reading: Reading, number: int) -> str:
    """The part a time plays: warning, deadline, retention or other."""
    if reading.contexts[number].scope == "if":
        return "other"
    stems = {word.stem for word in reading.words}
    actions = {act.action for act in reading.acts}
    if (stems & AHEAD) and ("change" in actions or stems & TERMS):
        return "warning"
    governing, main = reading.governing(number), reading.main
    answers = {act.action for act in (governing, main) if act} & ANSWERS
    if answers or (stems & ASKED and not actions & {"retain", "delete"}):
        return "deadline"
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
