"""Which acts of a sentence that stands alone count, and as what: a word for an act does not always tell of one."""

import re
from collections.abc import Iterable, Iterator

from notice_parser.check.acts import YOU
from notice_parser.check.reading import Act, Reading
from notice_parser.vocabulary import Category, Stance

NOUNS = frozenset({"usage", "verification", "authentication", "response", "responses", "caches", "cache", "protected"})
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
    r"\W*(?:to )?(?:help (?:us )?(?:to )?)?(?:provid|protect|prevent|detect|authenticat|verif|compl|respond|notif|communicat|send|improv|develop|personali[sz]|defend|enforc|investigat|fulfil|maintain|operat|process|analy[sz]|measur|show|recommend|tailor|inform|remind|contact|ensur|understand|carry|offer|manag|administ|support|secur|answer|deliver|monitor|identify|diagnos|resolv|conduct|facilitat|customi[sz]|evaluat|establish|exercis|keep|creat|enabl|allow|meet|perform|run|test)(?!\w*(?:ations?|ments?|ances?|ences?|it(?:y|ies)|ers?|ors?|ories|als?)\b)\w*\b",
    re.IGNORECASE,
)
# "tell you of a breach", "notify you of changes to this notice": news that people rely on
GRAVE_NEWS = re.compile(r"\b(?:breach\w*|incidents?|polic(?:y|ies)|notice|terms|practices|compromis\w+|unauthori\w+|security|requests?|rights?)\b", re.IGNORECASE)  # fmt: skip
# "inform you about our services", "tell readers of new products"
PUBLICITY = re.compile(r"\b(?:about|of|on) (?:our |new |the |upcoming |other |special |latest ){0,3}(?:services?|products?|offers?|events?|features?|news|promotions?|updates|deals)\b", re.IGNORECASE)  # fmt: skip
# "even if the post is later", "even after it was"
EVEN_IF = re.compile(r"\beven (?:if|after|when|where|though|once)\b[^,.;:]*$", re.IGNORECASE)
CHECKED = frozenset(
    {"consent", "consents", "parental", "requests", "request", "requester", "instructions", "permission"}
)
JUDGED = "evaluat", "assess", "estimat", "check", "verif", "review", "select"
MECHANICAL = re.compile(r"\b(?:automat\w*|profil\w*|scor\w*|algorithm\w*|software|machine|model|solely|decisions?|without (?:any )?human)\b", re.IGNORECASE)  # fmt: skip
# "trade shows", "trade names"
TRADE = re.compile(r"\btrade (?:shows?|fairs?|names?|marks?|unions?|secrets?)\b", re.IGNORECASE)
CIPHER = re.compile(r"\b(?:hash|encrypt|cipher|cryptograph)\w*", re.IGNORECASE)
OWN_ACCESS = re.compile(r"\b(?:identity|requests?|requester|verif\w+)\b", re.IGNORECASE)
PROFILES = frozenset({"profile", "profiles"})
ANYBODY = re.compile(r"\b(?:anyone|anybody|everyone|everybody|others|the public|other people)\b[^.;]*$", re.IGNORECASE)
CONTACTED = "contact you"
WARNED = frozenset({"if", "when", "before", "within", "about", "once", "in"})
DENIED = re.compile(r"access (?:should|may|can|must|is|will|could)(?: be)? (?:not )?(?:be )?(?:restricted|denied|refused|limited|granted)", re.IGNORECASE)  # fmt: skip
# "the purpose of its collection", "retention periods"
THINGS = frozenset({"collection", "retention", "storage", "use"})
OWNING = frozenset({"its", "their"})
THING_OF = re.compile(r"(?:retention|storage) (?:period|time|term|schedule|polic|criteri|timeframe)", re.IGNORECASE)
# "Purpose: answering your letters"
PURPOSE_LABEL = re.compile(r"\W*purposes?(?: of (?:the )?(?:processing|use))?: ?\w", re.IGNORECASE)
FOLLOWING = 6  # words after an act in which its object stands
# "can be seen by others", "is accessible to the public"
BY_OTHERS = re.compile(r"\b(?:by|to) (?:\w+ ){0,3}?(?:others|anyone|anybody|everyone|public|users|members|people|visitors|parties|partners|companies)\b", re.IGNORECASE)  # fmt: skip


def counted(reading: Reading, acts: Iterable[Act]) -> Iterator[Act]:
    """The acts that the sentence tells of, each as what it is."""
    acts = list(acts)
    for act in acts:
        found = _mended(reading, act)
        text = reading.terms[act.term].text.casefold()
        if found is None or _is_phrase(reading, act, text, alone=len(acts) == 1):
            continue
        if not (_gives_nothing(reading, found, text) or _is_mere_word(reading, found, text)):
            yield found


def _mended(reading: Reading, act: Act) -> Act | None:
    """The act as what it is: what others see is handed to them, to check something is no profiling; None for no act."""
    text = reading.terms[act.term].text.casefold()
    if _protects(reading, act, text):
        return act.but(action="notify" if text == CONTACTED else "secure", stance=Stance.PROTECTIVE)
    if text.startswith("algorithm") and CIPHER.search(reading.text):
        return None
    if act.action in {"automate", "infer"} and text.startswith(JUDGED) and not MECHANICAL.search(reading.text):
        return act.but(action="use", stance=Stance.INTRUSIVE)
    if _others_see(reading, act) or (act.action == "notify" and _told_of_people(reading, act)):
        return act.but(action="share", stance=Stance.INTRUSIVE)
    if act.action in {"access", "use"} and text.startswith(SEEN) and (act.actor != "you" or text.endswith("ing")):
        return _seen(reading, act)
    return act


def _protects(reading: Reading, act: Act, text: str) -> bool:
    """Whether what looks like a use guards or warns: "use encryption", "we will contact you if plans change"."""
    if act.action != "use" or act.negated:
        return False
    if text == CONTACTED:
        return act.modality == "will" and bool(WARNED.intersection(_after(reading, act)[:2]))
    return any(CIPHER.match(word) for word in _after(reading, act))


def _others_see(reading: Reading, act: Act) -> bool:
    """Whether anybody may see what is of the reader: "allows anyone to view your film"."""
    if act.action != "access" or "your" not in _after(reading, act):
        return False
    return bool(ANYBODY.search(reading.text[: _start(reading, act)]))


def _is_phrase(reading: Reading, act: Act, text: str, *, alone: bool) -> bool:
    """Whether the word belongs to a phrase that is no act of its own: "in accordance with", "requests are submitted"."""
    before = _before(reading, act)[-1:]
    if (text.startswith("transfer") and before and before[0] in {"bank", "wire"}) or _grants(reading, text):
        return True
    if text == "access" and DENIED.match(reading.text, _start(reading, act)):
        return True
    if (
        text in THINGS
        and not reading.has("period")
        and ((before[:1] and before[0] in OWNING) or THING_OF.match(reading.text, _start(reading, act)))
    ):
        return True
    if (text in PROFILES and act.actor != "we") or (text == "processing" and before == ["data"]):
        return True  # "billing and profile", "every step of the data processing"
    if text in NOUNS or (text.startswith(PREPOSED) and (not alone or not reading.terms[act.term].first)):
        return True
    return (text.startswith("submit") and act.action == "share") or (text.startswith("receiv") and act.actor == "you")


def _grants(reading: Reading, text: str) -> bool:
    """Whether access is granted to the one who asks for his own data."""
    return text.startswith("grant") and bool(OWN_ACCESS.search(reading.text))


def _gives_nothing(reading: Reading, act: Act, text: str) -> bool:
    """Whether no data is given: a ticket is sold, a drawing is shown, news of offers are told."""
    if act.negated:
        return False
    if act.action == "sell":
        return not _sells_data(reading, text)
    if act.action == "share" and text.startswith(SHOWN):
        return not _shown_to_others(reading, act)
    return act.action == "notify" and _is_publicity(reading, act)


def _is_publicity(reading: Reading, act: Act) -> bool:
    """Whether it tells of offers or of nothing that people rely on."""
    if GRAVE_NEWS.search(reading.text):
        return False
    return act.modality in {"may", "can"} or bool(PUBLICITY.search(reading.text))


def _is_mere_word(reading: Reading, act: Act, text: str) -> bool:
    """Whether a protective word promises nothing: "even if it is deleted", "grant this access", "we contact users"."""
    if act.negated or act.stance is not Stance.PROTECTIVE:
        return False
    start = _start(reading, act)
    if act.scope == "relative" or EVEN_IF.search(reading.text[:start]):
        return True  # "Understanding how readers view a page"
    if act.action in {"contact", "respond"}:
        return act.actor == ("we" if act.action == "contact" else "you")
    if text == "access" and not reading.has("right", "right"):
        before = _before(reading, act)[-1:]
        return bool(before) and before[0] not in {"you", "to", "may", "can", "and", "or"}
    if text.startswith(("verif", "authenticat")):
        return not CHECKED.intersection(_after(reading, act))
    return text.startswith(GUARDED) and not _guards(reading, act)


def is_purpose_item(reading: Reading, leads: list[Act], topic: str, *, listed: bool) -> bool:
    """Whether an item says, without a subject, what the data of its list or section is used for."""
    if PURPOSE_LABEL.match(reading.text):
        return True
    if not listed or not PURPOSE_ITEM.match(reading.text) or reading.has("neg") or reading.has("right", "right"):
        return False
    taken = bool(leads) and leads[0].stance is Stance.INTRUSIVE and not leads[0].negated and leads[0].actor != "you"
    return taken or (not leads and topic in USES and not reading.text.rstrip().endswith("."))


def _start(reading: Reading, act: Act) -> int:
    return reading.words[reading.terms[act.term].first].start


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
    if TRADE.search(reading.text):
        return False
    return not text.startswith("sold") or reading.has("data")


def _shown_to_others(reading: Reading, act: Act) -> bool:
    """Whether something of the data subject is shown to others, or advertisements to him."""
    after = _after(reading, act)
    if reading.has("purpose", "ads") or reading.has("purpose", "personalise"):
        return True
    return not (after and after[0] in NAMED) and (reading.has("party") or bool(BY_OTHERS.search(reading.text)))


def _seen(reading: Reading, act: Act) -> Act | None:
    """What others may see is handed to them; what nobody is said to see is no act."""
    before = _before(reading, act)
    if act.negated and before[-1:] in (["not"], ["never"]):
        return act
    if "be" in before[-2:] and BY_OTHERS.search(reading.text):
        return act.but(action="share", stance=Stance.INTRUSIVE)
    return act if act.action == "use" or reading.has("right", "right") else None


def _told_of_people(reading: Reading, act: Act) -> bool:
    """Whether somebody else is told something of the data subject: "the server is informed that you came"."""
    before = _before(reading, act)
    passive = "be" in before[-3:] or reading.words[reading.terms[act.term].first].stem == "be"
    return passive and not YOU.intersection(before) and not YOU.intersection(_after(reading, act)[:1])


def _guards(reading: Reading, act: Act) -> bool:
    """Whether it is data or the data subject that is guarded."""
    return bool(OWNED.intersection(_after(reading, act)) or OWNED.intersection(_before(reading, act)))
