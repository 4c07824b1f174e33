"""How long and how soon: PN501 to PN506."""

from collections.abc import Iterator

from notice_parser.check.judgement import Judgement, of
from notice_parser.check.revision import Revision


def retention_extended(revision: Revision) -> Iterator[Judgement]:
    """Data is kept longer.

    Example: "We keep logs for 30 days." -> "We keep logs for 90 days."
    """
    yield from of(revision, "retention", -1, values=("time",))
    for effect in revision.effects:
        if effect.slot == "act" and effect.action == "retain" and effect.sign < 0 and effect.before and effect.after:
            yield Judgement(effect.weight + 0.5, -1, (effect.words,))


def retention_shortened(revision: Revision) -> Iterator[Judgement]:
    """Data is kept for a shorter time, or a limit came where there was none.

    Example: "We keep logs for 2 years." -> "We keep logs for 1 year."
    """
    yield from of(revision, "retention", 1)


def retention_made_vague(revision: Revision) -> Iterator[Judgement]:
    """A period of retention became "as long as necessary" or is gone.

    Example: "We keep data for 12 months." -> "We keep data as long as necessary."
    """
    yield from of(revision, "retention", -1, values=("vague",))
    yield from (j.but(weight=j.weight + 0.2) for j in of(revision, "retention", -1, came=False))


def response_deadline_extended(revision: Revision) -> Iterator[Judgement]:
    """Answers, notices or corrections may take longer.

    Example: "We reply within 30 days." -> "We reply within 90 days."
    """
    yield from of(revision, "deadline", -1)


def change_notice_shortened(revision: Revision) -> Iterator[Judgement]:
    """People are warned later of changes to the notice.

    Example: "We give 30 days' notice of changes." -> "We give 7 days' notice of changes."
    """
    yield from of(revision, "warning", -1)


def number_changed(revision: Revision) -> Iterator[Judgement]:
    """A quantity, age or amount changed that no other rule of time explains.

    Example: "A copy costs $5." -> "A copy costs $10."
    """
    yield from of(revision, "number")
    yield from of(revision, "cost", values=("money",))
    yield from of(revision, "age", values=("both",))
    for slot in ("other", "standing", "rhythm"):
        yield from of(revision, slot)
