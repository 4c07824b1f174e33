"""What a sentence says as a whole: using the site counts as consent, and what is provided is collected."""

import re
from typing import NamedTuple

from notice_parser.span import Span
from notice_parser.vocabulary import Action, Actor, Modality


class Said(NamedTuple):
    """Who does what, and the words that say so."""

    actor: Actor
    modality: Modality
    action: Action
    verb: Span
    rule: str


# "Use of the site constitutes acceptance of this notice."
DEEMED = re.compile(
    r"^(?:your |any |the |continued |further )*(?:use|access|registration|participation|installation)\b[^.;]{0,120}?"
    r"\b(?P<verb>constitutes?|signif(?:y|ies)|indicates?|means|implies|is deemed|shall be deemed|will be deemed)\b"
    r"[^.;]{0,40}?\b(?:acceptance|consent|agreement|accept|agree|acknowledgement)\b",
    re.IGNORECASE,
)
# "The information that you provide to us includes your name."
PROVIDED = re.compile(
    r"^(?:the |any |this |such |other |personal |additional ){0,3}(?:information|data|details) (?:that |which )?you "
    r"(?:may |can |choose to |voluntarily |directly ){0,2}(?P<verb>provide|give|submit|supply|enter|share with us|send us)\b"
    r"[^.;]{0,80}?\b(?P<may>may |might |can )?(?:also )?(?:include|includes|consists? of|comprises?)\b",
    re.IGNORECASE,
)
# "Collected information may include your name."
COLLECTED = re.compile(
    r"^(?:the |any |all )?(?P<verb>collected|gathered|recorded) (?:personal )?(?:information|data|details)\b"
    r"[^.;]{0,40}?\b(?P<may>may |might |can )?(?:also )?(?:include|includes|consists? of|comprises?)\b",
    re.IGNORECASE,
)
# "Legal basis: The processing is necessary for our legitimate interests."
BASED = re.compile(
    r"^(?:[A-Z][\w ]{2,30}:\s?)?(?:the |this |such |our |any |all ){0,2}(?P<verb>processing|use|collection)\b[^.;:]{0,120}?"
    r" (?:is|are|will be) (?:\w{1,12}ly )?(?:necessary|required|needed|based|in our legitimate interests?)\b",
    re.IGNORECASE,
)
# "You are responsible for any information that you give to other members."
RESPONSIBLE = re.compile(
    r"^you (?:are|will be|shall be|remain) (?:\w{1,12}ly )?(?P<verb>responsible) for\b", re.IGNORECASE
)
# "for ensuring that you have a legal basis", "for complying with the law"
LAWFUL = re.compile(r"\b(?:comply|complying|compliance|legal basis|lawful basis)\b", re.IGNORECASE)


def deemed(text: str) -> Said | None:
    """Where what the data subject does counts as consent."""
    found = DEEMED.match(text)
    if not found:
        return None
    return Said(Actor.DATA_SUBJECT, Modality.DUTY, Action.CONSENT, Span(*found.span("verb")), "deemed")


def provided(text: str) -> Said | None:
    """Where a sentence says what the data subject provides, which is thereby collected."""
    found = PROVIDED.match(text) or COLLECTED.match(text)
    if not found:
        return None
    bound = Modality.PERMISSION if found["may"] else Modality.PRACTICE
    return Said(Actor.CONTROLLER, bound, Action.COLLECT, Span(*found.span("verb")), "provided")


def based(text: str) -> Said | None:
    """Where a sentence says on what ground data is used."""
    found = BASED.match(text)
    return Said(Actor.CONTROLLER, Modality.PRACTICE, Action.USE, Span(*found.span("verb")), "based") if found else None


def responsible(text: str) -> Said | None:
    """Where the data subject answers for something."""
    found = RESPONSIBLE.match(text)
    if not found:
        return None
    action = Action.COMPLY if LAWFUL.search(text) else Action.OTHER
    return Said(Actor.DATA_SUBJECT, Modality.DUTY, action, Span(*found.span("verb")), "responsible")


# In order: the first that holds says it.
WHOLES = (deemed, provided, based, responsible)
