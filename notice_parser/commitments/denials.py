"""What a sentence denies beside its verb groups: "but never their content", "without collecting your location"."""

import re
from collections.abc import Iterator

from notice_parser.commitments.acts import DATA_TOPICS, actions, object_topics
from notice_parser.commitments.levels import REACH, Clause, Level
from notice_parser.commitments.reading import Reading
from notice_parser.span import Record
from notice_parser.vocabulary import Action, Actor

# Acts on data of which a part can be denied: "we collect your city but not your address".
DENIABLE = frozenset(
    (
        Action.COLLECT,
        Action.USE,
        Action.SHARE,
        Action.SELL,
        Action.RETAIN,
        Action.TRANSFER,
        Action.TRACK,
        Action.INFER,
        Action.ACCESS,
    )
)
# "but never their content", ", not to advertisers", "and not for advertising"
CONTRAST = re.compile(r"(?P<join>,&?|&)A*(?P<not>N)A*(?P<to>p?)(?P<what>[oxIcAT]{0,8}?[ITGx])(?![VSPMWBHDx])")
JOINS = frozenset(("but", "and", "yet", ","))
NOT_BY = (["not", "by"], ["never", "by"])  # "not by selling your data"
OWNERS = ("their", "its", "your", "his", "her")
TOWARDS = frozenset(("with", "to", "for", "about"))


class Denial(Record):
    """An act denied, the unit that denies it, and where the words of the denial begin."""

    action: Action
    negation: int
    start: int


def denials(
    reading: Reading, found: list[Clause], index: int, actor: Actor, got: tuple[Action, ...]
) -> Iterator[Denial]:
    """What is denied beside a clause that affirms the actions it `got`."""
    if actor == Actor.DATA_SUBJECT or found[index].level != Level.MAIN:
        return
    after = found[index + 1 : index + REACH]
    end = next((c.lead for c in after if c.level == Level.MAIN), len(reading.kinds))
    affirmed = [action for action in got if action in DENIABLE]
    if affirmed:
        yield from _contrasted(reading, found[index].verb + 1, end, affirmed)
    undone = False  # whether the gerund before is denied, which denies those that "or" joins to it
    for k in range(index + 1, min(len(found), index + REACH)):
        if found[k].level == Level.MAIN:
            return
        undone = _without(reading, found[k], undone=undone)
        if undone:
            yield from _left_undone(reading, found, k, actor)


def _contrasted(reading: Reading, start: int, end: int, affirmed: list[Action]) -> Iterator[Denial]:
    """As in "we share your posts, but never their content" and "with partners, not with advertisers"."""
    for hit in CONTRAST.finditer(reading.kinds, start, end):
        at = hit.start("not")
        joined = reading.words[hit.end("join") - 1] in JOINS and reading.words[at] in ("not", "never")
        towards = not hit["to"] or reading.words[hit.start("to")] in TOWARDS
        what = reading.topics(*hit.span("what"))
        owned = reading.words[hit.start("what")] in OWNERS and not hit["to"]
        named = owned or DATA_TOPICS & set(what) or (hit["to"] and ("T" in hit["what"] or "marketing" in what))
        if joined and towards and named:
            yield from (Denial(action, at, hit.start()) for action in affirmed)
            return


def _without(reading: Reading, clause: Clause, *, undone: bool) -> bool:
    """Whether "without" governs a gerund, or joins it to one it governs."""
    at = clause.start - 1
    while at > 0 and reading.kinds[at] == "A":
        at -= 1
    denied = reading.words[at] == "without" or reading.words[max(0, at - 1) : at + 1] in NOT_BY
    joined = undone and reading.words[at] in ("or", "and", "nor", ",")
    return clause.level == Level.NOUN and (denied or joined)


def _left_undone(reading: Reading, found: list[Clause], k: int, actor: Actor) -> Iterator[Denial]:
    """As in "the app works without collecting your location"."""
    clause = found[k]
    for action in actions(reading.lemma(clause.verb, "G"), object_topics(reading, found, k), actor):
        if action in DENIABLE:
            yield Denial(action, clause.start, clause.start)
