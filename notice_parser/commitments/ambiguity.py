"""Words that can be verb or noun: which of the two they are here, by what stands around them."""

import re
from collections.abc import Callable

from notice_parser.commitments.lexemes import (
    AND,
    BY,
    COMMA,
    CONTROLLER,
    OTHER,
    STOP,
    THING,
    THIRD,
    Lexeme,
    lexicon,
    word_set,
)
from notice_parser.span import Record

UNKNOWN = Lexeme()

STARTS_OBJECT = "onIUCTN"  # what an object begins with


def verb_or_noun(words: list[str], lexemes: list[Lexeme], at: int, kinds: list[str]) -> str:
    """The class of a word that can be a verb: the form it has here, or its class as a noun."""
    lexeme = lexemes[at]
    forms = "".join(form for form, _ in lexeme.verbs)
    noun = lexeme.kind if lexeme.kind != OTHER else OTHER
    before = kinds[-1] if kinds else ""
    after = lexemes[at + 1] if at + 1 < len(lexemes) else UNKNOWN
    if words[at] in word_set("adjectives"):  # "your profile is not public", "publicly accessible forums"
        return "P" if "B" in kinds[-4:] else noun
    if "P" in forms and "".join(kinds[-3:]).rstrip("NA")[-1:] in tuple("BH"):  # "is never read"
        return "P"
    leads = after.kind in "BMW" or any(form == "S" for form, _ in after.verbs)
    if forms == "G" and noun != OTHER and before in ("", STOP) and leads:  # "processing is based on"
        return noun
    if "V" not in forms and "S" not in forms:
        return (
            noun if noun != OTHER and before in tuple("on") else forms[0]
        )  # -ing and -ed forms are settled by what governs them
    if before and before == "D" and "V" in forms:
        return "V"
    following = at + 1 < len(words) and (after.kind in STARTS_OBJECT or _far_object(words, lexemes, at, before))
    return _finite(words, at, before, forms, noun, following=following, kinds=kinds)


def _far_object(words: list[str], lexemes: list[Lexeme], at: int, before: str) -> bool:
    """As in "our pharmacy shares prescription histories": an object of two words follows one who acts alone."""
    if before != THIRD or words[at - 1].endswith("s") or at + 2 >= len(words):
        return False
    return lexemes[at + 1].kind == OTHER and not lexemes[at + 1].verbs and lexemes[at + 2].kind == THING


class _Word(Record):
    """A word that can be a verb, with what stands around it."""

    word: str
    base: str  # its form as a finite verb
    noun: str  # its class where it is none
    before: str  # the word before it
    object_follows: bool
    sure_object_follows: bool
    ambiguous: bool
    kinds: list[str]
    owned: bool = False  # "your" stands two words before


def _after_modal(it: _Word) -> str:
    return it.base


def _after_controller(it: _Word) -> str:
    """A verb, but a noun after a name that is owned: "your Acme profile"."""
    return it.noun if it.kinds[-2:-1] == ["o"] and it.owned else it.base


def _after_marker(it: _Word) -> str:
    return it.base if it.noun == OTHER or it.object_follows else it.noun


def _after_subject(it: _Word) -> str:
    if it.word == "access" and it.kinds[-2:-1] and it.kinds[-2] in "VSPG":  # "to grant you access"
        return it.noun
    plural = it.before == "you" or (it.before.endswith("s") and it.base == "V")
    return it.base if plural or (it.base == "S" and it.object_follows) else it.noun


def _after_party(it: _Word) -> str:
    plural = it.before.endswith("s")
    return it.base if (plural and it.base == "V") or (it.base == "S" and it.object_follows) else it.noun


def _as_noun(it: _Word) -> str:
    return it.noun


def _at_start(it: _Word) -> str:
    if not it.kinds and it.base == "S" and it.noun != OTHER:  # "Reviews you write are published"
        return it.noun
    return it.base if (it.noun == OTHER and not it.ambiguous) or it.sure_object_follows else it.noun


# ", including our affiliates,": an insertion that has just closed.
CLOSED = re.compile(r"[CUTI],[p&][^,;]{1,12},$")
CLOSED_WITHIN = 16  # units


def _after_and(it: _Word) -> str:
    """After "and" or a comma: a verb where a verb stood before it or an object follows."""
    at = len(it.kinds) - 1
    while at >= 0 and it.kinds[at] in AND + COMMA + "A":
        at -= 1
    if at >= 0 and it.kinds[at] in "VSPMWDN":
        return it.base
    if it.object_follows and it.base == "V" and it.word in word_set("no_compounds"):  # "or share data with"
        return it.base
    if it.object_follows and CLOSED.search("".join(it.kinds[-CLOSED_WITHIN:])):
        return it.base
    return _at_start(it)


def _after_noun(it: _Word) -> str:
    return it.base if it.object_follows else it.noun


# What decides between verb and noun, by the class of the word before.
BEFORE: dict[str, Callable[[_Word], str]] = {
    **dict.fromkeys("tMWDNA", _after_modal),
    CONTROLLER: _after_controller,
    **dict.fromkeys("ri", _after_marker),
    "U": _after_subject,
    THIRD: _after_party,
    **dict.fromkeys("onpVSPG", _as_noun),
    **dict.fromkeys(AND + COMMA, _after_and),
    "": _at_start,
    STOP: _at_start,
}


def _finite(words: list[str], at: int, before: str, forms: str, noun: str, *, following: bool, kinds: list[str]) -> str:
    base = "V" if "V" in forms else "S"
    ambiguous = words[at] in word_set("plurals") or words[at] in word_set("nouns")
    if noun == OTHER and not ambiguous and (base == "S" or " " in words[at] or before not in tuple("onp")):
        return base
    after = words[at + 1] if at + 1 < len(words) else ""
    if "-" in words[at] and before in tuple("&,") and after in ("of", "from", "to", "by"):  # "or opt-out of"
        return base
    if "-" in words[at] and before not in tuple("tMWDNACUA"):  # "opt-in data"
        return noun
    if noun == BY and before not in tuple("MWDNt"):  # "subject to", "like", "including"
        return noun
    if after == "of" and base == "V" and before not in tuple("tMWDNA") and words[at] not in ("dispose", "make"):
        return noun
    strong = after.endswith("ed") or (
        following and (after in ("it", "them", "us") or lexicon().words.get(after, UNKNOWN).kind in "onUN")
    )
    owned = at > 1 and words[at - 2] in word_set("possessives")
    it = _Word(words[at], base, noun, words[at - 1] if at else "", following, strong, ambiguous, kinds, owned)
    return BEFORE.get(before, _after_noun)(it)
