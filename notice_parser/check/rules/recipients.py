"""Who receives data, and where: PN401 to PN408."""

from collections.abc import Iterator

from notice_parser.check.judgement import Judgement, acts, judged, of, plain_words
from notice_parser.check.names import PROVIDED
from notice_parser.check.revision import Revision

SHARING = frozenset({"share", "sell", "transfer"})


def _handed(revision: Revision, action: str) -> bool:
    """Whether the sentence hands data to somebody: a name elsewhere is a product or a feature."""
    side = revision.after
    return action in SHARING or bool(
        side and (side.has("party") or PROVIDED.search(side.text) or any(act.action in SHARING for act in side.acts))
    )


def recipient_category_added(revision: Revision) -> Iterator[Judgement]:
    """A further class of recipient gets data.

    Example: "We share data with couriers." -> "We share data with couriers and ad partners."
    """
    for effect in revision.effects:
        if effect.slot == "recipient" and effect.sign < 0 and effect.after and effect.value != "generalised":
            yield judged(effect).but(weight=effect.weight + 1.2)
    yield from acts(revision, -1, "share")
    for effect in revision.effects:
        if effect.slot == "name" and effect.sign < 0 and effect.after and _handed(revision, effect.action):
            yield judged(effect)


def recipient_generalised(revision: Revision) -> Iterator[Judgement]:
    """A named recipient became a class of recipients.

    Example: "We share data with Acme Pay." -> "We share data with payment partners."
    """
    yield from of(revision, "recipient", -1, values=("generalised",))


def sale_introduced(revision: Revision) -> Iterator[Judgement]:
    """Personal data is sold, rented or traded.

    Example: "We do not sell your data." -> "We may sell your data."
    """
    for effect in revision.effects:
        sold = effect.action == "sell" and effect.slot in {"act", "negation"}
        if (sold or (effect.slot == "purpose" and effect.value == "sell")) and effect.sign < 0 and effect.after:
            yield Judgement(max(effect.weight, 3.0) + 1.0, -1, (effect.words,))


def disclosed_data_added(revision: Revision) -> Iterator[Judgement]:
    """A recipient gets more kinds of data than before.

    Example: "We share your email with partners." -> "We share your email and income with partners."
    """
    if revision.before is None:
        return
    yield from plain_words(revision, "share", "sell")
    for effect in revision.effects:
        if effect.slot in {"data", "sensitive"} and effect.action in SHARING and effect.sign < 0 and effect.after:
            yield Judgement(effect.weight + 0.3, -1, (effect.words,))


def transfer_introduced(revision: Revision) -> Iterator[Judgement]:
    """Data goes to a further country.

    Example: "Data is stored in the EU." -> "Data is stored in the EU and the United States."
    """
    for judgement in of(revision, "place", -1, came=True):
        yield judgement.but(weight=judgement.weight + 1.2)
    yield from of(revision, "place", 0, came=True)
    yield from acts(revision, -1, "transfer")


def safeguard_removed(revision: Revision) -> Iterator[Judgement]:
    """A safeguard of transfers or of security is gone.

    Example: "Transfers rest on standard contractual clauses." -> (none)
    """
    for judgement in of(revision, "safeguard", -1, values=("contract",)):
        yield judgement.but(weight=judgement.weight + 1.5)


def former_customer_sharing(revision: Revision) -> Iterator[Judgement]:
    """Data of former customers is processed like that of present ones.

    Example: "We share data of current customers." -> "We share data of current and former customers."
    """
    for judgement in of(revision, "former", -1):
        yield judgement.but(weight=judgement.weight + 1.0)
    if any(side and side.has("people", "former") for side in (revision.before, revision.after)):
        yield from (j.but(weight=j.weight + 1.0) for j in of(revision, "negation", -1))
