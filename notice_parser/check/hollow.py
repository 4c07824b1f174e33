"""Sentences that promise nothing when they come or go alone: instructions, logs of versions, titles, the reach of a law."""

import re

from notice_parser.check.reading import Reading

# "Log in to your account", "Go to the members' area", "Read the earlier version"
INSTRUCTION = re.compile(
    r"\W*(?:please )?(?:log in|sign in|go to|read|open|visit|scroll|tap|click|select|follow|return to|skip to|enter|press|navigate to|see|watch|check out|print|jump to|back to|view|learn|explore|discover|get the|get our|get started|read more|preview|show all|see all|show more)\b",
    re.IGNORECASE,
)
# "Added section 4.2", "Improved wording", "Clarified paragraph 3"
LOGGED = re.compile(
    r"\W*(?:added|removed|updated|improved|clarified|fixed|corrected|reworded|revised|renamed|moved|restructured|expanded|simplified|deleted|renumbered|changed|introduced)\b.{0,60}?(?:\d|\b(?:sections?|paragraphs?|clauses?|chapters?|wording|structure|text|links?|typos?|spelling|layout|formatting|headings?|language|table of contents)\b)",
    re.IGNORECASE,
)
# "We’ve updated our description of …", "We clarified the section on …"
WE_LOGGED = re.compile(
    r".{0,120}\bwe (?:have |’ve |'ve )?made (?:\w+ ){0,3}(?:changes|updates|edits) to (?:this|our|the) (?:\w+ )?(?:policy|notice|statement)\b|\W*(?:in this (?:version|update|revision),? )?we(?:[’']ve| have)? (?:also )?(?:updated|added|clarified|expanded|revised|reworded|simplified|reorgani[sz]ed|restructured|improved|changed|moved|removed|included|outlined|explained) (?:how (?=we)|(?:\w+ ){0,4}(?:descriptions?|sections?|language|wording|notice|policy|paragraphs?|disclosures?|explanations?|statement|list of|details? (?:about|on)))\b",
    re.IGNORECASE,
)
# "The Privacy Act applies to records of agencies", "The GDPR does not apply to …"
LAW_REACHES = re.compile(
    r"\W*(?:the |a )?(?:[\w’'-]+ ){0,9}?(?:Act|Law|Code|Regulation|Directive|Statute|GDPR|CCPA|HIPAA)\b(?: \(.{1,30}?\))? (?:applies|apply|does not apply|only applies|governs|covers)\b"
)
# "you may choose to provide a picture", "members can create groups"
OWN_DOING = re.compile(
    r"\b(?:you|users|members|customers|players|guests|visitors) (?:can|may|could) (?:also |then |always )?(?:(?:choose|decide|opt|want) to )?(?:provide|share|turn on|obtain|receive|get (?:answers|information)|communicate|ask questions|invite|watch|preview|convert|apply|use your|upload|post|submit|enter|add|create|connect|invite|register|sign up|sign in|log in|play|purchase|buy|order|download|browse|join|import|link|chat|publish|subscribe|comment|pay|search|follow)\b",
    re.IGNORECASE,
)
# "Category of recipient", "What data is processed", "Retention time"
TABLE_HEAD = re.compile(
    r"\W*(?:categor(?:y|ies)|types?|kinds?|purposes?|what|why|how|which|whom|sources?|descriptions?|retention|storage|legal bas[ei]s|lawful bas[ei]s|recipients?|examples?)\b[^.;:,\d]*",
    re.IGNORECASE,
)
HEAD = 16  # words
SUBJECTS = frozenset({"we", "you", "be", "it", "they", "your"})
SPOKEN = SUBJECTS | {"hav", "have"}  # words that a line which says something holds, and a title does not
NAMING = frozenset({"party", "name", "word", "light", "number", "pointer", "people", "place"})  # no promise in these
LONG_TITLE = 12  # words of a line without a stop whose acts are all named as things: "Acting as a provider"
TITLE = 7  # words: a longer line without a verb is a list


def leads_list(intro: Reading) -> bool:
    """Whether the sentence before a list introduces it: no link of the page, no title, no sentence that ends."""
    text = intro.text.rstrip(' *_"”)')
    if text.endswith((":", ",", "…", "-", "–")):
        return True
    return not text.endswith(".") and any(act.scope == "main" for act in intro.acts) and not INSTRUCTION.match(text)


# "All trademarks are the property of their owners", "All rights reserved"
OWNERS = re.compile(r"\b(?:trade ?marks?\b.{0,80}\b(?:property|owners?)|all rights reserved)\b", re.IGNORECASE)


def is_hollow(reading: Reading) -> bool:
    """Whether the sentence, alone, says nothing that anybody could rely on."""
    text = reading.text
    if OWNERS.search(text):
        return True
    if reading.has("optout") or reading.has("right") or reading.has("address"):
        return False
    if any(word.stem == "we" for word in reading.words):
        return False
    return bool(INSTRUCTION.match(text) or is_logged(reading) or LAW_REACHES.match(text)) or _opens_list(reading)


def is_logged(reading: Reading) -> bool:
    """Whether it tells in a log of versions what an edit did."""
    if WE_LOGGED.match(reading.text):
        return True
    return bool(LOGGED.match(reading.text)) and not any(word.stem in {"we", "you"} for word in reading.words)


def is_own_doing(reading: Reading) -> bool:
    """Whether it says only what the data subject may give or do in the service: no right over data."""
    return bool(OWN_DOING.search(reading.text)) and not (reading.has("optout") or reading.has("right"))


def is_table_head(reading: Reading) -> bool:
    """Whether it heads a column: "Category of third party", "Why we use it"."""
    return len(reading.words) <= HEAD and bool(TABLE_HEAD.fullmatch(reading.text))


def is_capital(reading: Reading) -> bool:
    """Whether it is written as titles are, without a subject or an act of its own: "Options For Mobile Advertising"."""
    stems = reading.stems
    if reading.acts or "|" in reading.text or reading.has("place") or stems & SUBJECTS or reading.has("modal"):
        return False
    long = [word for word in reading.words if len(word.text) >= 4]
    return len(long) >= 4 and len(reading.words) <= LONG_TITLE and all(word.capital for word in long)


def is_label(reading: Reading) -> bool:
    """Whether it is a word or two that name a page or a button: "Answers", "Sign in"."""
    kinds = {term.kind for term in reading.terms}
    return len(reading.words) <= 2 and not kinds & {"data", "party", "purpose", "right", "optout", "safeguard", "basis"}


def is_title(reading: Reading) -> bool:
    """Whether it is a short line without a subject, a verb or an act of its own."""
    stems = reading.stems
    spoken = stems & SPOKEN or reading.has("modal")
    if spoken:
        return False
    weighty = any(term.kind not in NAMING for term in reading.terms)
    if len(reading.words) <= TITLE and not weighty:
        return True
    stopped = reading.text.rstrip(' *_"”’)').endswith((".", "!", ":", ";", ","))
    named = all(reading.terms[act.term].text.casefold().endswith("ing") for act in reading.acts)
    return len(reading.words) <= LONG_TITLE and not stopped and bool(reading.acts) and named


def _opens_list(reading: Reading) -> bool:
    """Whether it only leads to what follows: "Examples of uses:"."""
    stems = reading.stems
    return reading.text.rstrip().endswith(":") and not stems & SUBJECTS
