"""A term that came or went: where it stands, what stood in its place, and what adding to that place does."""

import re
from typing import NamedTuple

from notice_parser.check.effects import BETTER, EVEN, WORSE, Effect, bent
from notice_parser.check.reading import Act, Reading
from notice_parser.check.terms import Term

SENSITIVE = frozenset({"health", "biometric", "genetic", "sensitive", "location"})


# "“Services” means …", "is defined as", "refers to", "hereinafter"
DEFINES = re.compile(
    r"[\"”“'’]\)?,? (?:means?|meaning|refers? to|shall mean|includes?|is defined)\b|\bwe mean\b|\bis defined as\b|\bmeans any\b|\bwhen we (?:say|refer)\b",
    re.IGNORECASE,
)
# "This notice applies to", "this policy covers"
ABOUT_NOTICE = re.compile(
    r"\W*(?:this|the|our)\s+(?:[\w’']+\s+){0,3}(?:policy|notice|statement)\s+(?:\w+\s+)?(?:applies|covers)\b",
    re.IGNORECASE,
)
# "please make sure", "you should also update", "you are responsible"
DUTY = re.compile(
    r"\b(?:(?:make|be|please be) sure (?:to|that|you)|please (?:do not|make|ensure|keep)|you should\b|you are responsible|you agree (?:to|not)|you must (?:not|keep|ensure|inform|tell|notify))",
    re.IGNORECASE,
)
# "we may be unable", "we cannot delete", "you will need to renew"
BURDEN = re.compile(
    r"\b(?:you (?:will|would|may) (?:need|have) to|you (?:will|may|might) not be able|we (?:may|might|will) (?:be unable|not be able)|we (?:are unable|cannot|can ?not|are not able)|will no longer be (?:able|available)|we do not (?:respond|honou?r|guarantee)|not responsible|no responsibility|at your own risk|cannot guarantee|we (?:may|might|can) (?:refuse|deny|reject|decline|charge))\b",
    re.IGNORECASE,
)


class Moved(NamedTuple):
    """A term that came (`step` 1) or went (`step` -1), in its sentence, with what replaced it."""

    reading: Reading
    number: int
    step: int
    others: tuple[Term, ...]  # what stands or stood in its place on the other side
    other: Reading | None

    @property
    def term(self) -> Term:
        """The term itself."""
        return self.reading.terms[self.number]

    @property
    def act(self) -> Act | None:
        """The act it belongs to."""
        return self.reading.governing(self.number)

    @property
    def scope(self) -> str:
        """main, if or except."""
        return self.reading.contexts[self.number].scope

    @property
    def base(self) -> int:
        """What adding to its place does to the subject."""
        if ABOUT_NOTICE.match(self.reading.text):
            return EVEN
        if DUTY.search(self.reading.text):
            return EVEN
        if BURDEN.search(self.reading.text):
            return WORSE
        act = self.reading.main if self.scope in {"if", "when", "until"} else self.act
        bend = bent(act) or leaning(self.reading)
        return -bend if self.scope == "except" else bend

    def effect(self, slot: str, sign: int, weight: float) -> Effect:
        """An effect of this term; `sign` as if it came."""
        text = self.term.text
        facing = " ".join(term.text for term in self.others)
        before, after = (facing, text) if self.step > 0 else (text, facing)
        return Effect(
            slot, self.term.value, sign * self.step, weight, before, after, self.act.action if self.act else ""
        )


def is_definition(reading: Reading) -> bool:
    """Whether the sentence says what a term means."""
    return bool(DEFINES.search(reading.text))


def leaning(reading: Reading) -> int:
    """Where no act tells: rights and safeguards give, data and parties take."""
    if any(term.kind in {"right", "safeguard", "optout", "address"} for term in reading.terms):
        return BETTER
    if any(term.kind in {"data", "party", "purpose"} for term in reading.terms):
        return WORSE
    return EVEN
