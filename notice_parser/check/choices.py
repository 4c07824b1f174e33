"""Whether a sentence that stands alone gives the data subject a right or a choice, and which."""

import re

from notice_parser.check.effects import Effect
from notice_parser.check.hollow import is_own_doing
from notice_parser.check.reading import Act, Reading
from notice_parser.check.terms import Term

PEOPLE = r"(?:you|users|customers|members|patients|parents|individuals|anyone|everyone|tenants|pupils|students|subscribers|passengers|guests|players|readers|clients|adults|residents|consumers|policyholders|borrowers|donors|agents?)"
# "delete", "turn off", "choose whether": what somebody does who decides about data of his own
CONTROL = r"(?:access|ask|request|demand|inspect|obtain (?:a |your )|get (?:a copy|your|their)|have (?:your|their|any|it|them|us|an?|the)\b|confirm|verify|consult|inquire|enquire|(?:visit|go to|use|open|check) (?:your|the|our) (?:[\w-]+ ){0,3}?(?:settings|preferences|controls|options)|use\b (?:[\w’'-]+ ){0,8}?to (?:limit|opt|control|stop|manage|object|delete|access|block|disable|turn)|correct|updat\w+|edit|amend|rectify|delete|remov\w+|eras\w+|clear|clos\w+|deactivate|cancel|(?:download|export|transfer|mov\w+|tak\w+) (?:all |any |some )?(?:of )?(?:your|their)\b|control|manag\w+|adjust|chang\w+|modify|set|turn (?:\w+ ){0,6}?off|turn off|switch (?:\w+ ){0,6}?off|opt|object|refus\w+|reject|declin\w+|withdraw|revok\w+|limit|restrict|stop|prevent|block|disabl\w+|hid\w+|unsubscribe|unlink|unfollow|disconnect|export|(?:download|transfer|mov\w+|tak\w+|cop\w+) (?:\w+ ){0,5}?(?:data|information|copy|copies|archive|content|records?|files?)|contact|write|e-?mail|call|phone|reach|complain|lodge|fil\w+|submit|send (?:a|your|us)|appeal|contest|challenge|choose (?:whether|not|who|what|which|how|between|the|your)|decide|select|exercis\w+|designate|appoint|authori[sz]e|leav\w+|paus\w+|reset|consent|direct|say no|pick (?:what|which|who)|enable or|(?:use|visit|browse|stay|remain|read|buy|shop|order|play|watch|listen|travel|pay)\b[^.;]{0,60}?\b(?:without|anonymous\w*)|(?:view|see|review|check) (?:and|or) (?:control|manage|delete|edit|change|remove|update)\b|(?:view|see|review|check|find out|know|learn)\b (?:\w+ ){0,5}?(?:data|information|records?|who|what|which|stored|collected)|turn (?:\w+ ){0,3}on or|appear|ignore|avoid|skip)"
# "you can opt out", "members may at any time delete", "you will always be able to change"
ABLE = re.compile(
    rf"\b{PEOPLE} (?:also |always )?(?:can|may|could|(?:will|may|can|might|should|would) (?:always |also )?be able to|are (?:always |also )?(?:able|free|allowed) to|have the (?:ability|possibility) to)(?:,? (?:also|then|always|still|instead|either|each|both|at any time|at any moment|later|further|therefore|however|,|now|choose to|decide to|if you (?:wish|like|want)|upon request|[a-z]+ly)){{0,6}},? {CONTROL}\b",
    re.IGNORECASE,
)
# "you have the right", "to opt out", "on request", "your consent before", "with your consent"
CHOICE = re.compile(
    rf"\b(?:{PEOPLE} (?:also |always |still )?(?:have (?:the |a |an |certain |other |additional |several |various |specific |further |following ){{0,3}}(?:legal |privacy )?(?:rights?|options?|choices?)|are entitled)|(?:(?:want|wish|like|choose|prefer|able) |^\W*)to (?:opt[ -]out|unsubscribe|exercise|object|withdraw|limit|delete|access|correct|stop|complain|(?:adjust|manage|change|control|update|turn off|disable) (?:\w+ ){{1,4}}?(?:settings|preferences|choices|consents?))|(?:right|option|choice) to|(?:offer|provid|giv)\w* (?:you|our users|our members|our customers) (?:with )?(?:[\w’'-]+ ){{0,6}}?(?:tools?|options?|ability|possibility|choices?|control|controls|settings)\b|free to|(?:provid|send you|giv|delet|eras|cop(?:y|ies)|correct|available|access|obtain|remov|inform|tell|stop|free)\w*\b[^.;]{{0,70}}\b(?:on|upon|at) (?:your |their )?request\b|(?:on|upon|at) (?:your |their )?request,? (?:we|you)\b|we (?:will|shall),? (?:on|upon|at) (?:your |their )?request\b|(?:can|may) (?:request|inspect|object|complain|withdraw|refuse|decline)\b|you (?:alone |yourself |always )?(?:decide|choose|control|determine) (?:for yourself )?(?:whether|which|what|who|how|if)\b|(?:treat|honou?r|respect|recogni[sz]e)\w* (?:[\w-]+ ){{0,7}}?(?:opt[ -]outs?|requests? to opt|do not track|gpc|global privacy control|preference signals?)\b|(?:refer|resolv|investigat|settl)\w* (?:[\w.-]+ ){{0,6}}?(?:complaints?|disputes)\b|contact (?:us|(?:our|the|your) (?:[\w.-]+ ){{0,6}}?(?:dispute resolution|authority|authorities|officer|ombuds\w+|representative))|(?:ask for|obtain|seek|get|request) (?:your|their|any) (?:\w+ ){{0,2}}(?:consent|permission)\b|before (?:using|sharing|collecting|we)\b.{{0,40}}consent)\b",
    re.IGNORECASE,
)
# "Use the command to get a copy", "Go to your settings to opt out", "Opt in to the study"
OFFER = re.compile(
    r"\W*(?:please )?(?:(?:choose|press|tap|tick|pick|reply|text|use|go|click|visit|email|write|contact|call|send|select|navigate|check|open|ask|fill|adjust|change|log|sign|exercise)\b.{0,80}\b(?:copy|opt|delet|request|access|unsubscribe|object|choices?|preferences?|settings?|rights?|withdraw|stop|disable)|opt[ -](?:in|out)\b|(?:under [\w’' -]{2,40}, )?(?:request|ask) (?:that )?(?:we|us|access|a|your|the|any)\b)",
    re.IGNORECASE,
)
# "you have the right", "are entitled to"
HAS_RIGHT = re.compile(
    rf"\b{PEOPLE} (?:also |always |may |may also )?(?:have (?:the|a) (?:legal |additional )?right|are (?:also )?entitled)(?:, [^,]{{1,30}},)? to\b",
    re.IGNORECASE,
)
# "For example, you can:", "if you would like to:", "You may:", "your options are:"
LEADS_CHOICE = re.compile(
    rf"\b(?:{PEOPLE} (?:also |always )?(?:can|may|could|will be able to|are able to)|(?:would like|wish|want) to|rights?|options?|choices?|entitled to|able to)\b(?: [\w’'/-]+){{0,12}}[^\w]{{0,4}}[:,]\W*$",
    re.IGNORECASE,
)
# "Turn off:", "To disable the following:"
TURNS_OFF = re.compile(
    r"\W*(?:to )?(?:turn off|switch off|disable|opt out of|toggle off|stop)\b[^.]{0,60}:\W*$", re.IGNORECASE
)
# "We may also keep", "Some of the activities described here may", "This includes": a sentence of its own under a list
OWN_SUBJECT = re.compile(
    r"\W*(?:we|this|these|those|some|our|it|they|there|developers|if|when|where|your \w+ (?:is|are|may|will))\b",
    re.IGNORECASE,
)
# "property right holders", "the rights of others", "our rights": no rights over data
OTHER_RIGHTS = re.compile(
    r"\b(?:property|copy|usage) rights?\b|\brights? ?holders?\b|\brightsholders?\b|\b(?:our|legal) (?:legal )?rights\b|\brights(?:,? (?:and|or|property|safety) ?\w*,?){0,4} of (?!(?:access|erasure|data subjects|individuals)\b)",
    re.IGNORECASE,
)
ENDINGS = "complet", "regulator", "download", "export"  # name a right beside a word for it, or where "you" may do it


def gives_choice(reading: Reading, intro: Reading | None, acts: list[Act]) -> bool:
    """Whether it offers the data subject a right or a choice."""
    if intro is None and is_own_doing(reading):
        return False
    if offered(reading, intro) or ABLE.search(reading.text) or HAS_RIGHT.search(reading.text):
        return True
    if chooses(reading.text):
        return not any(act.negated and act.actor == "you" for act in acts)
    return _may_refuse(reading, acts)


def chooses(text: str) -> bool:
    """Whether the words say that the data subject may decide something about data of his own."""
    return bool(ABLE.search(text) or CHOICE.search(text) or OFFER.match(text))


def offered(reading: Reading, intro: Reading | None) -> bool:
    """Whether the item stands in a list of rights or choices."""
    if intro is None or OWN_SUBJECT.match(reading.text):
        return False
    led = intro.text.rstrip(" *_")
    if not led.endswith((":", ",", "…")):
        return False
    return intro.has("right", "right") or bool(TURNS_OFF.match(led) or LEADS_CHOICE.search(led) or CHOICE.search(led))


def choice_effect(reading: Reading, sign: int) -> Effect:
    """The right or choice as an effect, with the words that offer it."""
    named = [term for term in reading.terms if names_right(term, reading)]
    values = [term.value for term in named]
    value = next((value for value in values if value in {"withdraw", "complain"}), next(iter(values), "right"))
    slot = "choice" if reading.has("optout") else "right"
    action = next((act.action for act in reading.acts), "")
    return Effect(slot, value, sign, 5.0, "", named[0].text if named else _words(reading), action)


def names_right(term: Term, reading: Reading) -> bool:
    """Whether the term names a right: "complete" and "download" do beside data or a word for a right only."""
    if term.kind not in {"optout", "right"}:
        return False
    if term.key == ("right", "right") and OTHER_RIGHTS.search(reading.text) and not chooses(reading.text):
        return False
    if term.value == "restrict" and term.first and reading.words[term.first - 1].stem == "without":
        return False
    if not term.text.casefold().startswith(ENDINGS):
        return True
    return reading.has("right", "right") or (reading.has("data") and chooses(reading.text))


def _words(reading: Reading) -> str:
    """The words that offer the choice."""
    found = ABLE.search(reading.text) or CHOICE.search(reading.text) or OFFER.match(reading.text)
    return found.group() if found else reading.quote(0, len(reading.words), 14)


def _may_refuse(reading: Reading, acts: list[Act]) -> bool:
    """Whether it tells of a refusal or withdrawal that nobody but the data subject can mean."""
    refused = any(act.action == "opt-out" and act.actor in {"", "you"} and act.scope != "if" for act in reading.acts)
    return refused and not any(act.actor == "we" or act.negated for act in acts)
