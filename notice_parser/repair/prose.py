"""What the edges of two lines of prose say about whether they belong together."""

import re

from notice_parser.lexicon import table

FUNCTION_WORDS = frozenset(table("repair")["function_words"].split())  # a paragraph does not end with one of these
STARTERS = FUNCTION_WORDS | frozenset(table("repair")["sentence_starters"].split())
SENTENCE_END = re.compile(r"[.!?:;][\"'\u201d\u2019)\]]{0,3}$")  # 'as "cookies."'
LISTED_CLAUSE = re.compile(r"; (?:and|or)$")  # "your address; and"
OPEN_BRACKET = re.compile(r"[(\[][^()\[\]]{0,80}$")  # "tools (such as"


def last_word(text: str) -> str:
    """The last word of `text` with what is glued to it."""
    words = text[-80:].rsplit(None, 1)
    return words[-1] if words else ""


def first_word(text: str) -> str:
    """The first word of `text` with what is glued to it."""
    words = text[:80].split(None, 1)
    return words[0] if words else ""


def starts_sentence(text: str) -> bool:
    """Whether the first word is a small one with a capital, as only the start of a sentence or a title has it."""
    word = first_word(text)
    return word.istitle() and word.lower() in STARTERS


def ends_sentence(text: str) -> bool:
    """Whether a sentence, a clause of a list or an introduction ends here."""
    return bool(SENTENCE_END.search(text[-8:]) or LISTED_CLAUSE.search(text[-8:]))


def calls_for_more(text: str) -> bool:
    """Whether the last words cannot end a paragraph: a comma, an open bracket, or a word such as "of"."""
    word = last_word(text)
    titled = word[:1].isupper() and len(text[-80:].split()) > 2  # in a heading such as "What We Share With"
    if word.endswith((",", "-", "&", "/")) or OPEN_BRACKET.search(text[-84:]):
        return True
    return word.lower() in FUNCTION_WORDS and not titled
