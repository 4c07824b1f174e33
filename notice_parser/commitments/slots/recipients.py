"""Who receives data or gets access to it, by the role that a name plays in the sentence."""

from collections.abc import Iterator

from notice_parser.commitments.slots.cues import cues
from notice_parser.commitments.slots.getting import gets_as_subject, takes
from notice_parser.commitments.slots.kinds import kinds_before
from notice_parser.commitments.slots.mention import Mention
from notice_parser.commitments.slots.scene import REACH, Scene, infinitives, scene_of
from notice_parser.commitments.slots.shown import called_public, made_public, plainly_shown, public_adverbs
from notice_parser.commitments.slots.tokens import Tokens
from notice_parser.commitments.slots.trie import Entry, Hit

STRANGERS = 3  # adjectives unknown to the lists that may stand between a preposition and the name
WORK = 12  # words from a verb of work to whom it is done for
FOR_US = (
    ["our", "behalf"],
    ["for", "us"],
    ["to", "us"],
    ["help", "us"],
    ["assist", "us"],
    ["support", "us"],
    ["by", "us"],
)
RELATIVES = (["we"], ["you"], ["that"], ["who"], ["which"], ["with"], ["whose"])
OWN_USE = 14  # tokens before "using" in which "you" says who uses
ASIDE = 9  # tokens of a relative clause between two names
PREFIX = "recipients:"


def recipients(text: Tokens, hits: list[Hit], introduction: str) -> list[Mention]:
    """The mentions of recipients among the noun `hits` of a sentence, or of an item in a list of recipients."""
    owned = {at for at, word in enumerate(text.words) if word == "'"}  # "employees' bank details"
    named = [(hit, row) for hit in hits if hit.last not in owned and (row := _row(hit, "terms", "listed"))]
    found = [hit for hit, _ in _received(scene_of(text.words, hits, introduction), named)] if named else []
    out = [mention for hit in found for mention in _mentions(text, hit, "terms", "listed")]
    out += [mention for hit in found for mention in kinds_before(text, hit)]
    events = [hit for hit in hits if _row(hit, "events") and _handed_over(text.words, hit)]
    return out + [mention for hit in events for mention in _mentions(text, hit, "events")]


def _row(hit: Hit, *forms: str) -> Entry | None:
    return next((row for row in hit.entries if row.form in forms and row.value.startswith(PREFIX)), None)


def _handed_over(words: list[str], hit: Hit) -> bool:
    """Whether data changes hands in a merger or sale: its new holder is a recipient though nobody is named."""
    return any(word in cues("recipients")["handing"] for word in words[max(0, hit.first - REACH) : hit.first + 20])


def _mentions(text: Tokens, hit: Hit, *forms: str) -> Iterator[Mention]:
    start, end = text.range(hit.first, hit.last)
    for row in hit.entries:
        if row.form in forms and row.value == "recipients:third-party" and _serves(text.words, hit):
            yield Mention("recipients", "service-provider", start, end, f"{row.rule}, who serves")
        elif row.form in forms and row.value.startswith(PREFIX):
            yield Mention("recipients", row.value.removeprefix(PREFIX), start, end, row.rule)


def _serves(words: list[str], hit: Hit) -> bool:
    """Whether others work for the controller: "organisations that provide services on our behalf"."""
    at = hit.last - (words[hit.last - 1] == "that")
    if words[at - 1] not in cues("recipients")["serving_names"]:
        return False
    at += words[at : at + 1] in (["that"], ["who"], ["which"])
    ahead = words[at : at + WORK]
    if ahead[:1] == ["we"]:
        return ahead[1:2] in (["engage"], ["hire"], ["contract"], ["employ"])
    if ahead[1:2] == ["our"] and ahead[0] in cues("recipients")["works"]:
        return True  # "companies that host our servers"
    works = any(word in cues("recipients")["works"] for word in ahead[:2])
    return works and any(ahead[place : place + 2] in FOR_US for place in range(len(ahead)))


def _received(scene: Scene, named: list[tuple[Hit, Entry]]) -> Iterator[tuple[Hit, Entry]]:
    """Those who receive: coordinated names go together, and "with them" means the last ones named before."""
    groups = list(_groups(scene.words, named))
    told = _told(scene.words)
    for number, group in enumerate(groups):
        last = group[-1][0].last
        end = groups[number + 1][0][0].first if number + 1 < len(groups) else len(scene.words)
        if (
            0 < told < group[0][0].first
            or any(_receives(scene, *one) for one in group[:2])
            or any(
                row.form == "terms" and takes(scene, hit.last) and not _source(scene.words, hit) for hit, row in group
            )
            or _meant(scene, last, end)
        ):
            yield from ((hit, row) for hit, row in group if hit.first > told and not _adjective(scene.words, hit))


def _source(words: list[str], hit: Hit) -> bool:
    """As in "from third parties that collect data": what they collect comes from them."""
    at = hit.first - 1
    while at > 0 and words[at] in cues("recipients")["fillers"]:
        at -= 1
    return words[at] == "from" and words[hit.last : hit.last + 1] in (["that"], ["who"], ["which"])


def _told(words: list[str]) -> int:
    """Where the names begin in "recipients of your data are banks" and "those with whom we share include banks"."""
    for at in range(1, min(len(words), TOLD_WITHIN)):
        if words[at] in TELLING and words[at - 1] not in ("we", "you", "they", "who"):
            return at if _names_them(words[:at]) else -1
    return -1


TELLING = ("are", "include", "includes", ":")
TOLD_WITHIN = 16  # tokens


def _names_them(before: list[str]) -> bool:
    """Whether what stands before the names says that they receive."""
    if {"recipients", "recipient"} & set(before[: TOLD_WITHIN // 2]):
        return True
    shared = {"share", "disclose", "pass", "transfer"} & set(before) and {"with", "to"} & set(before)
    return bool(shared) and "we" in before[1:] and not {"you", "may", "will"} & set(before[:2])


def _groups(words: list[str], named: list[tuple[Hit, Entry]]) -> Iterator[list[tuple[Hit, Entry]]]:
    """The names, those of one coordination together."""
    group = [named[0]]
    for hit, row in named[1:]:
        if not _coordinated(words, group[-1][0].last, hit.first):
            yield group
            group = []
        group.append((hit, row))
    yield group


def _adjective(words: list[str], hit: Hit) -> bool:
    """Whether "third party" only qualifies what follows: "third party disclosures"."""
    if words[hit.last - 1] != "party" or hit.last >= len(words):
        return False
    word = words[hit.last]
    return word.isalpha() and not any(word in cues("recipients")[key] for key in ("after_name", "modals", "getting"))


def _meant(scene: Scene, last: int, end: int) -> bool:
    """Whether data is shared "with them" after the names, before others are named."""
    words = scene.words
    for at in range(last, min(len(words) - 1, last + REACH, end)):
        if words[at] in ("with", "to") and words[at + 1] == "them" and _shared_before(scene, at, last):
            return True
    return False


def _coordinated(words: list[str], last: int, first: int) -> bool:
    between = words[last:first]
    if between[:1] in RELATIVES and "," in between[:ASIDE]:  # "providers who act for us, our partners"
        between = between[between.index(",") :]
    return (
        len(between) <= 6
        and all(word in cues("recipients")["fillers"] for word in between)
        and any(word in cues("recipients")["coordinators"] for word in between)
    )


def _receives(scene: Scene, hit: Hit, row: Entry) -> bool:
    """Whether what stands before the name makes it a recipient, or else what follows it."""
    words = scene.words
    if row.form == "listed":
        return plainly_shown(scene, hit)
    if row.rule in public_adverbs():
        return made_public(words, hit)
    predicate = row.rule == "recipients:public/public" and called_public(words, hit)
    return predicate or _called_recipient(words, hit) or _led_to(scene, hit, row)


def _called_recipient(words: list[str], hit: Hit) -> bool:
    """Such as "categories of recipients", "the recipients are", not the recipients of a message."""
    if words[hit.last - 1] not in ("recipient", "recipients"):
        return False
    after = words[hit.last : hit.last + 2]
    of_data = after[:1] == ["of"] and after[1:] in (["your"], ["personal"], ["data"], ["information"], ["such"])
    return hit.last - hit.first > 1 or of_data or after[:1] in (["are"], ["include"], [":"], ["may"])


def _led_to(scene: Scene, hit: Hit, row: Entry) -> bool:
    """Whether a preposition or verb before the name leads to it as a recipient, or it is a subject that gets data."""
    words, fillers = scene.words, cues("recipients")["fillers"]
    at, strangers = hit.first - 1, 0
    while at >= max(0, hit.first - REACH) and strangers <= STRANGERS:
        word = words[at]
        if word == "from" and at > 1 and words[at - 1] in ("or", "and") and words[at - 2] in ("with", "to"):
            at -= 2  # "with or from our partners"
            continue
        if word in cues("recipients")["prepositions"] and not _part_of_name(words, at):
            return _governed(scene, at, hit, row) or ("," in words[at : hit.first] and gets_as_subject(scene, hit))
        if word in cues("recipients")["takers"] and strangers <= 1:
            if "you" in words[at + 1 : hit.first]:  # "to show you nearby restaurants"
                return False
            offered = any(other in cues("recipients")["boons"] for other in words[hit.last : hit.last + 4])
            near = words[max(0, at - OWN_USE) : at]
            theirs = "you" in near[-3:] or ("you" in near and "we" not in near and word == "using")
            return not offered and (word not in ("use", "uses", "using") or not theirs)
        points = word == "that" and words[at - 1] in cues("recipients")["prepositions"]  # "with that third party"
        if word in cues("recipients")["boundaries"] and word not in fillers and not points:
            break
        strangers += word not in fillers
        at -= 1
    acts = words[hit.last : hit.last + 1] and words[hit.last] in cues("recipients")["getting"]
    acts = acts or "us" in words[hit.last : hit.last + 3]  # "other companies give us data"
    heads = scene.listed and words[hit.last : hit.last + 1] in RELATIVES  # "companies we work with"
    return ((scene.bare or heads) and at < 0 and not acts) or gets_as_subject(scene, hit)


def _part_of_name(words: list[str], at: int) -> bool:
    """Such as "a number of", "one of", "types of": the preposition belongs to the name."""
    return words[at] == "of" and at > 0 and words[at - 1] in cues("recipients")["quantities"]


def _governed(scene: Scene, at: int, hit: Hit, row: Entry) -> bool:
    """Whether the preposition at `at` leads to somebody who receives."""
    words, word = scene.words, scene.words[at]
    if word == "to" and words[at + 1] in infinitives():
        return words[at + 1] in cues("recipients")["takers"] or takes(scene, hit.last)
    if word == "to" and words[at - 1 : at] == ["access"] and any(row.value.startswith("data:") for row in hit.entries):
        return False
    if word in cues("recipients")["leading"] or (word in ("on", "in") and row.value == "recipients:public"):
        inside = word in ("across", "within", "among") and row.value == "recipients:affiliate"
        led = (scene.bare and at == 0) or _shared_before(scene, at)
        return inside or (led and word not in ("across", "within"))
    if word in ("by", "from"):
        acted = word == "by" and any(other in cues("recipients")["by"] for other in words[max(0, at - 5) : at])
        return acted or _asked_before(scene, at)
    if word == "of":
        return at > 0 and words[at - 1] in ("recipients", "hands", "part")
    after = words[hit.last : hit.last + 2]
    to_get = word == "for" and after[:1] == ["to"] and after[1:] and after[1] in cues("recipients")["getting"]
    return bool(to_get) or (word in ("for", "about", "than") and takes(scene, hit.last))


def _asked_before(scene: Scene, at: int) -> bool:
    """Whether somebody's request is what data is shared upon: "disclose data in response to orders from courts"."""
    words = scene.words
    near = words[max(0, at - 4) : at]
    if not any(word in cues("recipients")["requests"] for word in near):
        return False
    before = words[max(0, at - REACH) : at]
    answered = any(word in cues("recipients")["answering"] for word in before)
    return answered and (scene.bare or any(word in cues("recipients")["sharing"] for word in before))


def _shared_before(scene: Scene, at: int, first: int = 0) -> bool:
    """Whether a verb of sharing governs the preposition at `at`, and not one of meeting or linking."""
    words = scene.words
    for place in range(at - 1, max(first - 1, at - REACH, -1), -1):
        if words[place] in ("complaint", "complaints") or _leads_away(scene, place, at):
            return False
        meets = place == at - 1 and words[place].startswith(("interact", "correspond"))
        if place in scene.things and not meets:  # "contact" in "contact list" links nobody
            continue
        if words[place] in cues("recipients")["sharing"]:
            return words[max(0, place - 2) : place] != ["addition", "to"]
        if words[place] in cues("recipients")["compound"] and place < at - 1:
            continue
        if words[place] in cues("recipients")["others"]:
            return False
    return False


def _leads_away(scene: Scene, place: int, at: int) -> bool:
    """As in "communicate with", "through licenses with data providers" and "providing a service to"."""
    word = scene.words[place]
    licensed = place == at - 1 and word in ("license", "licenses", "licence", "licences")
    speaks = word in ("communicate", "communicates", "communicating") and scene.words[place + 1] == "with"
    return licensed or (speaks and place not in scene.things) or _served(scene, place, at)


SERVED = frozenset(("service", "services", "experience", "products", "support", "notice", "notices"))


def _served(scene: Scene, place: int, at: int) -> bool:
    """As in "providing a safe service to our users": a service is what they get."""
    gives = scene.words[place] in ("provide", "provides", "providing", "provided", "deliver", "delivering")
    between = scene.words[place + 1 : at]
    named = SERVED & set(between)
    return gives and bool(named) and not any(thing in scene.things for thing in range(place + 1, at))
