"""A sentence as a string of classes, one character a word or phrase, over which the rules are written."""

import re
from functools import lru_cache

from notice_parser.commitments.ambiguity import UNKNOWN, verb_or_noun
from notice_parser.commitments.insertions import with_rights, without_insertions
from notice_parser.commitments.lexemes import (
    AND,
    BY,
    COMMA,
    CONTROLLER,
    IF,
    OTHER,
    STOP,
    SUBJECT,
    THING,
    THIRD,
    Lexeme,
    Lexicon,
    lexicon,
    word_set,
)
from notice_parser.commitments.titles import opened, titles
from notice_parser.commitments.tokenizer import cuts
from notice_parser.span import Record

# A word, an enclitic ("n't", "'ll", "'s"), the "can" of "cannot", or one sign: "We don't share e-mail (or phone)."
TOKEN = re.compile(
    r"\bcan(?=not\b)|\w+?(?=n['’]t\b)|n['’]t\b|['’](?:ll|re|ve|s|d|m)\b|and/or\b|\w+(?:[-.&@]\w+)*|[^\w\s]",
    re.IGNORECASE,
)

# "(a)", "(iv)", "(1)": marks of an enumeration.
LABEL = re.compile(r"\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})\)", re.IGNORECASE)
QUOTES = "\"“”‘’'"
OPEN, CLOSE = "([{", ")]}"
SIGNS = {
    sign: Lexeme(kind)
    for sign, kind in {
        ",": COMMA,
        "-": STOP,
        ";": STOP,
        ":": STOP,
        "!": STOP,
        "?": STOP,
        "—": COMMA,
        "–": COMMA,
        "/": AND,
        "\ufffc": COMMA,
    }.items()
}
ENCLITICS = {"'s": "'s", "'ll": "ll", "'re": "re", "'ve": "ve", "'d": "'d", "'m": "am"}
LEADERS = (":", "-", "–", "—")  # between "to" and its verb: "to: - check"
TITLE = "«title»"  # stands for the words of a title, which no table holds
YOURS = Lexeme(THING, ("data",))  # "your mileage": what is the data subject's is taken for data
NUMERAL = Lexeme("o")
NAMED = Lexeme("C")


class Reading(Record):
    """The units of a sentence, words and phrases, with what each can be. `kinds` holds one character a unit."""

    text: str
    words: list[str]
    kinds: str
    lexemes: list[Lexeme]
    starts: list[int]
    ends: list[int]

    def lemma(self, at: int, form: str = "") -> str:
        """The verb at a unit, in the form asked for where it has several."""
        verbs = self.lexemes[at].verbs
        return next((lemma for kind, lemma in verbs if kind == form), verbs[0][1] if verbs else self.words[at])

    def has(self, at: int, form: str) -> bool:
        """Whether the unit can be a verb in this form."""
        return any(kind == form for kind, _ in self.lexemes[at].verbs)

    def topics(self, start: int, end: int) -> list[str]:
        """The topics of the units from `start` to `end`, in order."""
        return [topic for lexeme in self.lexemes[max(0, start) : max(0, end)] for topic in lexeme.topics]


@lru_cache(maxsize=256)
def read_sentence(text: str, names: tuple[str, ...] = ()) -> Reading:
    """The units of a sentence, kept for a while: an introduction is read with each of its items. `names` are lower-case names of the controller, the longest first."""
    tokens, own, known = _tokens(text), _by_first(names), lexicon()
    spelled = [token[0] for token in tokens]
    words: list[str] = []
    lexemes: list[Lexeme] = []
    starts, ends = [], []
    at, depth = 0, 0
    while at < len(tokens):
        word = spelled[at]
        if word in OPEN:
            depth += 1
        elif word in CLOSE:
            depth = max(0, depth - 1)
        elif not depth and word not in "*•." and not (word in LEADERS and lexemes and lexemes[-1].kind in "MWNt&"):
            length, lexeme = _longest(spelled, at, own, known)
            words.append(word if length == 1 else " ".join(spelled[at : at + length]))
            lexemes.append(lexeme)
            starts.append(tokens[at][1])
            ends.append(tokens[at + length - 1][2])
            at += length
            continue
        at += 1
    return Reading(text, words, _classes(words, lexemes), lexemes, starts, ends)


def _tokens(text: str) -> list[tuple[str, int, int]]:
    plain = opened(text)
    lowered = plain.lower().replace("’", "'") if len(plain.lower()) == len(plain) else plain
    named = titles(plain)
    labels = _labels(lowered) if ")" in lowered else []
    if not named and not labels:
        return [
            (ENCLITICS.get(word, word), start, end)
            for start, end in cuts(lowered, TOKEN)
            if (word := lowered[start:end]) not in QUOTES
        ]
    out: list[tuple[str, int, int]] = []
    for start, end in cuts(lowered, TOKEN):
        while labels and labels[0][1] <= start:
            labels.pop(0)
        while named and named[0][1] <= start:
            named.pop(0)
        if named and named[0][0] <= start:  # a title is one name
            if not out or out[-1][1] < named[0][0]:
                out.append((TITLE, start, named[0][1]))
        elif lowered[start:end] not in QUOTES and not (labels and labels[0][0] <= start):
            word = lowered[start:end]
            out.append((ENCLITICS.get(word, word), start, end))
    return out


def _labels(lowered: str) -> list[tuple[int, int]]:
    """Where the marks of an enumeration stand."""
    return [found.span() for found in LABEL.finditer(lowered) if "(" in found.group() or found.start() == 0]


def _longest(spelled: list[str], at: int, own: dict[str, list[tuple[str, ...]]], table: Lexicon) -> tuple[int, Lexeme]:
    """How many tokens the longest known phrase at `at` has, and what it is."""
    word = spelled[at]
    for parts in own.get(word, ()):
        if _stands(spelled, at, parts):
            return len(parts), NAMED
    seconds = table.phrases.get(word)
    if seconds and at + 1 < len(spelled):
        for rest, lexeme in seconds.get(spelled[at + 1], ()):
            if _stands(spelled, at + 1, rest) and not _leads_on(spelled, at, len(rest)):
                return len(rest) + 1, lexeme
    return 1, table.words.get(word) or SIGNS.get(word) or (NUMERAL if word.isdigit() else UNKNOWN)


@lru_cache(maxsize=64)
def _by_first(names: tuple[str, ...]) -> dict[str, list[tuple[str, ...]]]:
    """The names of the controller by their first word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in names:
        parts = tuple(name.split())
        found.setdefault(parts[0], []).append(parts)
    return found


def _stands(spelled: list[str], at: int, words: tuple[str, ...]) -> bool:
    """Whether these words stand at `at`."""
    return tuple(spelled[at : at + len(words)]) == words


def _leads_on(spelled: list[str], at: int, length: int) -> bool:
    """Whether the phrase only seems one: "our service [providers]", "we [do not track] you"."""
    if spelled[at] == "if":  # "if any data is shared" against "the fee, if any, is"
        return spelled[at + 1] == "any" and at + 2 < len(spelled) and spelled[at + 2].isalpha()
    if spelled[at] == "do":
        return at > 0 and spelled[at - 1] in word_set("subject_pronouns")
    last = at + length
    if spelled[at] not in word_set("owners"):
        return False
    after = spelled[last + 1] if last + 1 < len(spelled) else ""
    rows = lexicon().phrases.get(spelled[last], {}).get(after, ())
    return any(_stands(spelled, last + 1, rest) for rest, _ in rows)


def _classes(words: list[str], lexemes: list[Lexeme]) -> str:
    kinds: list[str] = []
    joining = word_set("times_or_clauses")
    for at, lexeme in enumerate(lexemes):
        kind = lexeme.kind
        if lexeme.verbs:
            kind = verb_or_noun(words, lexemes, at, kinds)
        elif kind == OTHER:
            kind = _unknown(words, at, kinds)
            if kind == OTHER and at and words[at - 1] == "your" and words[at] not in word_set("not_data"):
                kind, lexemes[at] = THING, YOURS
        elif words[at] == "that":
            kind = _that(words, lexemes, at, kinds)
        elif words[at] in joining:
            kind = _joins(words, lexemes, at)
        elif _opens_condition(words, at):
            kind = IF
        elif words[at] == "them" and words[at + 1 : at + 3] == ["the", "right"]:
            kind = SUBJECT  # "the law gives them the right to"
        elif words[at] == "them" and at and lexemes[at - 1].effect:
            kind = THIRD  # "require them to", "help them verify"
        kinds.append(_after_word(words, at, kind))
    return with_rights(without_insertions("".join(kinds), words), words)


def _opens_condition(words: list[str], at: int) -> bool:
    """As in "so they can contact you" and "Should we change this notice, we will"."""
    if words[at] == "so":
        return words[at + 1 : at + 3] in SO_CAN
    return words[at] == "should" and _inverted(words, at)


def _inverted(words: list[str], at: int) -> bool:
    """Whether "should" begins a condition: "Should the law change", "we will tell you should we move"."""
    after, before = words[at + 1 : at + 2], words[at - 1] if at else ""
    return after != ["not"] if not at else after in (["we"], ["you"], ["they"]) and before not in word_set("asked")


def _after_word(words: list[str], at: int, kind: str) -> str:
    """The class of a word that the word before it takes another for: "go forward with", "more than is necessary to"."""
    before = words[at - 1] if at else ""
    if words[at] == "forward" and before in word_set("going"):
        return "A"
    return OTHER if before == "than" and kind == "B" else kind


def _unknown(words: list[str], at: int, kinds: list[str]) -> str:
    """A word of no table: an adverb by its ending, a verb after a pronoun or an auxiliary."""
    word, before = words[at], words[at - 1] if at else ""
    if word.endswith("ly") and len(word) > 4:
        return "A"
    if kinds[-1:] == [CONTROLLER] and word.endswith("s") and word[:-1] in word_set("idle"):
        return "S"  # "Acme respects your privacy and will"
    subject = before in word_set("subject_pronouns") and (len(kinds) < 2 or kinds[-2] not in "VSPGp")
    modal = "".join(kinds[-3:]).rstrip("A")[-1:]  # "will also explain"
    verbal = subject or (modal and modal in "MWD") or (kinds[-1:] == ["r"] and before != "how")
    if verbal and word.isalpha() and word not in word_set("after_pronouns"):
        return (
            "P" if word.endswith("ed") else "S" if word.endswith("s") and before not in ("we", "you", "they") else "V"
        )
    return OTHER


def _joins(words: list[str], lexemes: list[Lexeme], at: int) -> str:
    """As a preposition ("after 25 May", "before accepting", "as described") or as what begins a clause."""
    after = words[at + 1] if at + 1 < len(words) else ""
    form = lexemes[at + 1] if after else UNKNOWN
    nominal = (
        (words[at] == "as" and after in ("a", "an"))
        or after[:1].isdigit()
        or after in word_set("months")
        or (words[at] == "as" and after in word_set("said"))
        or (words[at] != "as" and after in word_set("counts"))
        or any(f in "GP" for f, _ in form.verbs)
    )
    return BY if nominal else lexemes[at].kind


SAID_WITHIN = 8  # words from "indicate on our website" to its "that"
SO_CAN = (["they", "can"], ["we", "can"], ["you", "can"])
BELIEVED_WITHIN = 4  # words from "believe in good faith" to its "that"


def _that(words: list[str], lexemes: list[Lexeme], at: int, kinds: list[str]) -> str:
    """As a determiner ("of that search", "delete that query") or as what begins a clause."""
    before = kinds[-1] if kinds else ""
    after = lexemes[at + 1] if at + 1 < len(lexemes) else UNKNOWN
    later = lexemes[at + 2] if at + 2 < len(lexemes) else UNKNOWN
    believed = set(words[max(0, at - BELIEVED_WITHIN) : at]) & (word_set("believing") | {"belief"})
    told = set(words[max(0, at - SAID_WITHIN) : at]) & word_set("saying")
    said = at and (lexemes[at - 1].verbs or words[at - 1] in word_set("asserting") or believed or told)
    somebody = after.kind in "UT" and words[at + 1] not in word_set("pronouns") and before in ("", COMMA, STOP)
    if somebody or before == "p" or (after.kind == THING and later.kind in "MWBHD" and not said):
        return "o"  # "of that search", "if you use a name that information will be shown"
    described = (
        at + 1 < len(words) and words[at + 1].endswith("ed") and later.kind == THING
    )  # "use that deduced information"
    data = "data" in (later.topics if described else after.topics)
    return "o" if before in tuple("VG&") and (described or after.kind in "Ic") and data else "r"
