"""Sentences that only send the reader elsewhere, greet him, date the notice or speak of its own text."""

import re

from notice_parser.check.reading import Reading

# "For more information", "To learn more", "see section 4", "click here", "as described below", "please refer to"
POINTER = re.compile(
    r"\b(?:for (?:more|further|additional) (?:information|details?)|to (?:learn|find out|read|see) more|learn more|more information (?:about|on)|find out more|please (?:also )?(?:see|refer|read|visit|review|consult)|refer to|(?:click|tap) here|(?:see|described|explained|set out|listed) (?:below|above)|(?:^\\W*|, |please )see (?:the |our |section|(?-i:[A-Z“\"]))|you (?:can|may|will) (?:also )?(?:find|read|learn|preview|watch|(?:access|view|see|visit) (?:our|this|a list|more|your (?:\w+ )?(?:privacy )?(?:policy|notice)|the (?:\w+ )?(?:section|page|list|table|policy|notice|statement|terms|links?|website|site|summary|chart|overview|text)))|this (?:section|page) (?:describes|explains))\b",
    re.IGNORECASE,
)
# "Last updated: 1 May 2024", "Effective 2024-05-01", "Version 3", "This policy was expanded on …"
DATELINE = re.compile(
    r"\b(?:updat|effective|revis|version|last modified|expanded|amended|in force|posted|published|dated|as of)",
    re.IGNORECASE,
)
# "Formulated on 1 May 2012, last revised on 3 March 2022 (added descriptions of …)"
LOG = re.compile(
    r"\W*(?:formulated|established|enacted|(?:last )?(?:revised|updated|modified|amended)|version)\b", re.IGNORECASE
)
LOGGED = 90  # words of an entry in a log of versions
# "Thank you for choosing us", "Welcome to"
GREETING = re.compile(r"\W*(?:thank(?:s| you)|welcome|we hope|hello|dear)\b", re.IGNORECASE)
# "https://example.org", a link that stands alone
WEB = re.compile(r"\W*(?:https?://|www\.)\S+\W*")
# "Consent tool: https://example.org/tool", a name and the address of its page
NAMED_WEB = re.compile(r"\W*(?:[\w.&’'/+-]+,? ){0,7}[\w.&’')/+-]+ ?[:–-] ?(?:https?://|www\.)\S+\W*")
# "pageReference: /content/page-1": what a template left behind
LEFT_BEHIND = re.compile(r"\W*[A-Za-z]\w*: ?/\S+\W*")
# "The terms are set out in more detail below", "is described in the section", "are discussed below"
ABOUT_TEXT = re.compile(
    r"\b(?:information|details?|lists?|polic(?:y|ies)|notices?|statements?|overview|explanations?|essence|text)\b[^.;]{0,140}?\b(?:is|are|can be) (?:also )?(?:available|found|provided|accessible) (?:here|at|in|on|under|via|below|above|from)\b|\b(?:notice|policy|statement|addendum|supplement) supplements?\b|\b(?:is|are|be) (?:also |further |fully )?(?:described|discussed|explained|set out|set forth|outlined|covered|detailed|listed|summari[sz]ed|governed|provided|stated)(?: in(?: \w+)? detail)? (?:below|above|(?:in|by) (?:the|this|our|that|section|paragraph|chapter))\b",
    re.IGNORECASE,
)
# "The table below explains", "This chart shows", "The disclosures in this notice describe how", "The following terms apply to"
TEXT_TELLS = re.compile(
    r"\W*(?:(?:the|this|our) (?:\w+ ){0,3}?(?:table|chart|list|section|page|chapter|summary|paragraph|notice|policy|statement|disclosures?|terms of (?:service|use)|terms)s?(?: (?:below|above|in this (?:\w+ )?(?:notice|policy|statement)))?(?: that)? (?:also |further )?(?:describe|explain|show|list|set|outline|summari[sz]e|contain|provide)s?\b|(?:it|this) (?:also )?(?:describes|explains|outlines|summari[sz]es) (?:how|what|our|the|which|why)\b|(?:this|the) (?:[\w.-]+ ){0,4}?(?:notice|policy|statement|supplement) supplements? (?:the|our)\b|as used in (?:this|the|our)\b|the (?:phrase|terms?|words?|expression) [\"“'‘]|the following (?:\w+ ){0,2}(?:terms|chart|table|section|list|paragraphs?|disclosures?) )",
    re.IGNORECASE,
)


# "For more information on how we use it, see …", "This is also known as", "it depends on where you live"
SENDS = re.compile(
    r"\W*(?:for|to (?:find|learn|read|see)) (?:more|further|additional|out more)\b.{0,240}?\b(?:see|visit|refer|read|click|contact|consult|check|go to|is available|can be found)\b|\W*to (?:see|view|read|learn|find)\b.{0,160}, (?:please )?(?:see|visit|click|read|go to)\b",
    re.IGNORECASE,
)
NAMES = re.compile(
    r"\b(?:is|are) (?:also |sometimes |commonly |often )?(?:known as|called|referred to as)\b", re.IGNORECASE
)


def is_pointer(reading: Reading) -> bool:
    """Whether the sentence only greets the reader or sends him elsewhere."""
    if GREETING.match(reading.text):
        return True
    if SENDS.match(reading.text) and not reading.has("optout") and not reading.has("right"):
        return True
    if not POINTER.search(reading.text) or reading.has("basis"):
        return False
    return not any(
        act.actor == "we" and act.scope == "main" and act.action not in {"notify", "contact", "ask", "other"}
        for act in reading.acts
    )


def is_about_text(reading: Reading) -> bool:
    """Whether it speaks of the text of the notice alone, or only names the page that a link leads to."""
    text = reading.text
    if reading.has("optout") or reading.has("neg"):
        return False
    if WEB.fullmatch(text) or LEFT_BEHIND.fullmatch(text):
        return True
    return bool(ABOUT_TEXT.search(text) or NAMES.search(text) or TEXT_TELLS.match(text) or NAMED_WEB.fullmatch(text))


YEAR = re.compile(r"\b(?:19|20)\d\d\b")  # "2024"


def is_dateline(reading: Reading) -> bool:
    """Whether the sentence only dates the notice, or stands in a log of its versions."""
    dated = reading.has("date") or bool(YEAR.search(reading.text))
    said = [term for term in reading.terms if term.kind not in {"light", "date", "number", "name", "pointer"}]
    if dated and len(said) <= 1:
        return True
    return (
        bool(DATELINE.search(reading.text))
        and (dated or reading.text.lstrip("*• -").startswith("Updated"))
        and len(reading.words) <= (LOGGED if LOG.match(reading.text) else 40)
        and not reading.has("period")
    )
