"""The subject of a verb group: the head of the noun phrase that stands before it."""

from notice_parser.commitments.chains import PARTY
from notice_parser.commitments.levels import Clause
from notice_parser.commitments.lexemes import word_set
from notice_parser.commitments.reading import Reading

SUBJECTS = PARTY + "I"  # what a pronoun can be: "it" is a thing
WIDEST = 150  # units that a subject can take
WITHIN = ("at", "on", "in", "of", "from", "within", "inside")  # not "outside": "nobody outside our clinic"
HEADS = PARTY + "IxcrK"  # classes that can head a subject


def subject_head(reading: Reading, end: int, start: int, *, fronted: bool = False) -> int:
    """The head of the subject before the verb group at `start`, not before `end`; -1 where there is none.

    `fronted`: a condition stands in front, so that the subject begins after its last comma.
    """
    low = _region(reading, end, start, fronted=fronted)
    k = start - 1
    while k >= low and reading.kinds[k] in "AN":
        k -= 1
    if k >= low and reading.kinds[k] in SUBJECTS and reading.words[k] in word_set("pronouns"):
        return k
    heads = [j for j in range(low, k + 1) if reading.kinds[j] in HEADS and not _in_phrase(reading, j, low)]
    heads = [j for j in heads if not _modifies(reading, j)]
    parties = [j for j in heads if reading.kinds[j] in PARTY and not _names_kind(reading, j)]
    return parties[0] if parties else heads[0] if heads else -1


def _names_kind(reading: Reading, at: int) -> bool:
    """Whether a name says whose the party after it is: "Norvo customers", "Norvo's partners"."""
    named = reading.kinds[at] == "C" and reading.words[at] not in word_set("pronouns")
    after = at + 1 + (reading.words[at + 1 : at + 2] in (["'s"], ["’s"]))
    return named and reading.kinds[after : after + 1] in ("U", "T")


def _modifies(reading: Reading, at: int) -> bool:
    """Whether a noun for a person only says of what kind the next one is: "member facilities"."""
    word = reading.words[at]
    single = (
        reading.kinds[at] == "U" and not word.endswith("s") and word not in word_set("pronouns") and " " not in word
    )
    return single and reading.kinds[at + 1 : at + 2] == "x" and reading.words[at + 1].endswith("s")


def _in_phrase(reading: Reading, at: int, low: int) -> bool:
    """Whether a preposition governs the unit: "the privacy of your data"."""
    k = at - 1
    several = k >= low and reading.kinds[k : at + 1] == "IT" and reading.words[at].endswith("s")
    if several and "data" in reading.lexemes[k].topics:  # "the kinds of information advertisers share"
        return False
    while k >= low and reading.kinds[k] in "oxIcCUTAn&":
        if reading.words[k] == "the" and k > low and reading.kinds[k - 1] == "c":
            return False  # "in some cases the recipients"
        k -= 1
    if k < low or reading.kinds[k] not in "pt":
        return False
    return not (reading.words[k] == "of" and reading.words[k - 1] in word_set("quantifiers"))


def _region(reading: Reading, end: int, start: int, *, fronted: bool) -> int:
    """Where the subject can begin at the earliest: after the last break."""
    k, end = start, max(end, start - WIDEST)
    while k > end and reading.kinds[k - 1] not in ";ir":
        if reading.kinds[k - 1] == "," and reading.kinds[k] != "&" and _breaks(reading, k - 1, start, fronted=fronted):
            break
        k -= 1
    return k


def _breaks(reading: Reading, comma: int, start: int, *, fronted: bool) -> bool:
    """Whether a comma ends what stands before the subject: no "and" follows it before the verb group."""
    after = reading.kinds[comma + 1 : start]
    return (fronted or "&" not in after) and any(kind in "CUTIxo" for kind in after)


def own_people(reading: Reading, clause: Clause) -> bool:
    """As in "nobody at our company", "no one on our team", "no employee of ours", "no Acme employee"."""
    at = clause.subject
    person = reading.words[at] in word_set("people")
    if reading.kinds[at - 1 : at] == "C" and person:
        return True
    after = range(at + 2, min(at + 5, clause.start))
    within = (person or reading.words[at] in ("nobody", "no one", "no-one")) and reading.words[at + 1] in WITHIN
    ours = any(reading.kinds[k] == "C" or reading.words[k] in ("our", "ours") for k in after)
    return within and ours and "T" not in reading.kinds[at + 2 : clause.start]


def own_thing(reading: Reading, clause: Clause) -> bool:
    """Whether the subject is a thing of the controller's: "our tills record", "the shop sets cookies"."""
    first = reading.words[max(clause.subject_start, clause.subject - 2) : clause.subject]
    lower = reading.text[reading.starts[clause.subject]].islower()
    return lower and bool({"our", "the", "this", "these"} & set(first))
