"""Statements that no single verb group carries: what data includes, what there is not, whose negation reaches the verb."""

import re

from notice_parser.commitments.acts import FAR
from notice_parser.commitments.levels import REACH, Clause, Level
from notice_parser.commitments.lexemes import word_set
from notice_parser.commitments.parties import Role
from notice_parser.commitments.reading import Reading
from notice_parser.vocabulary import Action, Actor, Modality

# "The information [that] we collect includes": before the first clause stands a noun, after it what it consists of.
SAYS_WHAT = re.compile(r"[oxIpcA&CUT]*t?r?C")


# "Information [we] collected by us includes", "the data processed comprises"
REDUCED = re.compile(
    r"[oxIpcA&CUT]{0,12}?I[oxIcAp]{0,4}?(?P<verb>P)(?P<agent>p[oxA]?[Cx])?(?=[^;VSMWDBHirU]{0,20}[px])"
)
CONSISTING = frozenset(
    ("include", "includes", "including", "consist", "consists", "comprise", "comprises", "encompasses")
)


def reduced(reading: Reading) -> tuple[Clause, ...]:
    """As in "information collected by us includes your name": the participle says what is collected."""
    after = next((at for at, word in enumerate(reading.words) if word in CONSISTING and word != "including"), 0)
    found = REDUCED.match(reading.kinds, 0, after + 1) if after else None
    if not found or not _of_data(reading.topics(0, found.start("verb"))) or ";" in reading.kinds[:after]:
        return ()
    if set(reading.kinds[found.end("verb") : after]) & set("VSMWDBHirUT"):
        return ()
    at = found.start("verb")
    subject = reading.kinds.rfind("I", 0, at)
    return (
        Clause(
            Level.MAIN,
            at,
            at,
            form="P",
            passive=True,
            marks=[],
            subject=subject,
            party=-1,
            lead=0,
            subject_start=0,
            subject_end=at,
        ),
    )


def says_what(reading: Reading, found: list[Clause]) -> bool:
    """Whether the sentence asserts what is collected: "the information we collect includes your name"."""
    first = found[0] if found else None
    if (
        first is None
        or first.level != Level.RELATIVE
        or not SAYS_WHAT.fullmatch(reading.kinds[: first.start].rstrip("AMN"))
    ):
        return False
    told = _of_data(reading.topics(0, first.start)) or _of_recipients(reading, first)
    if set(reading.words[: first.start]) & {"how", "what", "why"} or not told:
        return False
    stop = reading.kinds.find(";", first.verb)
    near = [c for c in found if c.verb < stop or stop < 0]
    acts = [c for c in near if c.level == Level.MAIN and reading.lexemes[c.verb].verbs]
    consists = set(reading.words[first.verb :]) & word_set("consisting")
    return bool(consists) and all(reading.lemma(c.verb) in ("include", "consist") for c in acts)


def _of_recipients(reading: Reading, first: Clause) -> bool:
    """As in "the third parties with whom we share include": who gets the data is told."""
    return "T" in reading.kinds[: first.start] and reading.lemma(first.verb) in ("share", "disclose", "sell")


def _of_data(topics: list[str]) -> bool:
    return "data" in topics and "policy" not in topics


# What nouns of doing come to: "there is no sale of your data".
DOINGS = {
    "disclosing": Action.SHARE,
    "selling": Action.SELL,
    "collecting": Action.COLLECT,
    "storing": Action.RETAIN,
    "transferring": Action.TRANSFER,
    "profiling": Action.INFER,
    "tracking": Action.TRACK,
    "decision": Action.AUTOMATE,
    "using": Action.USE,
}


def absent(reading: Reading, clause: Clause) -> Role | None:
    """As in "there is no disclosure of your results": what nobody does."""
    subject = reading.words[clause.subject_start : clause.subject_end]
    if reading.kinds[clause.verb] == "B" and {"retention", "storage"} & set(subject[:4]) and "period" in subject:
        return Role(Actor.CONTROLLER, None, Action.RETAIN)  # "the retention period is ten years"
    verb, none = clause.verb, reading.kinds.find("n", clause.verb, clause.verb + 3)
    free = reading.words[verb + 1 : verb + 2]
    if reading.kinds[verb] == "B" and free == ["available"]:
        return _available(reading, clause)
    if reading.kinds[verb] == "B" and free in (["free of"], ["free from"]):  # "this site is free of cookies"
        topics = reading.topics(verb + 2, verb + 5)
        return Role(Actor.CONTROLLER, Modality.PROHIBITION, Action.TRACK) if _tracks(topics) else None
    if none == verb + 1 and reading.words[none : none + 2] == ["no", "access"] and clause.subject >= 0:
        who = {"C": Actor.CONTROLLER, "T": Actor.THIRD_PARTY}.get(reading.kinds[clause.subject])
        return Role(who, Modality.PROHIBITION, Action.ACCESS) if who else None
    if none < 0 or reading.kinds[verb] != "B" or "there" not in reading.words[max(0, clause.start - 2) : clause.start]:
        return None
    topics = reading.topics(none + 1, none + 4)
    action = next((DOINGS[topic] for topic in topics if topic in DOINGS), None)
    return Role(Actor.CONTROLLER, Modality.PROHIBITION, action) if action else None


def _available(reading: Reading, clause: Clause) -> Role | None:
    """As in "a copy is available on request" and "your photo is available to other users"."""
    if "copy" in reading.topics(clause.subject_start, clause.verb):
        return Role(Actor.DATA_SUBJECT, Modality.RIGHT, Action.ACCESS)
    return Role(Actor.CONTROLLER, None, Action.SHARE, rule="given") if _to_somebody(reading, clause) else None


def _to_somebody(reading: Reading, clause: Clause) -> bool:
    """As in "your photo is available to other users"."""
    of_data = "data" in reading.topics(clause.subject_start, clause.subject_end)
    to = reading.words[clause.verb + 2 : clause.verb + 3] == ["to"]
    near = slice(clause.verb + 3, clause.verb + 7)
    others = "T" in reading.kinds[near] or ("U" in reading.kinds[near] and "other" in reading.words[near])
    return of_data and to and others


def received(reading: Reading, clause: Clause) -> Role | None:
    """As in "recipients of your data are banks": who gets the data is told."""
    subject = reading.words[clause.subject_start : clause.subject_end]
    if "recipients" not in " ".join(subject[:2]).split():
        return None
    of_data = "data" in reading.topics(clause.subject_start, clause.subject_end)
    told = reading.kinds[clause.verb] == "B" or reading.lemma(clause.verb) == "include"
    return Role(Actor.CONTROLLER, None, Action.SHARE, rule="given") if of_data and told else None


def changes_hands(reading: Reading, clause: Clause) -> Role | None:
    """As in "your data may be one of the assets transferred": in a sale it is passed on."""
    after = reading.words[clause.verb + 1 : clause.verb + ASSETS_WITHIN]
    placed = reading.kinds[clause.verb] == "B" or reading.lemma(clause.verb, "P") in ("include", "consider")
    if not placed or not {"assets", "asset"} & set(after):
        return None
    of_data = "data" in reading.topics(clause.subject_start, clause.subject_end)
    return Role(Actor.CONTROLLER, None, Action.SHARE, rule="given") if of_data else None


ASSETS_WITHIN = 12  # units


def involved(reading: Reading, clause: Clause) -> Role | None:
    """As in "this feature involves the transfer of your data": the doing is named by a noun."""
    if clause.passive or clause.subject < 0 or reading.kinds[clause.subject] not in "IxC":
        return None
    ours = reading.kinds[clause.subject] == "C"  # "we do not allow the sale of your data"
    denied = any(mark == "N" for mark, _ in clause.marks)
    verbs = word_set("letting") if ours and denied else frozenset() if ours else word_set("involving")
    if reading.lemma(clause.verb, clause.form) not in verbs:
        return None
    after = clause.verb + 1
    action = next((DOINGS[topic] for topic in reading.topics(after, after + 3) if topic in DOINGS), None)
    of_data = "data" in reading.topics(after, after + INVOLVED_WITHIN)
    return Role(Actor.CONTROLLER, None, action, inferred=True) if action and of_data else None


INVOLVED_WITHIN = 8  # units


def underlies(reading: Reading, clause: Clause) -> Role | None:
    """As in "the processing is necessary to perform a contract": the data is used, and nothing else is promised."""
    needed = any(mark == "permit" and reading.words[at] == "necessary" for mark, at in clause.marks)
    needed = needed or (
        reading.kinds[clause.verb] == "B" and reading.words[clause.verb + 1 :][:2] == ["necessary", "for"]
    )
    if (
        not needed
        or clause.subject < 0
        or reading.kinds[clause.subject] != "I"
        or reading.words[clause.subject] == "it"
    ):
        return None
    of_data = {"data", "processing", "using"} & set(reading.topics(clause.subject_start, clause.subject_end))
    plain = of_data and not any(mark == "N" for mark, _ in clause.marks)
    return Role(Actor.CONTROLLER, Modality.PRACTICE, Action.USE, inferred=True) if plain else None


def _tracks(topics: list[str]) -> bool:
    return bool({"cookies", "tracking", "tools"} & set(topics))


NEGATIVE = ("neither", "nobody", "no one", "no-one", "no one else", "nobody else")
EXCEPT_YOU = ("no one ", "nobody ")  # "no one but you"


def no_subject(reading: Reading, found: list[Clause], clause: Clause) -> bool:
    """Whether the subject is negative: "no data is sold", "nobody may", "neither we nor our partners"."""
    first = next((c for c in found[:REACH] if c.level == Level.MAIN), None)
    if clause is first and clause is not found[0] and found[0].level == Level.RELATIVE and reading.kinds[0] == "n":
        return True  # "nothing you say is used"
    low = max(clause.subject_start, clause.subject_end - FAR, 0)
    pronoun = clause.subject >= 0 and reading.words[clause.subject] in word_set("pronouns")
    marks = ";i," if pronoun else ";i"  # "when there is no basis, we ask"
    cut = max(reading.kinds.rfind(mark, low, max(low, clause.subject)) for mark in marks)  # "we have no plans, but if"
    words = range(max(low, cut + 1), clause.subject_end)
    return any(
        reading.kinds[at] == "n" or reading.words[at] in NEGATIVE or reading.words[at].startswith(EXCEPT_YOU)
        for at in words
    )


def no_object(reading: Reading, found: list[Clause], index: int) -> bool:
    """Whether the object is negative, that of joined verbs included: "we keep and share no records"."""
    clause = found[index]
    if _to_nobody(reading, found, index) or _no_longer(reading, clause):
        return True
    if clause.passive or clause.imperative or reading.words[clause.verb] in ("have", "has", "had"):
        return False
    last = index + REACH
    while (
        index + 1 < min(len(found), last) and reading.kinds[found[index].verb + 1 : found[index + 1].verb] in AND_ONLY
    ):
        index += 1
    at = found[index].verb + 1
    if reading.words[at : at + 1] == ["neither"]:  # "we share neither your name nor your address"
        return True
    return reading.kinds[at : at + 1] == "n" and reading.words[at + 1 : at + 2] not in (["matter"], ["later"], ["more"])


AND_ONLY = ("&", ",", ",&")
# "[process your data] no longer", not "[keep your data] no longer than", not "[delete data] no longer needed"
NO_LONGER = re.compile(r"[oxIcA]{1,6}N(?=$|[^PVSGBWMHDx])")


def _no_longer(reading: Reading, clause: Clause) -> bool:
    after = NO_LONGER.match(reading.kinds, clause.verb + 1)
    if not after or reading.words[after.end() - 1] != "no longer":
        return False
    return reading.words[after.end() : after.end() + 1] != ["than"]


# "[share it] with no third party"
TO_NOBODY = re.compile(r"[oxIcnA&,]{0,8}?[pt](?:n[oxA]?T|(?P<one>T))")


def _to_nobody(reading: Reading, found: list[Clause], index: int) -> bool:
    """Whether nobody is who gets it: "we share it with no one"."""
    after = found[index].verb + 1
    to = TO_NOBODY.match(reading.kinds, after)
    if not to or any(c.verb < to.end() for c in found[index + 1 : index + REACH]):
        return False
    return not to["one"] or reading.words[to.start("one")] in NEGATIVE
