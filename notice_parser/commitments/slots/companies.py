"""Companies called by their names as recipients: "we share data with Acme Analytics", "Acme collects your number"."""

import re
from collections.abc import Iterator

from notice_parser.commitments.lexemes import lexicon, word_set
from notice_parser.commitments.slots.cues import cues
from notice_parser.commitments.slots.mention import Mention
from notice_parser.commitments.slots.scene import infinitives

# "Acme", "Acme Analytics", "Smith & Sons Ltd"
NAME = re.compile(r"[A-Z](?<![\w.@/&'’-].)[\w&'’-]*(?: (?:& )?[A-Z][\w&'’-]*){0,4}")
# "with Acme", "to the Acme Foundation": what leads to a name at once
LEADS = re.compile(r"\b(?:with|to)\s(?:the\s|our\s(?:\w+\s){1,3})?$")
# "with Acme and ", "to Acme, ": a name that goes on with the one before
GOES_ON = re.compile(r"^\s?,?\s(?:and|or)\s$|^,\s$")
# "collects", "may receive": what the owner of a name gets
GETS = re.compile(
    r"^,? (?:may |will |can |also )?(?:collects?|receives?|obtains?|processes|process|stores?|gathers?|gets?|records?)\b"
    r"[^.;]{0,40}?\b(?:your|information|data|details|it|them|number|address)\b"
)
# "how Acme collects your data" is told elsewhere
ASKED = re.compile(r"\b(?:how|what|why|whether|when|where)\s(?:the\s)?$")
# "We share your data with:", "Your data goes to:"
SHARES_WITH = re.compile(r"\b(?:with|to)\b[^.;]{0,40}[:—–-]?\s*$")
WORD = re.compile(r"[a-z]+")
NEAR = 60  # characters around a name in which a class noun says more
BACK = 160  # characters back to the verb of sharing
# What the last word of a name says of its owner.
CLASSES = {
    "analytics": "analytics-provider",
    "bank": "financial-institution",
    "ads": "advertiser",
    "advertising": "advertiser",
}
RULE = "recipients:third-party/name of a company"


def companies(sentence: str, introduction: str, known: list[Mention], own: tuple[str, ...]) -> list[Mention]:
    """The names of companies that receive data, where no class noun beside them says what they are."""
    end, out = -1, []
    for found in NAME.finditer(sentence):
        if not _company(found.group(), own):
            continue
        if _receives(sentence, introduction, found, end):
            end = found.end()
            out.append(found)
    near = {mention.start // NEAR for mention in known}
    return [mention for found in out for mention in _mentions(found, near)]


def _company(name: str, own: tuple[str, ...]) -> bool:
    low = name.lower().replace("’", "'")
    words = WORD.findall(low)
    plain = all(word in lexicon().words or word in word_set("no_company") for word in words)
    mine = any(
        low == alias or low.removesuffix("'s") == alias or low.startswith((alias + " ", alias + "'s ")) for alias in own
    )
    acts = words[:1] and words[0] in infinitives()  # "Recommend Pins" begins with a verb
    return bool(words) and not plain and not mine and not acts and words[0] not in word_set("no_company")


def _receives(sentence: str, introduction: str, found: re.Match[str], end: int) -> bool:
    before = sentence[max(0, found.start() - BACK) : found.start()]
    if end >= 0 and GOES_ON.match(sentence[end : found.start()]):
        return True
    if LEADS.search(before) and _shared(before):
        return True
    if GETS.match(sentence[found.end() : found.end() + BACK]):
        return not ASKED.search(before)
    starts = not before.strip(" -*•") and bool(SHARES_WITH.search(introduction)) and _shared(introduction)
    return starts and " " in found.group()


def _shared(before: str) -> bool:
    """Whether the last verb before says that something is shared."""
    for word in reversed(WORD.findall(before.lower())[:-1]):
        if word in cues("recipients")["sharing"]:
            return True
        if word in cues("recipients")["others"]:
            return False
    return False


def _mentions(found: re.Match[str], near: set[int]) -> Iterator[Mention]:
    place = found.start() // NEAR
    said = near & {place - 1, place, place + 1}
    if not said:
        value = CLASSES.get(found.group().split()[-1].lower(), "third-party")
        yield Mention("recipients", value, found.start(), found.end(), RULE)
