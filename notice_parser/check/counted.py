"""Which acts of a sentence that stands alone count, and as what: a word for an act does not always tell of one."""

import re
from collections.abc import Iterable, Iterator

from notice_parser.check.acts import YOU
from notice_parser.check.reading import Act, Reading
from notice_parser.check.terms import Term
from notice_parser.vocabulary import Category, Stance

NOUNS = frozenset({"verification", "authentication", "response", "responses", "caches", "cache", "protected"})
PREPOSED = "in accordance", "according", "pursuant", "in compliance"  # "in accordance with": no act of its own
NAMED = frozenset(
    {"name", "names", "language", "languages", "settings", "picture", "size", "resolution", "advertising"}
)
SHOWN = ("display", "show")
SEEN = ("access", "view", "see", "read", "hear", "consult")
GUARDED = ("protect", "defend", "authenticat", "prevent", "verif", "honor", "honour", "handl")
OWNED = frozenset({"your", "you", "yours", "their", "personal", "privacy", "data", "information", "details", "records"})
USES = frozenset({Category.USE, Category.LEGAL_BASIS})
# "protecting our users", "to respond to your messages", "Authenticate users": what data is used for, as an item says it
PURPOSE_ITEM = re.compile(
    r"\W*(?:to )?(?:help (?:us )?(?:to )?)?(?:provid|protect|prevent|detect|authenticat|verif|compl|respond|notif|communicat|send|improv|develop|personali[sz]|defend|enforc|investigat|fulfil|maintain|operat|process|analy[sz]|measur|show|recommend|tailor|inform|remind|contact|ensur|understand|carry|offer|manag|administ|support|secur|answer|deliver|monitor|identify|diagnos|resolv|conduct|facilitat|customi[sz]|evaluat|establish|exercis|keep|creat|enabl|allow|meet|perform|run|test)\w*\b",
    re.IGNORECASE,
)
# "Please note that", "click here", "in more detail", "in order to", "with respect to": no kinds of data
IDLE = re.compile(
    r"\bnot(?:e|ing) (?:that|:)|\b(?:click|tap)(?:ing|s)?\b(?= (?:on|here|the|this|your|a|an|one|below|\W|\w+ (?:link|button)))|\b(?:in|more|further|greater) detail\b|\bin order (?:to|that|for)\b|\b(?:is|are|more|most|be) (?:\w+, ){0,3}interesting\b|\bby reference\b|\bterms? and contracts?\b|\bresume (?:an?|the|your|where)\b|\bkeep in mind\b",
    re.IGNORECASE,
)
IDLE_PURPOSES = frozenset(
    {"commercial", "market", "markets", "sales", "offer", "offering", "offered"}
)  # of a firm: no advertising by themselves
# "contact us at", "fill in the form at", "send a request to": what makes the address of a page a contact
ASKS = re.compile(r"\b(?:contact|request|write|e-?mail|reach|form|exercis\w+|opt|complain\w*|report|representative|officer|dpo|ask)\b", re.IGNORECASE)  # fmt: skip
# "our representative in the Union", "the data protection officer"
OFFICE = re.compile(r"\b(?:representative|officer|dpo|controller|authority|attorney|counsel)\b", re.IGNORECASE)
# "tell you of a breach", "notify you of changes to this notice": news that people rely on
GRAVE_NEWS = re.compile(r"\b(?:breach\w*|incidents?|polic(?:y|ies)|notice|terms|practices|compromis\w+|unauthori\w+|security|requests?|rights?)\b", re.IGNORECASE)  # fmt: skip
# "a certified copy", "proof in writing": what the data subject brings; "Acme is certified under" is none
SIGNED = frozenset({"certified", "witness", "certificate"})
PROVES = re.compile(r"\b(?:certified|witness\w*) (?:cop|document|mail|transl|statement|letter|signature)|\byour? \w* ?witness", re.IGNORECASE)  # fmt: skip
DETERMINERS = frozenset({"a", "an", "the", "you", "your", "our", "its", "some", "several", "many", "additional", "all"})
# "inform you about our services", "tell readers of new products"
PUBLICITY = re.compile(r"\b(?:about|of|on) (?:our |new |the |upcoming |other |special |latest ){0,3}(?:services?|products?|offers?|events?|features?|news|promotions?|updates|deals)\b", re.IGNORECASE)  # fmt: skip
# "even if the post is later", "even after it was"
EVEN_IF = re.compile(r"\beven (?:if|after|when|where|though|once)\b[^,.;:]*$", re.IGNORECASE)
CHECKED = frozenset(
    {"consent", "consents", "parental", "requests", "request", "requester", "instructions", "permission"}
)
OWN_THINGS = frozenset({"platform", "platforms", "media"})  # of the controller, or of nobody
FOLLOWING = 6  # words after an act in which its object stands
# "can be seen by others", "is accessible to the public"
BY_OTHERS = re.compile(r"\b(?:by|to) (?:\w+ ){0,3}?(?:others|anyone|anybody|everyone|public|users|members|people|visitors|parties|partners|companies)\b", re.IGNORECASE)  # fmt: skip


def counted(reading: Reading, acts: Iterable[Act]) -> Iterator[Act]:
    """The acts that the sentence tells of, each as what it is."""
    acts = list(acts)
    for act in acts:
        text = reading.terms[act.term].text.casefold()
        if text in NOUNS or (text.startswith(PREPOSED) and (len(acts) > 1 or not reading.terms[act.term].first)):
            continue
        if act.action == "sell" and not act.negated and not _sells_data(reading, text):
            continue
        if act.action == "share" and text.startswith(SHOWN) and not act.negated and not _shown_to_others(reading, act):
            continue
        if act.action in {"access", "use"} and text.startswith(SEEN) and (act.actor != "you" or text.endswith("ing")):
            yield from _seen(reading, act)
        elif act.action == "notify" and _told_of_people(reading, act):
            yield act.but(action="share", stance=Stance.INTRUSIVE)
        elif (act.action == "notify" and _is_publicity(reading, act)) or _is_mere_word(reading, act, text):
            continue
        elif act.scope == "relative" and act.stance is Stance.PROTECTIVE and not act.negated:
            continue  # "Understanding how readers view a page"
        elif not (text.startswith(GUARDED) and act.stance is Stance.PROTECTIVE and not _guards(reading, act)):
            yield act


def _is_publicity(reading: Reading, act: Act) -> bool:
    """Whether it tells of offers or of nothing that people rely on."""
    if GRAVE_NEWS.search(reading.text):
        return False
    return act.modality in {"may", "can"} or bool(PUBLICITY.search(reading.text))


def _is_mere_word(reading: Reading, act: Act, text: str) -> bool:
    """Whether a protective word promises nothing: "even if it is deleted", "grant this access", "we contact users"."""
    if act.negated or act.stance is not Stance.PROTECTIVE:
        return False
    start = reading.words[reading.terms[act.term].first].start
    if EVEN_IF.search(reading.text[:start]):
        return True
    if act.action in {"contact", "respond"}:
        return act.actor == ("we" if act.action == "contact" else "you")
    if text == "access" and not reading.has("right", "right"):
        before = _before(reading, act)[-1:]
        return bool(before) and before[0] not in {"you", "to", "may", "can", "and", "or"}
    if text.startswith(("verif", "authenticat")):
        return not CHECKED.intersection(_after(reading, act))
    return False


def is_purpose_item(reading: Reading, leads: list[Act], topic: str, *, listed: bool) -> bool:
    """Whether an item says, without a subject, what the data of its list or section is used for."""
    if not listed or not PURPOSE_ITEM.match(reading.text) or reading.has("neg") or reading.has("right", "right"):
        return False
    taken = bool(leads) and leads[0].stance is Stance.INTRUSIVE and not leads[0].negated and leads[0].actor != "you"
    return taken or (not leads and topic in USES and not reading.text.rstrip().endswith("."))


def is_idle(term: Term, reading: Reading) -> bool:
    """Whether a word that may name a kind of data or a purpose is part of an idiom here."""
    if term.kind == "purpose":
        after = reading.words[term.last].text.casefold() if term.last < len(reading.words) else ""
        text = term.text.casefold()
        return text in IDLE_PURPOSES or (text == "offers" and after in DETERMINERS)  # "Acme offers a tool"
    if term.key == ("cost", "proof"):
        return term.text.casefold() in SIGNED and not PROVES.search(reading.text)
    if term.kind == "party":
        before = reading.words[term.first - 1].text.casefold() if term.first else ""
        return term.text.casefold() in OWN_THINGS and before not in {
            "social",
            "other",
            "advertising",
            "party",
            "external",
        }
    if term.kind != "data":
        return False
    start, end = reading.words[term.first].start, reading.words[term.last - 1].end
    return any(found.start() < end and start < found.end() for found in IDLE.finditer(reading.text))


def is_mere_link(term: Term, reading: Reading) -> bool:
    """Whether an address is that of a page, in a sentence that asks for nothing: no contact."""
    return term.kind == "address" and term.text.startswith(("http", "www.")) and not ASKS.search(reading.text)


def only_tells_where(reading: Reading) -> bool:
    """Whether it names an address, and nobody of note who is reached or anything that can be asked for there."""
    acts = {act.action for act in reading.acts}
    if reading.has("optout") or reading.has("right") or reading.has("place") or OFFICE.search(reading.text):
        return False
    return acts <= {"contact", "notify", "respond"}


def _after(reading: Reading, act: Act) -> list[str]:
    last = reading.terms[act.term].last
    return [word.text.casefold() for word in reading.words[last : last + FOLLOWING]]


def _before(reading: Reading, act: Act) -> list[str]:
    first = reading.terms[act.term].first
    return [word.stem for word in reading.words[max(0, first - FOLLOWING) : first]]


def _sells_data(reading: Reading, text: str) -> bool:
    """Whether it is data that is sold: no tickets, and no company that is sold as a whole."""
    if text.startswith("sale"):
        return reading.has("data", "personal")
    return not text.startswith("sold") or reading.has("data")


def _shown_to_others(reading: Reading, act: Act) -> bool:
    """Whether something of the data subject is shown to others, or advertisements to him."""
    after = _after(reading, act)
    if reading.has("purpose", "ads") or reading.has("purpose", "personalise"):
        return True
    return not (after and after[0] in NAMED) and (reading.has("party") or bool(BY_OTHERS.search(reading.text)))


def _seen(reading: Reading, act: Act) -> Iterator[Act]:
    """What others may see is handed to them; what nobody is said to see is no act."""
    passive = "be" in _before(reading, act)[-2:]
    if passive and BY_OTHERS.search(reading.text):
        yield act.but(action="share", stance=Stance.INTRUSIVE)
    elif act.action == "use" or reading.has("right", "right"):
        yield act


def _told_of_people(reading: Reading, act: Act) -> bool:
    """Whether somebody else is told something of the data subject: "the server is informed that you came"."""
    before = _before(reading, act)
    passive = "be" in before[-3:] or reading.words[reading.terms[act.term].first].stem == "be"
    return passive and not YOU.intersection(before) and not YOU.intersection(_after(reading, act)[:1])


def _guards(reading: Reading, act: Act) -> bool:
    """Whether it is data or the data subject that is guarded."""
    return bool(OWNED.intersection(_after(reading, act)) or OWNED.intersection(_before(reading, act)))
