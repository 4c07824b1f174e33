"""Who acts: the subject, the agent of a passive, or the party that is let, asked or bound to act."""

import re

from notice_parser.commitments.levels import Clause
from notice_parser.commitments.lexemes import word_set
from notice_parser.commitments.parties import ACTORS, Role, before, turned
from notice_parser.commitments.polarity import force
from notice_parser.commitments.reading import Reading
from notice_parser.commitments.subjects import own_people, own_thing
from notice_parser.vocabulary import Action, Actor, Modality

# "by our partners", "by you"
AGENT = re.compile(r"p[oxAI]{0,3}([CUT])")


def role(reading: Reading, clause: Clause) -> Role | None:
    """Who acts in a clause, or None where nobody whose acts count does."""
    if clause.imperative:
        return Role(Actor.DATA_SUBJECT)
    subject = reading.kinds[clause.subject] if clause.subject >= 0 else ""
    if clause.party >= 0:
        return turned(reading, clause, subject)
    if any(mark == "advise" for mark, _ in clause.marks):
        return None
    return _passive(reading, clause, subject) if clause.passive else _active(reading, clause, subject)


ENDS = ("stop", "cease", "discontinue", "quit")
# What nouns of doing come to: "we will cease the disclosure".
ENDED = {"disclosing": Action.SHARE, "selling": Action.SELL, "collecting": Action.COLLECT, "storing": Action.RETAIN}


def _ended(reading: Reading, clause: Clause) -> Role | None:
    """As in "we will stop" and "we cease the disclosure": what goes on is done no more."""
    if reading.lemma(clause.verb, clause.form) not in ENDS or clause.passive:
        return None
    after = clause.verb + 1
    topics = reading.topics(after, after + 5)
    action = next((ENDED[topic] for topic in topics if topic in ENDED), None)
    bare = reading.kinds[after : after + 1] in ("", ";", ",", "i", "&", "A")
    if action or bare or {"using", "processing", "tracking"} & set(topics):
        return Role(Actor.CONTROLLER, Modality.PROHIBITION, action or Action.USE)
    return None


def _wanted_data(reading: Reading, clause: Clause) -> Role | None:
    """As in "your date of birth is needed to open an account": it is collected."""
    bound = [at for mark, at in clause.marks if mark == "oblige" and reading.kinds[at] == "P"]
    needed = bound and reading.lemma(bound[0]) in ("need", "require") and clause.form == "V"
    if not needed:
        return None
    topics = reading.topics(clause.subject_start, clause.subject_end)
    if "data" not in topics or {"consent", "policy", "service"} & set(topics):
        return None
    return Role(
        Actor.CONTROLLER,
        force(clause.marks[: clause.marks.index(("oblige", bound[0]))], Actor.CONTROLLER).modality,
        Action.COLLECT,
    )


def _active(reading: Reading, clause: Clause, subject: str) -> Role | None:
    settled = _ended(reading, clause) if subject == "C" else _wanted_data(reading, clause) if subject == "I" else None
    if settled:
        return settled
    if subject == "U" and any(m == "oblige" and reading.lemma(at) == "agree" for m, at in clause.marks):
        return Role(Actor.DATA_SUBJECT, Modality.DUTY, Action.CONSENT)
    if subject == "U" and _noticed(reading, clause):
        return Role(Actor.CONTROLLER, Modality.OBLIGATION, Action.NOTIFY)
    if subject == "U" and _spared(reading, clause):
        return Role(Actor.CONTROLLER, Modality.PROHIBITION, Action.DISCRIMINATE)
    if subject == "U" and _asked_passively(reading, clause):  # "you may be asked to provide"
        return Role(Actor.CONTROLLER, force(before(clause), Actor.CONTROLLER).modality, rule="asks")
    if subject == "T" and own_people(reading, clause):
        subject = "C"
    return Role(ACTORS[subject]) if subject in ACTORS else _thing(reading, clause, subject)


def _noticed(reading: Reading, clause: Clause) -> bool:
    """As in "you will receive notice before": the controller notifies."""
    will = [mark for mark, _ in clause.marks] == ["W"]
    gets = reading.lemma(clause.verb, clause.form) in ("receive", "get") and not clause.passive
    return will and gets and "notice" in reading.topics(clause.verb + 1, clause.verb + 4)


def _spared(reading: Reading, clause: Clause) -> bool:
    """As in "you will not receive discriminatory treatment": nobody treats the data subject worse."""
    never = {mark for mark, _ in clause.marks} == {"W", "N"}
    gets = reading.lemma(clause.verb, clause.form) in ("receive", "get", "suffer", "experience")
    return never and gets and "discount" in reading.topics(clause.verb + 1, clause.verb + 4)


def _asked_passively(reading: Reading, clause: Clause) -> bool:
    """As in "you may be asked to provide" and "you may be required to provide"."""
    leave = any(mark == "M" for mark, _ in clause.marks)
    asked = [mark for mark, at in clause.marks if mark in ("ask", "oblige") and reading.kinds[at] == "P"]
    return "ask" in asked or (leave and "oblige" in asked)


def _passive(reading: Reading, clause: Clause, subject: str) -> Role:
    leave = any(mark == "permit" for mark, _ in clause.marks)
    bound = reading.lemma(clause.verb, "P") == "bind" and subject == "U"
    if bound and {"change", "policy"} & set(reading.topics(clause.verb + 1, clause.verb + BOUND_WITHIN)):
        return Role(Actor.DATA_SUBJECT, Modality.DUTY, Action.CONSENT)  # "you shall be bound to such changes"
    if subject == "U" and leave:  # "you have the right to be informed"
        return Role(Actor.DATA_SUBJECT)
    may = force(clause.marks, Actor.CONTROLLER).modality == Modality.PERMISSION
    own = may and reading.lemma(clause.verb, "P").split()[0] in word_set("own_acts")  # "cookies can be disabled"
    copied = may and "copy" in reading.topics(clause.subject_start, clause.subject_end)
    own = own or (copied and reading.words[clause.verb] in ("obtained", "requested", "inspected", "viewed"))
    if own or _demanded(reading, clause):
        return Role(Actor.DATA_SUBJECT, Modality.RIGHT)
    if _reaches(reading, clause):
        return Role(Actor.DATA_SUBJECT, Modality.RIGHT, Action.CONTACT)
    if reading.words[clause.verb] == "subject to" and subject == "I":  # "this policy is subject to change"
        return Role(Actor.CONTROLLER, Modality.PERMISSION, inferred=True)
    return _given(reading, clause, subject) or _by_agent(reading, clause) or Role(Actor.CONTROLLER, inferred=True)


YOU = ("you", "yourself", "yourselves")  # others of whom a passive says that they act are no data subjects


BOUND_WITHIN = 6  # units


def _by_agent(reading: Reading, clause: Clause) -> Role | None:
    """As in "your data is collected by our partners"."""
    for at in range(clause.verb + 1, min(clause.verb + 8, len(reading.kinds))):
        if reading.kinds[at] in "MWDHBir;":  # "is made public and can be viewed by"
            break
        if reading.words[at] == "by":
            agent = AGENT.match(reading.kinds, at)
            if agent:
                viewer = agent.group(1) == "U" and reading.words[agent.end() - 1] not in YOU
                return Role(Actor.THIRD_PARTY if viewer else ACTORS[agent.group(1)])
    return None


def _given(reading: Reading, clause: Clause, subject: str) -> Role | None:
    """As in "insurers may be sent your file" and "couriers are told where you live": they get what follows."""
    several = subject == "x" and reading.words[clause.subject].endswith("s")
    if not (subject == "T" or several) or reading.lemma(clause.verb, "P").split()[0] not in word_set("giving"):
        return None
    after = clause.verb + 1
    topics = reading.topics(after, after + GIVEN_WITHIN)
    named = "data" in topics or {"access", *word_set("asked")} & set(reading.words[after : after + 2])
    shared = named and not {"notice", "right", "policy"} & set(topics)
    return Role(Actor.CONTROLLER, None, Action.SHARE, rule="given") if shared else None


GIVEN_WITHIN = 5  # units


def _demanded(reading: Reading, clause: Clause) -> bool:
    """As in "you may request that errors be corrected": what the data subject asks to have done."""
    if reading.words[clause.start] != "be":
        return False
    low = max(0, clause.start - ASKED_WITHIN)
    words = reading.words[low : clause.start]
    asked = [low + k for k, word in enumerate(words) if word in ("request", "ask", "demand", "require")]
    return bool(asked) and "that" in reading.words[asked[0] : clause.start] and "U" in reading.kinds[: asked[0]][-8:]


ASKED_WITHIN = 14  # units


def _reaches(reading: Reading, clause: Clause) -> bool:
    """As in "our officer can be reached at" and "questions should be sent to"."""
    lemma = reading.lemma(clause.verb, "P")
    asked = "request" in reading.topics(clause.subject_start, clause.subject_end)
    sent = asked and lemma in ("send", "direct", "address", "submit", "email")
    return bool(clause.marks) and (sent or lemma in ("contact", "reach"))


def _thing(reading: Reading, clause: Clause, subject: str) -> Role | None:
    """A thing acts: "cookies collect", "it may not be possible to opt out", "these measures protect"."""
    if not reading.lexemes[clause.verb].verbs and clause.subject >= 0:
        return None  # "these countries have other standards"
    if _not_needed(reading, clause):
        return None
    if clause.subject >= 0 and reading.words[clause.subject] == "it" and any(m == "permit" for m, _ in clause.marks):
        ours = re.search("C", reading.kinds[clause.start : clause.verb])
        return Role(Actor.CONTROLLER if ours else Actor.DATA_SUBJECT)
    return _unknown_thing(reading, clause, subject)


def _unknown_thing(reading: Reading, clause: Clause, subject: str) -> Role | None:
    """Whose acts those of a word of no table are."""
    bound = any(mark in ("oblige", "forbid") and reading.kinds[at] == "P" for mark, at in clause.marks)
    if subject in ("", "x") and bound:  # "… and are obligated not to disclose it"
        return Role(Actor.THIRD_PARTY, inferred=True)
    if subject == "I" or clause.subject < 0:
        return Role(Actor.CONTROLLER, inferred=True)
    if subject == "x" and own_thing(reading, clause):
        return Role(Actor.CONTROLLER, inferred=True)
    others = subject == "c" and reading.words[max(0, clause.subject - 1) : clause.subject + 1] in OTHER_SERVICES
    return Role(Actor.THIRD_PARTY, inferred=True) if subject == "x" or others else None


# "these services may share", after others' services were named
OTHER_SERVICES = (["these", "services"], ["those", "services"], ["such", "services"])


def _not_needed(reading: Reading, clause: Clause) -> bool:
    """As in "it is not necessary to open an account": nobody is forbidden anything."""
    marks = {mark for mark, _ in clause.marks}
    return "N" in marks and any(reading.words[at] == "necessary" for _, at in clause.marks)
