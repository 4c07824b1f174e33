"""Who speaks in the notice: every sign names a candidate, and the best-attested name wins."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from notice_parser.lexicon import table

# A name: words in capitals, joined by small words, closed by legal forms: "Larkfield & Sons, Inc.", "Bank of Elmere".
_WORD = r"(?:[A-Z0-9][\w’'&.+-]{0,40}|&)"
_JOIN = r"(?:,? (?:Inc|LLC|L\.L\.C|Ltd|Limited|Corp|Co|PBC|PLC|LLP|LP|S\.A|N\.V|B\.V|GmbH)\b\.?|, (?=[A-Z][\w.]*,? (?:Inc|LLC|Ltd|Corp)\b)| (?:of|and|the|for|de|der|du|&) (?=[A-Z])| )"
NAME = rf"(?<![\w-])(?P<name>[A-Z][\w’'&.+-]{{0,40}}(?:{_JOIN}{_WORD}?){{0,7}})"
QUOTE = r"[\"“”„«»'’‘]"
LINES = 60  # of the top, and half as many of the bottom, that are looked at
LONGEST_LINE = 1500

# X ("X", "we", "us" or "our"): the surest of all.
WE = re.compile(rf"{NAME},?(?: \([^()]{{1,30}}\))? \((?=[^()]{{0,160}}\b(?:we|us|our|ours)\b)[^()]{{0,160}}\)")
# X ("X"), in the first lines.
ALIAS = re.compile(rf"{NAME},? \((?:the |collectively,? |together,? |hereinafter,? |hereafter,? )*{QUOTE}")
# … X, 4 High Street, Springfield ("X", "we"): the name that the quoted short form begins stands further ahead.
SHORT_FORM = re.compile(
    rf"\((?:the |hereinafter,? |collectively,? )*{QUOTE}(?P<short>[A-Z][^\"“”„«»()]{{1,40}}?),?{QUOTE}"
)
# the operations of X and its affiliates
FAMILY = re.compile(
    rf"\b(?:of|by|at|to|that|and|,|[Ii]n|how|which|where|for|what) {NAME},?(?: and| or| together with|,? including) (?:its|their|our|any of its) (?:\w+ ){{0,3}}(?:affiliate|subsidiar|compan|partners|parent|group|brands)"
)
# operated by X; the controller is X
OPERATOR = re.compile(
    rf"\b(?:operated|owned|provided|published|offered|run|issued|managed|controlled) (?:and (?:\w+) )?by {NAME}"
    rf"|\bcontroller[^.]{{0,80}}? is:? (?:the )?(?P<controller>[A-Z][\w’'&.+-]{{0,40}}(?:{_JOIN}{_WORD}?){{0,7}})"
)
CONTROLS = re.compile(
    rf"{NAME},?(?: located| based| with| having| of)?[^.()]{{0,60}}? (?:is|acts as|are) (?:the |a )?(?:data )?(?:controller|responsible|data fiduciary)"
)
COPYRIGHT = re.compile(
    rf"(?:©|\(c\)|[Cc]opyright)(?: ?(?:©|\(c\)))?[ ,]*(?:\d{{4}}(?: ?[-–] ?\d{{4}})?)?[ ,]*(?:by )?{NAME}"
)
# At X we; welcome to X; X respects your privacy
GREETING = re.compile(
    rf"\b(?:[Aa]t|[Ww]elcome to|[Tt]hank you for (?:using|visiting|choosing)) {NAME},? ?(?:we|our|your|!|\.|$|\()"
)
CARES = re.compile(
    rf"{NAME},? (?:respects|values|takes|cares|is committed|are committed|understands|recognizes|recognises|operates|collects|may collect|provides|offers)\b"
)
CONTACT = re.compile(rf"^{NAME}$")
TITLED = re.compile(
    rf"^{NAME}(?:'s|’s)? (?:[A-Z][\w&-]* ){{0,3}}?(?:Privacy|Data Protection|Cookie|PRIVACY)\b"
    rf"|\b(?:Privacy (?:Policy|Notice|Statement)|Data Protection (?:Notice|Policy)|PRIVACY (?:POLICY|NOTICE))(?: of| for| by| [-–|:]) (?P<titled>[A-Z][\w’'&.+-]{{0,40}}(?:{_JOIN}{_WORD}?){{0,7}})"
)
# A sign, its weight, and the words of which one stands on every line that has it: a line without is not looked at.
SIGNS: tuple[tuple[float, re.Pattern[str], tuple[str, ...]], ...] = (
    (5.0, WE, ("(",)),
    (2.0, ALIAS, ("(",)),
    (4.0, FAMILY, ("affiliate", "subsidiar", "compan", "partners", "parent", "group", "brands")),
    (3.0, OPERATOR, ("by ", "controller")),
    (3.0, CONTROLS, ("controller", "responsible", "data fiduciary")),
    (3.0, COPYRIGHT, ("©", "(c)", "opyright")),
    (2.0, GREETING, ("At ", "at ", "elcome to ", "hank you for ")),
    (
        1.5,
        CARES,
        (
            "respects",
            "values",
            "takes",
            "cares",
            "committed",
            "understands",
            "recogni",
            "operates",
            "collects",
            "collect",
            "provides",
            "offers",
        ),
    ),
)
# A name in the middle of a sentence, as someone who acts or owns: "… that Larkfield collects", "Larkfield's".
SPOKEN = re.compile(
    r"\b([A-Z][\w-]+)(?:[’']s\b| (?:may|will|does|do|can|has|collects|uses|shares|processes|is|and|account|services?)\b)"
)
FEW = 5  # times at least
WHOLE_NAME = re.compile(NAME)
TITLE_WEIGHT, FORM_WEIGHT, FREQUENT_WEIGHT, SHORT_FORM_WEIGHT = 3.0, 1.0, 2.0, 4.0
SHORT_FORM_REACH = 240  # characters back to the name that a short form stands for
MOST_OF_A_SIGN = 2.0  # a sign that repeats counts twice at most


def organization(text: str, title: str | None) -> str | None:
    """The name of the controller as the notice gives it, or None."""
    votes: dict[str, float] = {}
    names: dict[str, tuple[float, str]] = {}
    spoken: dict[tuple[str, int], float] = {}
    for k, (weight, name) in enumerate(_candidates(text, title)):
        key = _key(name)
        seen = spoken.get((key, int(weight * 10)), 0.0)
        if seen < MOST_OF_A_SIGN:
            spoken[key, int(weight * 10)] = seen + 1
            votes[key] = votes.get(key, 0.0) + weight
        rank = (weight + FORM_WEIGHT * 3 * (_form(name) is not None) - k / 1000, name)
        names[key] = max(names.get(key, rank), rank)
    if not votes:
        return None
    best = max(sorted(votes), key=lambda key: (votes[key], len(key)))
    return names[best][1] if votes[best] >= 2 else None


def _candidates(text: str, title: str | None) -> Iterator[tuple[float, str]]:
    for found in TITLED.finditer(title or ""):
        yield from _named(TITLE_WEIGHT, found)
    if frequent := _frequent(text):
        yield FREQUENT_WEIGHT, frequent
    lines = [line[:LONGEST_LINE] for line in text.split("\n") if line.strip()]
    top, bottom = lines[:LINES], lines[max(LINES, len(lines) - LINES // 2) :]
    for k, line in enumerate([*top, *bottom]):
        yield from _short_forms(line)
        for weight, sign, words in SIGNS:
            for found in sign.finditer(line) if any(word in line for word in words) else ():
                yield from _named(weight if k < LINES // 2 else weight / 2, found)
    for line in lines:
        found_line = CONTACT.match(line) if len(line) < 60 else None
        if found_line and _form(found_line.group("name")):
            yield from _named(FORM_WEIGHT, found_line)


def _short_forms(line: str) -> Iterator[tuple[float, str]]:
    for found in SHORT_FORM.finditer(line):
        short = found.group("short")
        at = line.find(short, max(0, found.start() - SHORT_FORM_REACH), found.start())
        full = WHOLE_NAME.match(line, at, found.start()) if at >= 0 else None
        if full and (" " in full.group("name") or full.end() < found.start() - 2):
            yield from _named(SHORT_FORM_WEIGHT, full)


def _named(weight: float, found: re.Match[str]) -> Iterator[tuple[float, str]]:
    for name in found.groupdict().values():
        clean = _clean(name or "")
        if clean:
            yield weight, clean


def _clean(name: str) -> str:
    """The name without words that only begin its sentence; "" where nothing is left of it."""
    words = name.strip(" ,.;:-–’'").split()
    while words and words[0].strip(",.").lower() in _words("openers"):
        words.pop(0)
    while words and (words[-1].lower().strip(",.’'") in _closers() or words[-1] == "&"):
        words.pop()
    words = list(takewhile(lambda word: word.strip(",.").lower() not in _words("documents"), words))
    if words and words[0].lower().strip(",.’'") in _words("generic") | _words("places"):
        return ""
    clean = " ".join(words).strip(" ,;:")
    clean = re.sub(r"[’']s$", "", clean)
    if not clean or len(clean) < 2 or clean.lower().strip(".") in _words("forms"):
        return ""
    full = name.rstrip(" ,")
    return clean + "." if full.endswith(clean + ".") and _form(clean) else clean.rstrip(".")


def _form(name: str) -> str | None:
    last = name.lower().rsplit(" ", 1)[-1].strip(".,")
    return last if last in _words("forms") and " " in name else None


def _key(name: str) -> str:
    words = name.casefold().replace(",", "").split()
    while len(words) > 1 and words[-1].strip(".") in _words("forms"):
        words.pop()
    return re.sub(r"\.(?:com|org|net|io|co|edu|eu)$", "", " ".join(words).strip("."))


def _frequent(text: str) -> str:
    """The name that the text says most, where it says it often: `… data to Larkfield. Larkfield may …`."""
    counts = Counter(_clean(found) for found in SPOKEN.findall(text[:100_000]))
    del counts[""]
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:2]
    if not ranked or ranked[0][1] < FEW:
        return ""
    return ranked[0][0] if len(ranked) < 2 or ranked[0][1] >= 1.5 * ranked[1][1] else ""


def _words(name: str) -> frozenset[str]:
    return _tables()[name]


@cache
def _tables() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in table("segment_names").items()}


@cache
def _closers() -> frozenset[str]:
    """Words cut off behind a name: those that begin sentences, and those that tell notices of one house apart."""
    return _words("openers") | _words("kinds")
