"""What the organisation calls itself: its title and legal names, and the names that its own sentences give it."""

import re
from collections import Counter
from collections.abc import Iterator

from notice_parser.commitments.lexemes import lexicon, word_set
from notice_parser.model import Segments

# 'Acme Holdings, Inc. ("Acme", "we", "us")' and 'Acme Holdings (Acme, we)': a bracket that names the controller.
NAMED = re.compile(r" \((?P<inside>[^()]{0,160}\b(?:we|us|our|We|Us|Our)\b[^()]{0,80})\)")
# "Acme Holdings, Inc." right before the bracket
LONG_NAME = re.compile(r"(?<![\w.&'’-])[A-Z][\w.&'’-]*(?:,? (?:[A-Z][\w.&'’-]*|of|and|the|&))*(?=,?$)")
LONGEST = 160  # characters before a bracket in which the name stands, so that cost stays linear
QUOTED = re.compile(r"[\"“'‘]([A-Z][^\"”'’]{1,40})[\"”'’]")
# "Acme Ltd d/b/a Acme Shop"
DOING_BUSINESS_AS = re.compile(
    r"([A-Z][\w.&' -]{1,60}?),? (?:d/b/a|doing business as|trading as|t/a) ([A-Z][\w&'-]*(?: [A-Z][\w&'-]*){0,3})"
)
ALIAS = ("d/b/a", "doing business as", "trading as", "t/a")
# "Acme may", "Acme Health collects": a capitalised name before a verb of processing.
ACTING = re.compile(
    r"([A-Z](?<![\w’'-].)[\w&’'.-]{0,40}(?: (?:[A-Z][\w&’'.-]{0,40})){0,3}) (?:may|will|does not|do not|collects?|uses?|shares?|processes|discloses?|stores?|retains?|sells?|receives?|never|has)\b"
)
# "Data controller: Acme Golf Academy", "Acme Golf Academy is committed to protecting your data", "Acme values your privacy":
# a name that says of itself once what only the controller says.
COMMITTED = re.compile(
    r"(?<![\w’'-])(?P<name>[A-Z][\w&’'.-]{0,40}(?: (?:of |and |& |the )?[A-Z][\w&’'.-]{0,40}){0,5}),? (?:is (?:fully |strongly |deeply )?committed to (?:\w+ ){0,2}(?:protect|safeguard|respect|privacy|maintain|keep|ensur|secur)|(?:respects|values|cares about|takes) (?:the |your |our |users?['’]? ?){0,2}(?:\w+ ){0,2}privacy\b|is (?:the |a )?(?:data )?controller\b)"
)
LABELLED = re.compile(
    r"(?i:\b(?:data )?controller): (?P<name>[A-Z][\w&’'.-]{0,40}(?: (?:of |and |& )?[A-Z][\w&’'.-]{0,40}){0,5})"
)
# "Acme.com", "acme.co.uk"
SITE = re.compile(
    r"(?<![\w@./-])(?P<name>[A-Za-z][\w-]{1,40})\.(?:com|org|net|io|app|co\.uk|eu|de|fr|ch|ai|tv|me|co)\b"
)
GENERIC = re.compile(
    r"\b(?:privacy|policy|notice|statement|cookies?|terms|of|use|service|your|our|the|and|&|data|protection|global|online)\b|[^\w\s&.'-]",
    re.IGNORECASE,
)
LEGAL_FORM = re.compile(
    r",? (?:inc|llc|ltd|limited|gmbh|corp|corporation|co|plc|ag|bv|sa|oy|ab|company|s\.a|b\.v|pty)\b\.?(?: ltd\.?)?$",
    re.IGNORECASE,
)
ENOUGH = 2  # sentences in which a name must act before it counts as the controller's


def controller_names(text: str, segments: Segments) -> tuple[str, ...]:
    """Lower-case names of the controller, the longest first."""
    found: dict[str, None] = {}
    own = tuple(_own(segments))
    for name in (*own, *_sites(text, own), *_bracketed(text), *_acting(text)):
        for form in (name, LEGAL_FORM.sub("", name)):
            key = " ".join(form.lower().replace("’", "'").split()).strip(" .,'")
            if len(key) > 1 and key not in lexicon().words and key not in word_set("common_names"):
                found[key] = None
    return tuple(sorted(found, key=lambda name: (-len(name), name)))


def _own(segments: Segments) -> Iterator[str]:
    """The title without its generic words, and the organisation of the metadata."""
    for name in (segments.metadata.organization, segments.metadata.title):
        if name:
            rest = " ".join(GENERIC.sub(" ", name).split())
            if rest[:1].isupper() or rest[:1].isdigit():
                yield rest


def _sites(text: str, own: tuple[str, ...]) -> Iterator[str]:
    """The address of the site where it is a name plus an ending: "Acme.com"."""
    plain, low = {"".join(name.lower().split()) for name in own}, text.lower()
    if not any(f"{name}." in low for name in plain):
        return
    yield from sorted({found.group() for found in SITE.finditer(text) if found["name"].lower() in plain})


def _bracketed(text: str) -> Iterator[str]:
    for found in NAMED.finditer(text):
        name = LONG_NAME.search(text[max(0, found.start() - LONGEST) : found.start()])
        if name is None:
            continue
        yield name.group()
        yield from QUOTED.findall(found["inside"])
    if any(sign in text for sign in ALIAS):  # the pattern tries every capital, and few notices have a sign
        for found in DOING_BUSINESS_AS.finditer(text):
            yield from found.groups()


def _acting(text: str) -> Iterator[str]:
    counts = Counter(found.group(1) for found in ACTING.finditer(text))
    for found in (*COMMITTED.finditer(text), *LABELLED.finditer(text)):
        counts[found["name"]] += ENOUGH
    for name, count in sorted(counts.items()):
        if count >= ENOUGH and not lexicon().words.get(name.split()[0].lower()):
            yield name
