"""What a clause does: the actions of its verb and object, and what nouns and purposes add to them."""

from functools import cache

from notice_parser.commitments.acts import (
    actions,
    listed,
    near_topics,
    nominal_rights,
    object_topics,
    rules,
    subject_topics,
    tail_topics,
)
from notice_parser.commitments.deed import Deed
from notice_parser.commitments.levels import REACH, Clause, Level
from notice_parser.commitments.lexemes import word_set
from notice_parser.commitments.parties import Role
from notice_parser.commitments.reading import Reading
from notice_parser.commitments.revisions import FURTHER
from notice_parser.vocabulary import RIGHTS, Action, Actor, Modality


def deeds(
    reading: Reading, found: list[Clause], index: int, who: Role, bound: Modality, *, refuses: bool
) -> tuple[Action, ...]:
    """The actions of a clause: what its verb does to its object, then what each revision makes of that."""
    clause = found[index]
    if who.action:
        return (who.action,)
    if who.rule == "serves" or _serves(reading, clause, who):
        return _served(subject_topics(reading, clause))
    tail = tail_topics(reading, found, index)
    lemma = _with_particle(reading, clause.verb, reading.lemma(clause.verb, clause.form))
    wanted = FAR_TOPICS.get(lemma, ("abroad",)) if _far(lemma) else ()
    near = near_topics(reading, clause) if wanted else []
    far = [topic for topic in wanted if topic in near]
    topics = object_topics(reading, found, index) + far
    subject_acts = who.actor == Actor.DATA_SUBJECT
    deed = Deed(reading, found, index, clause, who, subject_acts, bound, refuses, lemma, topics, tail)
    got = actions(lemma, topics, who.actor)
    for revise in REVISIONS:
        got = revise(deed, got)
    return got


def _with_particle(reading: Reading, verb: int, lemma: str) -> str:
    """The verb with a particle that stands apart from it: "turn this off", "hand your file over"."""
    for at in range(verb + 1, min(verb + PARTED, len(reading.words))):
        if reading.words[at] in word_set("particles") and listed(f"{lemma} {reading.words[at]}"):
            return f"{lemma} {reading.words[at]}"
        if reading.kinds[at] not in "oxIA":
            break
    return lemma


PARTED = 7  # units within which a particle follows its verb

# Topics that count wherever they stand: "transfer … to another country", "treat … as confidential".
FAR_TOPICS = {"treat": ("abroad", "safe", "request"), "take": ("authority",), "make": ("abroad", "available")}


# Topics beside a verb whose subject is what is acted on: "your data passes to the buyer", "never leaves your phone".
PASSES = {
    "pass": ("abroad", "safe", "us", "third"),
    "go": ("abroad", "safe", "us", "third"),
    "leave": ("abroad", "safe", "us", "browser", "service"),
}


@cache
def _far(lemma: str) -> bool:
    """Whether the entry of the verb asks for what may stand far from it."""
    return any(rule.topic in FAR_TOPICS.get(lemma, ("abroad",)) for rule in rules(lemma))


def _of_itself(deed: Deed, got: tuple[Action, ...]) -> tuple[Action, ...]:
    """As in "this policy may change" and "no disclosure takes place": the subject is what is acted on."""
    if got and deed.who.inferred and not deed.clause.passive and "policy" in subject_topics(deed.reading, deed.clause):
        return ()  # "this statement supplements our policy"
    if deed.lemma == "go" and "third" not in deed.topics:  # "your data goes nowhere"
        return ()
    passes = PASSES.get(deed.lemma, ("abroad", "safe", "us"))
    if got or not deed.who.inferred or any(topic not in passes for topic in deed.topics):
        return got
    return actions(deed.lemma, subject_topics(deed.reading, deed.clause), deed.who.actor)


def _asked_for(deed: Deed, got: tuple[Action, ...]) -> tuple[Action, ...]:
    """As in "we ask you to provide": the controller collects."""
    if deed.who.rule != "asks" or deed.who.actor != Actor.CONTROLLER:
        return got
    if "consent" in deed.topics:  # "we ask you to give your consent"
        return (Action.CONSENT,)
    return tuple(Action.COLLECT if action in (Action.SHARE, Action.CORRECT) else action for action in got)


def _to_others(deed: Deed, got: tuple[Action, ...]) -> tuple[Action, ...]:
    """As in "we provide access to your data to our contractors"."""
    if got != (Action.ACCESS,):
        return got
    after = deed.reading.words[deed.clause.verb + 1 : deed.clause.verb + 7]
    service = any(word.startswith(("service", "site", "website", "app")) for word in after)
    if not deed.subject_acts and service and "data" not in deed.topics:
        return ()  # "we may give access to services that we do not own"
    to_others = "third" in deed.tail and "you" not in deed.topics and not deed.subject_acts
    return (Action.SHARE,) if to_others and deed.lemma in ("provide", "give", "grant") else got


def _for_money(deed: Deed, got: tuple[Action, ...]) -> tuple[Action, ...]:
    return (Action.SELL,) if got == (Action.SHARE,) and "money" in deed.tail else got


def _by_tools(deed: Deed, got: tuple[Action, ...]) -> tuple[Action, ...]:
    """As in "we use analytics tools to collect": what they are used for."""
    if deed.lemma not in word_set("employing"):
        return got
    following = deed.found[deed.at + 1 : deed.at + 2]
    tools = "tools" in deed.topics or not set(deed.topics) & {"data", "cookies", "third", "measures", "law", "service"}
    if not tools or not following or following[0].level != Level.PURPOSE:
        return got
    topics = object_topics(deed.reading, deed.found, deed.at + 1)
    served = actions(deed.reading.lemma(following[0].verb, "V"), topics, deed.who.actor)
    return served if served in ((Action.COLLECT,), (Action.SECURE,), (Action.TRACK,)) or not got else got


def _disclaimed(deed: Deed, got: tuple[Action, ...]) -> tuple[Action, ...]:
    """As in "we cannot ensure the security of your data": no promise and no prohibition."""
    marks = deed.clause.marks
    bound = next((at for mark, at in marks if mark == "oblige" and deed.reading.words[at] == "responsible"), -1)
    if any(mark == "N" and at < bound for mark, at in marks):
        return ()  # "we are not responsible for protecting"
    return () if deed.bound == Modality.PROHIBITION and deed.lemma == "ensure" else got


def _by_strangers(deed: Deed, got: tuple[Action, ...]) -> tuple[Action, ...]:
    """Subjects of no table act only where data or cookies are named: "the date shows when" says nothing."""
    stranger = deed.who.inferred and deed.who.actor == Actor.THIRD_PARTY and deed.bound == Modality.PRACTICE
    return () if stranger and got != (Action.TRACK,) and not {"data", "cookies"} & set(deed.topics) else got


def _portable(deed: Deed, got: tuple[Action, ...]) -> tuple[Action, ...]:
    """As in "receive your data in a machine-readable format"."""
    return (Action.PORT,) if got == (Action.ACCESS,) and deed.subject_acts and "portability" in deed.tail else got


def _ways(deed: Deed, got: tuple[Action, ...]) -> tuple[Action, ...]:
    """The rights that a way to act offers."""
    if not deed.subject_acts or deed.bound not in (Modality.RIGHT, Modality.PRACTICE):
        return got
    if deed.clause.imperative and got == (Action.SHARE,):  # "send an e-mail to"
        got = (Action.CONTACT,) if deed.lemma in word_set("addressing") else ()
    return _offered(deed.reading, deed.found, deed.at, got, imperative=deed.clause.imperative) or got


def _do_so(deed: Deed, got: tuple[Action, ...]) -> tuple[Action, ...]:
    """As in "if you wish to delete your data, you may do so": what the clause beside it says."""
    if deed.lemma not in ("so", "do"):
        return got
    for k in (deed.at - 1, deed.at - 2, deed.at + 1, deed.at + 2):
        if 0 <= k < len(deed.found) and not got and deed.found[k].level != Level.NOUN:
            other = deed.found[k]
            topics = object_topics(deed.reading, deed.found, k)
            got = actions(deed.reading.lemma(other.verb, other.form), topics, deed.who.actor)
    return got


def _named(deed: Deed, got: tuple[Action, ...]) -> tuple[Action, ...]:
    """The rights that nouns name: "request deletion", "the right of access"."""
    if not deed.subject_acts:
        return got
    if deed.lemma in word_set("asking") and _by_right(deed.reading, deed.clause):
        return nominal_rights(deed.tail) or got
    r, clause = deed.reading, deed.clause
    if got and any(r.words[at] in ("right", "rights") for _, at in clause.marks):  # "to access, to erasure"
        listed = [k for k in range(clause.verb, min(clause.verb + 40, len(r.kinds))) if r.kinds[k - 1] == "t"]
        more = nominal_rights([topic for k in listed if r.kinds[k] == "I" for topic in r.lexemes[k].topics])
        return tuple(dict.fromkeys((*got, *more)))
    return got


def _refused(deed: Deed, got: tuple[Action, ...]) -> tuple[Action, ...]:
    """As in "the right not to share" and "ask us not to use": a way to opt out."""
    if not deed.subject_acts or not deed.refuses or deed.bound == Modality.PROHIBITION:
        return got
    unwanted = deed.lemma in ("receive", "get", "see") and {"marketing", "notice"} & set(deed.tail)
    kept = not (got or unwanted) or got[:1] in ((Action.AUTOMATE,), (Action.DISCRIMINATE,))
    return got if kept else (Action.OPT_OUT,)


# In order: each takes the actions found so far and gives those that hold.
REVISIONS = (
    _do_so,
    _of_itself,
    _asked_for,
    _to_others,
    _for_money,
    _by_tools,
    _ways,
    _named,
    _portable,
    _disclaimed,
    _by_strangers,
    *FURTHER,
    _refused,
)


def has_right(reading: Reading, clause: Clause) -> bool:
    """Whether the clause names a right as a noun: "you have the right of access"."""
    near = reading.words[clause.verb : clause.verb + 6]
    return near[0] in ("have", "has") and any(word in ("right", "rights") for word in near)


def _by_right(reading: Reading, clause: Clause) -> bool:
    """Whether the clause asks ("request deletion") or names a right ("have the right of access")."""
    return reading.words[clause.verb] not in ("have", "has", "are", "be") or has_right(reading, clause)


def _serves(reading: Reading, clause: Clause, who: Role) -> bool:
    """Whether a thing helps or allows: "this data helps power our products"."""
    if reading.lemma(clause.verb) == "work":  # "some pages may not work properly"
        return False
    return who.inferred and clause.verb >= 0 and reading.lexemes[clause.verb].effect in ("try", "permit")


def _served(topics: list[str]) -> tuple[Action, ...]:
    if "cookies" in topics:
        return (Action.TRACK,)
    return (Action.USE,) if "data" in topics else ()


def _wished(reading: Reading, found: list[Clause], k: int) -> Action | None:
    """As in "if you do not wish to receive them, send an e-mail" and "if you want to delete your file, contact us"."""
    other = found[k]
    mine = other.level == Level.SUBORDINATE and other.subject >= 0 and reading.kinds[other.subject] == "U"
    if not mine or not any(mark == "choose" for mark, _ in other.marks):
        return None
    lemma = reading.lemma(other.verb, other.form)
    if any(mark == "N" for mark, _ in other.marks):
        return Action.OPT_OUT if lemma in ("receive", "get", "see", "share", "allow") else None
    if lemma in word_set("advice"):
        return None
    got = actions(lemma, object_topics(reading, found, k), Actor.DATA_SUBJECT)
    return got[0] if got and got[0] in RIGHTS else None


def _offered(
    reading: Reading, found: list[Clause], index: int, got: tuple[Action, ...], *, imperative: bool
) -> tuple[Action, ...]:
    """The rights that a way to act offers: "contact us to delete your data", "to opt out, click here"."""
    way = got in ((), (Action.USE,)) and reading.lemma(found[index].verb, found[index].form) in word_set("ways")
    if not (imperative or way or got[:1] in ((Action.CONTACT,), (Action.OTHER,))):
        return ()
    out: dict[Action, None] = {}
    for k in range(max(0, index - REACH), min(len(found), index + REACH)):
        other = found[k]
        if k < index and (wish := _wished(reading, found, k)):
            out[wish] = None
        if other.level == Level.PURPOSE and (k > index or not any(c.level == Level.MAIN for c in found[k:index])):
            if reading.lemma(other.verb, other.form) in word_set("advice"):
                continue  # "visit our page to learn about"
            if reading.words[other.lead - 1 : other.lead] == ["how"] and imperative:
                continue  # "see section 4 for how to exercise"
            topics = object_topics(reading, found, k)
            for action in actions(reading.lemma(other.verb, other.form), topics, Actor.DATA_SUBJECT):
                if action in RIGHTS or (action == Action.CONTACT and not got):
                    out[action] = None
    return tuple(out)
