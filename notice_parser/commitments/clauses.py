"""The clauses of a sentence: every verb group with its subject, and whether it is asserted or only presupposed."""

import re

from notice_parser.commitments.chains import PARTY, Chain, chain_at
from notice_parser.commitments.levels import REACH, Clause, Level
from notice_parser.commitments.lexemes import word_set
from notice_parser.commitments.openings import Openings
from notice_parser.commitments.reading import Reading
from notice_parser.commitments.subjects import subject_head

# "to establish and", "to render our": an infinitive of a verb of no table.
UNKNOWN_INFINITIVE = re.compile(r"t[AN]*x(?:&A*V|[oUC])")
FINITE = "MWDHB"
# "how Acme and our affiliates,"
ASKED = re.compile(r"r[oA]{0,2}[CT][^;VSPGMWBHDir]{0,30},$")
IF_DOING = (["if"], ["unless"], ["because"], ["whether"])
NOUN = 4  # units of the noun phrase that a relative clause adds to


def clauses(reading: Reading) -> list[Clause]:
    """The clauses of a sentence, in order."""
    walk = _Walk(reading)
    at = 0
    while at < len(reading.kinds):
        at = walk.step(at)
    return walk.found


class _Walk(Openings):
    """One pass over the units from left to right."""

    def step(self, at: int) -> int:
        kind = self.r.kinds[at]
        if self.r.words[at] in ("being", "having"):
            return at + 1
        if kind in FINITE or (kind == "N" and self._negated_start(at)):
            return self._finite(at)
        if kind == "t":
            return self._infinitive(at)
        if kind in "VSPG":
            return self._bare(at)
        return at + 1

    def _finite(self, at: int) -> int:
        chain = chain_at(self.r, at)
        if chain is None:
            return at + 1
        negations = self._leading_negations(at)
        chain.marks[:0] = negations
        told = self.r.words[at] == "do" and self._told(at)
        self._add(chain, at)
        if told:  # "please do not hesitate to"
            self.found[-1] = self.found[-1].but(imperative=True, level=Level.MAIN, subject=-1)
        return self._coordinated(chain)

    def _infinitive(self, at: int) -> int:
        verb = at + 1
        while verb < len(self.r.kinds) and self.r.kinds[verb] in "AN":
            verb += 1
        if UNKNOWN_INFINITIVE.match(self.r.kinds, at) and self.r.words[verb].isalpha():
            unknown = Chain(verb)
            unknown.verb = verb
            self.found.append(self._clause(unknown, Level.PURPOSE, -1, at).but(form="V"))
            self.end = verb + 1
            return verb + 1
        if verb >= len(self.r.kinds) or self.r.kinds[verb] not in "VBHD":
            return at + 1
        chain = chain_at(self.r, verb)
        if chain is None:
            return verb + 1
        last = self._last_verb()
        if last is not None and self._goes_on(at):
            return self._joined(verb, last)
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
        apart = self._opens(at, start) or self._after_condition(at) or not self._follows_verb(at, kind)
        please = self.r.words[at - 1 : at] == ["please"]
        if kind == "V" and (please or (before in ("", ";", ",") and apart)):
            return self._imperative(at, start)
        if before in ("&", ",") and self._follows_verb(at, kind):
            return self._joined(at)
        if before in ("C", "U", "T", "r", "I", "x", "c", "K", "n", ",", "&", "P", "G", "V", ""):
            return self._statement(at, start, before)
        return at + 1

    def _told_how(self, at: int, start: int) -> int:
        """As in "this notice tells how we, and our affiliates, collect": an indirect question asserts nothing."""
        chain = chain_at(self.r, start)
        if chain is None:
            return at + 1
        self.found.append(self._clause(chain, Level.RELATIVE, self._head(start), start))
        self.level = Level.RELATIVE
        return self._coordinated(chain)

    def _statement(self, at: int, start: int, before: str) -> int:
        chain = chain_at(self.r, start if before else at)
        if chain is None or (not before and self.r.kinds[at] == "V"):
            return at + 1
        self._add(chain, start)
        return self._coordinated(chain)

    def _imperative(self, at: int, start: int) -> int:
        if self._before(start) == "," and ASKED.search(self.r.kinds, self.end, start):
            return self._told_how(at, start)
        if self._lists_purposes(start):
            return self._joined(at)
        chain = chain_at(self.r, start)
        if chain is None:
            return at + 1
        level = self._level_at(start, subject=-1) if self._before(start) else Level.MAIN
        if self._before(start) in tuple(",;"):
            level = Level.MAIN
        clause = self._clause(chain, level, -1, start)
        self.found.append(clause.but(imperative=True))
        self.end = chain.verb + 1
        self.level = level
        self.main_seen = self.main_seen or level == Level.MAIN
        return self._coordinated(chain)

    def _lists_purposes(self, start: int) -> bool:
        """Whether bare verbs go on from a purpose: "to create, update and maintain", not "to opt out, click"."""
        last = self.found[-1] if self.found else None
        bare = (
            last is not None and last.level == Level.PURPOSE and last.verb == start - 2 and self._before(start) == ","
        )
        goes_on = self.r.kinds[start + 1 : start + 2] in tuple(",&")
        return bare and goes_on and self.r.lemma(start, "V") not in word_set("ways")

    def _gerund(self, at: int) -> int:
        chain = chain_at(self.r, at)
        if chain is None:
            return at + 1
        before = self._before(at)
        if before in ("&", ",") and self._follows_verb(at, "G"):
            return self._joined(at)
        if self.r.words[chain.start - 1 : chain.start] in IF_DOING:  # "if keeping the data is necessary"
            self.level = Level.SUBORDINATE
        self.found.append(self._clause(chain, Level.NOUN, -1, at))
        self.end = chain.verb + 1
        return self._coordinated(chain)

    def _joined(self, at: int, to: Clause | None = None) -> int:
        """A verb that "and" joins to the verb group before it, sharing its auxiliaries and subject."""
        chain = chain_at(self.r, at)
        if chain is None:
            return at + 1
        last = to or self.found[-1]
        chain.marks[:0] = [*last.marks, *self._own_negations(at)]
        chain.last = "B" if last.passive else ""
        clause = self._clause(chain, last.level, last.subject, self._lead(at))
        party = last.party if chain.party < 0 else chain.party
        self.found.append(
            clause.but(
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
        subject = chain.subject if chain.subject >= 0 else self._head(start)
        level = self._level_at(start, subject)
        if subject < 0 and level == Level.MAIN and self._before(start) == "r" and self.r.words[start] != "means":
            self._add_to_noun(chain, start)
            return
        if subject < 0 and self.found and self._before(start) in ("&", ","):
            joined = next((c for c in reversed(self.found[-REACH:]) if c.level == level), self.found[-1])
            subject = joined.subject
            clause = self._clause(chain, level, subject, self._lead(start))
            clause = clause.but(subject_start=joined.subject_start, subject_end=joined.subject_end)
        else:
            clause = self._clause(chain, level, subject, self._lead(start))
            if level == Level.MAIN and (subject < 0 or self._resumes(start)):
                clause = self._with_antecedent(clause)
        self.found.append(clause)
        self.end = chain.verb + 1
        self.level = level
        self.main_seen = self.main_seen or level == Level.MAIN

    def _add_to_noun(self, chain: Chain, start: int) -> None:
        """As in "our partners, who may collect": the noun before the comma acts; one of no table says nothing."""
        at = self.r.kinds.rfind(",", self.end, start)
        named = at > 0 and self.r.kinds[at - 1] == "x" and self.r.text[self.r.starts[at - 1]].isupper()
        known = at > 0 and (named or self.r.kinds[at - 1] in PARTY + "I")
        clause = self._clause(chain, Level.MAIN if known else Level.RELATIVE, at - 1 if known else -1, start)
        self.found.append(clause.but(subject_start=max(self.end, at - NOUN), subject_end=at) if known else clause)
        self.end = chain.verb + 1
        self.level = clause.level

    def _resumes(self, start: int) -> bool:
        """Whether the first assertion goes on after a relative clause: "partners who receive data must"."""
        relative = bool(self.found) and self.found[0].level == Level.RELATIVE and not self.main_seen
        own = self._before(start) in tuple(PARTY) and self.r.kinds[start - 2 : start - 1] != "p"
        own = own and not (relative and self.found[-1].verb == start - 2)  # "agencies that introduced you are told"
        return relative and not own and not set(self.r.kinds[self.end : start]) & set(",;ir&")

    def _with_antecedent(self, clause: Clause) -> Clause:
        """As in "third parties that we work with may collect": the subject stands before the relative clause."""
        run = [c for c in self.found[-4:] if c.level == Level.RELATIVE]
        if not run or self.found[-1].level not in (Level.RELATIVE, Level.NOUN, Level.PURPOSE):
            return clause
        at = run[0].subject if run[0].subject >= 0 else run[0].start
        while at > 0 and self.r.kinds[at - 1] in "ro":
            at -= 1
        low = max((c.verb + 1 for c in self.found[-REACH:] if c.verb < at), default=0)
        head = subject_head(self.r, low, at)
        return clause.but(subject=head, subject_start=low, subject_end=at) if head >= 0 else clause

    def _head(self, start: int) -> int:
        if self._before(start) == "&":  # "they must protect the data and are prohibited from": no subject of its own
            return -1
        fronted = self.level == Level.SUBORDINATE and not self.main_seen
        return subject_head(self.r, self.end, start, fronted=fronted)

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
