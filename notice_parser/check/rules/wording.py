"""Changes that touch no promise, and the net below all rules: PN901 to PN905."""

from collections.abc import Iterator

from notice_parser.check.judgement import Judgement, judged
from notice_parser.check.revision import Revision

ONCE_MORE, STILL = "a further copy came", "one of the copies went"


def moved_or_renumbered(revision: Revision) -> Iterator[Judgement]:
    """The same text stands elsewhere, under another number, or twice instead of once.

    Example: "4.2 We keep logs." -> "7.1 We keep logs."
    """
    if revision.change.matched_by == "duplicate":
        yield Judgement(0.5, 0, (ONCE_MORE if revision.after else STILL,))
    elif revision.change.kind in {"moved", "renumbered"}:
        yield Judgement(0.5, 0, ("the words are the same",))


def link_target_changed(revision: Revision) -> Iterator[Judgement]:
    """A link leads elsewhere while its sentence stays.

    Example: "[Opt out](/optout)" -> "[Opt out](/help)"
    """
    before, after = revision.links
    if before != after and not revision.words_differ:
        gone = [target for target in before if target not in after]
        come = [target for target in after if target not in before]
        if all(target.startswith("#") for target in (*gone, *come)) or not gone:
            return  # a place on this page was renamed, or a link joined words that had none
        yield Judgement(0.4, 0, (f"link: “{' '.join(gone)}” became “{' '.join(come)}”",))


def editorial(revision: Revision) -> Iterator[Judgement]:
    """Spelling, punctuation, format or the date of the notice, or a sentence that binds nobody.

    Example: "We recieve mail." -> "We receive mail."
    """
    if revision.cosmetic and revision.change.matched_by != "duplicate":
        alone = revision.before is None or revision.after is None
        yield Judgement(0.3, 0, ("the sentence holds no promise" if alone else "no word of weight differs",))


def reworded(revision: Revision) -> Iterator[Judgement]:
    """The same is said in other words.

    Example: "We erase your data." -> "We delete your data."
    """
    if not revision.substantive and revision.before and revision.after:
        yield Judgement(0.1, 0, tuple(effect.words for effect in revision.effects[:2]) or ("the words say the same",))


def unclassified_substantive(revision: Revision) -> Iterator[Judgement]:
    """Words of weight changed in a sentence that bears a promise, and no other rule names the change.

    Example: "Data is hosted in Leeds." -> "Data is hosted in York."
    """
    if revision.substantive:
        yield from (judged(effect).but(weight=0.05) for effect in revision.effects[:1])
