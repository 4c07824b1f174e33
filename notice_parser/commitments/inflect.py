"""The forms of English verbs and names, by rule and from the table of irregular ones."""

from collections.abc import Iterator
from functools import cache

from notice_parser.lexicon import table

VOWELS = "aeiou"

BASE, PRESENT, PAST, ING = "V", "S", "P", "G"


def forms(lemma: str) -> Iterator[tuple[str, str]]:
    """Every form of a verb with its kind: `V` base, `S` third person, `P` past or participle, `G` -ing.

    Only the first word of "opt out" is inflected; what follows stays.
    """
    head, _, rest = lemma.partition(" ")
    tail = f" {rest}" if rest else ""
    yield lemma, BASE
    yield third_person(head) + tail, PRESENT
    yield ing(head) + tail, ING
    for past in pasts(head):
        yield past + tail, PAST


def third_person(head: str) -> str:
    """As "comply" gives "complies" and "access" gives "accesses"."""
    if head == "have":
        return "has"
    if head.endswith("y") and head[-2] not in VOWELS:
        return head[:-1] + "ies"
    return head + ("es" if head.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def ing(head: str) -> str:
    """As "use" gives "using" and "transfer" gives "transferring"."""
    if head.endswith("e") and not head.endswith(("ee", "oe", "ye")):
        return head[:-1] + "ing"
    return _doubled(head) + "ing"


def pasts(head: str) -> tuple[str, ...]:
    """Past and participle of a verb."""
    irregular = table("actions")["irregular"].get(head)
    if irregular:
        return tuple(irregular.split())
    if head in _wavering():
        return (head + "ed", head + head[-1] + "ed")
    if head.endswith("e"):
        return (head + "d",)
    if head.endswith("y") and head[-2] not in VOWELS:
        return (head[:-1] + "ied",)
    return (_doubled(head) + "ed",)


def _doubled(head: str) -> str:
    return head + head[-1] if head in _doubling() else head


@cache
def _doubling() -> frozenset[str]:
    return frozenset(table("actions")["doubled"]["words"].split())


@cache
def _wavering() -> frozenset[str]:
    return frozenset(table("actions")["either"]["words"].split())


def plural(term: tuple[str, ...]) -> tuple[str, ...]:
    """The term with its last word in the plural, by rule."""
    last = term[-1]
    if last.endswith("s") and not last.endswith("ss"):
        return term
    if last.endswith("y") and last[-2:-1] not in "aeiou":
        return (*term[:-1], last[:-1] + "ies")
    return (*term[:-1], last + ("es" if last.endswith(("ss", "x", "ch", "sh")) else "s"))
