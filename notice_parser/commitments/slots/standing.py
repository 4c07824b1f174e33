"""Where a purpose can stand: after "to" and "for", before "purposes", at the head of an item in a list of them."""

from notice_parser.commitments.slots.cues import cues
from notice_parser.commitments.slots.trie import Hit

REACH = 30  # tokens from one purpose to the next of the same chain
NAMED = 14  # tokens from "purposes" to "include"
CASE = 12  # tokens of a case that begins an item
ROMAN = 4  # letters in the label of a list item: "a", "iii", "viii"


def stands(words: list[str], hit: Hit, form: str, chain: int, introduced: bool) -> bool:
    """Whether a term of this form names a purpose at this place; `chain` is the token after the last one."""
    if form in ("strong", "double"):
        return True
    if form == "adjectives":
        return _before_purposes(words, hit.last)
    if form == "identity":
        return not cues("purposes")["proving"] & set(words) and (
            after_to(words, hit.first, introduced) or _nounstands(words, hit, introduced)
        )
    linked = 0 <= chain <= hit.first <= chain + REACH and not _stopped(words, chain, hit.first)
    linked = linked and hit.first > 0 and words[hit.first - 1] in cues("purposes")["links"]
    if form in ("verbs", "weak"):
        return linked or after_to(words, hit.first, introduced) or (form == "verbs" and _acts(words, hit))
    if form == "ing":
        return linked or after_for(words, hit.first, introduced)
    return (linked and hit.first - chain <= 4) or _nounstands(words, hit, introduced)


def _acts(words: list[str], hit: Hit) -> bool:
    """Whether the act says its purpose by itself: "we do not market to you", "we may send you offers"."""
    if all(entry.value in cues("purposes")["unsaid"] for entry in hit.entries):
        return False
    return acting(words, hit.first)


def acting(words: list[str], at: int) -> bool:
    """Whether the verb at `at` is what the controller does: "we may also send"."""
    at -= 1
    while at >= 0 and words[at] in cues("purposes")["auxiliaries"]:
        at -= 1
    return at >= 0 and words[at] == "we"


def _before_purposes(words: list[str], at: int) -> bool:
    """Whether a word and those joined to it stand before "purposes": "administrative, analytical and legal purposes"."""
    last = min(len(words), at + JOINED)
    joined = 0
    while at < last and words[at] not in cues("purposes")["purpose_words"]:
        link = words[at] in (",", "and", "or", "/", "&")
        joined = 0 if link else joined + 1
        if joined > 2 or words[at] in (".", ";", ":", "to", "for"):
            return False
        at += 1
    return at < last


JOINED = 9  # tokens from an adjective to "purposes"


def _stopped(words: list[str], chain: int, first: int) -> bool:
    """Whether another clause begins between two purposes; "the services we offer" begins none."""
    for at in range(chain, first):
        word = words[at]
        if word in cues("purposes")["stops"]:
            return True
        if word in ("we", "they", "you") and words[at - 1] in (",", "and", "or", "so", "that", ";"):
            return True
    return False


def after_to(words: list[str], first: int, introduced: bool) -> bool:
    """Whether the verb at `first` stands after a "to" that opens a purpose, or heads an item in a list of purposes."""
    at = _before_label(words, first - 1)
    while at >= 0 and (words[at] in cues("purposes")["helping"] or words[at].endswith("ly")):
        at -= 1
    at = _before_label(words, at)
    if at < 0 or _after_case(words, at):
        return introduced or (first > 0 and words[0] == "help")
    if words[at] == "to":
        return not _blocked(words, at)
    if words[at + 1] in ("help", "helps") and (words[at] not in ("can", "may") or words[at - 1] not in HELPERS):
        return True
    return (
        words[at] in ("can", "may") and at >= 2 and words[at - 1] in ("we", "they") and words[at - 2] in ("so", "that")
    )


HELPERS = ("you", "who", "they", "users", "customers", "we")  # "you can help us" is no purpose, "logs can help us" is


def _after_case(words: list[str], at: int) -> bool:
    """Whether a comma ends the case at the head of an item: "For team accounts, recommending people"."""
    return words[at] == "," and at <= CASE and words[0] in ("for", "if", "when", "where", "with", "in", "as")


def _before_label(words: list[str], at: int) -> int:
    """The token before the label of a list item that ends at `at`: "to: (i) prevent", "4. Protecting", "- measure"."""
    while at >= 0 and words[at] in cues("purposes")["bullets"]:
        at -= 1
    if at >= 0 and words[at + 1 : at + 2] in ([")"], ["."]) and (words[at].isdecimal() or len(words[at]) <= ROMAN):
        at -= 1 + (words[at - 1 : at] == ["("])
        while at >= 0 and words[at] in cues("purposes")["bullets"]:
            at -= 1
    return at


def _blocked(words: list[str], at: int) -> bool:
    """Whether the "to" at `at` depends on a word that asks, allows or intends."""
    before = words[at - 1] if at else ""
    if before == "able" and words[at - 3 : at - 1] == ["to", "be"] and at >= 3:
        return _blocked(words, at - 3)  # "to be able to show"
    if before == "used" and at > 2 and words[at - 2] in ("is", "are", "be") and "that" in words[at - 4 : at - 2]:
        return True  # "identifiers that are used to recognise a device"
    if before in ("required", "needed") and _of_data(words, at - 2):
        return False
    if before in cues("purposes")["no_purpose"]:
        return not (before == "required" and at > 1 and words[at - 2] in ("as", "where"))
    return (
        before in cues("purposes")["objects"]
        and at > 1
        and any(word in cues("purposes")["asked"] for word in words[max(0, at - 4) : at - 1])
    )


def _of_data(words: list[str], at: int) -> bool:
    """Whether what is required is data, nobody's doing: "this data is required to fulfil the contract"."""
    return at > 0 and words[at] in ("is", "are") and words[at - 1] not in ("we", "you", "they", "who", "it", "that")


def after_for(words: list[str], first: int, introduced: bool) -> bool:
    """Whether the verb in -ing at `first` stands after a "for" that opens a purpose, or heads an item."""
    at = _before_label(words, first - 1)
    while at >= 0 and (words[at].endswith("ly") or words[at] in ("their", "its", "us", "our")):
        at -= 1
    if at < 0 or _after_case(words, at):
        return introduced
    if words[at] in ("for", "in"):
        return words[at - 1 : at] != ["responsible"]
    if words[at] in cues("purposes")["purpose_words"] and words[at + 1] == ":":
        return True  # "for the following purposes: keeping"
    if words[at] in cues("purposes")["naming"]:
        return introduced or any(word in cues("purposes")["purpose_words"] for word in words[max(0, at - NAMED) : at])
    return (
        words[at] == "of"
        and at > 0
        and words[at - 1] in (*cues("purposes")["purpose_words"], "interest", "interests", "context", "course")
    )


def _nounstands(words: list[str], hit: Hit, introduced: bool) -> bool:
    if hit.last < len(words) and words[hit.last] in cues("purposes")["purpose_words"]:
        return True
    at = hit.first - 1
    while at >= 0 and words[at] in cues("purposes")["noun_fillers"]:
        at -= 1
    at = _before_label(words, at)
    if at < 0:
        return introduced
    if words[at] in cues("purposes")["purpose_words"] and words[at + 1] == ":":
        return True
    if words[at] == "of":
        return words[at - 1] in cues("purposes")["purpose_words"]
    if words[at] == "for":
        return words[at - 1] not in cues("purposes")["asking"]
    return words[at] in ("with", "to") and at > 0 and words[at - 1] in ("connection", "related", "relating", "relation")
