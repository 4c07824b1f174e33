"""Which kinds of personal data a sentence names."""

import re
from collections.abc import Iterator

from notice_parser.commitments.slots.cues import cues
from notice_parser.commitments.slots.mention import Mention
from notice_parser.commitments.slots.nouns import heads
from notice_parser.commitments.slots.purposes import opens_purposes
from notice_parser.commitments.slots.tokens import Tokens
from notice_parser.commitments.slots.trie import Entry, Hit

LABEL = 6  # words before a name that begins an item: "3. Date and time of"
ITEM = 14  # words that an item of a list may have that is a name and no clause
SHARED = 4  # words from a stem to the head that it shares
PASSIVE = 5  # words from a subject to its participle


def data(text: Tokens, hits: list[Hit], introduction: str) -> list[Mention]:
    """The mentions of data among the noun `hits` of a sentence, or of an item in a list that `introduction` opens."""
    item = _lists_data(text.words, introduction)
    specific: list[Mention] = []
    generic: list[Mention] = []
    child: list[Mention] = []
    done = 0
    for number, hit in enumerate(hits):
        if hit.first < done:
            continue
        for entry, last in _read(text.words, hits, number, item=item):
            done = max(done, last)
            mention = _mention(text, hit.first, last, entry)
            {"generic": generic, "with_data": child}.get(entry.form, specific).append(mention)
    found = specific or generic
    return found + child if found else []


def _mention(text: Tokens, first: int, last: int, entry: Entry) -> Mention:
    start, end = text.range(first, last)
    return Mention("data", entry.value.removeprefix("data:"), start, end, entry.rule)


# "This includes information such as:"
DATA_LIST = re.compile(r"\b(?:data|information|details|identifiers|records)\b")
# "the following data for the purpose of", "these categories of information"
NAMES_DATA = re.compile(r"\b(?:following|types of|kinds of|categories of)(?: \w+)? (?:data|information|details)\b")


def _lists_data(words: list[str], introduction: str) -> bool:
    """Whether an item is a name of data, no clause, in a list of data."""
    clause = words[:1] in (["to"], ["for"]) or any(word in cues("recipients")["finite"] for word in words)
    if len(words) > ITEM or clause or not introduction:
        return False
    low = introduction.lower()
    named = NAMES_DATA.search(low) is not None
    return named or (DATA_LIST.search(low) is not None and not opens_purposes(introduction))


def _read(words: list[str], hits: list[Hit], number: int, *, item: bool) -> Iterator[tuple[Entry, int]]:
    """The rows of a hit that count here, each with the token it reaches to."""
    hit = hits[number]
    rows = [entry for entry in hit.entries if entry.value.startswith("data:")]
    head = _head_after(words, hits, number) if any(entry.form == "stems" for entry in rows) else 0
    if head:
        yield from ((entry, head) for entry in rows if entry.form == "stems")
        return
    for entry in rows:
        if _counts(words, hits, number, entry.form) or (item and entry.form == "listed" and hit.first < LABEL):
            yield entry, hit.last


def _counts(words: list[str], hits: list[Hit], number: int, form: str) -> bool:
    """Whether a term of this form names data at this place."""
    if form == "terms":
        return _stands(words, hits, number)
    if form == "owned":
        return _owned(words, hits[number])
    return form in ("generic", "with_data") or (form == "listed" and _beside(words, hits, number))


def _head_after(words: list[str], hits: list[Hit], number: int) -> int:
    """The token after the head that a stem leads to, straight or through a coordination; 0 where it leads to none."""
    at = hits[number].last
    if at < len(words) and words[at] in heads():
        return at + 1
    if _shares_head(words, at):
        return at
    for hit in hits[number + 1 : number + 8]:
        if (
            hit.first - at > 3
            or hit.first == at
            or any(word not in cues("data")["links"] for word in words[at : hit.first])
        ):
            return 0
        if not (_is_data(hit) or any(entry.form == "stems" for entry in hit.entries)):
            return 0
        at = hit.last
        if (at < len(words) and words[at] in heads()) or (at - hit.first > 1 and words[at - 1] in heads()):
            return hits[number].last
    return 0


def _shares_head(words: list[str], at: int) -> bool:
    """Whether a stem shares its head with words of no list: "device and connection specific information"."""
    if words[at : at + 1] not in (["and"], ["or"], ["/"], ["&"]):
        return False
    for place in range(at + 1, min(len(words), at + 1 + SHARED)):
        if words[place] in heads():
            return place > at + 1
        verbal = words[place].endswith("ing") or words[place] in cues("data")["no_share"]
        if verbal or not words[place].isalpha():
            return False
    return False


def _owned(words: list[str], hit: Hit) -> bool:
    """Such as "your content", "content that you upload"."""
    if hit.first and words[hit.first - 1] in cues("data")["owners"]:
        return True
    after = words[hit.last : hit.last + 2]
    return after[:1] in (["you"], ["they"]) or (
        len(after) == 2 and after[0] in cues("data")["relative"] and after[1] in ("you", "they")
    )


def _stands(words: list[str], hits: list[Hit], number: int) -> bool:
    """Channels and the verb "address" are no data by themselves: "by e-mail", "to address your concerns"."""
    hit = hits[number]
    name = "".join(words[hit.first : hit.last])
    before = words[hit.first - 1] if hit.first else ""
    if name in cues("data")["channels"]:
        return before in cues("data")["owners"] or (
            not name.endswith("s") and _neighbours(words, hits, number, "data:contact")
        )
    if name in ("message", "messages"):
        return before not in cues("data")["messages_of_others"]
    if name in ("address", "addresses"):
        return before not in cues("data")["verbs_before_address"]
    return True


def _beside(words: list[str], hits: list[Hit], number: int) -> bool:
    """A word that names data only in the company of data: "IP address, browser and operating system"."""
    if _neighbours(words, hits, number):
        return True
    at = hits[number].first - 1
    owned = at >= 0 and words[at] in cues("data")["owners"]
    theirs = owned or words[at + 1] in cues("data")["owners"]
    while at >= 0 and words[at] in ("your", "the", "their", "any", "a", "such"):
        at -= 1
    if at >= 0 and words[at] in ("about", "regarding", "including", "as", "collect", "record", "track", "concerning"):
        return True
    if at > 0 and words[at] == "of" and words[at - 1] in cues("data")["records_of"]:
        return True
    after = words[hits[number].last : hits[number].last + PASSIVE]
    passive = any(word in ("be", "is", "are", "been") for word in after)
    if owned and any(word in cues("data")["processing"] for word in words[max(0, at - 2) : at + 1]):
        return True
    return theirs and passive and any(word in cues("data")["processed"] for word in after)


def _neighbours(words: list[str], hits: list[Hit], number: int, kind: str = "data:") -> bool:
    """Whether another name of data, of this kind, stands next to this one with nothing but links between."""
    hit = hits[number]
    beside = [(other.last, hit.first) for other in hits[max(0, number - 1) : number] if _is_data(other, kind, words)]
    beside += [(hit.last, other.first) for other in hits[number + 1 : number + 2] if _is_data(other, kind, words)]
    return any(
        0 < first - last <= 4 and all(w in cues("data")["between"] for w in words[last:first]) for last, first in beside
    )


def _is_data(hit: Hit, kind: str = "data:", words: list[str] | None = None) -> bool:
    """Whether a hit names data of a kind; a channel is no company for another."""
    if words and kind != "data:" and "".join(words[hit.first : hit.last]) in cues("data")["channels"]:
        return False
    return any(entry.value.startswith(kind) and entry.form in ("terms", "listed", "owned") for entry in hit.entries)
