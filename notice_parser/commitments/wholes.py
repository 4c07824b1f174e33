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


def deemed(text: str) -> Said | None:
    """Where what the data subject does counts as consent."""
    found = DEEMED.match(text)
    if not found:
        return None
    return Said(Actor.DATA_SUBJECT, Modality.DUTY, Action.CONSENT, Span(*found.span("verb")), "deemed")


def provided(text: str) -> Said | None:
    """Where a sentence says what the data subject provides, which is thereby collected."""
    found = PROVIDED.match(text)
    if not found:
        return None
    bound = Modality.PERMISSION if found["may"] else Modality.PRACTICE
    return Said(Actor.CONTROLLER, bound, Action.COLLECT, Span(*found.span("verb")), "provided")
