"""Terms that a notice defines, and the sentence that defines each."""

import re
from collections.abc import Iterable, Iterator

from notice_parser.model import Definition, Sentence
from notice_parser.vocabulary import BlockKind

_OPEN, _CLOSE = r"[\"“”„«‘]", r"[\"“”»’]"
_TERM = r"(?P<term>[^\"“”„«»()]{2,60}?)"
_MEANS = r"(?:means?|shall mean|refers? to|is defined as|are defined as|has the meaning|have the meaning|shall have the meaning|includes?|is any|is information|denotes?|bedeutet|désigne|significa)"
# "Personal Data" means …
QUOTED = re.compile(rf"{_OPEN}{_TERM}[,.]?{_CLOSE}(?: \([^()]{{1,60}}\))?,? {_MEANS}\b", re.IGNORECASE)
# (the "Services"), (collectively, "Platform"), ("we", "us")
PARENTHESIS = re.compile(r"\((?P<inside>[^()]{0,30}[\"“”„«‘][^()]{1,160})\)")
QUOTE = re.compile(_OPEN)
INNER = re.compile(rf"{_OPEN}{_TERM}[,.]?{_CLOSE}")
# we refer to these as "Content"; called the "App"
CALLED = re.compile(
    rf"\b(?:refer(?:red)? to|call(?:ed)?|known as|defined as|termed|described as)\b[^.\"“]{{0,120}}{_OPEN}{_TERM}[,.]?{_CLOSE}",
    re.IGNORECASE,
)
# Personal information means …; Cookies are small text files
BARE = re.compile(
    r"^(?:The terms? |For purposes of this \w+ \w+, )?(?P<term>[A-Z][\w’-]*(?: [\w’-]+){0,4}?),? "
    r"(?:means\b|shall mean\b|is defined as\b|is (?:any )?information (?:that|about|which|relating)\b|refers to\b|(?:is|are) (?:a )?small (?:text |data )?(?:files?|pieces?)\b)"
)
NOT_TERMS = re.compile(
    r"^(?:this|it|that|which|these|they|we|our|your|the following|there|here|what|by)\b", re.IGNORECASE
)

PRONOUN = re.compile(r"this|it|that|which|these|those|they|there|here|what", re.IGNORECASE)  # "This means that …"


def definitions(text: str, sentences: Iterable[Sentence]) -> tuple[Definition, ...]:
    """The definitions in text order; each term once a sentence."""
    out: list[Definition] = []
    for sentence in sentences:
        if sentence.kind is not BlockKind.HEADING:
            terms = dict.fromkeys(_terms(sentence.span.of(text)[:2000]))
            out += (Definition(term, sentence.span) for term in terms)
    return tuple(out)


def _terms(words: str) -> Iterator[str]:
    quotes = QUOTE.search(words) is not None
    for pattern in (QUOTED, CALLED, BARE) if quotes else (BARE,):
        for found in pattern.finditer(words):
            yield from _clean(found.group("term"))
    for found in PARENTHESIS.finditer(words) if quotes else ():
        for inner in INNER.finditer(found.group("inside")):
            yield from _clean(inner.group("term"))


def _clean(term: str) -> Iterator[str]:
    clean = term.strip(" ,.*_")
    if clean and not (len(clean.split()) > 1 and NOT_TERMS.match(clean)) and not PRONOUN.fullmatch(clean):
        yield clean
