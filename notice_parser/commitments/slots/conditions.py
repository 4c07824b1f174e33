"""What limits a commitment: typed conditions, each with the words of its clause."""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from notice_parser.commitments.slots.cues import cues
from notice_parser.commitments.slots.mention import Mention
from notice_parser.commitments.slots.tokens import Tokens, words
from notice_parser.commitments.slots.trie import Entry, Hit, hits, trie
from notice_parser.lexicon import table

CLAUSE = 150  # tokens that a clause may have
CHILD_BEFORE = 25  # tokens
HEAD = 6  # tokens at the head of a sentence, where consent is the statement itself
OPTED_WITHIN = 5  # tokens before "opt in" that make it a limit
NECESSARY = tuple(f"conditions:necessary/necessary{after}" for after in ("", " to", " for"))
MODALS = ("will", "may", "shall", "must", "can")
LEADING = ("by", "under", "with", "to")  # before the name of a law
# a mark that begins with an opener limits in both ways: "unless you agree" is unless and consent
OPENING = {
    "unless": "unless",
    "except": "unless",
    "if": "if",
    "when": "if",
    "where": "if",
    "only": "only-if",
    "once": "if",
    "provided": "if",
}


@cache
def condition_trie() -> dict[str, Any]:
    """The trie of every condition."""
    return trie(_rows())


def conditions(text: Tokens, limits: list[Mention]) -> list[Mention]:
    """The mentions of conditions; the spans of time in `limits` bound in time."""
    return _merged([*_found(text), *_time_bounds(text, limits)])


def _found(text: Tokens) -> Iterator[Mention]:
    """Openers and marks that limit, in order; one "if" inside an "only" or "unless" clause belongs to it."""
    held = 0
    for hit in hits(condition_trie(), text.words):
        rows = [row for row in hit.entries if row.form != "decoy"]
        if len(rows) < len(hit.entries):
            continue
        end = _clause_end(text, hit)
        for row in rows:
            if row.value in LIMITS and not LIMITS[row.value](text.words, hit, row):
                continue
            if row.value == "if" and hit.first < held:
                continue
            if row.form == "openers" and row.value in ("only-if", "unless"):
                held = max(held, end if row.value == "only-if" else min(end, hit.last + 3))
            yield from _mentions(text, hit, row, end, held)


def _mentions(text: Tokens, hit: Hit, row: Entry, end: int, held: int) -> Iterator[Mention]:
    last = hit.last if row.form != "openers" and row.value in ("consent", "law", "opt-out-choice") else end
    if last == hit.last and row.value == "law":
        last = _law_named(text.words, last)
    start, stop = text.range(hit.first, max(last, hit.last))
    yield Mention("conditions", row.value, start, stop, row.rule)
    also = OPENING.get(text.words[hit.first]) if row.form == "marks" else None
    if also and not (also == "if" and hit.first < held):
        yield Mention("conditions", also, start, stop, row.rule)


def _law_named(words: list[str], last: int) -> int:
    """Where the law ends that a mark only leads to: "unless required by" + "applicable law"."""
    if words[last - 1] not in LEADING:
        return last
    end = last
    while end < len(words) and words[end] in cues("conditions")["names_of_laws"]:
        end += 1
    while end > last and words[end - 1] in (",", "and", "or", "any", "other", "a", "the"):
        end -= 1
    return end


def _opens_if(words: list[str], hit: Hit, _: Entry) -> bool:
    """Whether a word that may open an if-clause does: not "the country where", "based upon", "be subject to"."""
    word, before = words[hit.first], _before(words, hit)
    if hit.last - hit.first > 1 and word not in ("subject", "provided"):
        return True
    if word in ("once", "if"):
        return not _is_other(words, hit.last, word)
    if word == "where":
        return _where_limits(words, hit.last, before)
    if word == "provided":
        plain = words[hit.last - 1] != "that" or before in ("you", "we", "have", "has", "information", "data")
        return not plain or before not in cues("conditions")["no_provided"]
    if word == "subject":
        return not any(other in cues("conditions")["no_subject"] for other in words[max(0, hit.first - 3) : hit.first])
    alone = word == "when" and words[hit.last : hit.last + 1] in ([], ["."], [";"], [","], [")"])
    return not alone and before not in cues("conditions").get(f"no_{word}", ())  # "which pages you visit and when"


def _is_other(words: list[str], at: int, word: str) -> bool:
    """As in "once a year" and "the fee, if any, is"."""
    after = words[at : at + 1]
    if word == "once":
        return after in (["a"], ["per"], ["more"], ["every"])
    return after == ["any"] and not (words[at + 1 : at + 2] and words[at + 1].isalpha())


def _only(words: list[str], hit: Hit, _: Entry) -> bool:
    """Not "the only", "not only", nor "no more than 30 days"."""
    if words[hit.last : hit.last + 1] and words[hit.last].isdecimal():
        return False
    return words[hit.first] != "only" or _before(words, hit) not in ("the", "an", "not", "a", "our")


def _excepts(words: list[str], hit: Hit, row: Entry) -> bool:
    """Here "other than" excepts from what is denied: "no data other than", not "a country other than yours"."""
    near = words[max(0, hit.first - 18) : hit.first]
    denied = any(word in cues("conditions")["negations"] for word in near) and "but" not in near
    return denied or not row.rule.endswith("/other than")


def _is_necessary(words: list[str], hit: Hit, row: Entry) -> bool:
    """Such as "is necessary", "necessary for", not "necessary measures"."""
    if row.rule == "conditions:necessary/need to know":
        return _before(words, hit) not in ("we", "you", "may")
    if row.rule in NECESSARY and _before(words, hit) in cues("conditions")["measures"]:
        return False
    if row.rule != NECESSARY[0] or hit.last >= len(words):
        return True
    before, after = cues("conditions")["necessary_before"], cues("conditions")["necessary_after"]
    return _before(words, hit) in before or words[hit.last] in after


def _offers_choice(words: list[str], hit: Hit, _: Entry) -> bool:
    """At the head of a sentence opting out is the statement itself, no limit to another."""
    return words[hit.first] not in ("you", "and") or hit.first >= 6


def _is_given(words: list[str], hit: Hit, row: Entry) -> bool:
    """At the head of a sentence opting in is the statement itself; what a child did "without consent" limits nothing."""
    near = frozenset(words[max(0, hit.first - CHILD_BEFORE) : hit.first])
    if (
        "without" in words[max(0, hit.first - 3) : hit.first + 1]
        and near & cues("conditions")["found_out"]
        and near & cues("conditions")["minors"]
    ):
        return False
    if words[hit.first] == "you" and words[hit.first + 1] in ("authorize", "authorise") and hit.first < HEAD:
        return False
    if not row.rule.endswith(("/opt in", "/opt-in")):
        return True
    return bool(frozenset(words[max(0, hit.first - OPTED_WITHIN) : hit.first]) & cues("conditions")["opting"])


def _before(words: list[str], hit: Hit) -> str:
    return words[hit.first - 1] if hit.first else ""


def _where_limits(words: list[str], after: int, before: str) -> bool:
    """Not "the country where you live", nor "where we are established"."""
    if words[after : after + 1] and words[after] in cues("conditions")["after_where"]:
        return True
    near = words[after : after + 5]
    grounded = any(near[k : k + 2] in (["based", "on"], ["based", "upon"]) for k in range(4))  # "where it is based on"
    if not grounded and any(word in cues("conditions")["place_verbs"] for word in near[:4]):
        return False
    return before not in cues("conditions")["no_where"]


def _bounds_by_law(words: list[str], hit: Hit, row: Entry) -> bool:
    """Law as a purpose ("to comply with legal obligations") or a source of rights ("rights under applicable law") is no limit."""
    before = _before(words, hit)
    near = words[max(0, _list_of_laws(words, hit.first) - 5) : hit.first]
    if row.form == "binding":
        return any(word in cues("conditions")["binding_leads"] for word in near)
    if any(word in cues("conditions")["meeting"] for word in near) and words[hit.first] not in (
        "in",
        "as",
        "if",
        "unless",
        "where",
        "required",
        "permitted",
    ):
        return False
    if words[hit.first] == "under":
        return before not in cues("conditions")["rights"] and not any(
            word in ("right", "rights", "entitled") for word in near
        )
    return words[hit.first] != "applicable" or before not in (*cues("conditions")["rights"], "other", "by", "under")


def _list_of_laws(words: list[str], at: int) -> int:
    """Where a list begins that names laws up to `at`: "any applicable law, regulation, legal process"."""
    while at and words[at - 1] in cues("conditions")["of_laws"]:
        at -= 1
    return at


# what an entry of each kind asks of its place; kinds not named ask nothing
LIMITS: dict[str, Callable[[list[str], Hit, Entry], bool]] = {
    "if": _opens_if,
    "only-if": _only,
    "unless": _excepts,
    "opt-out-choice": _offers_choice,
    "consent": _is_given,
    "law": _bounds_by_law,
    "necessary": _is_necessary,
}


def _clause_end(text: Tokens, hit: Hit) -> int:
    """The token where the clause of a condition ends: at a comma before the main clause, or with the sentence."""
    words = text.words
    fronted = hit.first == 0 or words[hit.first - 1] in (",", ".", ":", ";", "(", "example", "addition", "and")
    depth, comma = 0, 0
    last = min(len(words), hit.last + CLAUSE)
    alone = words[hit.last : hit.last + 1] and words[hit.last] in cues("conditions")["elliptic"]
    if alone and words[hit.last + 1 : hit.last + 2] in ([","], ["and"], ["or"], []):
        return hit.last + 1
    for at in range(hit.last, last):
        word = words[at]
        depth += (word == "(") - (word == ")")
        if depth < 0 or (word in cues("conditions")["closers"] and depth == 0 and not _inside_name(text, at)):
            return comma if fronted and comma else at
        if word == "and" and not fronted and depth == 0 and words[at + 1 : at + 2] == ["to"]:
            return at
        if word == "," and depth == 0 and at + 1 < len(words):
            following = words[at + 1]
            if (
                _acts(words, at + 1)
                or following in cues("conditions")["subjects"]
                or (following in cues("conditions")["turns"] and not fronted)
            ):
                return at
            comma = comma or at
    return comma if fronted and comma else last


def _acts(words: list[str], at: int) -> bool:
    """Whether a name and its modal begin at `at`: "Acme Ltd will collect"."""
    return words[at].isalpha() and any(word in MODALS for word in words[at + 1 : at + 3])


def _inside_name(text: Tokens, at: int) -> bool:
    """Whether a stop stands within a word or an abbreviation: "acme.example", "U.S. law", "No. 5"."""
    if text.words[at] != ".":
        return False
    glued = at + 1 < len(text.words) and text.spans[at + 1][0] == text.spans[at][1]
    return glued or (len(text.words[at - 1]) == 1 and at + 1 < len(text.words))


def _merged(found: list[Mention]) -> list[Mention]:
    """One mention for the same kind twice over the same words: the one that holds the other, or for a time both."""
    out: list[Mention] = []
    for mention in sorted(found, key=_extent):
        before = [at for at in range(max(0, len(out) - 8), len(out)) if out[at].value == mention.value]
        if any(out[at].end >= mention.end for at in before):
            continue
        if mention.value == "time-bound" and before and out[before[-1]].end > mention.start:
            out[before[-1]] = out[before[-1]].but(end=mention.end)
        else:
            out.append(mention)
    return out


def _extent(mention: Mention) -> tuple[int, int]:
    return mention.start, -mention.end


def _time_bounds(text: Tokens, limits: list[Mention]) -> Iterator[Mention]:
    """Each span of time but ages, "indefinitely", and the time somebody was idle."""
    for limit in limits:
        if limit.value.startswith("age") or limit.value == "indefinite":
            continue
        first = bisect_left(text.spans, (limit.start, 0))
        near = text.words[max(0, first - 8) : first]
        if near[-1:] == ["for"] and any(word in cues("conditions")["idle"] for word in near):
            continue  # "inactive for a year" is the case itself
        lead = first
        while lead > max(0, first - 6) and text.words[lead - 1] in cues("conditions")["limiting"]:
            lead -= 1
        start = text.spans[lead][0]
        yield Mention("conditions", "time-bound", start, limit.end, limit.rule)


def _rows() -> Iterator[tuple[tuple[str, ...], Entry]]:
    rows = table("conditions")
    for term in rows["decoys"]:
        yield words(term), Entry("", "decoy", f"conditions:decoy/{term}")
    for value, row in rows.items():
        if isinstance(row, dict) and value != "words":
            for form in ("openers", "marks", "binding"):
                for term in row.get(form, ()):
                    yield words(term), Entry(value, form, f"conditions:{value}/{term}")
