"""Consent, choices and rights: PN601 to PN610."""

from collections.abc import Iterator

from notice_parser.check.judgement import Judgement, judged, of
from notice_parser.check.moved import YOU_MAY
from notice_parser.check.revision import Revision

RIGHTS = ("right", "access", "correct", "erase", "port", "restrict", "appeal")


def opt_in_to_opt_out(revision: Revision) -> Iterator[Judgement]:
    """What needed a yes now needs a no.

    Example: "We share data if you opt in." -> "We share data unless you opt out."
    """
    for judgement in of(revision, "consent", -1, values=("required>refusable",)):
        yield judgement.but(weight=judgement.weight + 1.5)  # it says more than that "not … unless" is gone
    for judgement in of(revision, "consent", -1, values=("required>waived",)):
        if "default" in "".join(judgement.because):
            yield judgement.but(weight=judgement.weight + 1)


def opt_out_to_opt_in(revision: Revision) -> Iterator[Judgement]:
    """What needed a no now needs a yes.

    Example: "We share data unless you opt out." -> "We share data if you opt in."
    """
    yield from of(revision, "consent", 1, values=("refusable>required", "waived>required", ">required"))


def consent_dropped(revision: Revision) -> Iterator[Judgement]:
    """Consent is no longer needed.

    Example: "We share data only with your consent." -> "We share data."
    """
    yield from of(revision, "consent", -1, values=("required>", "required>waived", ">waived", "refusable>waived"))


def opt_out_removed(revision: Revision) -> Iterator[Judgement]:
    """A choice to refuse is gone.

    Example: "You can opt out of sharing." -> (none)
    """
    yield from of(revision, "choice", -1)
    yield from of(revision, "consent", -1, values=("refusable>",))


def right_removed(revision: Revision) -> Iterator[Judgement]:
    """A right is gone.

    Example: "You have the right to erasure." -> (none)
    """
    yield from of(revision, "right", -1)
    if revision.before and YOU_MAY.match(revision.before.text):
        denied = (e for e in revision.effects if e.slot == "negation" and e.sign < 0 and e.value == "gained")
        yield from (judged(e).but(weight=e.weight + 0.5) for e in denied)
    yield from (
        judged(e) for e in revision.effects if e.slot == "act" and e.sign < 0 and not e.after and e.action in _ACTS
    )


_ACTS = frozenset({"access", "correct", "port", "object", "opt-out", "delete", "complain"})


def right_added(revision: Revision) -> Iterator[Judgement]:
    """A right, a choice or a way to use them is new, or a burden on them is gone.

    Example: (none) -> "You have the right to appeal."
    """
    yield from of(revision, "right", 1)
    yield from of(revision, "choice", 1)
    yield from of(revision, "cost", 1)
    yield from of(revision, "burden", 1)
    yield from of(revision, "consent", 1, values=(">refusable", "waived>refusable"))
    yield from (judged(e) for e in revision.effects if e.slot == "act" and e.sign > 0 and e.after and e.action in _ACTS)


def right_burdened(revision: Revision) -> Iterator[Judgement]:
    """A right now costs a fee, a proof or effort, or has a limit.

    Example: "A copy is free of charge." -> "A copy costs a fee."
    """
    yield from of(revision, "cost", -1)
    yield from of(revision, "burden", -1)
    yield from of(revision, "duty")


def request_channel_changed(revision: Revision) -> Iterator[Judgement]:
    """Rights are exercised by another way, or reach another place.

    Example: "Delete your account in settings." -> "Delete your account by post."
    """
    yield from of(revision, "channel")
    yield from of(revision, "effort")
    yield from (judged(e) for e in revision.effects if e.slot == "contact" and (e.sign >= 0 or e.after))


def withdrawal_removed(revision: Revision) -> Iterator[Judgement]:
    """Consent can no longer be withdrawn.

    Example: "You may withdraw your consent at any time." -> (none)
    """
    for judgement in of(revision, "choice", -1, values=("withdraw",)):
        yield judgement.but(weight=judgement.weight + 0.5)


def complaint_route_removed(revision: Revision) -> Iterator[Judgement]:
    """A regulator or another place to complain to is gone.

    Example: "You may complain to the data protection authority." -> (none)
    """
    for judgement in of(revision, "right", -1, values=("complain",)):
        yield judgement.but(weight=judgement.weight + 0.5)
