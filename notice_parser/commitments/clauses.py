"""The clauses of a sentence: every verb group with its subject, and whether it is asserted or only presupposed."""

import re
from enum import StrEnum
from typing import NamedTuple

from notice_parser.commitments.chains import Chain, chain_at
from notice_parser.commitments.lexemes import word_set
from notice_parser.commitments.reading import Reading
from notice_parser.commitments.subjects import subject_head


class Level(StrEnum):
    """Where a clause stands."""

    MAIN = "main"
    SUBORDINATE = "subordinate"  # "if you share", "when we collect"
    RELATIVE = "relative"  # "information we collect", "partners who use"
    PURPOSE = "purpose"  # "to provide the service"
    NOUN = "noun"  # "by using", "sharing of"


class Clause(NamedTuple):
    """A verb group in its clause. Numbers are units of the reading."""

    level: Level
    start: int  # of the verb group
    verb: int
    form: str
    passive: bool
    marks: list[tuple[str, int]]
    subject: int  # the head of the subject, or -1
    party: int  # a party that is let, asked or bound to act, or -1
    lead: int  # where the clause begins, its subject included
    subject_start: int  # the words among which the subject stands, shared by joined verbs
    subject_end: int
    imperative: bool = False


FINITE = "MWDHB"
SUBORDINATORS = "ir"
REACH = 12  # clauses within which a clause looks for its neighbours, so that cost stays linear


def clauses(reading: Reading) -> list[Clause]:
    """The clauses of a sentence, in order."""
    walk = _Walk(reading)
    at = 0
    while at < len(reading.kinds):
        at = walk.step(at)
    return walk.found


class _Walk:
    """One pass over the units from left to right."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading
        self.found: list[Clause] = []
        self.end = 0  # after the last verb group
        self.level = Level.MAIN  # of the clause that the pass stands in
        self.main_seen = False

    def step(self, at: int) -> int:
        kind = self.r.kinds[at]
        if kind in FINITE or (kind == "N" and self._negated_start(at)):
            return self._finite(at)
        if kind == "t":
            return self._infinitive(at)
        if kind in "VSPG":
            return self._bare(at)
        return at + 1

    def _negated_start(self, at: int) -> bool:
        """As in "we never share" and "please do not": a negation before a bare verb or between subject and auxiliary."""
        return bool(re.compile(r"N[AN]*[VSP]").match(self.r.kinds, at)) and self._before(at) in tuple("CUT")

    def _before(self, at: int) -> str:
        """The class of the unit before, adverbs and negations aside."""
        k = at - 1
        while k >= 0 and self.r.kinds[k] in "AN":
            k -= 1
        return self.r.kinds[k] if k >= 0 else ""

    def _finite(self, at: int) -> int:
        chain = chain_at(self.r, at)
        if chain is None:
            return at + 1
        negations = self._leading_negations(at)
        chain.marks[:0] = negations
        self._add(chain, at)
        last = self.found[-1]
        if self.r.words[at] == "do" and last.subject < 0 and self._before(at) in (",", ";", ""):
            self.found[-1] = last._replace(imperative=True, level=Level.MAIN)  # "please do not hesitate to"
        return self._coordinated(chain)

    def _leading_negations(self, at: int) -> list[tuple[str, int]]:
        """Negations between the subject and the auxiliary, or in front: "under no circumstances we will"."""
        k, out = at - 1, []
        while k >= self.end and self.r.kinds[k] in "ANCUTo,":
            if self.r.kinds[k] == "N":
                out.append(("N", k))
            k -= 1
        return out

    def _infinitive(self, at: int) -> int:
        verb = at + 1
        while verb < len(self.r.kinds) and self.r.kinds[verb] in "AN":
            verb += 1
        if verb >= len(self.r.kinds) or self.r.kinds[verb] not in "VBH":
            return at + 1
        chain = chain_at(self.r, verb)
        if chain is None:
            return verb + 1
        self.found.append(self._clause(chain, Level.PURPOSE, -1, at))
        self.end = chain.verb + 1
        return self._coordinated(chain)

    def _bare(self, at: int) -> int:
        kind, before = self.r.kinds[at], self._before(at)
        start = at
        while start > 0 and self.r.kinds[start - 1] in "AN":
            start -= 1
        if kind == "G":
            return self._gerund(at)
        if kind == "P" and not self._past(at, before):
            return at + 1
        if kind == "V" and before in ("", ";", ",") and (self._opens(at, start) or not self._follows_verb(at, kind)):
            return self._imperative(at, start)
        if before in ("&", ",") and self._follows_verb(at, kind):
            return self._joined(at)
        if before in ("C", "U", "T", "r", "I", "x", "c", "K", "n", ",", "&", "P", "G", "V", ""):
            return self._statement(at, start, before)
        return at + 1

    def _opens(self, at: int, start: int) -> bool:
        """Whether "please" stands before the verb, or a purpose in front of it: "to opt out, click"."""
        if "please" in self.r.words[start:at]:
            return True
        return len(self.found) == 1 and self.found[0].level == Level.PURPOSE and self.r.kinds[0] == "t"

    def _past(self, at: int, before: str) -> bool:
        pronoun = before == "C" or (before == "U" and self.r.words[at - 1] == "you")
        return pronoun or (before in ("&", ",") and self._follows_verb(at, "P"))

    def _follows_verb(self, at: int, kind: str) -> bool:
        """Whether the last verb group before has a verb of the same form, so that "and" joins the two."""
        return bool(self.found) and self.found[-1].form == kind and ";" not in self.r.kinds[self.end : at]

    def _statement(self, at: int, start: int, before: str) -> int:
        chain = chain_at(self.r, start if before else at)
        if chain is None or (not before and self.r.kinds[at] == "V"):
            return at + 1
        self._add(chain, start)
        return self._coordinated(chain)

    def _imperative(self, at: int, start: int) -> int:
        chain = chain_at(self.r, start)
        if chain is None:
            return at + 1
        level = self._level_at(start, subject=-1) if self._before(start) else Level.MAIN
        if self._before(start) in tuple(",;"):
            level = Level.MAIN
        clause = self._clause(chain, level, -1, start)
        self.found.append(clause._replace(imperative=True))
        self.end = chain.verb + 1
        self.main_seen = self.main_seen or level == Level.MAIN
        return self._coordinated(chain)

    def _gerund(self, at: int) -> int:
        chain = chain_at(self.r, at)
        if chain is None:
            return at + 1
        before = self._before(at)
        if before in ("&", ",") and self._follows_verb(at, "G"):
            return self._joined(at)
        self.found.append(self._clause(chain, Level.NOUN, -1, at))
        self.end = chain.verb + 1
        return self._coordinated(chain)

    def _joined(self, at: int) -> int:
        """A verb that "and" joins to the verb group before it, sharing its auxiliaries and subject."""
        chain = chain_at(self.r, at)
        if chain is None:
            return at + 1
        last = self.found[-1]
        chain.marks[:0] = last.marks
        chain.last = "B" if last.passive else ""
        clause = self._clause(chain, last.level, last.subject, self._lead(at))
        party = last.party if chain.party < 0 else chain.party
        self.found.append(
            clause._replace(
                party=party,
                imperative=last.imperative,
                subject_start=last.subject_start,
                subject_end=last.subject_end,
            )
        )
        self.end = chain.verb + 1
        return self._coordinated(chain)

    def _coordinated(self, chain: Chain) -> int:
        """Go on after the verb; verbs that follow at once are met by the pass itself."""
        self.end = max(self.end, chain.verb + 1)
        return chain.verb + 1

    def _add(self, chain: Chain, start: int) -> None:
        subject = chain.subject if chain.subject >= 0 else subject_head(self.r, self.end, start)
        level = self._level_at(start, subject)
        if subject < 0 and self.found and self._before(start) in ("&", ","):
            joined = next((c for c in reversed(self.found[-REACH:]) if c.level == level), self.found[-1])
            subject = joined.subject
            clause = self._clause(chain, level, subject, self._lead(start))
            clause = clause._replace(subject_start=joined.subject_start, subject_end=joined.subject_end)
        else:
            clause = self._clause(chain, level, subject, self._lead(start))
        self.found.append(clause)
        self.end = chain.verb + 1
        self.level = level
        self.main_seen = self.main_seen or level == Level.MAIN

    def _clause(self, chain: Chain, level: Level, subject: int, lead: int) -> Clause:
        return Clause(
            level,
            chain.start,
            chain.verb,
            self.r.kinds[chain.verb],
            chain.passive and self.r.kinds[chain.verb] == "P",
            chain.marks,
            subject,
            chain.party,
            lead,
            min(lead, subject) if subject >= 0 else lead,
            chain.start,
        )

    def _lead(self, start: int) -> int:
        """Where the clause of a verb group begins: after the last comma-free break before its subject."""
        k = start
        while k > self.end and self.r.kinds[k - 1] != ";":
            k -= 1
        return k

    def _level_at(self, start: int, subject: int) -> Level:
        gap = self.r.kinds[self.end : start]
        marker = max(gap.rfind("i"), gap.rfind("r"))
        after = gap[marker + 1 :]
        if ";" in gap and marker < gap.rfind(";"):
            return Level.MAIN
        if marker >= 0 and not ("," in after and subject > self.end + marker):
            return self._marked(self.end + marker)
        return self._unmarked(start, subject)

    def _marked(self, at: int) -> Level:
        word = self.r.words[at]
        previous = self.r.words[at - 1] if at else ""
        if word == "that" and previous in word_set("asserting"):
            return self.level if self.found else Level.MAIN
        if word in word_set("reasons") and (word != "while" or (at == 0 and self.r.kinds[1:2] == "C")):
            return Level.MAIN
        if word == "which" and self.r.words[at + 1 : at + 2] == ["means"]:
            return Level.MAIN
        return Level.RELATIVE if self.r.kinds[at] == "r" else Level.SUBORDINATE

    def _unmarked(self, start: int, subject: int) -> Level:
        if subject < 0 or subject < self.end:  # no subject of its own: it joins, or goes on after a relative clause
            joins = self._before(start) in ("&", ",")
            return self.level if joins else Level.MAIN
        if not self.found:
            return self._reduced(subject) if self._noun_before(subject) else Level.MAIN
        if self.level == Level.MAIN:
            return self._beside_main(subject)
        return self._beside_other(subject)

    def _beside_main(self, subject: int) -> Level:
        """After an asserted clause, or a gerund in front: "by using our services you agree"."""
        gerund = self.found[-1].level == Level.NOUN and not self.main_seen
        apart = self._before_subject(subject) in tuple(",&")
        return Level.MAIN if gerund or apart or not self._noun_before(subject) else Level.RELATIVE

    def _beside_other(self, subject: int) -> Level:
        """After a subordinate or relative clause: does the main clause begin here?"""
        before = self._before_subject(subject)
        if not self.main_seen:
            begins = before == "," or (before != "&" and not self._noun_before(subject))
            return Level.MAIN if begins else self.level
        if before == ",":
            return self.level if self._or(subject) else Level.MAIN
        return Level.RELATIVE if self._noun_before(subject) else self.level

    def _before_subject(self, subject: int) -> str:
        """The class of the unit before the noun phrase that the subject heads."""
        k = subject - 1
        while k >= self.end and self.r.kinds[k] in "oxAn":
            k -= 1
        if k > self.end and self.r.kinds[k] == "&" and self.r.kinds[k - 1] == "," and self.main_seen:
            return ","
        return self.r.kinds[k] if k >= self.end else ""

    def _or(self, subject: int) -> bool:
        """Whether "or" leads to the subject, which goes on with what stood before, not with a new assertion."""
        return "or" in self.r.words[max(self.end, subject - 3) : subject]

    def _noun_before(self, subject: int) -> bool:
        """Whether the subject is a pronoun that follows a noun at once: "information we"."""
        before = self.r.kinds[subject - 1] if subject else ""
        return self.r.words[subject] in word_set("pronouns") and before in tuple("ITxUC") and bool(before)

    def _reduced(self, subject: int) -> Level:
        """At the start of a sentence: "Information we collect" is no assertion, "Today we collect" is."""
        first = self.r.kinds[0]
        return Level.MAIN if first in "pA" and "c" in self.r.kinds[:subject] else Level.RELATIVE
