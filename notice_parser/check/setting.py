"""What a rule must know beyond one change: names that changed throughout, promises that stay, topics that are gone."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

from notice_parser.change import Change
from notice_parser.check.effects import bent
from notice_parser.check.elsewhere import Elsewhere
from notice_parser.check.reading import Reading, read
from notice_parser.check.residue import residue
from notice_parser.check.swallowed import kept_pairs
from notice_parser.diff.units import both_targets, normalised
from notice_parser.model import Notice
from notice_parser.span import Span
from notice_parser.vocabulary import BlockKind, Category

OFTEN = 3  # changes that must show the same replacement before it counts as a renaming
TELLING = 7  # letters: longer words seldom stand in two sentences by chance
PROMISED = frozenset({"share", "sell", "transfer", "track", "train-ai"})
REQUIRED = frozenset(
    {
        Category.COLLECTION, Category.USE, Category.LEGAL_BASIS, Category.SHARING, Category.RETENTION, Category.SECURITY, Category.CHOICES,
        Category.ACCESS_RIGHTS, Category.CHILDREN, Category.TRANSFERS, Category.CHANGES, Category.COMPLAINTS, Category.CONTACT,
    }
)  # fmt: skip
BRAND = 12  # times that a notice says the name of its service
MASKED = re.compile(r"\[email.protected\]")  # hides which address it was
# The acts by which a topic is treated, whatever section they stand in
SAID_BY: dict[str, frozenset[str]] = {
    Category.COLLECTION: frozenset({"collect", "track"}), Category.USE: frozenset({"use"}), Category.SHARING: frozenset({"share", "sell"}),
    Category.RETENTION: frozenset({"retain", "delete"}), Category.SECURITY: frozenset({"secure"}), Category.TRANSFERS: frozenset({"transfer"}),
    Category.CHOICES: frozenset({"opt-out", "object"}), Category.ACCESS_RIGHTS: frozenset({"access", "correct", "port"}),
    Category.COMPLAINTS: frozenset({"complain"}), Category.CHANGES: frozenset({"change"}),
}  # fmt: skip


class Setting:
    """Two notices and the changes between them, as a whole."""

    def __init__(self, old: Notice, new: Notice, changes: Sequence[Change]) -> None:
        self.old, self.new, self.changes = old, new, changes
        self.old_links, self.new_links = both_targets(old, new)

    @cached_property
    def renamed(self) -> frozenset[tuple[str, str]]:
        """Replacements of one name by another that run through the notice and left nothing of the old name."""
        counts: Counter[tuple[str, str]] = Counter()
        for change in self.changes:
            if change.old and change.new:
                counts.update(set(self._replacements(change)))
        return frozenset(pair for pair, count in counts.items() if count >= OFTEN and self._everywhere(pair, count))

    @cached_property
    def pairs(self) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        """The sentences that face each other in both versions, by the old and by the new side."""
        pairs = kept_pairs(self.old, self.new, self.changes)
        return pairs, sorted(pairs, key=lambda pair: pair[1])

    def broken_promise(self, before: Reading | None, after: Reading, indices: Sequence[int]) -> str:
        """The first kept sentence that rules out what `after` does with the same data."""
        acts = [
            act
            for act in after.acts
            if act.scope == "main" and act.action in PROMISED and not act.negated and act.actor in {"we", ""}
        ]
        known = {act.action for act in before.acts} if before else set()
        for act in (act for act in acts if act.action not in known):
            for index, promise in self._promises.get(act.action, ()):
                if index not in indices and _common(promise, after, named=act.actor == "we"):
                    return promise.text
        return ""

    def kept_promise(self, before: Reading) -> str:
        """A sentence that stays and still rules out what the removed sentence `before` ruled out."""
        for act in before.acts:
            for _, promise in self._promises.get(act.action, ()) if act.negated else ():
                if _common(promise, before):
                    return promise.text
        return ""

    def users_of(self, span: Span) -> tuple[str, list[str]]:
        """The term that the sentence at `span` of the new version defines, and the commitments that use it."""
        term = next((entry.term for entry in self.new.definitions if span.meets(entry.span)), "")
        using = [entry.id for entry in self.new.commitments if term and term.casefold() in entry.text.casefold()]
        return term, using

    def lost_topic(self, section: str) -> str:
        """The required topic of a section of the old version, where the new one has no section of it."""
        topic = self._topics.get(section, "")
        if topic not in REQUIRED or topic in self._kept_topics or topic in self._partly_kept:
            return ""
        return "" if SAID_BY.get(topic, frozenset()) & self._told else topic

    @cached_property
    def _partly_kept(self) -> frozenset[str]:
        """The topics of the old version of which a sentence still stands in the new one."""
        gone = {index for change in self.changes if not change.new for index in change.old}
        return frozenset(
            self._topics.get(sentence.section, "")
            for index, sentence in enumerate(self.old.sentences)
            if index not in gone and sentence.kind is not BlockKind.HEADING
        )

    @cached_property
    def _told(self) -> frozenset[str]:
        """What the commitments of the new version are about, by action."""
        return frozenset(str(commitment.action) for commitment in self.new.commitments if commitment.asserted)

    def alike(self, text: str, *, new: bool) -> Iterator[int]:
        """The sentences of the new version, or of the old one, that say nearly the same as `text`."""
        return self._elsewhere[new].like(text)

    def is_brand(self, name: str) -> bool:
        """Whether it is a name that the notice calls itself or its service by: it stands in it over and over."""
        return bool(name) and max(self.old.text.count(name), self.new.text.count(name)) >= BRAND

    @cached_property
    def _elsewhere(self) -> tuple[Elsewhere, Elsewhere]:
        return Elsewhere(self.old), Elsewhere(self.new)

    def topic(self, section: str, *, new: bool) -> str:
        """The category of a section of the new version or of the old one."""
        topics = self._new_topics if new else self._topics
        return topics.get(section, "")

    def names_all(self, reading: Reading, *, new: bool) -> bool:
        """Whether all addresses of a sentence stand in the new version or in the old one."""
        text = self.new.text if new else self.old.text
        named = [term.text.rstrip(".,;") for term in reading.terms if term.kind == "address"]
        return bool(named) and all(address in text and not MASKED.match(address) for address in named)

    def is_heading(self, text: str, *, new: bool) -> bool:
        """Whether the words are those of a heading of the new version or of the old one."""
        words = normalised(text)[1]
        return bool(words) and words in self._headings[new]

    @cached_property
    def _headings(self) -> tuple[frozenset[tuple[str, ...]], frozenset[tuple[str, ...]]]:
        old, new = (
            frozenset(normalised(section.heading)[1] for section in side.sections if section.heading)
            for side in (self.old, self.new)
        )
        return old, new

    @cached_property
    def _promises(self) -> dict[str, list[tuple[int, Reading]]]:
        """Sentences that stand unchanged in both versions and rule an act out, by action."""
        touched = {
            index for change in self.changes for index in change.new if change.kind not in {"moved", "renumbered"}
        }
        found: dict[str, list[tuple[int, Reading]]] = defaultdict(list)
        for index, sentence in enumerate(self.new.sentences):
            text = sentence.span.of(self.new.text)
            if index in touched or not _may_forbid(text) or BOUNDED.search(text):
                continue
            reading = read(text)
            for act in reading.acts:
                if (
                    act.negated
                    and act is reading.main
                    and (act.actor == "we" or "never" in text)
                    and not reading.has("if")
                    and not reading.has("people", "child")
                    and act.action in PROMISED
                    and bent(act) > 0
                    and not reading.has("except")
                    and act.scope == "main"
                ):
                    found[act.action].append((index, reading))
        return found

    @cached_property
    def _topics(self) -> dict[str, str]:
        return {section.id: section.category for section in self.old.sections}

    @cached_property
    def _new_topics(self) -> dict[str, str]:
        return {section.id: section.category for section in self.new.sections}

    @cached_property
    def _kept_topics(self) -> frozenset[str]:
        return frozenset(section.category for section in self.new.sections)

    def _replacements(self, change: Change) -> Iterator[tuple[str, str]]:
        before = read(_text(self.old, change.old))
        after = read(_text(self.new, change.new))
        for chunk in residue(before, after):
            terms = [*(before.terms[i] for i in chunk.deleted), *(after.terms[j] for j in chunk.inserted)]
            if chunk.deleted and chunk.inserted and all(term.text[:1].isupper() for term in terms):
                yield _joined(before, chunk.deleted), _joined(after, chunk.inserted)

    def _everywhere(self, pair: tuple[str, str], count: int) -> bool:
        """Whether hardly anything of the old name is left."""
        return self.new.text.casefold().count(pair[0]) <= count


# "We do not share this list", "those messages", "as it is defined under", "in exchange for money", "While we do not"
BOUNDED = re.compile(
    r"\b(?:this|that|these|those|such|in exchange|as (?:it is |they are )?defined|under [\w.]+ (?:state )?laws?|based on|know to be|knowingly|while we|although we)\b",
    re.IGNORECASE,
)


def _joined(reading: Reading, indices: Sequence[int]) -> str:
    words = [reading.words[k].text for i in indices for k in range(reading.terms[i].first, reading.terms[i].last)]
    return "".join(words).casefold()


def _text(notice: Notice, indices: Sequence[int]) -> str:
    return " ".join(notice.sentences[index].span.of(notice.text) for index in indices)


def _may_forbid(text: str) -> bool:
    lower = text.casefold()
    return any(cue in lower for cue in ("not ", "never", "n't", "n’t", "no ", "nobody", "neither", "none"))


def _common(promise: Reading, after: Reading, *, named: bool = True) -> bool:
    """Whether both speak of the same data: the same kind, or where they are `named` all personal data or a like word."""
    kinds = {term.value for term in promise.terms if term.kind == "data"}
    theirs = {term.value for term in after.terms if term.kind == "data"}
    if not named:
        return bool(kinds & theirs - {"personal"})
    words = {word.stem for word in promise.words if len(word.text) >= TELLING} & {word.stem for word in after.words}
    return bool(kinds & theirs - {"personal"}) or ("personal" in kinds and bool(theirs)) or bool(words)
