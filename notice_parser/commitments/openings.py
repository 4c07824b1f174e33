"""What tells whether a clause begins at a verb: an order, a past form, an infinitive that goes on, negations in front."""

import re

from notice_parser.commitments.levels import AHEAD, GOES_ON, Clause, Level, Standing
from notice_parser.commitments.lexemes import word_set

# "share files or otherwise edit", up to the end
OR_VERB = re.compile(r"V[^;,VSMWDBHi]{0,12}(?P<and>&)(?:A*V|A+x)[^;,VSMWDBH]{0,30}$")
NEGATED = re.compile(r"N[AN]{0,8}[VSP]")  # "never share", "not also sell"
GOVERNING = ("permit", "oblige", "choose", "ask", "forbid")


class Openings(Standing):
    """What the words around a verb say of the clause that may begin with it."""

    def _negated_start(self, at: int) -> bool:
        """As in "we never share" and "please do not": a negation before a bare verb or between subject and auxiliary."""
        return bool(NEGATED.match(self.r.kinds, at)) and self._before(at) in tuple("CUT")

    def _told(self, at: int) -> bool:
        """Whether "do" stands where an order begins."""
        if at and self.r.kinds[at - 1] == "N":
            return False
        fronted = self._before(at) == "," and self.level == Level.SUBORDINATE and not self.main_seen
        if self._before(at) == "&" and self.found and self.found[-1].imperative:
            return True
        return self._before(at) in ("", ";") or "please" in self.r.words[max(0, at - 2) : at] or fronted

    def _leading_negations(self, at: int) -> list[tuple[str, int]]:
        """Negations between the subject and the auxiliary, or in front: "under no circumstances we will"."""
        k, out = at - 1, []
        while k >= self.end and self.r.kinds[k] in "ANCUTo,":
            if self.r.kinds[k] == "N":
                out.append(("N", k))
            k -= 1
        return out

    def _goes_on(self, at: int) -> bool:
        """As in "the right to access, to correct and to delete": an infinitive that a governor before it takes along."""
        last = self._last_verb()
        governed = last is not None and any(mark in GOVERNING for mark, _ in last.marks)
        if "for" in self.r.words[self.end : at] and self._before(at) == "&":  # "for our interests or to comply"
            return False
        return governed and self._before(at) in ("&", ",") and last is not None and last.level != Level.PURPOSE

    def _last_verb(self) -> Clause | None:
        """The last verb group that is no gerund: "to restrict processing, to withdraw"."""
        return next((c for c in reversed(self.found[-2:]) if c.level != Level.NOUN), None)

    def _opens(self, at: int, start: int) -> bool:
        """Whether "please" stands before the verb, or a purpose in front of it: "to opt out, click"."""
        if "please" in self.r.words[start:at]:
            return True
        aimed = bool(self.found) and self.found[-1].level == Level.PURPOSE and not self.main_seen
        if aimed and self._before(at) == "," and self.r.words[at] in word_set("ways"):
            return True  # "for details, and to opt out, go to our page"
        front = bool(self.found) and not self.main_seen and self.found[0].level == Level.PURPOSE
        later = "please" in self.r.words[at : at + AHEAD]  # "for requests to know, delete and opt out, please visit"
        return front and self.r.kinds[0] == "t" and not later

    def _after_condition(self, at: int) -> bool:
        """Whether a condition stands in front: "if you find an error, contact the office"."""
        nested = self.level == Level.RELATIVE and bool(self.found) and self.found[0].level == Level.SUBORDINATE
        fronted = (self.level == Level.SUBORDINATE or nested) and not self.main_seen
        named = fronted and self.found[0].subject >= 0 and GOES_ON.match(self.r.kinds, at) is not None
        listed = named or (fronted and self._goes_on_with_or(at))
        return fronted and not listed and bool(self.r.kinds[self.end : at].strip("&,AN"))

    def _goes_on_with_or(self, at: int) -> bool:
        """As in "when you upload, share files or edit them": the verbs of one condition, and nothing after it."""
        found = OR_VERB.match(self.r.kinds, at)
        return found is not None and self.r.words[found.end("and") - 1] == "or"

    def _past(self, at: int, before: str) -> bool:
        pronoun = before == "C" or (before == "U" and self.r.words[at - 1] == "you")
        told = before == "r" and self.r.words[at - 1] in ("that", "who", "which")  # "agencies that introduced you"
        return pronoun or told or (before in ("&", ",") and self._follows_verb(at, "P"))

    def _follows_verb(self, at: int, kind: str) -> bool:
        """Whether the last verb group before has a verb of the same form, so that "and" joins the two."""
        return bool(self.found) and self.found[-1].form == kind and ";" not in self.r.kinds[self.end : at]

    def _own_negations(self, at: int) -> list[tuple[str, int]]:
        """Negations right before a joined verb: "collected by our agent and not stored by us"."""
        k, out = at - 1, []
        while k > self.end and self.r.kinds[k] in "ANt":
            if self.r.kinds[k] == "N":
                out.append(("N", k))
            k -= 1
        return out
