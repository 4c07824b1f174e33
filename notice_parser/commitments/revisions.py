"""What single constructions make of the actions found so far: burdens on the data subject, tools, verbs of no table."""

from notice_parser.commitments.acts import listed, near_topics, subject_topics
from notice_parser.commitments.deed import Deed
from notice_parser.commitments.levels import Level
from notice_parser.commitments.lexemes import word_set
from notice_parser.commitments.seeming import SEEMING
from notice_parser.vocabulary import Action, Actor, Modality

SAID_WITHIN = 9  # units from a verb of saying to its "that"
PROMISED = (Modality.PERMISSION, Modality.OBLIGATION)


def unlisted(deed: Deed, got: tuple[Action, ...]) -> tuple[Action, ...]:
    """As in "we may mull over your answers": a verb of no entry that a known party does to data is a use of it."""
    plain = deed.clause.form in "VS" and deed.clause.level == Level.MAIN and not deed.clause.imperative
    known = listed(deed.lemma) or deed.reading.lexemes[deed.clause.verb].effect or deed.lemma in word_set("idle")
    bound = deed.bound in (Modality.PERMISSION, Modality.PROHIBITION)
    if got or known or not plain or not bound or deed.subject_acts or deed.who.inferred:
        return got
    return (Action.USE,) if "data" in deed.topics and "policy" not in deed.topics else got


def told_by(deed: Deed, got: tuple[Action, ...]) -> tuple[Action, ...]:
    """As in "a pixel tells us whether you opened the message": a tool that tracks."""
    tells = deed.lemma in ("tell", "inform", "show", "let") and deed.who.inferred and "us" in deed.topics
    return (Action.TRACK,) if tells and "cookies" in subject_topics(deed.reading, deed.clause) else got


def purposeful(deed: Deed, got: tuple[Action, ...]) -> tuple[Action, ...]:
    """As in "your mileage serves to calculate the premium": the data is used."""
    serves = deed.lemma == "serve" and deed.who.inferred and not deed.clause.passive
    return (Action.USE,) if serves and "data" in subject_topics(deed.reading, deed.clause) else got


def disadvantaged(deed: Deed, got: tuple[Action, ...]) -> tuple[Action, ...]:
    """As in "you will not be refused service because you exercised your rights"."""
    clause = deed.clause
    passive = clause.passive and clause.subject >= 0 and deed.reading.kinds[clause.subject] == "U"
    worse = ("penalise", "penalize", "disadvantage", "punish", "treat")
    spared = deed.bound == Modality.RIGHT and deed.refuses  # "the right not to be treated in a discriminatory way"
    if spared and "discount" in near_topics(deed.reading, clause) and deed.lemma in worse:
        return (Action.DISCRIMINATE,)
    if deed.bound == Modality.PROHIBITION and deed.lemma in ("charge", "offer", "provide", "give") and not got:
        return (Action.DISCRIMINATE,) if {"you", "discount"} <= set(deed.tail) else got
    if deed.bound != Modality.PROHIBITION or deed.lemma not in (*worse, "refuse", "deny", "suggest"):
        return got
    reasons = {"right", "discount", "service", "consent"}
    if deed.lemma in worse:
        reasons |= {"request", "complaint"}
    if deed.lemma == "suggest":  # "we will not suggest that you may receive a different price"
        return (Action.DISCRIMINATE,) if "discount" in deed.tail else got
    you = passive or (deed.lemma in worse and "you" in deed.topics)
    return (Action.DISCRIMINATE,) if you and reasons & set(near_topics(deed.reading, clause)) else got


def shut_out(deed: Deed, got: tuple[Action, ...]) -> tuple[Action, ...]:
    """As in "you may not use the services" and "please do not use": an order about the service itself."""
    out = not got and deed.subject_acts and deed.bound == Modality.PROHIBITION and deed.lemma in word_set("using")
    if not out:
        return got
    unable = {deed.reading.words[at] for _, at in deed.clause.marks} & {"able", "can", "ca", "could", "unable"}
    return got if unable else (Action.OTHER,)


def left(deed: Deed, got: tuple[Action, ...]) -> tuple[Action, ...]:
    """As in "please discontinue the use of our services": an order about the service itself."""
    if got or not deed.clause.imperative or deed.lemma not in word_set("ending"):
        return got
    service = {"service", "us"} & set(deed.tail) and {"using", "processing"} & set(deed.topics)
    return (Action.OTHER,) if service else got


def wished(deed: Deed, got: tuple[Action, ...]) -> tuple[Action, ...]:
    """As in "you can ask us to show you similar items": no right to any use, but one to be told or to move the data."""
    if (
        deed.who.rule != "asks"
        or not deed.subject_acts
        or got[:1] not in ((Action.USE,), (Action.SHARE,))
        or deed.refuses
    ):
        return got
    if "portability" in deed.tail:
        return (Action.PORT,)
    return (Action.ACCESS,) if got == (Action.SHARE,) and "you" in deed.topics else ()


def warned(deed: Deed, got: tuple[Action, ...]) -> tuple[Action, ...]:
    """As in "we will e-mail you 30 days before a change": a message that gives notice."""
    if not got and deed.lemma in word_set("saying") and deed.who.actor == Actor.CONTROLLER and not deed.who.inferred:
        after = deed.reading.words[deed.clause.verb + 1 : deed.clause.verb + SAID_WITHIN]
        said = bool({"that", "date", "the date"} & set(after))
        return (Action.NOTIFY,) if said and "policy" in deed.tail and deed.bound in PROMISED else got
    told = got == (Action.USE,) and deed.lemma in word_set("telling")
    return (Action.NOTIFY,) if told and {"change", "notice"} & set(deed.tail) else got


def so_lawful(deed: Deed, got: tuple[Action, ...]) -> tuple[Action, ...]:
    """As in "where we transfer your data abroad, we do so under standard clauses": what is promised is to comply."""
    moved = deed.lemma in ("so", "do") and got[:1] in ((Action.SHARE,), (Action.TRANSFER,))
    if not moved:
        return got
    limited = deed.reading.words[deed.clause.verb + 1 : deed.clause.verb + 2] in (["to the extent"], ["if"], ["when"])
    return (Action.COMPLY,) if "law" in deed.tail and not deed.subject_acts and not limited else got


def confidential(deed: Deed, got: tuple[Action, ...]) -> tuple[Action, ...]:
    """As in "ask that we contact you at another address": communication is restricted."""
    asked = deed.who.rule == "asks" and deed.subject_acts and deed.lemma in ("communicate", "contact", "send", "call")
    if not asked:
        return got
    after = set(deed.reading.words[deed.clause.verb + 1 : deed.clause.verb + 14])
    return (Action.OBJECT,) if after & {"address", "way", "manner", "place", "location", "means"} else got


def to_us(deed: Deed, got: tuple[Action, ...]) -> tuple[Action, ...]:
    """As in "your router sends us statistics": what a thing sends to the controller is collected."""
    thing = deed.who.inferred and not deed.clause.passive and deed.clause.subject >= 0
    return (Action.COLLECT,) if got == (Action.SHARE,) and thing and "us" in deed.topics else got


def both_doings(deed: Deed, got: tuple[Action, ...]) -> tuple[Action, ...]:
    """As in "uses and disclosures will be made only with": two doings named by nouns."""
    named = got == (Action.SHARE,) and deed.lemma == "make" and {"disclosing", "using"} <= set(deed.topics)
    return (Action.USE, Action.SHARE) if named else got


def engaged(deed: Deed, got: tuple[Action, ...]) -> tuple[Action, ...]:
    """As in "we use vendors who process your data": those who are engaged are given it."""
    taken = deed.lemma in word_set("engaging") and deed.who.actor == Actor.CONTROLLER and not deed.clause.passive
    if not taken or got or deed.topics[:1] != ["third"] or "tools" in deed.topics:
        return got
    following = deed.found[deed.at + 1 : deed.at + 4]
    works = any(deed.reading.lemma(c.verb, c.form) in word_set("handling") for c in following)
    return (Action.SHARE,) if works and "data" in deed.tail else got


def kept_for(deed: Deed, got: tuple[Action, ...]) -> tuple[Action, ...]:
    """As in "baskets are remembered for 14 days": what is kept for a time is data, whatever it is called."""
    if got or deed.subject_acts or not deed.clause.passive or deed.lemma not in word_set("keeping"):
        return got
    after = deed.reading.words[deed.clause.verb + 1 : deed.clause.verb + 3]
    timed = after[:1] in (["no longer"], ["until"], ["at most"]) or (after[:1] == ["for"] and _counted(after[1:]))
    return (Action.RETAIN,) if timed and not {"us", "third"} & set(deed.topics) else got


def _counted(words: list[str]) -> bool:
    return bool(words) and (words[0].isdigit() or words[0] in word_set("counts") | {"up", "at", "a", "as"})


def kept_abroad(deed: Deed, got: tuple[Action, ...]) -> tuple[Action, ...]:
    """As in "your data may be processed outside the EU": it is taken there."""
    if got != (Action.USE,) or deed.lemma != "process":
        return got
    after = deed.clause.verb + 1
    abroad = any(word.startswith("outside") for word in deed.reading.words[after : after + ABROAD_WITHIN])
    return (Action.TRANSFER,) if abroad else got


ABROAD_WITHIN = 6  # units


def left_to(deed: Deed, got: tuple[Action, ...]) -> tuple[Action, ...]:
    """As in "you can choose whether your data is used": a choice that may be no."""
    if deed.lemma not in ("choose", "decide", "determine"):
        return got
    chooses = deed.reading.words[deed.clause.verb + 1 : deed.clause.verb + 2] == ["whether"]
    offered = deed.bound == Modality.RIGHT or deed.clause.imperative
    return (Action.OPT_OUT,) if chooses and deed.subject_acts and offered else got


def bound_to(deed: Deed, got: tuple[Action, ...]) -> tuple[Action, ...]:
    """As in "you should keep in mind": a duty of no other kind."""
    advised = deed.lemma in word_set("advice") and "policy" in deed.topics  # "you will need to review their policy"
    return (Action.OTHER,) if not got and deed.subject_acts and deed.bound == Modality.DUTY and not advised else got


def unserved(deed: Deed, got: tuple[Action, ...]) -> tuple[Action, ...]:
    """As in "we may not be able to provide you with our services": what the controller will not do."""
    if got or deed.lemma not in word_set("serving_us"):
        return got
    able = {deed.reading.words[at] for _, at in deed.clause.marks} & {"able", "unable", "can", "ca"}
    ours = deed.who.actor == Actor.CONTROLLER and not deed.who.inferred and deed.bound == Modality.PROHIBITION
    near = deed.reading.words[deed.clause.verb : deed.clause.verb + SERVED_WITHIN]
    served = any(word.endswith(("service", "services", "contract", "products")) for word in near)
    return (Action.OTHER,) if able and ours and served else got


SERVED_WITHIN = 9  # units


def learned(deed: Deed, got: tuple[Action, ...]) -> tuple[Action, ...]:
    """As in "no one learns who you voted for": nobody gets to see it."""
    nobody = deed.who.actor == Actor.THIRD_PARTY and deed.bound == Modality.PROHIBITION
    if not nobody or deed.lemma not in word_set("learning"):
        return got
    asks = deed.reading.words[deed.clause.verb + 1 : deed.clause.verb + 2]
    return (Action.ACCESS,) if ("data" in deed.topics or set(asks) & word_set("asked")) else got


def shaped(deed: Deed, got: tuple[Action, ...]) -> tuple[Action, ...]:
    """As in "clicks help inform design decisions": what is informed is nobody."""
    if got != (Action.NOTIFY,) or deed.lemma != "inform" or deed.clause.passive:
        return got
    at = next(
        (k for k in range(deed.clause.verb + 1, len(deed.reading.kinds)) if deed.reading.kinds[k] not in "oA"), -1
    )
    thing = at >= 0 and deed.reading.kinds[at] in "xI" and not set("UTC") & set(deed.reading.kinds[at : at + 3])
    return () if thing and deed.clause.level != Level.MAIN else got


# In order: each takes the actions found so far and gives those that hold.
FURTHER = (
    unlisted,
    told_by,
    purposeful,
    disadvantaged,
    shut_out,
    left,
    *SEEMING,
    bound_to,
    left_to,
    confidential,
    both_doings,
    to_us,
    engaged,
    kept_for,
    kept_abroad,
    so_lawful,
    wished,
    warned,
    learned,
    unserved,
    shaped,
)
