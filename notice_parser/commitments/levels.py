"""Where a clause stands: asserted, under a condition, or only presupposed inside a noun phrase."""

import re
from enum import StrEnum

from notice_parser.commitments.lexemes import word_set
from notice_parser.commitments.reading import Reading
from notice_parser.span import Record


class Level(StrEnum):
    """Where a clause stands."""

    MAIN = "main"
    SUBORDINATE = "subordinate"  # "if you share", "when we collect"
    RELATIVE = "relative"  # "information we collect", "partners who use"
    PURPOSE = "purpose"  # "to provide the service"
    NOUN = "noun"  # "by using", "sharing of"


class Clause(Record):
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


# ", who may collect", ", which we do not share": a relative clause that a comma sets apart asserts something more.
ADDED = re.compile(r",r(?:[oxA]{0,2}[CUT])?A*(?:M|W|[HBD]A*N|N)")
# "when you register, [contact us, or call, we] may": the acts of a condition go on before the main clause begins
GOES_ON = re.compile(r"[^;]{1,80}?,?&[^;,]{1,40},A*C")
# "[we] share with them is used": two verbs for one noun before
TWICE = re.compile(r"[AN]*[VSP][^;,ir&MWBHD]{0,10}[BMW]")
CASES = ("cases", "circumstances", "instances", "situations", "times", "occasions", "in")
CASES_WITHIN = 6  # units
AHEAD = 150  # units
NESTED = 2  # clauses in front: a condition and a relative clause within it
REACH = 12  # clauses within which a clause looks for its neighbours, so that cost stays linear


class Standing:
    """What the pass over a sentence knows when it meets the next verb group."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading
        self.found: list[Clause] = []
        self.end = 0  # after the last verb group
        self.level = Level.MAIN  # of the clause that the pass stands in
        self.main_seen = False

    def _before(self, at: int) -> str:
        """The class of the unit before, adverbs and negations aside."""
        k = at - 1
        while k >= 0 and self.r.kinds[k] in "AN":
            k -= 1
        return self.r.kinds[k] if k >= 0 else ""

    def _level_at(self, start: int, subject: int) -> Level:
        gap = self.r.kinds[self.end : start]
        marker = max(gap.rfind("i"), gap.rfind("r"))
        after = gap[marker + 1 :]
        if ";" in gap and marker < gap.rfind(";"):
            return Level.MAIN
        if marker >= 0 and self.r.words[self.end + marker] in ("how", "why"):
            return Level.RELATIVE  # "tells how Zorbo, and its affiliates, collect"
        if marker >= 0 and not ("," in after and subject > self.end + marker):
            asserting = self.r.words[max(0, self.end + marker - 1)] in word_set("asserting")
            if asserting and subject > self.end + marker + 1 and self._noun_before(subject):
                return Level.RELATIVE  # "note that the data we collect depends on you"
            return self._marked(self.end + marker)
        return Level.RELATIVE if self._still_asked(start) else self._unmarked(start, subject)

    def _still_asked(self, start: int) -> bool:
        """As in "tells how data you enter is stored": the verb of the question is still to come."""
        last = self.found[-1] if self.found else None
        if last is None or last.level != Level.RELATIVE or (self.main_seen and len(self.found) == 1):
            return False
        low = self.found[-2].verb + 1 if len(self.found) > 1 else 0
        asks = [at for at in range(low, last.start) if self.r.words[at] in ("how", "why")]
        named = bool(asks) and bool(set(self.r.kinds[asks[0] : max(last.subject, asks[0])]) & set("Ixc"))
        return named and not self.r.kinds[last.verb + 1 : start].strip("poxIcAN")

    def _marked(self, at: int) -> Level:
        word = self.r.words[at]
        previous = self.r.words[at - 1] if at else ""
        if word == "that" and previous in word_set("asserting"):
            return self._said(at)
        if (
            word in word_set("reasons")
            and (at == 0 or self.main_seen)
            and (word != "while" or (at == 0 and self.r.kinds[1:2] == "C"))
        ):
            return Level.MAIN
        if previous in CASES and self.r.words[:1] == ["there"] and at <= CASES_WITHIN:
            return Level.MAIN  # "there are cases where we collect"
        means = word == "which" and self.r.words[at + 1 : at + 2] == ["means"]
        aside = word in ("which", "who", "whom") and self.main_seen and ADDED.match(self.r.kinds, at - 1)
        if means or aside:
            return Level.MAIN
        return Level.RELATIVE if self.r.kinds[at] == "r" else Level.SUBORDINATE

    def _said(self, at: int) -> Level:
        """What a verb of saying asserts, unless it only serves a purpose or is not vouched for."""
        if not self.found:
            return Level.MAIN
        last = self.found[-1]
        aimed = last.level == Level.PURPOSE and last.verb in (
            at - 1,
            at - 2,
        )  # "to confirm that the data can be shared"
        return Level.SUBORDINATE if aimed or self._not_vouched(at) else self.level

    def _not_vouched(self, at: int) -> bool:
        """As in "we cannot guarantee that it will not be disclosed"."""
        last = self.found[-1]
        vouches = last.verb == at - 1 and self.r.lemma(last.verb) in ("guarantee", "ensure", "warrant", "promise")
        return vouches and any(mark == "N" for mark, _ in last.marks)

    def _unmarked(self, start: int, subject: int) -> Level:
        if self._believed(subject):
            return self.level if self.found[-1].level != Level.PURPOSE else Level.SUBORDINATE
        if subject < 0 or subject < self.end:
            return self._subjectless(start)
        if not self.found:
            return self._reduced(subject) if self._noun_before(subject) else Level.MAIN
        if self.level == Level.MAIN:
            return self._beside_main(subject)
        return self._beside_other(subject)

    def _subjectless(self, start: int) -> Level:
        """A verb group without a subject of its own joins, or goes on after a relative clause."""
        if self._back_to_main(start):
            return Level.MAIN
        if self._under_condition(start):
            return Level.SUBORDINATE
        joins = self._before(start) == "&" or (self._before(start) == "," and self.level != Level.RELATIVE)
        return self.level if joins else Level.MAIN

    def _believed(self, subject: int) -> bool:
        """As in "if you believe we have": what is believed stands where the belief does."""
        if not self.found or subject < 1 or subject != self.found[-1].verb + 1:
            return False
        last = self.found[-1]
        return self.r.lemma(last.verb, last.form) in word_set("believing") and self.r.words[subject] in word_set(
            "pronouns"
        )

    def _back_to_main(self, start: int) -> bool:
        """As in "we will use only what is needed and will not sell it": the modal is that of the first assertion."""
        last = self.found[-1] if self.found else None
        if last is None or last.level != Level.RELATIVE or self._before(start) != "&":
            return False
        modal = self.r.kinds[start]
        main = next((c for c in reversed(self.found[-NESTED - 1 :]) if c.level == Level.MAIN), None)
        marks = {mark for mark, _ in main.marks} if main is not None else set()
        ours = last.subject >= 0 and self.r.kinds[last.subject] in "CUT"  # "the data we share and must delete it"
        own = modal in marks or (ours and bool(marks & {"M", "W"}))
        return modal in "MW" and own and not any(mark in ("M", "W") for mark, _ in last.marks)

    def _under_condition(self, start: int) -> bool:
        """As in "if the way we use it does not comply, you may": no comma has ended the condition in front."""
        front = self.found[0] if self.found and not self.main_seen else None
        if front is None or front.level != Level.SUBORDINATE or len(self.found) < NESTED:
            return False
        nested = any(c.level == Level.RELATIVE for c in self.found[-NESTED:])
        return nested and "," not in self.r.kinds[front.verb : start]

    def _beside_main(self, subject: int) -> Level:
        """After an asserted clause, or a gerund in front: "by using our services you agree"."""
        gerund = self.found[-1].level == Level.NOUN and not self.main_seen
        if self._purpose_in_front(subject):
            return Level.MAIN
        apart = self._before_subject(subject) in tuple(",&")
        return Level.MAIN if gerund or apart or not self._noun_before(subject) else Level.RELATIVE

    def _purpose_in_front(self, subject: int) -> bool:
        """As in "to ship your order we need": no other clause follows that the purpose could belong to."""
        front = self.r.kinds[0] == "t" and not self.main_seen and self.found[-1].level == Level.PURPOSE
        return front and not re.search(r",A*[CU]", self._ahead(subject))

    def _beside_other(self, subject: int) -> Level:
        """After a subordinate or relative clause: does the main clause begin here?"""
        before = self._before_subject(subject)
        if not self.main_seen:
            if self.r.kinds[subject] == "I" and not before and self._under_condition(subject):
                return Level.SUBORDINATE
            begins = before == "," or (before != "&" and not self._between(subject))
            return Level.MAIN if begins else self.level
        if before == ",":
            return self.level if self._or(subject) or self._or_ahead(subject) else Level.MAIN
        if before == "&" and self.r.kinds[subject] in "CU" and self.r.kinds[subject + 1 : subject + 2] in tuple("MW"):
            return self.level if self._or(subject) else Level.MAIN  # "… if you agree and you can change your choice"
        return Level.RELATIVE if self._noun_before(subject) else self.level

    def _between(self, subject: int) -> bool:
        """Whether a pronoun after a noun belongs to the noun: a clause of its own still follows after a comma."""
        ahead = self._ahead(subject)
        return self._noun_before(subject) and bool(re.search(r",A*(?:[CU]|o?[xIT])", ahead) or TWICE.match(ahead))

    def _ahead(self, subject: int) -> str:
        """The classes after a subject, as far as a sentence is likely to go on."""
        return self.r.kinds[subject + 1 : subject + 1 + AHEAD]

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

    def _or_ahead(self, subject: int) -> bool:
        """As in "unless it is needed, you agree, or we are bound to": the clauses of one condition."""
        if self.level != Level.SUBORDINATE:
            return False
        found = re.match(r"[^;,]{1,20},&[CU]", self._ahead(subject))
        return found is not None and self.r.words[subject + found.end() - 1] == "or"

    def _noun_before(self, subject: int) -> bool:
        """Whether the subject is a pronoun that follows a noun at once: "information we"."""
        before = self.r.kinds[subject - 1] if subject else ""
        if before == "c" and self.r.words[subject - 1] in word_set("clausal"):  # "from the time it is collected"
            start = subject - 2
            return self.r.words[start : subject - 1] == ["the"] or self.r.words[subject - 1] in ("reasons", "ways")
        if self.r.kinds[subject] == "C" and before == "I" and not self.main_seen:  # "information Zorbo shares"
            return True
        if self.r.kinds[subject] == "T" and before == "I" and self.r.words[subject].endswith("s"):
            return "data" in self.r.lexemes[subject - 1].topics  # "information advertisers share"
        return self.r.words[subject] in word_set("pronouns") and before in tuple("ITxUCn") and bool(before)

    def _reduced(self, subject: int) -> Level:
        """At the start of a sentence: "Information we collect" is no assertion, "Today we collect" is."""
        first = self.r.kinds[0]
        if first not in "pA":
            return Level.RELATIVE
        if "please" in self.r.words[subject:] and re.search(r",A*V", self._ahead(subject)):
            return Level.RELATIVE  # "for a list of the data we share, please click"
        another = re.search(r",[CU]", self._ahead(subject))  # "In the services we provide, we"
        return Level.MAIN if "c" in self.r.kinds[:subject] or not another else Level.RELATIVE
