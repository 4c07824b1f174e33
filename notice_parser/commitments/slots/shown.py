"""Whom data is plainly shown to: the public, and people whom a sentence may name for other reasons."""

from functools import cache

from notice_parser.commitments.slots.cues import cues
from notice_parser.commitments.slots.scene import Scene, infinitives
from notice_parser.commitments.slots.trie import Hit
from notice_parser.lexicon import table

SHOWN = 20  # tokens back to what shows data
STRANGERS = 2  # adjectives unknown to the lists that may stand between a preposition and the name


def plainly_shown(scene: Scene, hit: Hit) -> bool:
    """Whether data is plainly shown to somebody whom the sentence may name for other reasons: "visible to users"."""
    words = scene.words
    at, strangers = hit.first - 1, 0
    while at >= max(0, hit.first - 8) and (words[at] in cues("recipients")["fillers"] or strangers < STRANGERS):
        if words[at] in cues("recipients")["prepositions"] or not words[at].isalpha():
            break
        strangers += words[at] not in cues("recipients")["fillers"]
        at -= 1
    if at > 0 and words[at] in ("to", "with"):
        return words[at + 1] not in infinitives() and _shown_before(scene, at)
    if at > 0 and words[at] == "by":
        return any(word in cues("recipients")["seen"] for word in words[max(0, at - 2) : at])
    after = words[hit.last : hit.last + 4]
    return (
        after[:1] != ["you"]
        and any(word in cues("recipients")["seeing"] for word in after)
        and "your" in words[hit.last : hit.last + 8]
    )


def _shown_before(scene: Scene, at: int) -> bool:
    """Whether something is shown before the preposition at `at`, or what is theirs is given: "send your name to"."""
    words = scene.words
    for place in range(at - 1, max(-1, at - SHOWN), -1):
        if words[place] in (";", ":") or (words[place] == "." and len(words[place - 1]) > 1):
            return False
        if words[place] in cues("recipients")["showing"]:
            return True
        if words[place] in cues("recipients")["sharing"]:
            theirs = "your" in words[place:at] and any(thing in scene.things for thing in range(place + 1, at))
            return theirs or words[place + 1] in ("it", "them")
    return False


@cache
def public_adverbs() -> frozenset[str]:
    """The rules of the terms that are adverbs: "publicly available"."""
    return frozenset(
        f"recipients:public/{term}"
        for term in table("recipients")["public"]["terms"]
        if term.split()[0] in ("publicly", "published")
    )


def called_public(words: list[str], hit: Hit) -> bool:
    """Such as "your posts are public"."""
    return any(word in cues("recipients")["being"] for word in words[max(0, hit.first - 3) : hit.first])


def made_public(words: list[str], hit: Hit) -> bool:
    """Such as "make your posts publicly available", not "from publicly available sources"."""
    if words[max(0, hit.first - 2) : hit.first] in (["that", "is"], ["that", "are"], ["which", "is"]):
        return False
    if words[hit.first - 1 : hit.first] in (["through"], ["from"], ["via"], ["using"]):
        return False
    before, after = words[max(0, hit.first - 8) : hit.first], words[hit.last : hit.last + 3]
    if after[:1] and after[0].isalpha() and after[0] not in cues("recipients")["after_public"]:
        return False  # "publicly available sources"
    said = any(word in cues("recipients")["publishing"] for word in (*before, *after))
    own = words[hit.first] == "publicly" and words[hit.last - 1] in cues("recipients")["publishing"]
    return "from" not in (*before, *after) and (said or own or any(word in ("is", "are", "be") for word in before[-2:]))
