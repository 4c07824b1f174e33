"""What a whole sentence does for the data subject: for sentences that came or went without a counterpart."""

import re
from collections.abc import Iterator

from notice_parser.check.effects import BETTER, EVEN, WORSE, Effect, bent, is_duty
from notice_parser.check.reading import Act, Reading
from notice_parser.check.slots import SENSITIVE, SLOT, leaning

# "For more information", "To learn more", "see section 4", "click here", "as described below", "please refer to"
POINTER = re.compile(
    r"\b(?:for (?:more|further|additional) (?:information|details?)|to (?:learn|find out|read|see) more|learn more|more information (?:about|on)|find out more|please (?:see|refer|read|visit|review)|refer to|(?:click|tap) here|(?:see|described|explained|set out|listed) (?:below|above)|see (?:the |our |section)|you can (?:find|read|learn)|this (?:section|page) (?:describes|explains))\b",
    re.IGNORECASE,
)
# "Last updated: 1 May 2024", "Effective 2024-05-01", "Version 3", "This policy was expanded on …"
DATELINE = re.compile(
    r"\b(?:updat|effective|revis|version|last modified|expanded|amended|in force|posted|published|dated|as of)",
    re.IGNORECASE,
)
# "“Services” means …", "is defined as", "refers to", "hereinafter"
DEFINES = re.compile(r"[\"”“'’]\)? (?:means?|refers? to|shall mean|includes?|is defined)\b|\bwe mean\b|\bis defined as\b|, meaning\b|\bmeans any\b|\bwhen we (?:say|refer)\b", re.IGNORECASE)  # fmt: skip
# "we may be unable", "we cannot delete", "you will need to renew"
BURDEN = re.compile(
    r"\b(?:you (?:will|would|may) (?:need|have) to|you (?:will|may|might) not be able|we (?:may|might|will) (?:be unable|not be able)|we (?:are unable|cannot|can ?not|are not able)|will no longer be (?:able|available)|we do not (?:respond|honou?r|guarantee)|not responsible|no responsibility|at your own risk|cannot guarantee|we (?:may|might|can) (?:refuse|deny|reject|decline|charge))\b",
    re.IGNORECASE,
)
# "you can opt out", "to opt out", "you have the right", "you may request", "your consent before", "with your consent"
CHOICE = re.compile(
    r"\b(?:(?:you|users|customers|members|patients|parents|individuals|anyone) (?:can|may|have the (?:right|option|choice)|are entitled|also have|could|will be able to)|to (?:opt[ -]out|unsubscribe|exercise|object|withdraw|limit|delete|access|correct|stop|complain)|(?:right|option|choice) to|free to|you can (?:ask|choose|contact)|contact us|ask for your (?:consent|permission)|before (?:using|sharing|collecting|we)\b.{0,40}consent)\b",
    re.IGNORECASE,
)


def is_pointer(reading: Reading) -> bool:
    """Whether the sentence only sends the reader elsewhere."""
    return bool(POINTER.search(reading.text)) and not any(
        act.action not in {"access", "contact", "ask", "notify", "other", "use"}
        for act in reading.acts
        if act.scope == "main" and act.actor != ""
    )


def is_dateline(reading: Reading) -> bool:
    """Whether the sentence only dates the notice, or stands in a log of its versions."""
    dated = reading.has("date") or bool(re.search(r"\b(?:19|20)\d\d\b", reading.text))
    said = [term for term in reading.terms if term.kind not in {"light", "date", "number", "name", "pointer"}]
    if dated and len(said) <= 1:
        return True
    return (
        bool(DATELINE.search(reading.text))
        and (dated or reading.text.lstrip("*• -").startswith("Updated"))
        and len(reading.words) <= 40
        and not reading.has("period")
    )


def is_definition(reading: Reading) -> bool:
    """Whether the sentence says what a term means."""
    return bool(DEFINES.search(reading.text))


def standing(reading: Reading, intro: Reading | None = None) -> Iterator[Effect]:
    """The effects of the sentence as if it came; empty where it holds no promise."""
    if is_pointer(reading) or is_dateline(reading):
        return
    acts = [act for act in reading.acts if act.scope == "main"] or list(reading.acts[:1])
    acts = [act for act in acts if act.action != "ask"]
    leads = [act for act in (intro.acts if intro else ()) if act.scope == "main"]
    duty = BURDEN.search(reading.text)
    if duty:
        yield _effect("burden", duty.group(), WORSE, 6.0, reading)
    elif CHOICE.search(reading.text) and not any(act.negated and act.actor == "you" for act in acts):
        yield _effect("right" if not reading.has("optout") else "choice", _choice(reading), BETTER, 5.0, reading)
    for number, act in enumerate(acts or leads[:1]):
        yield _act(act, number, reading if acts else intro or reading)
    yield from _things(reading, acts, leads)


def _choice(reading: Reading) -> str:
    found = next((term.value for term in reading.terms if term.kind in {"optout", "right"}), "")
    return found or "right"


def _act(act: Act, number: int, reading: Reading) -> Effect:
    slot = "duty" if is_duty(act) else "act"
    sign = (
        EVEN
        if is_duty(act)
        or (act.actor == "you" and not act.negated and act.modality == "practice" and act.action != "access")
        else bent(act)
    )
    value = "negated" if act.negated else act.action
    return Effect(slot, value, sign, 3.0 if number == 0 else 0.5, "", reading.terms[act.term].text, act.action)


def _things(reading: Reading, acts: list[Act], leads: list[Act]) -> Iterator[Effect]:
    """The weighty words of the sentence, for the rules that name them."""
    main = acts[0] if acts else leads[0] if leads else None
    bend = bent(main) or leaning(reading)
    for term in reading.terms:
        if term.kind in SLOT:
            slot = "sensitive" if term.kind == "data" and term.value in SENSITIVE else SLOT[term.kind]
            yield Effect(
                slot,
                term.value,
                bend,
                0.6 if term.value == "personal" else 1.0,
                "",
                term.text,
                main.action if main else "",
            )
        elif term.kind in {"safeguard", "right", "address", "consent", "optout"} and term.value != "without":
            yield Effect(
                {"address": "contact", "optout": "choice"}.get(term.kind, term.kind),
                term.value,
                BETTER,
                0.7 if term.kind != "address" else 1.5,
                "",
                term.text,
            )


def _effect(slot: str, value: str, sign: int, weight: float, reading: Reading) -> Effect:
    return Effect(slot, value, sign, weight, "", reading.text[:80], next((act.action for act in reading.acts), ""))
