"""How far a clause reaches in its sentence."""

from notice_parser.commitments.levels import REACH, Clause, Level
from notice_parser.commitments.reading import Reading
from notice_parser.span import Span


def extent(reading: Reading, found: list[Clause], index: int) -> Span:
    """The clause: from its subject to where the next asserted clause begins; verbs with one object share its words."""
    clause = found[index]
    mains = [c for c in found[index + 1 : index + REACH] if c.level == Level.MAIN]
    if clause.level != Level.MAIN:
        return _characters(reading, clause.lead, mains[0].lead if mains else len(reading.kinds), clause)
    before = next((c for c in reversed(found[max(0, index - REACH) : index]) if c.level == Level.MAIN), None)
    first = _break(reading, before, clause) if before else 0
    last, end = clause, len(reading.kinds)
    for following in mains:
        if reading.kinds[last.verb + 1 : following.verb].strip("&,ANMWDHBt"):
            end = _break(reading, last, following)
            break
        last = following
    return _characters(reading, first, end, clause)


def _break(reading: Reading, before: Clause, clause: Clause) -> int:
    """Where a clause parts from the one before it: at a semicolon, else before its subject."""
    stop = reading.kinds.find(";", before.verb + 1, clause.verb)
    if stop >= 0:
        return stop + 1
    at = clause.subject if before.verb < clause.subject < clause.start else clause.start
    while at > before.verb + 1 and reading.kinds[at - 1] in "oxAnN":
        at -= 1
    while at > before.verb + 1 and reading.kinds[at - 1] in "&,":
        at -= 1
    return at


def _characters(reading: Reading, start: int, end: int, clause: Clause) -> Span:
    while start < clause.start and reading.kinds[start] in "&,":
        start += 1
    last = max(end - 1, clause.verb)
    stop = max(reading.ends[last], reading.ends[clause.verb])
    if end >= len(reading.kinds):  # a bracket at the end belongs to the clause
        stop = max(stop, reading.text.rfind(")") + 1)
    return Span(reading.starts[start], stop)
