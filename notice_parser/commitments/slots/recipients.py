"""Who receives data or gets access to it, by the role that a name plays in the sentence."""

from notice_parser.commitments.slots.cues import cues
from notice_parser.commitments.slots.mention import Mention
from notice_parser.commitments.slots.tokens import Tokens
from notice_parser.commitments.slots.trie import Hit

# "sharing" words: a "to" or "with" after one of them leads to a recipient
# and these govern a "to" or "with" that does not
STRANGERS = 3  # adjectives unknown to the lists that may stand between a preposition and the name


def recipients(text: Tokens, hits: list[Hit]) -> list[Mention]:
    """The mentions of recipients among the noun `hits` of a sentence."""
    words = text.words
    bare = not any(word in cues("recipients")["finite"] for word in words[:40])
    out: list[Mention] = []
    last, verdict = -1, False
    for hit in hits:
        rows = [entry for entry in hit.entries if entry.value.startswith("recipients:")]
        if not rows:
            continue
        if not (last >= 0 and hit.first - last <= 6 and _coordinated(words, last, hit.first)):
            verdict = _receives(words, hit, bare)
        elif not verdict:
            verdict = _takes(words, hit.last)
        last = hit.last
        if verdict:
            start, end = text.range(hit.first, hit.last)
            out += [
                Mention("recipients", row.value.removeprefix("recipients:"), start, end, row.rule) for row in rows[:1]
            ]
    return out


def _coordinated(words: list[str], last: int, first: int) -> bool:
    between = words[last:first]
    return all(word in cues("recipients")["fillers"] for word in between) and any(
        word in (",", "and", "or", "/", "&", ";", "(", "including", "as") for word in between
    )


def _receives(words: list[str], hit: Hit, bare: bool) -> bool:
    at, strangers = hit.first - 1, 0
    while at >= 0 and strangers <= STRANGERS:
        word = words[at]
        if word in cues("recipients")["prepositions"] and not _part_of_name(words, at):
            return _governed(words, at, hit, bare)
        if word in cues("recipients")["takers"]:
            return True
        if word in cues("recipients")["boundaries"] and word not in cues("recipients")["fillers"]:
            break
        strangers += word not in cues("recipients")["fillers"]
        at -= 1
    return (bare and at < 0) or _takes(words, hit.last)


def _part_of_name(words: list[str], at: int) -> bool:
    """Such as "a number of", "one of", "some of", "types of": the preposition belongs to the name."""
    return (
        words[at] == "of"
        and at > 0
        and words[at - 1]
        in ("number", "one", "some", "any", "all", "types", "categories", "kinds", "each", "variety", "members", "many")
    )


def _governed(words: list[str], at: int, hit: Hit, bare: bool) -> bool:
    """Whether the preposition at `at` leads to somebody who receives."""
    word = words[at]
    if word in ("to", "with", "among", "amongst", "between", "within", "across", "into", "onto", "on", "in"):
        return (bare and at == 0) or _shared_before(words, at)
    if word == "by":
        return any(other in cues("recipients")["by"] for other in words[max(0, at - 3) : at])
    if word == "of":
        return at > 0 and words[at - 1] in ("recipients", "hands", "part")
    return word in ("for", "about", "than") and _takes(words, hit.last)


def _shared_before(words: list[str], at: int) -> bool:
    for word in reversed(words[max(0, at - 40) : at]):
        if word in cues("recipients")["sharing"]:
            return True
        if word in cues("recipients")["others"]:
            return False
    return False


def _takes(words: list[str], at: int) -> bool:
    """Whether a verb of getting follows: "our partners may collect", "vendors who process"."""
    end = min(len(words), at + 9)
    if at < end and words[at] in ("who", "that", "which"):
        at += 1
    for place in range(at, end):
        word = words[place]
        if word in cues("recipients")["getting"] and word not in ("have", "has"):
            return True
        if word in ("have", "has") and "access" in words[place : place + 3]:
            return True
        if word not in cues("recipients")["modals"] and not word.endswith("ly"):
            return False
    return False
