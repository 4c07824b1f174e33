"""Verb groups: from the first auxiliary to the verb that says what is done ("may choose not to share")."""

import re
from collections.abc import Callable
from functools import cache

from notice_parser.commitments.governing import (
    BY_LAW_TO,
    CAUSATIVE,
    ING_NEXT,
    INVERTED,
    NOUN_OF,
    NOUN_TO,
    PARTY_BARE,
    PARTY_FAR,
    PARTY_ING,
    PARTY_SURE,
    PARTY_THAT,
    PARTY_TO,
    PLAIN_TO,
    POLICIES,
    POLICY_TO,
    TO_NEXT,
)
from notice_parser.commitments.lexemes import SUBJECT, word_set
from notice_parser.commitments.reading import Reading
from notice_parser.lexicon import table

PARTY = "CUT"


class Chain:
    """What a verb group says so far. `marks` are the words that bear on polarity and modality, in order."""

    def __init__(self, start: int) -> None:
        self.start = start
        self.verb = -1
        self.last = ""  # the auxiliary just before the verb
        self.marks: list[tuple[str, int]] = []
        self.party = -1  # a party that a governor lets, asks or binds to act
        self.subject = -1  # a subject inside the group: "nor do we sell"

    @property
    def passive(self) -> bool:
        """Whether the verb is in the passive, once it is known."""
        return self.last == "B"


# Patterns that hold after some governors only.
ONLY = {PARTY_BARE: ("help", "let"), PARTY_THAT: ("ask", "request", "require"), PARTY_SURE: ("ensure", "guarantee")}

Step = Callable[[Chain, Reading, int], int]


def chain_at(reading: Reading, at: int) -> Chain | None:
    """The verb group that begins at a unit, or None where none does."""
    chain = Chain(at)
    while 0 <= at < len(reading.kinds):
        step = STEPS.get(reading.kinds[at])
        if step is None:
            return _bare_copula(chain, at)
        here, at = at, step(chain, reading, at)
        if chain.verb >= 0:
            return chain
        if at < 0 and chain.last == "B" and reading.kinds[here] == "K":  # "is necessary for our interests"
            return _bare_copula(chain, here)
        if at < 0 and reading.kinds[here] == "p":
            return _bare_copula(chain, here)
    return _bare_copula(chain, at) if at >= len(reading.kinds) else None


def _bare_copula(chain: Chain, at: int) -> Chain | None:
    """As in "you are a customer" and "we have offices": a clause whose verb does nothing to data."""
    if chain.last not in ("B", "H", "D") or not at:
        return None
    chain.verb = at - 1
    return chain


def _auxiliary(chain: Chain, reading: Reading, at: int) -> int:
    kind, kinds = reading.kinds[at], reading.kinds
    if kind in "MW":
        chain.marks.append((kind, at))
    linked = _linked(chain, reading, at)
    if linked:
        return linked
    chain.last = kind
    turned = _turned(chain, reading, at) if chain.start == at and _fronted(reading, at) else 0
    if turned:
        return turned
    if kind == "H" and (chain.marks or kinds[at - 1 : at] == "t"):
        erased = CAUSATIVE.match(kinds, at + 1)
        if erased:
            chain.verb, chain.last = erased.end(), ""
            return chain.verb
    if kind in "HD":
        governed = _noun_governor(chain, reading, at)
        if governed:
            return governed
    return at + 1


def _linked(chain: Chain, reading: Reading, at: int) -> int:
    """Where the verb begins after "to": "have to", "are not to", "is our policy not to"; else 0."""
    kind, kinds = reading.kinds[at], reading.kinds
    link = kinds[at + 1 : at + 3]
    if kind == "B" and link == "Nt":
        chain.marks.append(("N", at + 1))
        chain.last = "t"
        return at + 3
    if kind in "HB" and link[:1] == "t":
        if kind == "H":
            chain.marks.append(("oblige", at))
        chain.last = "t"
        return at + 2
    return _policy(chain, reading, at) if kind == "B" else 0


def _policy(chain: Chain, reading: Reading, at: int) -> int:
    """Where the verb begins in "is our policy not to share", else 0."""
    found = POLICY_TO.match(reading.kinds, at + 1)
    if not found or not any(word.split()[-1] in POLICIES for word in reading.words[at + 1 : found.end()]):
        return 0
    chain.marks += [("N", k) for k in range(at + 1, found.end()) if reading.kinds[k] == "N"]
    chain.last = "t"
    return found.end()


def _turned(chain: Chain, reading: Reading, at: int) -> int:
    """Where the group goes on after a subject inside it: "nor do we sell", "at no time is your data sold"; else 0."""
    thing = INVERTED.match(reading.kinds, at + 1)
    if reading.kinds[at + 1 : at + 2] in tuple(PARTY):
        chain.subject = at + 1
        chain.marks.append(("N", at - 1))
        return at + 2
    if thing:
        chain.marks.append(("N", at - 1))
        chain.start = thing.end()
        return thing.end()
    return 0


def _fronted(reading: Reading, at: int) -> bool:
    """Whether a negation stands before an auxiliary, so that the subject follows: "nor will we"."""
    return at > 0 and (reading.kinds[at - 1] == "N" or reading.words[at - 1] in ("nor", "neither"))


def _negation(chain: Chain, reading: Reading, at: int) -> int:
    del reading
    chain.marks.append(("N", at))
    return at + 1


def _adverb(chain: Chain, reading: Reading, at: int) -> int:
    del chain, reading
    return at + 1


def _and(chain: Chain, reading: Reading, at: int) -> int:
    """As in "do not and will not": the group goes on after "and" with another auxiliary."""
    following = re.compile(r"[&,]*(?:A*[MWDHBN]|A+[VP])").match(reading.kinds, at)
    return following.end() - 1 if following and chain.last and chain.last != "t" else -1


def _comma(chain: Chain, reading: Reading, at: int) -> int:
    """A parenthesis between commas: "may, in our discretion, share"."""
    going_on = _and(chain, reading, at)
    if going_on > 0:
        return going_on
    close = reading.kinds.find(",", at + 1, at + 12)
    inside = reading.kinds[at + 1 : close]
    closes = chain.last in ("M", "W", "D") and reading.kinds[at - 1] == "N" and chain.marks[0][1] < at - 3
    if closes and reading.kinds[at + 1 : at + 2] in tuple("VBH"):  # "do not, and will not, share"
        return at + 1
    ok = close > 0 and chain.last and not re.search(r"[MWD;]", inside)
    return close + 1 if ok and reading.kinds[close + 1 : close + 2] in tuple("VSPGANBKH") else -1


def _governor(chain: Chain, reading: Reading, at: int) -> int:
    """An adjective or noun that takes a verb along: "able to share", "responsible for ensuring"."""
    found = TO_NEXT.match(reading.kinds, at + 1) or _ing_next(reading, at + 1)
    if found is None:
        far = re.compile(r"p[ox]?[CUT]x?t[AN]*(?=[VBHP])").match(reading.kinds, at + 1)  # "possible for us to"
        return _governed(chain, reading, at, far.end(), at + 1) if far else -1
    return _governed(chain, reading, at, found.end(), at + 1)


def _governed(chain: Chain, reading: Reading, at: int, end: int, link: int) -> int:
    chain.marks.append((reading.lexemes[at].effect, at))
    chain.marks += [("N", k) for k in range(link, end) if reading.kinds[k] == "N"]
    chain.last = "t"
    return end


def _verb(chain: Chain, reading: Reading, at: int) -> int:
    """The verb itself, or a verb that governs the one to come."""
    effect = reading.lexemes[at].effect
    if effect:
        end = _complement(chain, reading, at)
        if end:
            return end
    if reading.kinds[at] != "G" and any(lemma.split()[0] in _carriers() for _, lemma in reading.lexemes[at].verbs):
        end = _noun_governor(chain, reading, at)
        if end:
            return end
    if chain.last == "B" and reading.kinds[at] == "V":  # "is secure": an adjective
        return -1
    chain.verb = at
    return at + 1


def _complement(chain: Chain, reading: Reading, at: int) -> int:
    kinds, lexeme = reading.kinds, reading.lexemes[at]
    found = BY_LAW_TO.match(kinds, at + 1) if kinds[at] == "P" else PLAIN_TO.match(kinds, at + 1)
    if found:
        return _governed(chain, reading, at, found.end(), at + 1)
    if lexeme.effect in ("forbid", "try", "same", "oblige"):
        found = _ing_next(reading, at + 1)
        if found:
            return _governed(chain, reading, at, found.end(), at + 1)
    for pattern in (
        (PARTY_TO, PARTY_ING, PARTY_FAR, PARTY_BARE, PARTY_THAT, PARTY_SURE) if lexeme.effect != "same" else ()
    ):
        found = pattern.match(kinds, at + 1)
        if found and _fits(reading, at, pattern):
            parties = [k for k in range(at + 1, found.end("party")) if kinds[k] in PARTY]
            chain.party = next((k for k in parties if kinds[k] == "T"), parties[0])
            if kinds[found.end()] == "x":  # "require our vendors to treat": a verb of no table
                chain.verb = found.end()
            return _governed(chain, reading, at, found.end(), found.end("party"))
    return 0


def _ing_next(reading: Reading, at: int) -> re.Match[str] | None:
    """An -ing form after the prepositions that join one to its governor: "from using", not "without using"."""
    found = ING_NEXT.match(reading.kinds, at)
    joins = not found or not {"without", "by", "before", "after", "when", "while"} & set(
        reading.words[at : found.end()]
    )
    return found if joins else None


def _fits(reading: Reading, at: int, pattern: re.Pattern[str]) -> bool:
    governor = reading.lemma(at)
    return governor in ONLY.get(pattern, (governor,))


def _noun_governor(chain: Chain, reading: Reading, at: int) -> int:
    """As in "have the right to", "offer you the ability to", "take steps to", "make sure that they"."""
    sure = PARTY_SURE.match(reading.kinds, at + 2) if reading.words[at + 1 : at + 2] == ["sure"] else None
    if sure and not reading.words[sure.end("party") - 1].startswith("no"):
        chain.party = sure.end("party") - 1
        chain.marks.append(("oblige", at + 1))
        chain.verb = sure.end() if reading.kinds[sure.end()] == "x" else -1
        chain.last = "t"
        return sure.end()
    found = NOUN_TO.match(reading.kinds, at + 1) or NOUN_OF.match(reading.kinds, at + 1)
    if not found:
        return 0
    noun = found.end("between")
    if reading.words[noun] in word_set("governing_adjectives") and not reading.words[at].startswith("remain"):
        return 0  # "keep your data for the period necessary to"
    subjects = [k for k in range(at + 1, noun) if reading.kinds[k] == SUBJECT]
    if chain.party < 0 and subjects:
        chain.party = subjects[0]
    chain.marks += [("N", k) for k in range(at + 1, noun) if reading.kinds[k] == "n"]
    return _governed(chain, reading, noun, found.end(), found.start("link"))


@cache
def _carriers() -> frozenset[str]:
    return frozenset(word.strip() for word in table("modality")["carriers"]["verbs"].split("|"))


# "may [in accordance with this policy] share"
INSERTED = re.compile(r"p[oxIcACUT]{1,5}A*(?=[VPBHN])")


def _inserted(chain: Chain, reading: Reading, at: int) -> int:
    found = INSERTED.match(reading.kinds, at) if chain.last in ("M", "W") else None
    return found.end() if found else -1


STEPS: dict[str, Step] = {
    **dict.fromkeys("MWDHB", _auxiliary),
    **dict.fromkeys("VSPG", _verb),
    "N": _negation,
    "A": _adverb,
    "&": _and,
    ",": _comma,
    "K": _governor,
    "p": _inserted,
}
