"""A term that came or went: where it stands, what stood in its place, and what adding to that place does."""

import re

from notice_parser.check.effects import BETTER, EVEN, WORSE, Effect, bent
from notice_parser.check.reading import Act, Reading
from notice_parser.check.terms import Term
from notice_parser.span import Record

LONGEST = 10  # words that a quoted stretch may have
SENSITIVE = frozenset({"health", "biometric", "genetic", "sensitive", "location"})


# "“Services” means …", "Chat data means …", "is defined as", "refers to", "hereinafter"
DEFINES = re.compile(
    r"[\"”“'’]\)?,? (?:means?|meaning|refers? to|shall mean|includes?|is defined)\b|\bwe mean\b|\bis defined as\b|\blaws? defines?\b|\bmeans any\b|^\W*(?!(?:this|that|it|which|these|those)\b)(?-i:[A-Z])[\w-]*(?: [\w-]+){0,3} (?:means|refers to)\b|\bwhen we (?:say|refer)\b",
    re.IGNORECASE,
)
# "This notice applies to", "this policy covers"
ABOUT_NOTICE = re.compile(
    r"\W*(?:this|the|our)\s+(?:[\w’']+\s+){0,3}(?:policy|notice|statement)\s+(?:\w+\s+)?(?:applies|covers)\b",
    re.IGNORECASE,
)
# "please make sure", "you should also update", "you are responsible"
DUTY = re.compile(
    r"\b(?:(?:make|be|please be) sure (?:to|that|you)|please (?:do not|make|ensure|keep(?! in mind))|you should (?!know|note|be aware|check|keep in mind|understand|see\b|find|receive|expect|remember that)|you are responsible|you agree (?:to|not)|you must (?:not|keep|ensure|inform|tell|notify))",
    re.IGNORECASE,
)
# "we may be unable", "we cannot delete", "you will need to renew"
BURDEN = re.compile(
    r"\b(?:you (?:will|would|may) (?:need|have) to|you (?:will|may|might) not be able|we (?:may|might|will) (?:be unable|not be able)|we (?:are unable|cannot|can ?not|are not able)|will no longer be (?:able|available)|we do not (?:respond|honou?r|guarantee)|not responsible|no responsibility|at your own risk|cannot guarantee|you (?:may|will|might|can) (?:still|continue to) (?:see|get|receive|be shown)|we (?:may|might|can) (?:refuse|deny|reject|decline|charge))\b",
    re.IGNORECASE,
)


class Moved(Record):
    """A term that came (`step` 1) or went (`step` -1), in its sentence, with what replaced it."""

    reading: Reading
    number: int
    step: int
    others: tuple[Term, ...]  # what stands or stood in its place on the other side
    other: Reading | None
    own: tuple[int, ...] = ()  # all terms that came or went with it

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
    def idle(self) -> bool:
        """Whether the sentence speaks of the notice itself or of what the reader should do."""
        return bool(ABOUT_NOTICE.match(self.reading.text) or DUTY.search(self.reading.text))

    @property
    def base(self) -> int:
        """What adding to its place does to the subject."""
        if self.idle:
            return EVEN
        if BURDEN.search(self.reading.text):
            return WORSE
        act = self.reading.main if self.scope in {"if", "when", "until"} else self.act
        bend = bent(act) or leaning(self.reading)
        denied = act.negated if act else self.reading.has("neg")
        if denied and bend > 0 and self.scope == "main" and not self.others and not self.joined:
            bend = WORSE  # "never filmed" -> "never filmed in their rooms": it narrows what is ruled out
        return -bend if self.scope == "except" else bend

    @property
    def joined(self) -> bool:
        """Whether it stands in a list, by "and", "or" or a comma."""
        words = self.reading.words
        first, last = self.term.first, self.term.last
        before = words[max(0, first - 4) : first]
        if {"and", "or", "nor"}.intersection(word.stem for word in (*before, *words[last : last + 3])):
            return True
        return first > 0 and words[first].start - words[first - 1].end > 1

    def effect(self, slot: str, sign: int, weight: float) -> Effect:
        """An effect of this term; `sign` as if it came."""
        text, facing = self._quoted, ""
        if self.others and self.other:
            facing = self.other.quote(self.others[0].first, self.others[-1].last)
        before, after = (facing, text) if self.step > 0 else (text, facing)
        return Effect(
            slot, self.term.value, sign * self.step, weight, before, after, self.act.action if self.act else ""
        )

    @property
    def _quoted(self) -> str:
        """The stretch of words that came or went around the term; nothing but light words may stand between."""
        terms, own = self.reading.terms, frozenset(self.own)
        low = high = self.number
        for k in range(self.number - 1, -1, -1):
            if k in own:
                low = k
            elif terms[k].kind != "light":
                break
        for k in range(self.number + 1, len(terms)):
            if k in own:
                high = k
            elif terms[k].kind != "light":
                break
        if terms[high].last - terms[low].first > LONGEST:
            low, high = self.number, max(self.number, min(high, self.number + 4))
        return self.reading.quote(terms[low].first, terms[high].last)


def is_definition(reading: Reading) -> bool:
    """Whether the sentence says what a term means."""
    return bool(DEFINES.search(reading.text))


# "we mail you", "we will also send you"
FOR_YOU = re.compile(r"\bwe (?:\w+ ){1,3}(?<!to )(?<!about )(?<!from )(?<!of )(?<!with )you\b", re.IGNORECASE)


# "You can close your profile", "members may leave"
YOU_MAY = re.compile(
    r"\W*(?:\w+,? ){0,3}?(?:you|users|customers|members|patients|parents|individuals|students|pupils|players|tenants|subscribers|clients|guests|employees|passengers|visitors|drivers|residents|policyholders|borrowers|donors|readers|applicants|anyone|everyone) (?:can|may|are free to|are entitled|are able to)\b",
    re.IGNORECASE,
)


def leaning(reading: Reading) -> int:
    """Where no act tells: rights and safeguards give, data and parties take."""
    if YOU_MAY.match(reading.text):
        return BETTER
    if any(term.kind in {"right", "safeguard", "optout", "address", "neg"} for term in reading.terms):
        return BETTER
    if FOR_YOU.search(reading.text):
        return BETTER
    if any(term.kind in {"data", "party", "purpose"} for term in reading.terms):
        return WORSE
    return EVEN


def narrowed(moved: Moved) -> int:
    """Words inside a condition narrow what the condition limits, unless they stand as an alternative."""
    first = moved.term.first
    alternative = any(word.stem == "or" for word in moved.reading.words[max(0, first - 3) : first])
    if moved.scope == "until":
        alternative = not alternative
    return moved.base if alternative else -moved.base
