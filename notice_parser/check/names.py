"""Places, people, names and plain words that came or went."""

import re
from collections.abc import Iterator

from notice_parser.check.effects import BETTER, EVEN, WORSE, Effect, bent
from notice_parser.check.moved import Moved, is_definition, narrowed

# "(Birch Road 5, 10557 Leeds, Norway)", "12 High Street, Leeds"
POSTAL = re.compile(
    r"\b\d{4,6}\b|\b[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2}\b|\b(?:street|str\.|road|avenue|lane|square|drive|suite|floor|p\.?o\.? box)\b",
    re.IGNORECASE,
)
BESIDE = 40  # characters before a place in which its postal address stands


def _in_address(moved: Moved) -> bool:
    """Whether the place belongs to a postal address that stands on both sides."""
    start = moved.reading.words[moved.term.first].start
    near = POSTAL.findall(moved.reading.text[max(0, start - BESIDE) : start])
    return bool(near) and moved.other is not None and any(part in moved.other.text for part in near)


# "U.S. state laws", "California law", "EU General Data Protection Regulation", "EU-U.S. DPF"
LAW = re.compile(
    r"[\w.’'-]+(?:[ -](?:and|or|other|applicable|state|federal|the|[A-Z][\w.]*)){0,6}? ?-?(?:laws?|acts?|codes?|statutes?|legislation|regulations?|GDPR|DPF|privacy framework|privacy shield|courts?|directive|constitution)\b",
    re.IGNORECASE,
)


def _cited(moved: Moved) -> bool:
    """Whether the place only names a law: "as defined under California law"."""
    return bool(LAW.match(moved.reading.text, moved.reading.words[moved.term.first].start))


# "Global Privacy Policy", "Data Protection Officer", "Customer Terms of Use", "Consumer Privacy Act"
TITLED = re.compile(
    r"(?:[A-Z][\w’'&-]*,? (?:(?:of|and|the|for|on|&|at) ){0,2}){0,6}(?:Policy|Policies|Notice|Notices|Act|Law|Laws|Terms|Statement|Agreement|Addendum|Officer|Code|Guidelines|Guide|Framework|Directive|Regulation|Annex|Schedule|Appendix|Section|Center|Centre|Settings|FAQs?|Handbook|Rules|Charter)\b"
)


def titled(moved: Moved) -> bool:
    """Whether the word belongs to the title of a document, a law or an office: it names nobody who gets data."""
    return bool(TITLED.match(moved.reading.text, moved.reading.words[moved.term.first].start))


def place(moved: Moved) -> Iterator[Effect]:
    """Countries: more of them widen whom a section protects, or where data goes."""
    if _in_address(moved) or _cited(moved) or titled(moved):
        return
    replaced = any(term.kind in {"place", "name", "people"} for term in moved.others)
    if moved.term.value == "anywhere" and (moved.act is None or bent(moved.act) <= 0):
        yield moved.effect("place", WORSE, 3.5)
        return
    if any(term.key == ("place", "anywhere") for term in moved.others):
        return
    main = moved.reading.main
    if not replaced and main is None and HOSTED.search(moved.reading.text):
        yield moved.effect("place", WORSE, 3.0)
        return
    scoped = moved.act is None or moved.act.action not in PLACED or bool(main and bent(main) > 0)
    if replaced:
        yield moved.effect("scope" if scoped else "place", EVEN, 2.0)
    elif scoped:
        yield moved.effect("scope", BETTER, 2.5)
    else:
        yield moved.effect("place", moved.base or WORSE, 3.0)


# "our servers stand in", "data is located in"
HOSTED = re.compile(
    r"\b(?:servers?|data ?cent(?:re|er)s?|hosted|located|stays?|remains?|stand|sits?|lives?|backups?|mirror)\b",
    re.IGNORECASE,
)
PLACED = frozenset({"transfer", "retain", "share", "use", "collect", "sell"})  # acts whose place matters


def person(moved: Moved) -> Iterator[Effect]:
    """Groups of people a promise covers."""
    value = moved.term.value
    if value == "parent":
        yield moved.effect("child", BETTER, 3.0)
    elif value == "former":
        yield moved.effect("former", moved.base, 3.0)
    elif value == "region" and any(term.key == ("people", "all") for term in moved.others):
        yield moved.effect("scope", WORSE, 3.0)  # "residents of Oregon" -> "wherever you live"
    elif value == "region":
        listed = bool(moved.other and any(term.value == "region" or term.kind == "place" for term in moved.other.terms))
        if moved.reading.main is not None and moved.reading.main.action == "contact":
            yield moved.effect("contact", EVEN, 2.0)
        elif moved.act is not None and moved.act.action in PLACED and bent(moved.act) < 0:
            yield from place(moved)
        else:
            yield moved.effect("scope", BETTER if listed else WORSE, 3.0)
    elif value == "all":
        widened = any(term.kind == "place" or term.key == ("people", "region") for term in moved.others)
        yield moved.effect("scope", BETTER if widened else moved.base, 3.0 if widened else 1.0)
    else:
        before = moved.reading.words[max(0, moved.term.first - 2) : moved.term.first]
        about = any(word.stem in {"from", "of", "about", "and", "under"} for word in before)
        slot = "child" if value == "child" and moved.base < 0 else "scope"
        yield moved.effect(slot, moved.base, 1.5 if about or moved.base > 0 else 0.8)


# "services provided by", "operated by"
PROVIDED = re.compile(r"\b(?:provided|operated|supplied|powered|hosted|offered) by\b|\bproviders?\b", re.IGNORECASE)


def _general(moved: Moved) -> bool:
    """Whether a name stands against a mere class of recipients."""
    parties = [term for term in moved.others if term.kind == "party" and term.text[:1].islower()]
    return bool(parties) and not any(term.kind in {"name", "place"} for term in moved.others)


FORMATS = frozenset({"format", "language", "file", "version", "form", "mode"})  # "in ODT or PDF format"


def _located(moved: Moved) -> bool:
    """Whether the name stands where a place would: "in Leeds and Manila"."""
    before = [word.stem for word in moved.reading.words[max(0, moved.term.first - 3) : moved.term.first]]
    after = {word.stem for word in moved.reading.words[moved.term.last : moved.term.last + 3]}
    if after & FORMATS:
        return False
    return "in" in before and bool({"and", "or"}.intersection(before) or before[-1:] == ["in"])


# "(Birch Road 5, 10557 Leeds)": a house number and a postcode in one pair of parentheses
LETTERED = re.compile(r"\([^()]*\b\d{1,4}[a-z]?,? [^()]*\b(?:\d{4,6}|[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2})\b[^()]*\)")


def _posted(moved: Moved) -> bool:
    """Whether the name stands in a postal address within parentheses."""
    start = moved.reading.words[moved.term.first].start
    return any(found.start() < start < found.end() for found in LETTERED.finditer(moved.reading.text))


# "Data Protection Officer (“DPO”)"
SPELT_OUT = re.compile(r"(?:\b[A-Z][\w’-]*(?: of| and| the|)? ?){2,8}\(\W{0,3}(?P<short>[A-Z]{2,8})\W{0,3}\)")


def _spelt_out(moved: Moved) -> bool:
    """Whether the name spells out an abbreviation that the other side uses."""
    other = frozenset(word.text for word in moved.other.words) if moved.other else frozenset()
    start = moved.reading.words[moved.term.first].start
    return any(
        found.start() <= start < found.end() and found.group("short") in other
        for found in SPELT_OUT.finditer(moved.reading.text)
    )


def _law(moved: Moved) -> bool:
    """Whether the name is that of the law whose article is cited: "Art. 6(1)(b) GDPR", "§ 3 no. 2 DPA"."""
    led = moved.reading.terms[moved.number - 1] if moved.number else None
    return led is not None and led.kind in {"pointer", "basis"}


def name(moved: Moved) -> Iterator[Effect]:
    """A name replaced by a name is even; a name more widens what it stands in."""
    facing = [term for term in moved.others if term.kind in {"name", "place", "party"}]
    main = moved.reading.main
    if main is not None and main.action == "contact" and moved.others:
        yield moved.effect("contact", EVEN, 1.5)
    elif (titled(moved) and not moved.reading.has("party")) or _posted(moved) or _law(moved) or _spelt_out(moved):
        yield moved.effect("word", EVEN, 0.4)
    elif any(term.key == ("people", "all") for term in moved.others):
        yield moved.effect("scope", WORSE, 3.0)
    elif not facing and _located(moved):
        yield moved.effect("place", WORSE if moved.base >= 0 or not (moved.act and moved.act.negated) else BETTER, 2.5)
    elif _general(moved):
        effect = moved.effect("recipient", BETTER, 3.9)
        yield effect.but(value="generalised" if moved.step < 0 else "named")
    elif facing:
        yield moved.effect("name", EVEN, 1.5)
    elif moved.scope in {"if", "when"} and moved.base:
        effect = moved.effect("reach", moved.base, 1.5)
        yield effect.but(value="product")  # "if you join a Castor or Pollux account"
    elif moved.others and all(term.kind in {"word", "light"} for term in moved.others):
        yield moved.effect("word", EVEN, 0.4)
    else:
        given = PROVIDED.search(moved.reading.text) or moved.reading.has("party")
        taking = moved.act is None or not moved.act.negated
        yield moved.effect("name", WORSE if given and taking and moved.base else moved.base, 1.2)


def joins_only(moved: Moved) -> bool:
    """Whether it joins those to whom alone something is open: "only your nurse and the cook can"."""
    main = moved.reading.main
    if not moved.reading.has("only") or main is None or moved.number > main.term:
        return False
    first = moved.term.first
    return any(word.stem in {"and", "or"} for word in moved.reading.words[max(0, first - 3) : first])


# "HexCo (formerly HexaCo)", "now called"
RENAMING = re.compile(
    r"\b(?:formerly|previously|now) (?:known as|called|named|trading as)\b|\(formerly\b", re.IGNORECASE
)


KEPT_SAFE = frozenset({"secure", "delete", "anonymise"})


def word(moved: Moved) -> Iterator[Effect]:
    """A word outside the tables: little by itself, more where nothing stands against it."""
    facing = [term for term in moved.others if term.kind not in {"light", "pointer"}]
    weight = 0.35 if facing else 0.7
    if not facing and moved.joined and moved.base > 0 and moved.act and moved.act.action in KEPT_SAFE:
        weight = 1.1  # "We encrypt disks and tapes" -> "We encrypt disks"
    receives = not facing and moved.act is not None and moved.act.action in {"share", "sell"} and _handed_to(moved)
    weight = 1.2 if receives and moved.joined else weight
    sign = narrowed(moved) if moved.scope in {"if", "until"} else moved.base
    if is_definition(moved.reading):
        sign, weight = (BETTER if moved.reading.has("data", "personal") else EVEN), 1.2
    if joins_only(moved):
        yield moved.effect("recipient", WORSE, 2.5)
        return
    if moved.term.text[:1].isupper() and any(
        RENAMING.search(side.text) for side in (moved.reading, moved.other) if side
    ):
        weight = 0.2
    yield moved.effect("recipient" if receives else "word", sign, weight)


# "give our accountants access to", "grants partners access"
GIVES = re.compile(r"(?:give|grant|allow|offer)s?\b[^.;]{1,120}?\baccess to\b", re.IGNORECASE)


def _handed_to(moved: Moved) -> bool:
    """Whether it stands in the list of those who receive: after "to", "with" or "by"."""
    words = moved.reading.words
    if moved.act is not None and GIVES.match(
        moved.reading.text, words[moved.reading.terms[moved.act.term].first].start
    ):
        return True
    for k in range(moved.term.first - 1, max(-1, moved.term.first - 7), -1):
        if words[k].stem in {"to", "with", "by"}:
            return True
        if words[k].stem in {"for", "in", "if", "when", "from", "about", "of"}:
            return False
    return False
