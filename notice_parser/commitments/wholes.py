"""What a sentence says as a whole: using the site counts as consent, and what is provided is collected."""

import re
from collections.abc import Iterator
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
    r"^(?:your |any |the |continued |further )*(?:use|access|registration|participation|installation|engagement|interaction|browsing|purchase|visit)\b[^.;]{0,120}?"
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
    r"^(?:the |any |all )?(?P<verb>collected|gathered|recorded|shared|disclosed) (?:personal )?(?:information|data|details)\b"
    r"[^.;]{0,40}?\b(?P<may>may |might |can )?(?:also )?(?:include|includes|consists? of|comprises?)\b",
    re.IGNORECASE,
)
# Doings as nouns, and what each comes to.
DOINGS = {
    "collection": Action.COLLECT,
    "collecting": Action.COLLECT,
    "use": Action.USE,
    "usage": Action.USE,
    "processing": Action.USE,
    "analysis": Action.USE,
    "evaluation": Action.USE,
    "sharing": Action.SHARE,
    "disclosure": Action.SHARE,
    "storage": Action.RETAIN,
    "retention": Action.RETAIN,
    "transfer": Action.TRANSFER,
    "tracking": Action.TRACK,
    "profiling": Action.INFER,
}
DOING = re.compile(rf"\b(?:{'|'.join(DOINGS)})\b", re.IGNORECASE)
# "Legal basis: The processing is necessary for our legitimate interests."
BASED = re.compile(
    rf"^(?:[A-Z][\w ]{{2,30}}:\s?)?(?:the |this |such |our |any |all |these ){{0,2}}(?:data |related )?(?P<doings>{DOING.pattern}[^.;:]{{0,120}}?)"
    r" (?:is|are|will be|takes? place) (?:\w{1,12}ly )?(?:necessary|required|needed|based|on the basis|in our legitimate interests?)\b",
    re.IGNORECASE,
)
# "We base such collection and use on our legitimate interests."
WE_BASE = re.compile(
    rf"^(?:[^.;:]{{0,40}}, )?we (?:also |may |will )?(?:base|justify) (?:the |this |such |our |any |all |these ){{0,2}}(?P<doings>(?:[a-z]+ ){{0,3}}?{DOING.pattern}[^.;:]{{0,160}}?) (?:up)?(?:on|by)\b",
    re.IGNORECASE,
)
# "Such use includes the following examples:"
INCLUDES = re.compile(
    rf"^(?:such|this|our) (?P<doings>{DOING.pattern}) (?:may |also ){{0,2}}(?:includes?|covers?|comprises?)\b",
    re.IGNORECASE,
)
# "The legal basis for such collection and use is your consent."
GROUND = re.compile(
    r"^(?:the |our |a )?(?:legal|lawful) (?:basis|bases|grounds?) (?:\w+ ){0,3}?(?:for|of) (?P<doings>[^.;:]{1,160}?) (?:is|are)\b",
    re.IGNORECASE,
)
# "You are responsible for any information that you give to other members."
RESPONSIBLE = re.compile(
    r"^you (?:are|will be|shall be|remain) (?:\w{1,12}ly )?(?P<verb>responsible) for\b", re.IGNORECASE
)
# "for ensuring that you have a legal basis", "for complying with the law"
LAWFUL = re.compile(r"\b(?:comply|complying|compliance|legal basis|lawful basis)\b", re.IGNORECASE)
# "You may use the site only with the consent of a parent."
ALLOWED = re.compile(r"(?:^|, )you (?P<verb>may|can) (?:only use|use [^.;,]{1,60}? only)\b(?! for your)", re.IGNORECASE)


def deemed(text: str) -> Iterator[Said]:
    """Where what the data subject does counts as consent."""
    found = DEEMED.match(text)
    if not found:
        return
    yield Said(Actor.DATA_SUBJECT, Modality.DUTY, Action.CONSENT, Span(*found.span("verb")), "deemed")


def provided(text: str) -> Iterator[Said]:
    """Where a sentence says what the data subject provides, which is thereby collected."""
    found = PROVIDED.match(text) or COLLECTED.match(text)
    if not found:
        return
    bound = Modality.PERMISSION if found["may"] else Modality.PRACTICE
    action = Action.SHARE if found["verb"].lower() in ("shared", "disclosed") else Action.COLLECT
    yield Said(Actor.CONTROLLER, bound, action, Span(*found.span("verb")), "provided")


def based(text: str) -> Iterator[Said]:
    """Where a sentence says on what ground data is used."""
    found = BASED.match(text) or WE_BASE.match(text) or GROUND.match(text) or INCLUDES.match(text)
    named = list(DOING.finditer(text, *found.span("doings"))) if found else []
    done = {DOINGS[doing.group().lower()]: Span(*doing.span()) for doing in reversed(named)}
    for action, verb in sorted(done.items(), key=_place):
        yield Said(Actor.CONTROLLER, Modality.PRACTICE, action, verb, "based")


def _place(row: tuple[Action, Span]) -> int:
    return row[1].start


def responsible(text: str) -> Iterator[Said]:
    """Where the data subject answers for something."""
    found = RESPONSIBLE.match(text)
    if not found:
        return
    action = Action.COMPLY if LAWFUL.search(text) else Action.OTHER
    yield Said(Actor.DATA_SUBJECT, Modality.DUTY, action, Span(*found.span("verb")), "responsible")


def allowed(text: str) -> Iterator[Said]:
    """Where the data subject may use a service on a condition."""
    found = ALLOWED.search(text)
    if found:
        yield Said(Actor.DATA_SUBJECT, Modality.RIGHT, Action.OTHER, Span(*found.span("verb")), "allowed")


# In order: the first that says something holds.
WHOLES = (deemed, provided, based, responsible, allowed)
