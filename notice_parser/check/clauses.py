"""The clauses of a sentence: where a new statement begins, and which words stand under a condition or an exception."""

from collections.abc import Iterator

from notice_parser.check.terms import Term
from notice_parser.check.words import Word
from notice_parser.span import Record

OPENERS = {"if": "if", "when": "when", "until": "until"}  # values of condition terms that open a clause
LIMITS = frozenset({"if", "when", "until", "except"})
BREAKS = frozenset(".;:?!")
SUBJECTS = frozenset({"we", "you", "it", "they", "i", "he", "she", "our", "no", "nobody", "neither", "none"})
LEADS = frozenset({"the", "your", "a", "an", "this", "all", "any", "our", "we", "you", "it", "they"})


class Context(Record):
    """Where a term stands: in which clause, and under which limit."""

    clause: int
    scope: str  # main | if | when | until | except


def contexts(text: str, split: tuple[Word, ...], found: tuple[Term, ...]) -> Iterator[Context]:
    """The context of each term."""
    clause, scope, fronted = 0, "main", False
    for number, term in enumerate(found):
        gap = text[split[term.first - 1].end : split[term.first].start] if term.first else ""
        if _begins(split, term, gap, scope) or _returns(split, term, gap, scope, fronted=fronted):
            clause, scope = clause + 1, "main"
        opened = _opened(split, term)
        if opened:
            scope, fronted = opened, number == 0 or bool(gap.strip())
        yield Context(clause, scope)


def _begins(split: tuple[Word, ...], term: Term, gap: str, scope: str) -> bool:
    """Whether a new statement begins: after a stop, with "but", with "and we", ", you", ", your data"."""
    first = split[term.first]
    if BREAKS.intersection(gap) or first.stem == "but":
        return True
    if first.stem in {"your", "our"} and "," in gap:
        return term.last < len(split) and split[term.last].stem in {"data", "information", "personal"}
    if first.stem == "pleas" and "," in gap:
        return True
    if first.stem not in {"we", "you", "they"} or not term.first:
        return False
    return "," in gap or (scope == "main" and split[term.first - 1].stem in {"and", "or"})


def _returns(split: tuple[Word, ...], term: Term, gap: str, scope: str, *, fronted: bool) -> bool:
    """Whether a comma ends the condition: "If you ask, the clinic …"."""
    if "," not in gap or scope == "main":
        return False
    first = split[term.first]
    if first.stem in {"a", "an", "any"} and _subject_follows(split, term.first + 1):
        return False  # "If a court, an agency or a party demands it, we …"
    return first.stem in SUBJECTS or (fronted and (first.stem in LEADS or first.capital))


def _subject_follows(split: tuple[Word, ...], at: int) -> bool:
    """Whether a later comma brings a subject of its own: ", we"."""
    return any(
        split[k].stem in SUBJECTS and split[k].start - split[k - 1].end > 1
        for k in range(at + 1, min(len(split), at + 24))
    )


def _opened(split: tuple[Word, ...], term: Term) -> str:
    """The scope that the term opens, if any."""
    stem = split[term.first].stem
    following = split[term.last].stem if term.last < len(split) else ""
    if stem == "so" and following == "that":
        return "main"
    if term.kind == "except":
        return "except"
    if term.kind == "if":
        return OPENERS.get(term.value, "")
    if stem in {"befor", "after", "while"} and following in LEADS:
        return "when"
    return ""
