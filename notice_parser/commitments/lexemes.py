"""The word tables in the form the reader needs: every word and phrase with its class, topics and verb forms."""

from collections.abc import Iterator
from functools import cache

from notice_parser.commitments.inflect import forms, plural
from notice_parser.lexicon import table
from notice_parser.span import Record

# One character a word. Upper case names what carries a clause, lower case what joins or limits it.
CONTROLLER, SUBJECT, THIRD, THING = "C", "U", "T", "I"
MAY, WILL, DO, HAVE, BE = "M", "W", "D", "H", "B"
NOT, ADVERB, GOVERNOR = "N", "A", "K"
TO, IF, WHICH, AND, COMMA, STOP = "t", "i", "r", "&", ",", ";"
BY, DETERMINER, NO, CASE, OTHER = "p", "o", "n", "c", "x"

PARTIES = {"controller": CONTROLLER, "data-subject": SUBJECT, "third-party": THIRD}
AUXILIARIES = {"may": MAY, "will": WILL, "do": DO, "have": HAVE, "be": BE, "not": NOT, "no": NO}


class Lexeme(Record):
    """What a word or phrase can be: a class, the topics it shows, and the verb forms it can have."""

    kind: str = OTHER
    topics: tuple[str, ...] = ()
    verbs: tuple[tuple[str, str], ...] = ()  # (form, lemma)
    effect: str = ""  # what it does to a verb that it governs


Row = tuple[tuple[str, ...], Lexeme]  # the words after the first, and what the phrase is
Rows = tuple[Row, ...]


class Lexicon(Record):
    """Single words, and phrases by their first and second word, the longest first."""

    words: dict[str, Lexeme]
    phrases: dict[str, dict[str, Rows]]


@cache
def lexicon() -> Lexicon:
    """Every table compiled, once."""
    found: dict[str, Lexeme] = {}
    for name, kind in PARTIES.items():
        _add(found, table("actors")[name], kind=kind)
    for topic, words in table("objects").items():
        _add(found, words, kind=THING, topic=topic)
    for value in table("recipients"):
        _add(found, "|".join(_recipients(value)), kind=THIRD, topic=SERVES.get(value, ""))
    _add_verbs(found)
    for name, kind in SYNTAX.items():
        _add(found, table("syntax")[name], kind=kind, force=True)
    for name, kind in AUXILIARIES.items():
        _add(found, table("modality")[name], kind=kind, force=True)
    _add_governors(found)
    return Lexicon({w: x for w, x in found.items() if " " not in w}, _phrases(found))


SYNTAX = {
    "determiners": DETERMINER,
    "adverbs": ADVERB,
    "subordinators": IF,
    "relatives": WHICH,
    "conjunctions": AND,
    "prepositions": BY,
    "cases": CASE,
    "to": TO,
}


@cache
def word_set(name: str) -> frozenset[str]:
    """A plain list of words from the table of small words."""
    return frozenset(table("syntax")["lists"][name].split())


@cache
def hedges() -> frozenset[str]:
    """Words and phrases that make a promise vaguer."""
    return frozenset(_split(table("modality")["hedges"]["words"]))


def _split(words: str) -> list[str]:
    return [word.strip() for word in words.split("|") if word.strip()]


def _add(found: dict[str, Lexeme], words: str, kind: str, topic: str = "", *, force: bool = False) -> None:
    for word in _split(words):
        old = found.get(word, Lexeme())
        topics = (*old.topics, topic) if topic else old.topics
        taken = old.kind != OTHER and not force
        found[word] = old.but(kind=old.kind if taken else kind, topics=topics)


# Recipients that are the controller's own, or named by what is done ("published").
NOT_OTHERS = ("affiliate", "public", "words")


SERVES = {"analytics-provider": "tools"}  # "we use an analytics provider" is what "we use analytics" is


def _recipients(value: str) -> Iterator[str]:
    """Those who receive data can act too: every name of a recipient that ends in a noun, and its plural."""
    rows = table("recipients")
    if value in NOT_OTHERS or not isinstance(rows[value], dict):
        return
    idle = frozenset(rows["listed"]) | frozenset(rows["decoys"])
    for words in (tuple(term.split()) for term in rows[value]["terms"] if term not in idle):
        if words[0] not in word_set("owners") and words[-1] not in word_set("open_ends"):
            yield " ".join(words)
            yield " ".join(plural(words))


def _add_verbs(found: dict[str, Lexeme]) -> None:
    for lemma in table("actions")["verbs"]:
        _add_forms(found, lemma)


def _add_forms(found: dict[str, Lexeme], lemma: str) -> None:
    for word, form in forms(lemma):
        old = found.get(word, Lexeme())
        if (form, lemma) not in old.verbs:
            found[word] = old.but(verbs=(*old.verbs, (form, lemma)))


def _add_governors(found: dict[str, Lexeme]) -> None:
    for effect, kinds in table("modality")["governors"].items():
        for lemma in _split(kinds.get("verbs", "")):
            for word, form in forms(lemma):
                old = found.get(word, Lexeme())
                verbs = old.verbs if any(f == form for f, _ in old.verbs) else (*old.verbs, (form, lemma))
                found[word] = old.but(verbs=verbs, effect=old.effect or effect)
        for word in _split(kinds.get("words", "")):
            old = found.get(word, Lexeme())
            governs = (old.kind == OTHER and not old.verbs) or "right" in old.topics
            kind = GOVERNOR if governs else old.kind
            found[word] = old.but(kind=kind, effect=old.effect or effect)


def _phrases(found: dict[str, Lexeme]) -> dict[str, dict[str, Rows]]:
    groups: dict[str, dict[str, list[Row]]] = {}
    for phrase, lexeme in found.items():
        first, *rest = phrase.split()
        if rest:
            groups.setdefault(first, {}).setdefault(rest[0], []).append((tuple(rest), lexeme))
    return {first: {second: _longest_first(rows) for second, rows in group.items()} for first, group in groups.items()}


def _longest_first(rows: list[Row]) -> Rows:
    return tuple(sorted(rows, key=lambda row: (-len(row[0]), row[0])))
