"""Promises and prohibitions: PN101 to PN115."""

from collections.abc import Iterator

from notice_parser.check.judgement import Judgement, acts, alone, judged, of
from notice_parser.check.revision import Revision

THINGS = ("data", "sensitive", "recipient", "purpose")  # what a promise rules out or protects
FIRMER = (
    "hedge",
    "deadline",
    "warning",
    "update",
    "age",
    "child",
    "scope",
    "limit",
    "other",
    "standing",
    "rhythm",
)  # slots of a stronger promise
PROTECTIVE = ("secure", "delete", "notify", "respond", "verify", "oblige", "comply", "anonymise", "negated", "right")


def commitment_removed(revision: Revision) -> Iterator[Judgement]:
    """A protective promise is gone and has no counterpart elsewhere in the notice.

    Example: "We do not sell your data." -> (none)
    """
    if alone(revision) == "removed" and revision.before:
        kept = revision.setting.kept_promise(revision.before)
        if kept:
            yield Judgement(0.1, -1, (f"a like promise still stands: “{kept}”",))
        yield from (
            judged(effect)
            for effect in revision.effects
            if effect.sign < 0 and effect.slot in {"act", "safeguard", "limit"}
        )
    else:
        yield from acts(revision, -1, *PROTECTIVE, came=False)
        for slot in (*THINGS, "safeguard"):
            yield from of(revision, slot, -1, came=False)


def commitment_added(revision: Revision) -> Iterator[Judgement]:
    """A new protective promise.

    Example: (none) -> "We encrypt all backups."
    """
    if alone(revision) == "added":
        yield from (
            judged(effect)
            for effect in revision.effects
            if effect.sign > 0 and effect.slot in {"act", "safeguard", "limit", "update"}
        )
    else:
        yield from acts(revision, 1, *PROTECTIVE)
        for slot in (*THINGS, "safeguard"):
            yield from of(revision, slot, 1, came=True)


def duty_weakened(revision: Revision) -> Iterator[Judgement]:
    """A duty became softer: must or will became should, may or silence.

    Example: "We will tell you of a breach." -> "We may tell you of a breach."
    """
    yield from of(revision, "modality", -1, values=("weaker",))
    yield from (judged(e) for e in revision.effects if e.slot == "negation" and e.sign < 0 and e.value == "gained")


def duty_strengthened(revision: Revision) -> Iterator[Judgement]:
    """A duty became firmer, sooner or wider: a hedge went away, a deadline is shorter, more people are covered.

    Example: "We try to reply within a week." -> "We will reply within a week."
    """
    yield from of(revision, "modality", 1, values=("stronger",))
    for slot in FIRMER:
        yield from of(revision, slot, 1)
    yield from of(revision, "condition", 1, came=True)


def prohibition_dropped(revision: Revision) -> Iterator[Judgement]:
    """Something that was ruled out is now done or may be done.

    Example: "We never share your photos." -> "We may share your photos."
    """
    yield from of(revision, "negation", -1, values=("lost",))


def prohibition_added(revision: Revision) -> Iterator[Judgement]:
    """Something that was done or allowed is now ruled out.

    Example: "We may share your photos." -> "We will not share your photos."
    """
    yield from of(revision, "negation", 1)


def practice_made_certain(revision: Revision) -> Iterator[Judgement]:
    """An intrusive practice that was only possible is now stated as done.

    Example: "We may record calls." -> "We record calls."
    """
    yield from of(revision, "modality", -1, values=("stronger",))


def exception_added(revision: Revision) -> Iterator[Judgement]:
    """An exception narrows a promise.

    Example: "Your data is not shared." -> "Your data is not shared except with partners."
    """
    yield from of(revision, "exception", -1, came=True)
    yield from of(revision, "consent", -1, values=(">required", ">refusable"))


def exception_removed(revision: Revision) -> Iterator[Judgement]:
    """An exception to a promise, or a condition on it, is gone.

    Example: "Not shared, except with affiliates." -> "Not shared."
    """
    yield from of(revision, "exception", 1, came=False)
    yield from of(revision, "condition", 1, came=False)
    yield from of(revision, "consent", 1, values=("required>", "refusable>"))


def hedge_added(revision: Revision) -> Iterator[Judgement]:
    """A word such as "generally" or "where feasible" makes a promise uncertain.

    Example: "We delete logs within 30 days." -> "We generally delete logs within 30 days."
    """
    yield from of(revision, "hedge", -1)


def scope_narrowed(revision: Revision) -> Iterator[Judgement]:
    """Fewer people, places or products are protected: a promise to all is now one to some.

    Example: "All users may delete their data." -> "Users in the EU may delete their data."
    """
    yield from of(revision, "scope", -1)
    yield from of(revision, "age", -1, values=("one",))
    yield from of(revision, "limit", -1)
    yield from (
        judged(e) for e in revision.effects if e.slot == "word" and e.sign < 0 and not e.after and e.action == "secure"
    )


def condition_added(revision: Revision) -> Iterator[Judgement]:
    """A promise or right now depends on a further condition or step.

    Example: "We delete your data on request." -> "We delete your data if you send a notarised request."
    """
    yield from of(revision, "condition", -1)


def contradiction_introduced(revision: Revision) -> Iterator[Judgement]:
    """New text conflicts with a promise that stays in the notice.

    Example: "We never sell data." -> "We never sell data. We sell contact lists to brokers."
    """
    if revision.contradicted:
        yield Judgement(4.5, -1, (f"the notice still says: “{revision.contradicted}”",))
