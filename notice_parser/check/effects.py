"""What each difference does to the data subject: one effect a slot, with a sign, a weight and the words behind it.

The sign is contravariant: more words on an intrusive act take, on a forbidden one they spare; more words on a protective
act give. A limit (exception, condition, hedge, "only") does the reverse of what it limits.
"""

import re
from collections.abc import Iterator, Sequence

from notice_parser.check.acts import YOU
from notice_parser.check.reading import Act, Reading
from notice_parser.span import Record
from notice_parser.vocabulary import Stance

WORSE, EVEN, BETTER = -1, 0, 1
# What a person calls a slot, where its own name says little.
LABELS = {"other": "period", "word": "words", "act": "practice", "vague": "purpose", "list": "examples", "update": "notice", "former": "people", "child": "children", "age": "age", "choice": "choice", "effort": "way", "reach": "scope"}  # fmt: skip


NEAR = 3  # words between a negation and the act it denies
REACH = 6  # words between a modal and the act it binds


class Effect(Record):
    """One difference judged: `slot` as the rules name it, `value` within it, `sign` from the subject's side."""

    slot: str
    value: str
    sign: int
    weight: float
    before: str
    after: str
    action: str = ""

    @property
    def words(self) -> str:
        """The words that moved, for a person."""
        label = LABELS.get(self.slot, self.slot)
        if self.before and self.after:
            return f"{label}: “{self.before}” became “{self.after}”"
        return f"{label}: “{self.after}” is new" if self.after else f"{label}: “{self.before}” is gone"


def bent(act: Act | None) -> int:
    """What adding to the act does to the subject: BETTER for what protects or is forbidden, WORSE for what takes."""
    if act is None:
        return EVEN
    if is_duty(act):
        return WORSE if not act.negated else BETTER
    if act.stance is Stance.GOVERNANCE or (act.actor == "you" and act.stance is Stance.INTRUSIVE and not act.negated):
        return EVEN
    gives = act.stance is Stance.PROTECTIVE or is_right(act)
    return BETTER if gives != act.negated else WORSE


def is_right(act: Act) -> bool:
    """Whether the data subject may do it."""
    return act.actor == "you" and act.modality in {"may", "can"} and act.action not in {"collect", "share"}


def is_duty(act: Act) -> bool:
    """Whether the data subject must do it."""
    return act.actor == "you" and act.modality in {"must", "should"}


def flips(before: Reading, after: Reading) -> Iterator[Effect]:
    """Acts of both sides whose negation or modality differs."""
    told: set[tuple[int, str, str]] = set()
    for one, two in paired_acts(before, after):
        if one.scope == two.scope == "relative" and not _denied_near(before, one) and not _denied_near(after, two):
            continue  # "does not learn which doctor you saw": it is the learning that is denied
        if "opt-out" in {one.action, two.action} and "main" not in {one.scope, two.scope}:
            continue  # whether somebody has refused is a matter of consent
        if one.negated != two.negated:
            sign = bent(two.but(negated=False)) * (BETTER if one.negated else WORSE)
            yield Effect(
                "negation",
                "lost" if one.negated else "gained",
                sign,
                6.0,
                _said(before, one),
                _said(after, two),
                two.action,
            )
        elif one.modality != two.modality and not (one.negated and two.negated and not _softened(one, two)):
            bound = (two.clause, one.modality, two.modality)  # one modal binds all acts of its clause
            yield from _modality(before, after, one, two) if bound not in told else ()
            told.add(bound)


def _softened(one: Act, two: Act) -> bool:
    """Whether what is ruled out is only discouraged on one side: "must not" -> "should not"."""
    return ({one.modality, two.modality} & {"should", "effort"}) != set()


def _denied_near(reading: Reading, act: Act) -> bool:
    """Whether a negation stands within three words before the act."""
    first = reading.terms[act.term].first
    return any(term.kind == "neg" and 0 <= first - term.last <= NEAR for term in reading.terms[: act.term])


def _ordered(reading: Reading, act: Act, other: Act) -> bool:
    """Whether one side says as an order what the other offers: "Write to us" and "You may write to us"."""
    return not act.actor and other.actor == "you" and not reading.terms[act.term].first


def _modality(before: Reading, after: Reading, one: Act, two: Act) -> Iterator[Effect]:
    """A duty that got softer, a practice that got certain, and the mirrors of both."""
    change = strength(two.modality) - strength(one.modality)
    if _ordered(before, one, two) or _ordered(after, two, one):
        return
    if not change or two.scope != "main" or one.scope != "main":
        return
    sign = bent(two) * (1 if change > 0 else -1)
    big = 4.0 if abs(change) > 1 else 2.0
    if change < 0 and sign > 0:
        big = min(big, 3.0)  # "may" on what takes says little
    value = "stronger" if change > 0 else "weaker"
    yield Effect("modality", value, sign, big, _bound(before, one), _bound(after, two), two.action)


def strength(modality: str) -> int:
    """How firmly a modality binds: 3 for a duty or a plain statement, 1 for a mere possibility."""
    return {"may": 1, "can": 1, "effort": 1, "should": 2}.get(modality, 3)


def bare_flips(before: Reading, after: Reading, found: Sequence[Effect]) -> Iterator[Effect]:
    """Negations and modals that changed on verbs outside the tables."""
    if any(effect.slot in {"negation", "modality", "consent", "exception", "limit", "hedge"} for effect in found):
        return
    one, two = _negations(before), _negations(after)
    act = after.main or before.main
    bend = (bent(act.but(negated=False)) if act else EVEN) or _owing(before, after) or _about(after)
    if bool(one) != bool(two):
        sign = (bend or (BETTER if _rights(after) else WORSE)) * (1 if one else -1)
        words = _denied(before if one else after)
        yield Effect("negation", "lost" if one else "gained", sign, 4.0, words if one else "", "" if one else words)
        return
    was, now = _modal(before), _modal(after)
    change = strength(now) - strength(was)
    if before.main and after.main and before.main.stance is not after.main.stance:
        return  # another act altogether: what came and went tells more
    if change and not one:
        owed = {"should", "must", "effort"} & {was, now} and not (act and is_duty(act))
        sign = (BETTER if owed and act is None else bend or BETTER) * (1 if change > 0 else -1)
        yield Effect(
            "modality", "stronger" if change > 0 else "weaker", sign, 2.5, _modal_words(before), _modal_words(after)
        )


# "You have to give a reason", "Members need to sign"
OWED = re.compile(
    r"\W*(?:\w+ ){0,2}?(?:you|they|users|members|customers|students|pupils|players|employees|patients|tenants|guests|subscribers|clients|visitors|parents|applicants)\b (?:do not |need not |don.t |will not |never )?(?:have to|must|need to|are required|are obliged)",
    re.IGNORECASE,
)


def _owing(before: Reading, after: Reading) -> int:
    """WORSE where the words say what the data subject must do: to be freed of it is better."""
    return WORSE if OWED.match(before.text) and OWED.match(after.text) else EVEN


def _about(reading: Reading) -> int:
    """What an unknown act of the controller does: it gives where it is done for "you", it takes where data stands by."""
    if re.search(r"\bwe (?:\w+ ){1,3}you\b", reading.text):
        return BETTER
    return WORSE if any(term.kind in {"data", "party", "purpose"} for term in reading.terms) else EVEN


def _negations(reading: Reading) -> list[str]:
    return [term.text for term in reading.terms if term.kind == "neg" and term.value != "twice"]


def _modal(reading: Reading) -> str:
    """The modality of the statement: its first modal outside conditions."""
    for number, term in enumerate(reading.terms):
        if (term.kind == "modal" or term.key == ("hedge", "effort")) and reading.contexts[number].scope == "main":
            return term.value
    return "practice"


def _modal_words(reading: Reading) -> str:
    """The modal outside conditions with the words after it; empty where none stands."""
    for number, term in enumerate(reading.terms):
        if (term.kind == "modal" or term.key == ("hedge", "effort")) and reading.contexts[number].scope == "main":
            return reading.phrase(term.first, term.last, 3)
    return ""


def _denied(reading: Reading) -> str:
    """The first negation with the words around it."""
    term = next(term for term in reading.terms if term.kind == "neg" and term.value != "twice")
    return reading.phrase(max(0, term.first - 1), term.last, 3)


def _bound(reading: Reading, act: Act) -> str:
    """The act with the modal or the effort that binds it."""
    at = reading.terms[act.term].first
    for term in reversed(reading.terms[: act.term]):
        if at - term.first > REACH:
            break
        if term.kind == "modal" or term.key == ("hedge", "effort"):
            return reading.quote(term.first, reading.terms[act.term].last)
    return reading.quote(at, reading.terms[act.term].last)


def _rights(reading: Reading) -> bool:
    return reading.text.startswith("You ")


# "by software", "by an algorithm", "a computer decides", "without human review"
MACHINE = re.compile(
    r"\b(?:by (?:an? |our |the )?(?:[\w-]+ )?(?:software|algorithms?|computers?|bots?|machines?|systems?|models?|engines?|tools?|programs?|programmes?|scripts?|robots?|ai)\b|automatic(?:ally)?\b|automated\b|without (?:any )?human|(?:computer|algorithm|software|machine|system|engine|model|bot|tool|program|script)s? (?:decides?|ranks?|scores?|selects?|rejects?|approves?|grades?|marks?|assess(?:es)?|judges?|choos(?:e|es)|picks?|checks?|handles?|sets?|determines?))",
    re.IGNORECASE,
)
# "by our recruiters", "by a member of staff", "a loan officer decides"
HUMAN = re.compile(
    r"\b(?:by (?:an? |our |the |one of our )?(?:[\w-]+ ){0,2}(?:persons?|people|humans?|staff|employees?|officers?|team|adjusters?|recruiters?|reviewers?|specialists?|doctors?|teachers?|agents?|clerks?|editors?|colleagues?|advis[eo]rs?|handlers?|managers?|underwriters?|nurses?|experts?|panel|committee|board|professionals?|moderators?|tutors?|examiners?|judges?|inspectors?|caseworkers?|counsell?ors?|psychologists?|supervisors?|assessors?|lawyers?|physicians?|professors?)\b|by hand\b|(?:officer|person|employee|colleague|teacher|doctor|team|clerk|nurse|adviser|advisor|manager|staff|people|judge|handler|tutor|agent|reviewer|recruiter|underwriter|adjuster|inspector|panel|committee|board|supervisor|assessor|examiner|moderator|expert|specialist|editor|lawyer|physician|professor|counsellor|psychologist|caseworker)s? (?:decides?|ranks?|scores?|selects?|reviews?|approves?|rejects?|grades?|marks?|assess(?:es)?|judges?|choos(?:e|es)|picks?|checks?|reads?|handles?|sets?|determines?))",
    re.IGNORECASE,
)


def judges(before: Reading, after: Reading) -> Iterator[Effect]:
    """Whether a person gave way to a machine, or the reverse."""
    one, two = MACHINE.search(before.text), MACHINE.search(after.text)
    if bool(one) == bool(two) or not HUMAN.search((after if one else before).text):
        return
    human = HUMAN.search((after if one else before).text)
    words = one.group() if one else human.group() if human else ""
    others = two.group() if two else human.group() if human else ""
    yield Effect("act", "automate", WORSE if two else BETTER, 6.0, words, others, "automate")


# "Neither we nor our suppliers", "we and our suppliers"
QUANTIFIED = re.compile(r"\W*(?:all|every|each|any) \w", re.IGNORECASE)  # "Every tenant may …"
JOINT = re.compile(
    r"\b(?:neither (?:we|the|our|your|its|this) (?:\w+ ){0,3}nor|both we and|we and our|we or our|we nor our)\b",
    re.IGNORECASE,
)


def subjects(before: Reading, after: Reading) -> Iterator[Effect]:
    """Whether a statement of two parties became one of one party, or the reverse."""
    if after.main is None:
        return
    all_before, all_after = _everyone(before, after), _everyone(after, before)
    if all_before != all_after:
        sign = (bent(after.main) or (BETTER if after.main.actor == "you" else EVEN)) * (1 if all_after else -1)
        yield Effect("scope", "all", sign, 3.0, _opening(before, after), _opening(after, before), after.main.action)
    one, two = JOINT.search(before.text), JOINT.search(after.text)
    if bool(one) == bool(two):
        return
    sign = bent(after.main) * (1 if two else -1)
    yield Effect(
        "scope", "subject", sign, 3.0, one.group() if one else "", two.group() if two else "", after.main.action
    )


def _everyone(reading: Reading, other: Reading) -> bool:
    """Whether it is said of all of those of whom the other side says it of some."""
    return (
        bool(QUANTIFIED.match(reading.text))
        and reading.words[1].stem in YOU
        and reading.words[1].stem in {word.stem for word in other.words[:4]}
    )


def _opening(reading: Reading, other: Reading) -> str:
    """The first words up to those that both sides share, at most six."""
    known = {word.stem for word in other.words[:3]}
    last = next((k for k, word in enumerate(reading.words[2:7], 2) if word.stem not in known), 2)
    return reading.text[: reading.words[min(last, len(reading.words) - 1)].end] if reading.words else ""


def paired_acts(before: Reading, after: Reading) -> list[tuple[Act, Act]]:
    """Acts of the same action in the same order."""
    from rapidfuzz.distance import LCSseq

    pairs: list[tuple[Act, Act]] = []
    left, right = before.acts, after.acts
    for code in LCSseq.opcodes([act.action for act in left], [act.action for act in right]):
        if code.tag == "equal":
            pairs += zip(left[code.src_start : code.src_end], right[code.dest_start : code.dest_end], strict=True)
    return pairs


def _said(reading: Reading, act: Act) -> str:
    """The act with the words that negate or bind it."""
    first = max(0, reading.terms[act.term].first - 3)
    words = reading.words[first : reading.terms[act.term].last]
    return reading.text[words[0].start : words[-1].end]
