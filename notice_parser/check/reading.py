"""A sentence read for its weight: its terms, who acts in it, under which modality, negated or not, under what limits."""

from functools import lru_cache
from typing import NamedTuple

from notice_parser.check.terms import Term, terms
from notice_parser.check.words import Word
from notice_parser.vocabulary import STANCE, Action, Stance

WE = frozenset({"we", "us", "our", "ourselv"})
YOU = frozenset({"you", "your", "yourself", "user", "customer", "member", "visitor", "parent", "guardian", "student"})
SUBJECTS = frozenset({"we", "you", "it", "they", "i", "he", "she", "our", "no", "nobody", "neither", "none"})
OPENERS = {"if": "if", "when": "when", "until": "until"}  # terms that open a clause under a condition
BREAKS = frozenset(".;:?!")
# Words that name things as often as they name acts; after one of DETERMINERS they name things.
DENIALS = "refus", "declin", "reject", "object"  # of the controller they deny, of the data subject they choose
NOUNS = frozenset({"record", "log", "post", "order", "view", "copy", "request", "scan", "process", "contact", "store", "use", "access", "response", "cookie", "pixel", "chang", "review", "report", "sal", "watch", "trad", "rat", "test", "leav", "lock", "rank", "scor", "hash", "port", "host", "sav"})  # fmt: skip
STATING = [["ensur"], ["guarante"], ["requir"], ["agre"], ["confirm"], ["promis"], ["so"], ["provid"], ["warrant"], ["such"], ["you"], ["person"]]  # fmt: skip
RELATIVE = frozenset({"that", "which", "who", "whom", "whose", "how", "what"})
AGENTS = frozenset(
    {"by", "in", "on", "for", "with", "about", "from", "through", "under", "abov", "below", "within", "at", "to"}
)
FINITE = frozenset({"be", "hav", "have", "we", "they", "you", "it", "will", "may", "can", "not", "never", "and", "or", "also", "get", "no", "nobody"})  # fmt: skip
FREE = frozenset({"right", "need", "hav", "have", "abl", "able", "option", "choic", "ability", "entitl", "requir", "commit", "continu", "want", "wish", "allow", "you", "agre", "reserv", "how", "oblig", "not", "undertak", "try", "striv", "aim", "seek"})  # fmt: skip
DETERMINERS = frozenset({"the", "a", "an", "your", "our", "of", "these", "this", "those", "any", "and", "or", "in", "by", "new", "each", "from", "other", "their", "after", "befor", "before", "with", "without", "on", "upon"})  # fmt: skip


class Act(NamedTuple):
    """An act of the sentence and how it is bound."""

    term: int
    action: str
    stance: Stance
    negated: bool
    modality: str
    actor: str
    scope: str
    clause: int


class Context(NamedTuple):
    """Where a term stands: in which clause, and under which limit."""

    clause: int
    scope: str  # main | if | except


class Reading(NamedTuple):
    """Everything the rules ask of a sentence."""

    text: str
    words: tuple[Word, ...]
    terms: tuple[Term, ...]
    contexts: tuple[Context, ...]
    acts: tuple[Act, ...]

    def governing(self, term: int) -> Act | None:
        """The act that the term at index `term` belongs to: the last before it in its clause, else the first after."""
        here = self.contexts[term]
        same = [act for act in self.acts if act.clause == here.clause]
        before = [act for act in same if act.term <= term and act.scope in {"main", here.scope}]
        after = [act for act in same if act.term > term and act.scope == "main"]
        if before:
            return before[-1]
        return after[0] if after else self.main

    @property
    def main(self) -> Act | None:
        """The act that decides what the sentence does: a main one before one under a condition."""
        ordered = [act for act in self.acts if act.scope == "main"] or list(self.acts)
        return ordered[0] if ordered else None

    def has(self, kind: str, value: str = "") -> bool:
        """Whether a term of this kind, and value where given, stands in the sentence."""
        return any(term.kind == kind and (not value or term.value == value) for term in self.terms)


@lru_cache(maxsize=8192)
def read(text: str) -> Reading:
    """The reading of one sentence."""
    split, found = terms(text)
    found = tuple(_noun(split, term) for term in found)
    contexts = _contexts(text, split, found)
    return Reading(text, split, found, contexts, tuple(_acts(split, found, contexts)))


def _noun(split: tuple[Word, ...], term: Term) -> Term:
    """A word such as "record" after a determiner names a thing."""
    if term.kind != "act" or term.last - term.first > 1 or split[term.first].stem not in NOUNS:
        return term
    before = split[term.first - 1].stem if term.first else ""
    if term.text.endswith(("ing", "ed")):
        return term
    if before in DETERMINERS or (not term.first and term.text.endswith("s")):
        return term._replace(kind="word", value=split[term.first].stem)
    return term


def _contexts(text: str, split: tuple[Word, ...], found: tuple[Term, ...]) -> tuple[Context, ...]:
    made: list[Context] = []
    clause, scope, fronted = 0, "main", False
    for number, term in enumerate(found):
        gap = text[split[term.first - 1].end : split[term.first].start] if term.first else ""
        stem = split[term.first].stem
        if (
            BREAKS.intersection(gap)
            or stem == "but"
            or _new_subject(split, term, gap)
            or ("," in gap and scope != "main" and (stem in SUBJECTS or (fronted and _subject_follows(split, term))))
        ):
            clause, scope = clause + 1, "main"
        if stem == "so" and split[term.last : term.last + 1] and split[term.last].stem == "that":
            scope = "main"
        if (term.kind == "if" and term.value in OPENERS) or term.kind == "except":
            scope = "except" if term.kind == "except" else OPENERS[term.value]
            fronted = number == 0 or bool(gap.strip())
        made.append(Context(clause, scope))
    return tuple(made)


def _new_subject(split: tuple[Word, ...], term: Term, gap: str) -> bool:
    """Whether "and we", "or you", ", we" starts here."""
    first = split[term.first]
    if first.stem in {"your", "our"} and "," in gap:
        return term.last < len(split) and split[term.last].stem in {"data", "information", "personal"}
    if first.stem not in {"we", "you", "they"}:
        return False
    before = split[term.first - 1].stem if term.first else ""
    return before in {"and", "or"} or "," in gap


def _subject_follows(split: tuple[Word, ...], term: Term) -> bool:
    return split[term.first].stem in {"the", "your", "a", "an", "this", "all", "any"} or split[term.first].capital


def _acts(split: tuple[Word, ...], found: tuple[Term, ...], contexts: tuple[Context, ...]) -> list[Act]:
    acts: list[Act] = []
    clause, negated, modality, actor = -1, False, "practice", ""
    for number, term in enumerate(found):
        if contexts[number].clause != clause:
            clause, negated, modality, actor = contexts[number].clause, False, "practice", ""
        stem = split[term.first].stem
        if term.kind == "modal" or (term.kind == "hedge" and term.value == "effort"):
            modality, negated = term.value, negated and not _fresh(found, number)
        elif term.kind == "neg":
            negated = term.value != "twice" and not (negated and term.value == "bar")
            modality = "may" if term.text.lower().startswith("may") else modality
            if term.value == "none" and acts and _just_after(acts[-1], number, clause):
                acts[-1] = acts[-1]._replace(negated=True)
        elif term.key == ("right", "right"):
            modality = "can"
        elif stem in WE:
            actor = actor if actor == "we" else ("we" if stem == "we" or not actor else actor)
        elif stem in YOU and (stem == "you" or not actor):
            actor = "you" if stem != "your" else actor
        elif term.kind == "party" and not actor:
            actor = "they"
        elif term.kind in {"act", "optout"}:
            scope = contexts[number].scope
            scope = _inner(split, term, acts) or scope
            agent = "" if _passive(split, term) else actor
            acts.append(_act(number, term, negated, modality, agent, contexts[number]._replace(scope=scope)))
    return acts


def _passive(split: tuple[Word, ...], term: Term) -> bool:
    """Whether "is", "are" or "be" stands before the act and no agent of its own: "your data is not shared"."""
    before = [word.stem for word in split[max(0, term.first - 3) : term.first]]
    return "be" in before and split[term.first].text.casefold().endswith(("ed", "held", "kept", "sent", "sold", "made"))


def _inner(split: tuple[Word, ...], term: Term, acts: list[Act]) -> str:
    """Whether the act only describes a thing ("data that we hold", "laptops used by nurses") or says what for."""
    before = [word.stem for word in split[max(0, term.first - 5) : term.first]]
    text = split[term.first].text.casefold()
    if term.first > 1 and any(
        stem in RELATIVE and before[k - 1 : k] not in STATING for k, stem in enumerate(before) if k
    ):
        return "relative"
    if acts and before[-1:] == ["to"] and not FREE.intersection(before[-2:-1]):
        return "purpose"
    if acts and before[-1:] == ["by"] and text.endswith("ing"):
        return "relative"
    if text.endswith(("ed", "held", "kept", "sent")) and term.first and not FINITE.intersection(before):
        after = split[term.last].stem if term.last < len(split) else ""
        return "relative" if after in AGENTS else ""
    return ""


def _fresh(found: tuple[Term, ...], number: int) -> bool:
    """Whether the modal starts a new predicate: "does not sell and may share", not "nobody may share"."""
    return any(term.kind == "act" for term in found[max(0, number - 6) : number])


def _just_after(act: Act, number: int, clause: int) -> bool:
    return act.clause == clause and number - act.term <= 2


def _act(number: int, term: Term, negated: bool, modality: str, actor: str, context: Context) -> Act:
    action = term.value if term.kind == "act" else "opt-out"
    denied = actor in {"we", "they"} or (not actor and term.text.endswith("ed"))
    if action == "opt-out" and denied and term.text.casefold().startswith(DENIALS):
        action = "discriminate"
    known = action if action in set(Action) else "other"
    return Act(number, action, STANCE[Action(known)], negated, modality, actor, context.scope, context.clause)
