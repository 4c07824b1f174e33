"""Why data is used: PN301 to PN306."""

import re
from collections.abc import Iterator

from notice_parser.check.judgement import Judgement, acts, alone, of, plain_words
from notice_parser.check.revision import Revision

# "train our models", "machine learning": where a whole sentence is new, the name of a product says nothing yet
TAUGHT = re.compile(r"\b(?:train|teach|taught|learn|fine-tun|models?\b|algorithm)", re.IGNORECASE)


def purpose_added(revision: Revision) -> Iterator[Judgement]:
    """Data is used for a further purpose.

    Example: "We use your address to ship orders." -> "We use your address to ship orders and for analytics."
    """
    yield from of(revision, "purpose", -1, came=True)
    yield from acts(revision, -1, "use")
    yield from plain_words(revision, "use", "other", "")


def purpose_generalised(revision: Revision) -> Iterator[Judgement]:
    """A particular purpose became a vague one.

    Example: "We use your email to send receipts." -> "We use your email to improve our services."
    """
    yield from of(revision, "vague", -1, came=True)


def ai_training_added(revision: Revision) -> Iterator[Judgement]:
    """Personal data is used to train models.

    Example: (none) -> "We train our AI models on your posts."
    """
    side = revision.after
    taught = alone(revision) != "added" or bool(side and TAUGHT.search(side.text))
    for judgement in of(revision, "purpose", -1, values=("ai", "train-ai"), came=True) if taught else ():
        yield judgement.but(weight=judgement.weight + 1.5)
    for judgement in acts(revision, -1, "train-ai"):
        yield judgement.but(weight=max(judgement.weight, 3.0) + 2.5)


def advertising_added(revision: Revision) -> Iterator[Judgement]:
    """Personal data is used for advertising, or for more of it.

    Example: (none) -> "We show you targeted advertisements on other sites."
    """
    floor = 3.0 if revision.before is None else 0.0
    for judgement in of(revision, "purpose", -1, values=("ads",), came=True):
        yield judgement.but(weight=max(judgement.weight, floor) + 0.5)


def legal_basis_changed(revision: Revision) -> Iterator[Judgement]:
    """The legal basis of processing changed.

    Legitimate interests in place of consent weaken, consent in their place strengthens; of other changes nobody can
    say whom they favour, so they are unclear and a warning.

    Example: "The legal basis is your explicit consent." -> "The legal basis is our legitimate interest."
    """
    named = any(side and "basis" in side.text for side in (revision.before, revision.after))
    for judgement in of(revision, "basis"):
        yield judgement.but(weight=judgement.weight + 2 * (named or "became" in judgement.because[0]))


def profiling_introduced(revision: Revision) -> Iterator[Judgement]:
    """People are profiled, or decisions about them are automated.

    Example: (none) -> "We score your eligibility automatically."
    """
    inferred = of(revision, "purpose", -1, values=("infer", "automate"), came=True)
    for judgement in (*acts(revision, -1, "infer", "automate"), *inferred):
        yield judgement.but(weight=max(judgement.weight, 2.0) + 1.5)
