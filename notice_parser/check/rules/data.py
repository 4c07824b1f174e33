"""What is collected and from where: PN201 to PN205."""

from collections.abc import Iterator

from notice_parser.check.judgement import Judgement, acts, of, plain_words
from notice_parser.check.revision import Revision


def data_category_added(revision: Revision) -> Iterator[Judgement]:
    """A new kind of personal data is processed, or data of more people.

    Example: "We collect your name and email." -> "We collect your name, email and contacts list."
    """
    yield from of(revision, "data", -1, came=True)
    yield from of(revision, "reach", -1, values=("who", "where"))
    yield from acts(revision, -1, "collect", "track", "infer", "retain")
    yield from plain_words(revision, "collect", "track", "retain", "infer")


def category_or_use_removed(revision: Revision) -> Iterator[Judgement]:
    """A kind of data, a purpose, a recipient, a place or a practice is gone, less certain or named more closely.

    Example: "We collect your email and phone number." -> "We collect your email."
    """
    for slot in ("sensitive", "recipient", "purpose", "data", "source", "place", "act", "name"):
        yield from of(revision, slot, 1, came=False)
    yield from of(revision, "word", 1, came=False)
    yield from of(revision, "vague", 1)
    yield from of(revision, "reach", 1)
    yield from of(revision, "list", 1)
    yield from of(revision, "recipient", 1, values=("named",))
    yield from of(revision, "modality", 1, values=("weaker",))
    yield from of(revision, "negation", 1)
    yield from (j for j in acts(revision, 1, "automate") if revision.before)


def sensitive_data_added(revision: Revision) -> Iterator[Judgement]:
    """Health, biometric, genetic, location or other sensitive data is newly processed.

    Example: "We collect usage data." -> "We collect usage data and voiceprints."
    """
    floor = 3.0 if revision.before is None else 0.0
    for judgement in of(revision, "sensitive", -1, came=True):
        yield judgement.but(weight=max(judgement.weight, floor) + 0.5)


def data_source_added(revision: Revision) -> Iterator[Judgement]:
    """Data now comes from a further source, or is taken in a further product.

    Example: "We collect data from you." -> "We collect data from you and from data brokers."
    """
    for judgement in of(revision, "source", -1, came=True):
        yield judgement.but(weight=judgement.weight + 0.5)
    yield from of(revision, "reach", -1, values=("product",))


def list_opened(revision: Revision) -> Iterator[Judgement]:
    """A closed list became examples.

    Example: "We collect your name and email." -> "We collect information such as your name and email."
    """
    opened = list(of(revision, "list", -1, came=True))
    limited = max((e.weight for e in revision.effects if e.slot == "limit" and e.sign < 0), default=0.0)
    yield from (j.but(weight=max(j.weight, limited + 0.5 if limited else 0.0)) for j in opened)
