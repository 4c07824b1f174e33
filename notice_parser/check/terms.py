"""The terms of a sentence: phrases of the tables, periods, ages, dates, amounts, addresses, names; the rest are words."""

import re
from collections.abc import Iterator
from functools import cache

from notice_parser.check.quantities import DIGIT, Quantity, dates, quantities
from notice_parser.check.words import Word, words
from notice_parser.lexicon import table
from notice_parser.span import Record

TABLES = ("check_terms", "check_acts", "check_things")
# "privacy@example.org", "[email protected]" (a masked address), "https://example.org/optout", "www.example.org", "+44 20 5555 0100"
ADDRESS = re.compile(
    r"\[email.protected\](?:[\w-]+(?:\.[\w-]+)+)?|https?://[^\s)\]>]+|www\.[^\s)\]>]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+|\+?\d[\d ().-]{8,}\d"
)
# "section 9(b)", "Art. 6 (1) (b)", "§ 25 para. 2 no. 2", "paragraph 4.2"
# "Article 6(1)(f)", "Art. 6 para. 1 lit. f GDPR", "6 (1) (a)"
LAWFUL = re.compile(
    r"\b(?:art(?:icle|\.)? ?)?6 ?(?:\(1\)|\(?1\)?|para\. ?1|abs\. ?1) ?(?:sentence 1 ?)?(?:lit\. ?|point )?\(?([a-f])\)",
    re.IGNORECASE,
)
SIGNS_OF_ADDRESS = ("@", "://", "www.", "[email")  # an address holds one of them, or digits
BASES = {"a": "consent", "b": "contract", "c": "obligation", "d": "public", "e": "public", "f": "interests"}
# "example.org", "shop.example.co.uk": a site named by its domain
SITE = re.compile(
    r"(?<![\w@./-])(?:[a-z0-9][a-z0-9-]{0,62}\.){1,4}(?:com|org|net|info|biz|edu|gov|eu|uk|de|fr|ch|nl|es|se|dk|fi|ie|pl|io|si|ai|tv|example)\b(?![\w@-])",
    re.IGNORECASE,
)
POINTER = re.compile(
    r"(?:\b(?:section|sections|paragraph|para\.?|clause|article|articles|art\.?|annex|chapter|no\.|lit\.)|§+) ?\d*(?:[.()\da-z]{0,4}\))?(?:\.\d+)*(?: ?\(\w{1,4}\)){0,4}",
    re.IGNORECASE,
)


SHORT_FORMS = frozenset({"AS", "BV", "SA", "AG", "AB", "OY", "NV", "SE", "KG", "SpA", "UAB", "OÜ", "A/S", "ApS", "Co"})
LEGAL_FORMS = frozenset(
    {
        "ltd",
        "llc",
        "inc",
        "gmbh",
        "ag",
        "plc",
        "ab",
        "oy",
        "bv",
        "sa",
        "corp",
        "limited",
        "limit",
        "incorporat",
        "se",
        "kg",
        "oyj",
        "aps",
        "nv",
        "spa",
        "srl",
        "sarl",
        "kft",
        "llp",
        "holding",
        "company",
        "trust",
    }
)


class Term(Record):
    """A unit of meaning: `kind` and `value` from the tables, its words `start` to `end`, its characters."""

    kind: str
    value: str
    first: int
    last: int
    text: str
    amount: float = 0.0

    @property
    def key(self) -> tuple[str, str]:
        """What the comparison compares."""
        return self.kind, self.value


def terms(text: str) -> tuple[tuple[Word, ...], tuple[Term, ...]]:
    """The words of `text` and its terms in order; they do not overlap."""
    split = words(text)
    return split, tuple(_scan(text, split, _fixed(text)))


def _fixed(text: str) -> list[Quantity]:
    """Quantities, addresses and pointers in order; of two that overlap the first kind found stays."""
    found = [*dates(text)]
    numbered = DIGIT.search(text) is not None
    if numbered or any(sign in text for sign in SIGNS_OF_ADDRESS):
        found += [Quantity("address", _reached(match.group()), *match.span()) for match in ADDRESS.finditer(text)]
    if "6" in text:
        found += [Quantity("site", match.group().lower(), *match.span()) for match in SITE.finditer(text)]
    found += [Quantity("basis", BASES[m.group(1).lower()], *m.span()) for m in LAWFUL.finditer(text)]
    if numbered or "(" in text:
        found += [
            Quantity("pointer", "", *m.span())
            for m in POINTER.finditer(text)
            if any(c.isdigit() or c == "(" for c in m.group())
        ]
    found += quantities(text)
    kept: list[Quantity] = []
    for quantity in found:
        if all(quantity.end <= other.start or other.end <= quantity.start for other in kept):
            kept.append(quantity)
    return sorted(kept, key=lambda quantity: quantity.start)


def _reached(address: str) -> str:
    """An address as one comparable value: a masked one says nothing, a telephone number is its digits."""
    if address.startswith("[email"):
        return "[email protected]"
    return re.sub(r"\D", "", address) if address[0] in "+0123456789" and "@" not in address else address.rstrip(".,;")


def _scan(text: str, split: tuple[Word, ...], fixed: list[Quantity]) -> Iterator[Term]:
    at, waiting = 0, iter(fixed)
    quantity = next(waiting, None)
    while at < len(split):
        while quantity and quantity.end <= split[at].start:
            quantity = next(waiting, None)
        if quantity and split[at].start >= quantity.start:
            last = at + 1
            while last < len(split) and split[last].start < quantity.end:
                last += 1
            yield Term(quantity.kind, quantity.value, at, last, text[quantity.start : quantity.end], quantity.amount)
        else:
            kind, value, last = _phrase(split, at) or (*_word(split, at), at + 1)
            if kind == "place" and split[at].text == "us":
                kind, value = "light", "us"
            if kind == "data" and at and _own_place(split, at):
                kind, value = "light", "locations"
            if last == at + 1 and _compounded(kind, text, split, at):
                kind, value = "word", split[at].stem
            if kind == "act" and last == at + 1 and _named_thing(split, at):
                kind, value = "data", "account"
            if kind == "optout" and _does_not_track(split, last):
                kind, value, last = "neg", "not", last - 1
            yield Term(kind, value, at, last, text[split[at].start : split[last - 1].end])
        at = last


SIGNALS = frozenset(
    {"signal", "request", "header", "setting", "feature", "mechanism", "option", "browser", "preferenc"}
)


def _does_not_track(split: tuple[Word, ...], last: int) -> bool:
    """Whether the words deny tracking ("we do not track you") and are not the name of the signal."""
    if split[last - 1].stem != "track" or split[last - 1].capital:
        return False
    return last >= len(split) or split[last].stem not in SIGNALS


PREFIXES = frozenset({"re", "cross", "pre", "de", "auto", "co", "un", "non", "self", "third"})


SHORT = frozenset({"on", "off", "in", "out", "up"})


def _compounded(kind: str, text: str, split: tuple[Word, ...], at: int) -> bool:
    """Whether a hyphen makes the word part of a name for something: "the stay-signed-in option", "on-boarding"."""
    word = split[at]
    if kind == "data":
        return at > 0 and text[word.start - 1 : word.start] == "-" and split[at - 1].stem in SHORT
    if kind != "act":
        return False
    if text[word.end : word.end + 1] == "-" and text[word.end + 1 : word.end + 2].isalpha():
        return True
    return at > 0 and text[word.start - 1 : word.start] == "-" and split[at - 1].stem not in PREFIXES


def _own_place(split: tuple[Word, ...], at: int) -> bool:
    """Whether a place is the controller's and not a person's: "due to our location", "all store locations"."""
    word, led = split[at].text.casefold(), split[at - 1].stem
    return (word == "locations" and led in PLACES) or (word in {"location", "address"} and led == "our")


PROFILES = frozenset({"profile", "profiles"})
PLACES = frozenset(
    {
        "other",
        "our",
        "offic",
        "office",
        "stor",
        "store",
        "global",
        "various",
        "these",
        "many",
        "retail",
        "several",
        "all",
    }
)  # of the controller, not of people
DOING = frozenset(
    {"we", "to", "may", "will", "not", "never", "can", "and", "or", "also", "they", "that", "shall", "must"}
)


def _named_thing(split: tuple[Word, ...], at: int) -> bool:
    """Whether a word that may be an act names a thing here: "your profile", "profile picture" (not "we profile you")."""
    led = split[at - 1].stem if at else ""
    if split[at].text.casefold() not in PROFILES:
        return False
    after = split[at + 1].stem if at + 1 < len(split) else ""
    return led not in DOING or after in {"pictur", "photo", "picture", "data", "information", "page", "name", "image"}


def _phrase(split: tuple[Word, ...], at: int) -> tuple[str, str, int] | None:
    """The longest phrase of the tables that starts at word `at`."""
    seconds = _phrases().get(split[at].stem)
    if seconds is None or _in_name(split, at):
        return None
    following = split[at + 1].stem if at + 1 < len(split) else ""
    for phrase, kind, value in (*seconds.get(following, ()), *seconds.get(ALONE, ())):
        if len(phrase) <= len(split) - at and all(_follows(split, at + k, phrase[k]) for k in range(1, len(phrase))):
            return kind, value, at + len(phrase)
    return None


def _follows(split: tuple[Word, ...], at: int, stem: str) -> bool:
    """Whether the word at `at` has this stem and no punctuation before it."""
    return split[at].stem == stem and split[at].start - split[at - 1].end <= 1


def _in_name(split: tuple[Word, ...], at: int) -> bool:
    """Whether it is a capitalised word inside a name: "Castor Holdings", not the first word of the sentence."""
    if not at or not split[at].capital or split[at].text.isupper():
        return False
    before, after = split[at - 1], split[at + 1 : at + 2]
    return (before.capital and at > 1 and before.end + 1 == split[at].start) or bool(
        after and after[0].capital and any(word.capital and word.stem in LEGAL_FORMS for word in split[at + 1 : at + 3])
    )


def _word(split: tuple[Word, ...], at: int) -> tuple[str, str]:
    """A word outside the tables: light, a name, or a plain word by its stem."""
    word = split[at]
    value = same().get(word.stem, word.stem)
    if word.stem in _light() or word.text.isdigit() or len(word.text) == 1:
        return "light", value
    if word.capital and word.text[1:] and word.text != "I" and (at > 0 or _firm(split)):
        return "name", word.text.casefold()
    return "word", value


def _firm(split: tuple[Word, ...]) -> bool:
    """Whether the sentence begins with the name of a firm: "Fjordnet AS is …", "Castor Ltd keeps …"."""
    form = split[1] if len(split) > 1 else None
    return form is not None and (form.stem in LEGAL_FORMS or form.text in SHORT_FORMS) and form.capital


ALONE = " "  # stands for the second stem where there is none


@cache
def _phrases() -> dict[str, dict[str, list[tuple[tuple[str, ...], str, str]]]]:
    """The phrases of every table by their first and second stem, longest first."""
    shelf: dict[str, dict[tuple[str, ...], tuple[str, str]]] = {}
    for name in TABLES:
        for kind, values in table(name).items():
            for value, phrases in values.items():
                for phrase in phrases:
                    stems = tuple(word.stem for word in words(phrase))
                    shelf.setdefault(stems[0], {}).setdefault(stems, (kind, value))
    index: dict[str, dict[str, list[tuple[tuple[str, ...], str, str]]]] = {}
    for first, found in shelf.items():
        for stems, meant in sorted(found.items(), key=lambda item: (-len(item[0]), item[0])):
            second = stems[1] if len(stems) > 1 else ALONE
            index.setdefault(first, {}).setdefault(second, []).append((stems, *meant))
    return index


@cache
def _light() -> frozenset[str]:
    return frozenset(word.stem for word in words(table("check_light")["light"]["words"]))


@cache
def same() -> dict[str, str]:
    """Stems that say the same as another, with that other."""
    groups = [[words(entry)[0].stem for entry in group] for group in table("check_light")["same"]["groups"]]
    return {stem: group[0] for group in groups for stem in group}
