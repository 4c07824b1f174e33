"""A sentence read for its weight: its terms, who acts in it, under which modality, negated or not, under what limits."""

import re
from functools import cache, lru_cache

from notice_parser.check.acts import YOU, Act, acts
from notice_parser.check.clauses import Context, contexts
from notice_parser.check.terms import Term, terms
from notice_parser.check.words import Word
from notice_parser.diff.units import LABEL
from notice_parser.lexicon import table
from notice_parser.span import Record

__all__ = ["Act", "Context", "Reading", "read", "unlabelled"]

# Words that name things as often as they name acts; after one of DETERMINERS they name things.
NOUNS = frozenset({"record", "log", "post", "order", "view", "copy", "request", "scan", "process", "contact", "store", "use", "access", "response", "cookie", "pixel", "chang", "review", "report", "sal", "watch", "trad", "rat", "test", "leav", "lock", "rank", "scor", "sale", "hash", "port", "host", "sav", "show", "rent", "leas", "note", "measur", "study", "archiv", "film", "check", "trial", "seal", "draw", "drop", "pool", "grad", "register", "usag", "photograph", "stream", "sample", "transfer", "purchas", "snapshot", "trace", "trac"})  # fmt: skip
SERVICES = frozenset({"servic", "site", "website", "app", "product", "platform", "application", "devic", "feature"})
STOPS = frozenset(".,;:()[]")
COPIES = frozenset(
    {"record", "copy", "log", "view", "note", "register", "store", "order", "post"}
)  # "a record of" is a thing, "the sale of" an act
DETERMINERS = frozenset({"the", "a", "an", "your", "our", "of", "these", "this", "those", "any", "and", "or", "in", "by", "new", "each", "from", "other", "their", "after", "befor", "before", "with", "without", "on", "upon", "all", "wrong"})  # fmt: skip


class Reading(Record):
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

    @property
    def stems(self) -> frozenset[str]:
        """The stems of its words."""
        return frozenset(word.stem for word in self.words)

    def has(self, kind: str, value: str = "") -> bool:
        """Whether a term of this kind, and value where given, stands in the sentence."""
        return any(term.kind == kind and (not value or term.value == value) for term in self.terms)

    def quote(self, first: int, last: int, most: int = 12) -> str:
        """The words from index `first` up to `last` as they stand, cut after `most` of them."""
        first, last = max(0, first), min(last, len(self.words))
        if first >= last:
            return ""
        cut = min(last, first + most)
        end = self.words[cut - 1].end
        said = self.text[self.words[first].start : end]
        if said.count("(") > said.count(")") and self.text[end : end + 1] == ")":
            said += ")"
        return said + ("…" if cut < last else "")

    def phrase(self, first: int, last: int, more: int = 6) -> str:
        """The words from `first` to `last` and up to `more` that follow without a stop between them.

        Where nothing stops them it takes a few more to the next stop, else leaves out the small words at the end.
        """
        end = self._stop(last, last + more)
        further = self._stop(end, end + FEW_MORE + 1)
        if further - end <= FEW_MORE:
            return self.quote(first, further, 20)
        while end > last and self.words[end - 1].text.casefold() in dangling():
            end -= 1
        return self.quote(first, end, 20)

    def _stop(self, start: int, most: int) -> int:
        """The first index from `start` that a stop stands before, or the end; `most` at the latest."""
        end = start
        while end < min(len(self.words), most) and not STOPS.intersection(
            self.text[self.words[end - 1].end : self.words[end].start]
        ):
            end += 1
        return end


FEW_MORE = 3  # words to the next stop, so that a phrase ends where the sentence does


@cache
def dangling() -> frozenset[str]:
    """Words that no phrase ends with: "the", "of", "may"."""
    return frozenset(table("check_light")["dangling"]["words"].split())


def unlabelled(text: str) -> str:
    """The sentence without the number or letter of its place: "4.2 We keep logs" -> "We keep logs"."""
    found = LABEL.match(text)
    return text[found.end() :] if found and found.end() < len(text.rstrip()) else text


@lru_cache(maxsize=8192)
def read(text: str) -> Reading:
    """The reading of one sentence."""
    split, found = terms(text)
    found = tuple(_noun(split, term, found[n - 1] if n else None) for n, term in enumerate(found))
    found = tuple(_picking(split, term) for term in found)
    found = tuple(_asked(split, term, n, found) for n, term in enumerate(found))
    places = tuple(contexts(text, split, found))
    return Reading(text, split, found, places, acts(split, found, places))


def _picking(split: tuple[Word, ...], term: Term) -> Term:
    """A participle that picks some people: "registered passengers", "of verified users"."""
    following = split[term.last].stem if term.last < len(split) else ""
    led = split[term.first - 1].stem if term.first else "the"
    if term.kind == "act" and term.text.endswith("ed") and following in YOU - {"you", "your"} and led in LEADING:
        return term.but(kind="word", value=split[term.first].stem)
    return term


LEADING = frozenset({"the", "our", "all", "any", "every", "each", "of", "for", "to", "and", "or"})
PICTURES = frozenset({"photograph", "snapshot"})
PLURAL = re.compile("[^s]s$")
RECORDED = frozenset({"data", "word"})


def _takes(split: tuple[Word, ...], term: Term) -> bool:
    """Whether an object follows, so that it is an act: "the app for your photos stores the place"."""
    return term.last < len(split) and split[term.last].stem in {"your", "the", "a", "an", "our", "their", "any", "all"}


def _predicated(split: tuple[Word, ...], term: Term) -> bool:
    """Whether a verb follows that says what is done to the thing: "have their trip records deleted"."""
    at = term.last
    if at >= len(split) or (split[term.first - 1].capital and term.first != 1):
        return False
    return split[at].stem in {"be", "will", "may", "must", "shall"} or split[at].text.endswith(
        ("eted", "ased", "ected", "ored", "ared")
    )


# "predict when you are at home", "record where you ride": what is known, and no condition
KNOWING = frozenset({"know", "knows", "predict", "record", "log", "note", "learn", "infer", "report", "determin", "determine", "detect", "guess", "estimat", "estimate", "show", "see", "tell", "monitor", "track", "observ", "observe", "study", "find", "discover", "analyz", "analyze", "about", "of", "on", "work", "out", "understand", "reveal", "indicat", "measur", "remember"})  # fmt: skip
WHEREABOUTS = frozenset({"where", "wherever"})
WISHES = frozenset({"ask", "request", "consent", "agre", "agree", "tell", "want", "wish", "choose", "opt", "contact", "need", "permit", "allow", "instruct", "accept"})  # fmt: skip
CALLED = frozenset({"phone", "telephone", "post", "mail", "letter", "sms", "text"})


def _asked(split: tuple[Word, ...], term: Term, number: int, found: tuple[Term, ...]) -> Term:
    """A clause of "when" or "where" that names what is known; a "phone" that names one more way to be reached."""
    before = [other for other in found[max(0, number - 3) : number] if other.kind != "light"]
    if term.key == ("if", "when") and term.last < len(split) and split[term.last].stem in {"you", "they", "people"}:
        led = split[term.first - 1].stem if term.first else ""
        joined = led in {"and", "or"} and bool(before) and before[-1].kind == "data"
        wished = WISHES.intersection(word.stem for word in split[term.last : term.last + 4])
        if led in KNOWING or (joined and not wished):
            value = "location" if split[term.first].stem in WHEREABOUTS else "usage"
            return term.but(kind="data", value=value)
    beside = split[term.first - 1].stem in {"or", "and"} if term.first else False
    if term.key == ("data", "contact") and beside and before and before[-1].kind == "channel":
        return term.but(kind="channel", value="phone") if term.text.casefold() in CALLED else term
    return term


def _noun(split: tuple[Word, ...], term: Term, before_it: Term | None) -> Term:
    """A word such as "record" after a determiner or after what it is a record of names a thing."""
    if term.kind != "act" or term.last - term.first > 1 or split[term.first].stem not in NOUNS:
        return term
    before = split[term.first - 1].stem if term.first else ""
    following = [word.stem for word in split[term.last : term.last + 4] if word.stem not in {"of", *DETERMINERS}]
    told = not term.first and term.text == "Use"  # "Use the form in your account": the reader is told what to do
    if term.value == "use" and (told or (following and following[0] in SERVICES)):
        return term.but(kind="light", value="use")  # "when you use our services" is no use of data
    if term.text.endswith(("ing", "ed")):
        return term
    if term.last < len(split) and split[term.last].stem == "of" and split[term.first].stem not in COPIES:
        return term  # "the sale of your data" is an act
    recorded = before_it is not None and before_it.kind in RECORDED and PLURAL.search(term.text)
    if (
        (recorded and not _takes(split, term))
        or before in DETERMINERS
        or (term.text.endswith("s") and (not term.first or _predicated(split, term)))
    ):
        pictures = split[term.first].stem in PICTURES
        return (
            term.but(kind="data", value="content") if pictures else term.but(kind="word", value=split[term.first].stem)
        )
    return term
