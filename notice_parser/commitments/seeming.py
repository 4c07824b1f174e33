"""What only seems to be done with data: pointers elsewhere, services offered, warnings, what is not needed."""

from notice_parser.commitments.acts import subject_topics
from notice_parser.commitments.deed import Deed
from notice_parser.vocabulary import Action, Modality


def untold(deed: Deed, got: tuple[Action, ...]) -> tuple[Action, ...]:
    """As in "ads will not be informed by your visits" and "the data may not have protection": nobody is told or kept safe."""
    if got not in ((Action.NOTIFY,), (Action.SECURE,)):
        return got
    clause, after = deed.clause, deed.reading.words[deed.clause.verb + 1 : deed.clause.verb + 2]
    shaped = got == (Action.NOTIFY,) and clause.passive and after == ["by"]
    thing = clause.subject >= 0 and deed.reading.kinds[clause.subject] != "U"
    taught = (
        got == (Action.NOTIFY,)
        and deed.who.inferred
        and not clause.passive
        and "how" in deed.reading.words[clause.verb :]
    )
    if taught:  # "the help menu tells you how to delete cookies"
        return ()
    has = got == (Action.SECURE,) and deed.lemma in ("have", "has") and deed.who.inferred
    return () if (shaped and thing) or has else got


def replaceable(deed: Deed, got: tuple[Action, ...]) -> tuple[Action, ...]:
    """As in "the provider may be subject to change": no change of the notice."""
    changes = got == (Action.CHANGE,) and deed.lemma == "subject to"
    return () if changes and "policy" not in subject_topics(deed.reading, deed.clause) else got


def pointed(deed: Deed, got: tuple[Action, ...]) -> tuple[Action, ...]:
    """As in "the next section gives information about how we share": it only points elsewhere."""
    if got != (Action.SHARE,) or not deed.who.inferred or deed.clause.passive:
        return got
    after = deed.reading.words[deed.clause.verb + 1 : deed.clause.verb + POINTS_WITHIN]
    about = {"about", "on", "regarding", "as to"} & set(after) and {"how", "what", "which", "why"} & set(after)
    return () if about else got


def at_own_risk(deed: Deed, got: tuple[Action, ...]) -> tuple[Action, ...]:
    """As in "the data is used at your own risk": a disclaimer."""
    if got != (Action.USE,):
        return got
    after = deed.reading.words[deed.clause.verb : deed.clause.verb + 12]
    return () if "risk" in after and {"own", "your own risk", "own risk"} & set(after) else got


def not_needed(deed: Deed, got: tuple[Action, ...]) -> tuple[Action, ...]:
    """As in "no consent is needed" and "data that we no longer need": nobody is forbidden anything."""
    lifted = deed.bound == Modality.PROHIBITION and deed.lemma in ("need", "require")
    idle = got == (Action.CONSENT,) or deed.lemma == "need"
    return () if lifted and idle else got


def asked_that(deed: Deed, got: tuple[Action, ...]) -> tuple[Action, ...]:
    """As in "you may request that errors be corrected": the clause after "that" says what for."""
    if got != (Action.CONTACT,):
        return got
    after = deed.reading.words[deed.clause.verb + 1 : deed.clause.verb + 2]
    return () if deed.lemma in ("request", "ask") and after == ["that"] else got


POINTS_WITHIN = 6  # units


def opened_up(deed: Deed, got: tuple[Action, ...]) -> tuple[Action, ...]:
    """As in "the site may be accessed through other apps": the service itself is meant."""
    clause, words = deed.clause, deed.reading.words
    if not clause.passive or got[:1] not in ((Action.ACCESS,), (Action.USE,)):
        return got
    service = clause.subject >= 0 and words[clause.subject].split()[-1] in (
        "service",
        "services",
        "site",
        "app",
        "website",
    )
    return () if service else got


def laid_out(deed: Deed, got: tuple[Action, ...]) -> tuple[Action, ...]:
    """As in "we make available to you services of others": no data is shown."""
    offered = got == (Action.SHARE,) and deed.lemma == "make" and "available" in deed.topics
    return () if offered and not {"data", "account", "photo", "copy"} & set(deed.topics) else got


def hired(deed: Deed, got: tuple[Action, ...]) -> tuple[Action, ...]:
    """As in "we contract with companies that help us": nobody is bound to anything said."""
    after = deed.reading.words[deed.clause.verb + 1 : deed.clause.verb + HIRED_WITHIN]
    engaged = got == (Action.OBLIGE,) and deed.lemma == "contract" and not deed.clause.passive
    return () if engaged and {"who", "that", "which"} & set(after) else got


HIRED_WITHIN = 7  # units


# In order: each takes the actions found so far away where they only seem to be done.
SEEMING = (pointed, at_own_risk, asked_that, untold, replaceable, not_needed, opened_up, laid_out, hired)
