"""What the data subject has to do: duties that came, went, or moved from the controller to the reader."""

import re
from collections.abc import Iterator

from notice_parser.check.effects import BETTER, WORSE, Effect
from notice_parser.check.reading import Reading

SUBJECT = r"(?:you|users|customers|members|patients|parents|students|pupils|players|tenants|subscribers|clients|guests|employees|staff|workers|passengers|visitors|drivers|residents|applicants)"
# "you are responsible for", "it is your responsibility", "you must keep", "employees have to"
BOUND = re.compile(
    rf"\b{SUBJECT} (?:are|is|remain|will be) (?:solely |alone |entirely |fully )?(?:responsible|liable|in charge|required|obliged)\b|\byour (?:own |sole )?(?:responsibility|duty|task|risk)\b|\bup to you to\b|\b{SUBJECT} (?:must|have to|need to|shall)\b",
    re.IGNORECASE,
)
# "we are responsible for", "it is our responsibility"
OURS = re.compile(
    r"\b(?:we|the (?:bank|school|company|clinic|hospital|employer|operator)) (?:are|is|remain|will|must|shall)\b|\bour (?:own |sole )?(?:responsibility|duty|task)\b",
    re.IGNORECASE,
)
# "decide themselves whether", "you are free to", "voluntary", "you may choose", "if you like"
FREE = re.compile(
    r"\b(?:decides? (?:\w+ )?(?:themselves|yourself|for yourself|whether)|free to|voluntar(?:y|ily)|optional(?:ly)?|(?:may|can) (?:choose|decide|skip|leave)|if you (?:like|wish|want|prefer)|up to you whether|your (?:own )?choice|not (?:have|need) to|need not|no obligation|not required to|not obliged to)\b",
    re.IGNORECASE,
)


def duty_effects(before: Reading, after: Reading) -> Iterator[Effect]:
    """A duty that moved to the data subject, or a freedom that became a duty; and the mirrors of both."""
    one, two = _bound(before), _bound(after)
    if bool(one) == bool(two):
        return
    other = before.text if two else after.text
    found = FREE.search(other) or OURS.search(other)
    if found:
        words = found.group()
        yield Effect("burden", "duty", WORSE if two else BETTER, 5.0, words if two else one, two or words)


def _bound(reading: Reading) -> str:
    """The words that bind the data subject; empty where there are none or they are denied."""
    found = BOUND.search(reading.text)
    return found.group() if found and not FREE.search(reading.text) else ""
