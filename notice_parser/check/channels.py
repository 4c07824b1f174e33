"""The ways by which people are told and heard: addresses, channels, and what a right takes to be used."""

import re
from collections.abc import Iterator

from notice_parser.check.effects import BETTER, EVEN, WORSE, Effect
from notice_parser.check.moved import Moved
from notice_parser.check.reading import Reading
from notice_parser.check.terms import Term
from notice_parser.vocabulary import RIGHTS

UPDATES = frozenset({"chang", "updat", "amend", "revis", "alter", "modification", "amendment"})
# "in your settings", "with one click", "use the switch", "from the menu", "tap"
AT_HAND = re.compile(
    r"\b(?:settings?|in the app|in-app|click(?:ing)?|tap(?:ping)?|links?|toggle|switch(?! off\b| on\b)|button|menu|dashboard|control panel|web ?form|online|preferences? (?:page|cent(?:er|re))|check ?box|e-?mails?)\b",
    re.IGNORECASE,
)
# "by registered letter", "by post", "write to our head office", "by fax"
ON_PAPER = re.compile(
    r"\b(?:(?:a|by|of a|per|in a|your|signed|registered|certified) (?:\w+ )?letter|(?:by|through the|via|ordinary|registered|certified|surface) (?:post|mail)|postal (?:mail|address)|by (?:fax|telefax|courier)|paper form|on paper|in person|at (?:a|one of our) (?:branch(?:es)?|counters?))\b",
    re.IGNORECASE,
)


def effort_effects(before: Reading, after: Reading) -> Iterator[Effect]:
    """A right or choice that was at hand and now takes a letter, or the reverse."""
    if not (_exercised(before) and _exercised(after)):
        return
    (hand, paper), (hand_now, paper_now) = _ways(before), _ways(after)
    if hand and not paper and paper_now and not hand_now:
        yield Effect("effort", "paper", WORSE, 5.0, hand, paper_now)
    elif paper and not hand and hand_now and not paper_now:
        yield Effect("effort", "hand", BETTER, 5.0, paper, hand_now)


def _ways(reading: Reading) -> tuple[str, str]:
    """The words that say it is at hand, and those that say it is done on paper."""
    hand, paper = AT_HAND.search(reading.text), ON_PAPER.search(reading.text)
    return hand.group() if hand else "", paper.group() if paper else ""


# "To stop mailings", "Delete your account", "You may cancel"
USED = re.compile(
    r"\W*(?:to (?:stop|end|cancel|refuse|leave|unsubscribe|withdraw|opt|delete|close|object|have|get|see|correct)|delete|close|cancel|you (?:can|may|have))\b",
    re.IGNORECASE,
)


def _exercised(reading: Reading) -> bool:
    """Whether it says how somebody uses a right or a choice."""
    if reading.has("right") or reading.has("optout"):
        return True
    return bool(USED.match(reading.text)) or any(act.action in RIGHTS and act.actor == "you" for act in reading.acts)


def address(moved: Moved) -> Iterator[Effect]:
    """A way to reach somebody: replaced it is even, new it helps."""
    if moved.other is not None and all(_on_the_web(term) for term in (moved.term, *moved.others)):
        return  # a printed link leads elsewhere, as a link behind words may
    if any(MASKED in term.value for term in (moved.term, *moved.others)):
        return  # the page hid the address: whether it is the same one cannot be told
    replaced = any(term.kind in {"address", "channel"} for term in moved.others) or _reached_else(moved)
    yield moved.effect("contact", EVEN if replaced else BETTER, 2.0)


def _reached_else(moved: Moved) -> bool:
    """Whether a name stands in its place in a sentence that says how to reach somebody."""
    main = moved.reading.main
    return main is not None and main.action == "contact" and any(term.kind == "name" for term in moved.others)


MASKED = "email protected"  # "[email protected]", what a web page shows in place of an address until its script has run


def _on_the_web(term: Term) -> bool:
    return term.kind == "address" and term.value.startswith(("http://", "https://", "www."))


def site(moved: Moved) -> Iterator[Effect]:
    """A site named by its domain: another than before, or one more or fewer."""
    yield moved.effect("name", EVEN, 1.0)


def channel(moved: Moved) -> Iterator[Effect]:
    """How people are told or heard: a page is less than a message."""
    facing = [term.value for term in moved.others if term.kind == "channel"]
    told = any(act.action == "change" for act in moved.reading.acts) or UPDATES.intersection(
        word.stem for word in moved.reading.words
    )
    if told and moved.term.value == "page":
        yield moved.effect("update", WORSE if facing else BETTER, 3.0 if facing else 1.0)
    elif told and moved.term.value in {"email", "phone", "post"}:
        yield moved.effect("update", BETTER, 3.0)
    else:
        yield moved.effect("channel", EVEN if facing or _reached_else(moved) else BETTER, 2.0)


TOLD_APART = frozenset({"share", "sell", "collect", "use", "respond", "delete"})
FRONTED = re.compile(
    r"\W*(?:in order )?(?:to|for|if|should)\b[^.;:]*?,", re.IGNORECASE
)  # "To have your data erased, …"
# "Go to your settings", "Open the app"
GO_TO = re.compile(r"\W*(?:please )?(?:go to|visit|open|click|tap|navigate to|select)\b", re.IGNORECASE)
# "we have appointed Fjord Ltd as our representative", "our data protection officer is"
APPOINTED = re.compile(
    r"\b(?:designated|appointed|nominated|named|chosen)\b.{0,200}\b(?:representative|data protection officer|privacy officer|dpo|ombudsman)\b|\b(?:representative|data protection officer|privacy officer|dpo) (?:\w+ ){0,6}is\b",
    re.IGNORECASE,
)


def leads_elsewhere(before: Reading, after: Reading) -> bool:
    """Whether both sides do nothing but say whom to ask or where to go: what was replaced favours nobody."""
    if GO_TO.match(before.text) and GO_TO.match(after.text) and not FRONTED.search(after.text):
        return True
    if APPOINTED.search(before.text) and APPOINTED.search(after.text):
        return True
    return _tells_where(before) and _tells_where(after)


def _tells_where(reading: Reading) -> bool:
    """Whether the sentence does nothing but say whom to ask."""
    acts = [act.action for act in reading.acts if act.scope == "main"]
    if FRONTED.match(reading.text) and "contact" in acts:
        acts = acts[acts.index("contact") :]  # "To have your data erased, write to us"
    return "contact" in acts and not reading.has("neg") and not TOLD_APART.intersection(acts)
