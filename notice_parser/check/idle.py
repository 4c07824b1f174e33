"""Words of a sentence that stands alone which name data, purposes, parties or contacts elsewhere and nothing here."""

import re

from notice_parser.check.reading import Reading
from notice_parser.check.terms import Term

# "Please note that", "click here", "in more detail", "in order to", "with respect to": no kinds of data
IDLE = re.compile(
    r"\bnot(?:e|ing) (?:that|:)|\b(?:click|tap)(?:ing|s)?\b(?= (?:on|here|the|this|your|a|an|one|below|\W|\w+ (?:link|button)))|\b(?:in|more|further|greater) detail\b|\bin order (?:to|that|for)\b|\b(?:is|are|more|most|be) (?:\w+, ){0,3}interesting\b|\bby reference\b|\bterms? and contracts?\b|\bresume (?:an?|the|your|where)\b|\bkeep in mind\b|\bgood[ -]faith\b|\b(?:tak\w+|reasonable|following|appropriate|further|these|necessary|additional|next) (?:\w+ ){0,2}?steps\b|\bcriminal (?:investigations?|activit\w+|offen[cs]es?|conduct|proceedings)\b|\bsexual (?:abuse|exploitation)\b|\b(?:message and )?data rates\b|\b(?:performance|execution|conclusion|fulfilment|party to|duration|custom) (?:of )?(?:the |a |our |your )?(?:\w+ )?contracts?\b",
    re.IGNORECASE,
)
IDLE_PURPOSES = frozenset(
    {"commercial", "market", "markets", "sales", "offer", "offering", "offered", "add", "adds", "added", "adding"}
)  # of a firm: no advertising by themselves
# "contact us at", "fill in the form at", "send a request to": what makes the address of a page a contact
ASKS = re.compile(r"\b(?:contact|request|write|e-?mail|reach|form|exercis\w+|opt|complain\w*|report|representative|officer|dpo|ask)\b", re.IGNORECASE)  # fmt: skip
# "our representative in the Union", "the data protection officer"
OFFICE = re.compile(r"\b(?:representative|officer|dpo|controller|authority|attorney|counsel)\b", re.IGNORECASE)
# "a certified copy", "proof in writing": what the data subject brings; "Acme is certified under" is none
SIGNED = frozenset({"certified", "witness", "certificate"})
PROVES = re.compile(r"\b(?:certified|witness\w*) (?:cop|document|mail|transl|statement|letter|signature)|\byour? \w* ?witness", re.IGNORECASE)  # fmt: skip
DETERMINERS = frozenset({"a", "an", "the", "you", "your", "our", "its", "some", "several", "many", "additional", "all"})
# "the job ad", "interactions with ads", "ad partners", "advertising settings": no use of data for advertising
AD_WORDS = re.compile(
    r"\bjob ads?\b|\bad hoc\b|\bads? (?:and \w+ )?partners\b|\b(?:interact\w* with|view\w*|click\w* on|see|saw|watch\w*) (?:[\w,]+ ){0,4}?(?:ads?|adverts?|advertis\w+)\b|\b(?:ads?|advertising) (?:settings|preferences|platform|identifier|id|block\w*)\b|\bads shown to you\b",
    re.IGNORECASE,
)
PAID = re.compile(
    r"\bbank (?:transfers?|accounts?|cards?|statements?|details|holidays?)\b", re.IGNORECASE
)  # no recipient
HANDS = frozenset({"share", "sell", "transfer"})
TOWARDS = frozenset({"to", "with", "by", "among", "between", "and", "or", "from", "as", "our", "these", "other", "for"})
NEAR = 5  # words before a party in which it is said what it does
# Words that name data in a phrase alone: "the number of steps", "your language"
WALKED = re.compile(r"\b(?:step counts?|steps? (?:taken|walked|you)|(?:daily|number of|your) steps?)\b", re.IGNORECASE)
SPOKEN = re.compile(
    r"\b(?:your|their|preferred|browser|native|spoken|first|home|device|display|users?[’']?s?|type and) languages?\b|\blanguages? (?:preferences?|settings?|spoken|skills?)\b|[,;(] ?(?:and )?language",
    re.IGNORECASE,
)
ROUND = {"step": WALKED, "steps": WALKED, "language": SPOKEN, "languages": SPOKEN}
ABOUT_PEOPLE = frozenset(
    {"you", "your", "we", "our", "us", "they", "their", "user", "visitor", "customer", "person", "everyone", "nobody"}
)
OWN_THINGS = frozenset({"platform", "platforms", "media"})  # of the controller, or of nobody
OTHERS = frozenset({"social", "other", "advertising", "party", "external"})  # platforms that are not the controller's


def is_idle(term: Term, reading: Reading) -> bool:
    """Whether a word that may name a kind of data, a purpose, a party or a proof is part of an idiom here."""
    text = term.text.casefold()
    if term.kind == "purpose":
        return _within(AD_WORDS, term, reading) or text in IDLE_PURPOSES or _is_verb(term, reading)
    if term.key == ("cost", "proof"):
        return text in SIGNED and not PROVES.search(reading.text)
    if term.kind == "party":
        before = reading.words[term.first - 1].text.casefold() if term.first else ""
        return (
            _within(PAID, term, reading)
            or not _in_hands(term, reading)
            or (text in OWN_THINGS and before not in OTHERS)
        )
    return term.kind == "data" and (_within(IDLE, term, reading) or _only_sounds(text, reading))


def is_grounded(reading: Reading, led: Reading | None) -> bool:
    """Whether it speaks of people, their data, a recipient or a purpose at all: "this word is used below" does not."""
    if (
        led is not None
        or any(act.action != "use" or act.negated for act in reading.acts)
        or any(word.stem in ABOUT_PEOPLE for word in reading.words)
        or reading.has("people")
    ):
        return True
    kinds = {"data", "party", "purpose", "right", "optout", "safeguard", "place", "period", "consent"}
    return any(term.kind in kinds and not is_idle(term, reading) for term in reading.terms)


def _only_sounds(text: str, reading: Reading) -> bool:
    """Whether the word names data in a phrase alone, which does not stand here."""
    return text in ROUND and not ROUND[text].search(reading.text)


def _within(idiom: re.Pattern[str], term: Term, reading: Reading) -> bool:
    start, end = reading.words[term.first].start, reading.words[term.last - 1].end
    return any(found.start() < end and start < found.end() for found in idiom.finditer(reading.text))


def _is_verb(term: Term, reading: Reading) -> bool:
    """Whether "offers" says what somebody does: "Acme offers a tool"."""
    after = reading.words[term.last].text.casefold() if term.last < len(reading.words) else ""
    return term.text.casefold() == "offers" and after in DETERMINERS


def comes_from(term: Term, reading: Reading) -> bool:
    """Whether it is those from whom data comes: "from our partners"."""
    before = [word.stem for word in reading.words[max(0, term.first - NEAR) : term.first]]
    return "from" in before and not HANDS.intersection(act.action for act in reading.acts)


def _in_hands(term: Term, reading: Reading) -> bool:
    """Whether somebody named in the sentence gets or gives anything: no article "in a newspaper", no gain of "the public"."""
    before = [word.stem for word in reading.words[max(0, term.first - NEAR) : term.first]]
    if term.text.casefold() == "public" and before[-1:] == ["non"]:
        return False
    if term.text.casefold() == "public" and before[-1:] == ["the"]:
        return before[-2:-1] in (["to"], ["with"], ["by"], ["for"])
    if term.first <= 2 or HANDS.intersection(act.action for act in reading.acts):
        return True
    return bool(TOWARDS.intersection(before))


def is_mere_link(term: Term, reading: Reading) -> bool:
    """Whether an address is that of a page, in a sentence that asks for nothing: no contact."""
    return term.kind == "address" and term.text.startswith(("http", "www.")) and not ASKS.search(reading.text)


def only_tells_where(reading: Reading) -> bool:
    """Whether it names an address, and nobody of note who is reached or anything that can be asked for there."""
    acts = {act.action for act in reading.acts}
    if reading.has("optout") or reading.has("right") or reading.has("place") or OFFICE.search(reading.text):
        return False
    return acts <= {"contact", "notify", "respond"}
