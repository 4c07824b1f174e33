"""What limits a practice, binds people or tells whom the notice is about, in a sentence that stands alone."""

import re

from notice_parser.check.hollow import SPOKEN
from notice_parser.check.names import POSTAL
from notice_parser.check.reading import Reading

LONGEST = 45  # words of a sentence that does nothing but name the controller
PLAIN_ONLY = frozenset({"only", "solely", "exclusively", "strictly", "alone"})
# "used only for", "we only share", "only with your consent", "kept only as long as"; not "only a few", "only one thing"
ONLY_LIMITS = re.compile(
    r"\b(?:only|solely|exclusively|strictly)\b(?: \w+ed| used| kept| held| sent| be)? (?:for|to|with|if|when|where|as|after|in|once|until|by|insofar|on|so|from|under|within|at|the|those|your|such|\w+ed)\b|\b(?:we|is|are|be|been|will|may|can|and|they) (?:\w+ )?(?:only|solely|exclusively|strictly)\b",
    re.IGNORECASE,
)
# "This notice applies only to", "The supplement covers residents of"
SCOPE = re.compile(
    r"\W*(?:this|the|our|these)\b[^.;:]{0,90}?\b(?:policy|notice|statement|disclosure|disclosures|supplement|addendum|section|collection|terms) (?:does not |do not |\w+ )?(?:appl(?:y|ies)|covers?|is addressed)\b",
    re.IGNORECASE,
)
PAST = re.compile(r"\b(?:already|earlier|previous\w*|before|past|existing)\b", re.IGNORECASE)
# "Do not provide secrets in the chat"
FORBIDS = re.compile(
    r"\W*(?:please )?(?:do not|don[’']t|never) (?:provide|share|send|submit|post|enter|include|disclose|upload|give|use)\b",
    re.IGNORECASE,
)
# "This means that the organisation may:", "Your employer can:"
OTHERS_MAY = re.compile(
    r"\b(?:organi[sz]ations?|employers?|administrators?|schools?|owners?|hosts?|compan(?:y|ies)|third part(?:y|ies)|they)\b[^.:]{0,40}\b(?:may|can|could|will|might)\b[^.:]{0,40}:\W*$",
    re.IGNORECASE,
)


# "We may revise this notice", "The policy may be changed from time to time"
REVISES = re.compile(
    r"\b(?:revis|chang|amend|modif|updat)\w* (?:to )?(?:this|our|the) (?:[\w-]+ ){0,3}(?:policy|notice|statement)\b|\b(?:policy|notice|statement) (?:may|can|might|could|will) (?:\w+ )?(?:be|change)\b",
    re.IGNORECASE,
)
TELLS = re.compile(
    r"\b(?:notif|inform|e-?mail|tell|announc|post|publish|alert|let you know|prior notice)\w*", re.IGNORECASE
)
# "How long we keep it depends on the service", "Our basis varies"
VARIES = re.compile(
    r"\W*[^,.;]{0,110}\b(?:depends? (?:up)?on|var(?:y|ies) (?:by|depending|from|based|with))\b", re.IGNORECASE
)
# "Acme Ltd is the data controller", "responsible for the handling of your data"
CONTROLS = re.compile(
    r"\b(?:is|are|acts? as|acting as) (?:the |a |an |your |our |independent |joint |sole |separate |data ){0,4}(?:controllers?|processors?)\b|\bcontrollers? (?:is|are|responsible|of your)\b|\bresponsible for (?:the )?(?:processing|handling) (?:of )?(?:your )?(?:personal )?(?:data|information)\b",
    re.IGNORECASE,
)


# "The withdrawal does not affect what was done before": the law says so of every consent
LAWFUL_BEFORE = re.compile(r"\bwithdraw\w*\b[^.;]{0,60}\b(?:do|does|will|shall) not affect\b", re.IGNORECASE)


def is_revising(reading: Reading) -> bool:
    """Whether it says that the notice may change, and not how people learn of it."""
    return bool(REVISES.search(reading.text)) and not TELLS.search(reading.text)


def varies(reading: Reading) -> bool:
    """Whether it only says that something is not the same for all."""
    if LAWFUL_BEFORE.search(reading.text):
        return True
    return bool(VARIES.match(reading.text)) and not reading.has("neg")


def names_controller(reading: Reading) -> bool:
    """Whether it says who answers for the data."""
    return bool(CONTROLS.search(reading.text)) and not reading.has("optout") and len(reading.words) <= LONGEST


def is_address(reading: Reading) -> bool:
    """Whether it is the postal address of somebody and nothing else."""
    parts = reading.text.count(",") + reading.text.count("\n")
    spoken = bool(SPOKEN & reading.stems) or reading.has("modal")
    return (
        parts >= 2
        and not reading.has("address")
        and bool(POSTAL.search(reading.text))
        and not reading.acts
        and not spoken
    )


def is_limited(reading: Reading) -> bool:
    """Whether it says that something is done in no other case or for no other purpose."""
    named = [term.text.casefold() for term in reading.terms if term.kind == "only"]
    return any(text not in PLAIN_ONLY for text in named) or bool(named and ONLY_LIMITS.search(reading.text))


def is_scope(reading: Reading) -> bool:
    """Whether it says to whom or to what the notice applies."""
    return bool(SCOPE.match(reading.text)) and (reading.has("neg") or not PAST.search(reading.text))


def reaches_back(reading: Reading) -> bool:
    """Whether the notice is said to cover what was there before it."""
    return bool(SCOPE.match(reading.text)) and not reading.has("neg") and bool(PAST.search(reading.text))


def binds_people(reading: Reading) -> bool:
    """Whether it tells people what not to give."""
    return bool(FORBIDS.match(reading.text))


def leads_others(led: Reading) -> bool:
    """Whether what follows is done by others than the controller and the data subject."""
    return bool(OTHERS_MAY.search(led.text)) and not any(word.stem in {"we", "our"} for word in led.words)
