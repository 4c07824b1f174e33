"""Whom a statement holds for, where and in which product: a scope that came, went, grew or shrank."""

import re
from collections.abc import Iterator, Sequence

from notice_parser.check.effects import Effect, bent
from notice_parser.check.moved import is_definition, leaning
from notice_parser.check.reading import Reading
from notice_parser.check.residue import Chunk
from notice_parser.check.terms import Term
from notice_parser.check.words import words
from notice_parser.model import Commitment, Notice
from notice_parser.span import Record

# Words around the name of a scope: "if you use our app", "for residents of", "in the"
AROUND = frozenset({"in", "of", "on", "for", "from", "about", "at", "by", "with", "through", "via", "within", "across", "to", "if", "when", "while", "where", "you", "your", "our", "the", "a", "an", "this", "these", "those", "who", "that", "are", "is", "be", "as", "any", "all", "every", "each", "use", "visit", "access", "live", "liv", "locat", "locate", "resid", "reside", "user", "people", "person", "individual", "and", "or"})  # fmt: skip
# "our website", "the services", "this site": where everything happens limits nothing
EVERYWHERE = frozenset({"website", "site", "servic", "service", "platform", "product", "internet", "web", "webpage", "online"})  # fmt: skip
# "registered members and guests", "the kiosk or our call centre"
JOINED = re.compile(r",? (?:and|or|as well as|and also|and/or)(?: also)? (?:(?:in|of|on|through|via|at|for|with|from|our|the|your|a|an|all|other) ){0,3}")  # fmt: skip
# "Adult patients", "paying members": what comes before the name of people and picks some of them
PICKED = re.compile(
    r"\b(adult|paying|paid|premium|registered|verified|eligible|qualifying|certain|some|enterprise|business|corporate|long-standing|full|gold|elderly|resident|domestic|commercial|residential|insured) (?=(?:patient|member|customer|user|subscriber|client|guest|tenant|passenger|player|student|pupil|driver|visitor|buyer|reader|viewer|employee|applicant|donor|account holder|policyholder)s?\b)",
    re.IGNORECASE,
)
BOTH = re.compile(r"\b(?:and|or)\b")  # "use the kiosk or our call centre"
JOINABLE = frozenset({"word", "light", "name", "place", "people", "party", "data", "purpose", "channel"})


class Scope(Record):
    """A scope as a sentence states it: its kind, its words, and the words that tell it from others."""

    kind: str
    text: str
    stems: frozenset[str]


def scopes_of(notice: Notice, numbers: Sequence[int]) -> tuple[Scope, ...]:
    """The scopes of some commitments that limit whom or what they hold for."""
    found = (_scopes(notice, notice.commitments[number]) for number in numbers)
    return tuple(dict.fromkeys(scope for scopes in found for scope in scopes))


def _scopes(notice: Notice, commitment: Commitment) -> Iterator[Scope]:
    for scope in commitment.scopes:
        text = scope.span.of(notice.text)
        stems = frozenset(word.stem for word in words(text)) - AROUND
        if stems - EVERYWHERE:
            yield Scope(str(scope.kind), text, stems)


def scope_effects(
    before: Reading, after: Reading, was: Sequence[Scope], now: Sequence[Scope], chunks: Sequence[Chunk]
) -> Iterator[Effect]:
    """A statement that holds for fewer or for more than before."""
    act = after.main or before.main
    bend = bent(act) or leaning(after)
    if not bend or is_definition(after):
        return
    action = act.action if act else ""
    gone = frozenset(i for chunk in chunks for i in chunk.deleted)
    new = frozenset(j for chunk in chunks for j in chunk.inserted)
    lost = [scope for scope in was if scope.stems - after.stems and not _hangs(before, scope, gone)]
    come = [scope for scope in now if scope.stems - before.stems and not _hangs(after, scope, new)]
    kinds = {scope.kind for scope in lost} & {scope.kind for scope in come}
    for scope in come:
        if scope.kind not in kinds:
            yield _effect(scope.kind, bend if _other(scope, was) else -bend, bend, "", scope.text, action)
    for scope in lost:
        if scope.kind not in kinds:
            yield _effect(scope.kind, -bend if _other(scope, now) else bend, bend, scope.text, "", action)
    yield from _joined(before, after, was, now, bend, action)


def _hangs(reading: Reading, scope: Scope, moved: frozenset[int]) -> bool:
    """Whether the scope belongs to something that came or went itself: "and the names of all guests"."""
    at = reading.text.find(scope.text)
    before = [
        n for n, term in enumerate(reading.terms) if reading.words[term.first].start < at and term.kind != "light"
    ]
    return bool(before) and before[-1] in moved


def _other(scope: Scope, others: Sequence[Scope]) -> bool:
    """Whether one of the same kind stands on the other side that is more than this one without a word."""
    same = [other for other in others if other.kind == scope.kind]
    return any(not other.stems <= scope.stems or BOTH.search(scope.text) for other in same)


def _effect(kind: str, sign: int, bend: int, before: str, after: str, action: str) -> Effect:
    """The scope of a promise is what it protects, that of a practice what it takes."""
    return Effect("scope" if bend > 0 else "reach", kind, sign, 3.0, before, after, action)


def _joined(
    before: Reading, after: Reading, was: Sequence[Scope], now: Sequence[Scope], bend: int, action: str
) -> Iterator[Effect]:
    """One more, or one fewer, beside a scope that stands on both sides."""
    for scope in was:
        if any(scope.stems == other.stems for other in now):
            old, new = _beside(before, scope), _beside(after, scope)
            if new and not old and not _holds(before, new):
                yield _effect(scope.kind, bend, bend, "", new, action)
            elif old and not new and not _holds(after, old):
                yield _effect(scope.kind, -bend, bend, old, "", action)


def _holds(reading: Reading, text: str) -> bool:
    return {word.stem for word in words(text)} - AROUND <= reading.stems


def _beside(reading: Reading, scope: Scope) -> str:
    """The one that "and" or "or" joins to the scope; empty where a verb or nothing follows."""
    at = reading.text.find(scope.text)
    led = JOINED.match(reading.text, at + len(scope.text)) if at >= 0 else None
    if led is None:
        return ""
    here = [term for term in reading.terms if reading.words[term.first].start >= led.end()]
    kept: list[Term] = []
    for term in here[:3]:
        if term.kind not in JOINABLE or (kept and term.first != kept[-1].last) or _stops(reading, kept):
            break
        kept.append(term)
    said = reading.text[led.end() : reading.words[kept[-1].last - 1].end] if kept else ""
    return said if {word.stem for word in words(said)} - AROUND - EVERYWHERE else ""


def _stops(reading: Reading, kept: Sequence[Term]) -> bool:
    """Whether punctuation stands after the last one kept."""
    end = reading.words[kept[-1].last - 1].end if kept else 0
    return bool(kept) and reading.text[end : end + 1] in {",", ".", ";", ":"}


def picked_effects(before: Reading, after: Reading) -> Iterator[Effect]:
    """A word that picks some of the people who stood there without it, or the reverse."""
    one, two = PICKED.search(before.text), PICKED.search(after.text)
    act = after.main or before.main
    bend = bent(act) or leaning(after)
    if bool(one) == bool(two) or not bend:
        return
    found, side, other = (two, after, before) if two else (one, before, after)
    if found is None or words(found.group(1))[0].stem in other.stems or not _bare(found, side, other):
        return
    said = found.group().strip(), act.action if act else ""
    yield _effect("who", -bend if two else bend, bend, "" if two else said[0], said[0] if two else "", said[1])


def _bare(found: re.Match[str], side: Reading, other: Reading) -> bool:
    """Whether the people stand on the other side after the same word, without the one that picks them."""
    led = [word.stem for word in side.words if word.end <= found.start()][-1:]
    noun = next((word.stem for word in side.words if word.start >= found.end()), "")
    return any(
        word.stem == noun and [word.stem for word in other.words[max(0, k - 1) : k]] == led
        for k, word in enumerate(other.words)
    )


def told_apart(effects: Sequence[Effect], scopes: Sequence[Effect]) -> list[Effect]:
    """The effects without those whose words a scope holds, and the scopes that no nearer effect tells."""
    kept = [effect for effect in effects if effect.slot in KEPT or not any(_within(effect, one) for one in scopes)]
    nearer = [effect for effect in kept if effect.slot in NEARER]
    return [*kept, *(one for one in scopes if not any(_within(effect, one) for effect in nearer))]


NEARER = frozenset({"former", "child", "age", "consent"})
KEPT = NEARER | {"negation", "modality", "retention", "deadline", "warning"}


def _within(effect: Effect, scope: Effect) -> bool:
    """Whether the words of an effect are some of the words of the scope, or hold hardly more."""
    said, told = effect.after or effect.before, scope.after or scope.before
    if bool(effect.after) != bool(scope.after) or bool(effect.before) != bool(scope.before):
        return False
    mine, theirs = {w.stem for w in words(said)} - AROUND, {w.stem for w in words(told)} - AROUND
    return bool(mine) and (mine <= theirs or theirs <= mine)
