"""Who gets data as the subject of a verb: "our partners may collect your address"."""

from notice_parser.commitments.slots.cues import cues
from notice_parser.commitments.slots.scene import Scene
from notice_parser.commitments.slots.trie import Hit

SUBJECT = 25  # tokens from a subject to its verb


def gets_as_subject(scene: Scene, hit: Hit) -> bool:
    """Whether a name is the subject of a verb of getting data."""
    return takes(scene, hit.last) or _gets_later(scene, hit.last) or _shared_with(scene.words, hit.last)


def _shared_with(words: list[str], last: int) -> bool:
    """Such as "third parties with whom we share"."""
    leads = words[last : last + 1] in (["with"], ["to"]) and words[last + 1 : last + 2] in (["whom"], ["which"])
    return leads and any(word in cues("recipients")["sharing"] for word in words[last + 2 : last + 9])


def takes(scene: Scene, at: int) -> bool:
    """Whether a verb of getting data follows at once: "our partners may collect", "vendors who process"."""
    return _gets(scene, at + (scene.words[at : at + 1] in (["who"], ["that"], ["which"])))


def _gets_later(scene: Scene, at: int) -> bool:
    """Whether the verb of a subject that ends before `at` is one of getting: "vendors we use to do work may process"."""
    modals = cues("recipients")["may"]
    getting = cues("recipients")["getting"]
    return any(
        (
            scene.words[place] in modals
            or scene.words[place : place + 2] == ["have", "access"]
            or (scene.words[place - 1] == "," and scene.words[place] in getting)
        )
        and scene.words[place - 1] not in ("we", "you")
        and _gets(scene, place)
        for place in range(at, min(len(scene.words), at + SUBJECT))
    )


def _gets(scene: Scene, at: int) -> bool:
    """Whether the verb that begins at `at` is one of getting, with data after it."""
    words = scene.words
    for place in range(at, min(len(words), at + 9)):
        word = words[place]
        if word in ("have", "has") and "access" in words[place : place + 3]:
            return True
        getting = word in cues("recipients")["getting"]
        if getting and any(thing in scene.things for thing in range(place + 1, place + 6)):
            return "us" not in words[place + 1 : place + 9]
        if not getting and word not in cues("recipients")["modals"] and not word.endswith("ly"):
            return False
    return False
