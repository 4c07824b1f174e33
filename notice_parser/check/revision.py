"""A change with both sides read: what came and went, and what each difference does to the data subject."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from notice_parser.change import Change
from notice_parser.check.channels import effort_effects, leads_elsewhere
from notice_parser.check.consents import consent_effects
from notice_parser.check.direction import THING, leaning_of
from notice_parser.check.duties import duty_effects
from notice_parser.check.effects import EVEN, WORSE, Effect, bare_flips, flips, judges, subjects
from notice_parser.check.idle import only_tells_where
from notice_parser.check.moved import is_definition
from notice_parser.check.names import RENAMING
from notice_parser.check.pointers import is_dateline, is_pointer
from notice_parser.check.reading import Reading, read, unlabelled
from notice_parser.check.residue import Chunk, rejoined, residue, respelled
from notice_parser.check.scopes import picked_effects, scope_effects, scopes_of, told_apart
from notice_parser.check.setting import Setting
from notice_parser.check.slots import moved_terms
from notice_parser.check.standing import standing
from notice_parser.check.times import count_effects, time_effects
from notice_parser.diff.units import normalised
from notice_parser.model import Notice, Sentence
from notice_parser.vocabulary import BlockKind, Category, Direction

BARE = ("name", "word")
ENOUGH = 1.0  # the weight from which a difference touches the promise
HEADED = frozenset({"scope", "place", "age", "negation"})  # what a heading can say of those it speaks of
LISTED = (BlockKind.LIST_ITEM, BlockKind.TABLE_CELL)
# "https://example.org/help", "www.example.org"
PRINTED = re.compile(r"(?:https?://|www\.)[^\s)\]>]*[^\s)\]>.,;]")
PHRASE = 3  # words


class Revision:
    """One change of the diff, ready for the rules."""

    def __init__(self, change: Change, setting: Setting) -> None:
        self.change = change
        self.setting = setting
        self.old, self.new = setting.old, setting.new
        self.tells_topic = True  # of several that are gone with their topic, the first tells of it

    @cached_property
    def before(self) -> Reading | None:
        """The old side, read; its sentences as one text where it was merged."""
        return _reading(self.old, self.change.old)

    @cached_property
    def after(self) -> Reading | None:
        """The new side, read."""
        return _reading(self.new, self.change.new)

    @cached_property
    def heading(self) -> bool:
        """Whether it is a heading that changed."""
        return self._sentence.kind is BlockKind.HEADING

    @cached_property
    def chunks(self) -> list[Chunk]:
        """What differs between the two sides."""
        if self.before is None or self.after is None:
            return []
        return residue(self.before, self.after, self.setting.renamed)

    @cached_property
    def effects(self) -> tuple[Effect, ...]:
        """Every difference judged, weightiest first."""
        found = self._compared() if self.before and self.after else self._alone()
        if self.heading and self.before and self.after:
            found = [effect for effect in found if effect.slot in HEADED]
        return tuple(sorted(found, key=lambda effect: -effect.weight))

    @cached_property
    def weight(self) -> float:
        """How much the differences weigh together; below ENOUGH the change is editorial."""
        side = self.after or self.before
        if side is None or (self.heading and not self._scope_heading):
            return 0.0
        return sum(effect.weight for effect in self.effects)

    @property
    def substantive(self) -> bool:
        """Whether the change touches a promise."""
        return self.weight >= ENOUGH

    @cached_property
    def direction(self) -> Direction:
        """What all effects together do to the data subject."""
        return leaning_of(self.effects, alone=self.before is None or self.after is None)

    @cached_property
    def intro(self) -> Reading | None:
        """The sentence that introduces the list it stands in."""
        notice, sentence = (self.new if self.change.new else self.old), self._sentence
        if sentence.intro is None or sentence.intro >= len(notice.sentences):
            return None
        return read(notice.sentences[sentence.intro].span.of(notice.text))

    @cached_property
    def _scope_heading(self) -> bool:
        return any(effect.slot in HEADED for effect in self.effects)

    @cached_property
    def links(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The link targets of both sides, those printed among the words included."""
        olds, news = self.setting.old_links, self.setting.new_links
        return (
            (*(target for index in self.change.old for target in olds.get(index, ())), *_printed(self.before)),
            (*(target for index in self.change.new for target in news.get(index, ())), *_printed(self.after)),
        )

    @property
    def words_differ(self) -> bool:
        """Whether the two sides differ in any word; a printed link is none."""
        before, after = self.before, self.after
        if before is None or after is None:
            return True
        return normalised(PRINTED.sub("", before.text))[1] != normalised(PRINTED.sub("", after.text))[1]

    @property
    def cosmetic(self) -> bool:
        """Whether only spelling, punctuation, format or a date of the notice differs."""
        before, after = self.before, self.after
        if before is None or after is None:
            return True
        return not self.effects and (respelled(before, after) or (is_dateline(before) and is_dateline(after)))

    @property
    def dates_notice(self) -> bool:
        """Whether both sides only date the notice."""
        return all(side is not None and is_dateline(side) for side in (self.before, self.after))

    @cached_property
    def contradicted(self) -> str:
        """A promise that stays in the notice and that the new words break; empty where there is none."""
        if self.after is None:
            return ""
        return self.setting.broken_promise(self.before, self.after, self.change.new)

    @cached_property
    def topic_gone(self) -> str:
        """The required topic of which nothing is left in the new version; empty where there is none."""
        if self.change.new or not self.change.old:
            return ""
        return self.setting.lost_topic(self.old.sentences[self.change.old[0]].section)

    @property
    def _sentence(self) -> Sentence:
        return self.new.sentences[self.change.new[0]] if self.change.new else self.old.sentences[self.change.old[0]]

    def _compared(self) -> list[Effect]:
        before, after = self.before, self.after
        if before is None or after is None or (is_dateline(before) and is_dateline(after)):
            return []
        if rejoined(before, after) or (is_pointer(before) and is_pointer(after)):
            return []
        found = [*flips(before, after), *subjects(before, after), *judges(before, after), *duty_effects(before, after)]
        found += effort_effects(before, after)
        found += time_effects(before, after, self.chunks)
        found += count_effects(before, after, self.chunks)
        found += moved_terms(before, after, self.chunks)
        scopes = [] if any(effect.slot == "effort" for effect in found) else self._scopes(before, after)
        found = told_apart(found, scopes)
        consents = list(_weighed(consent_effects(before, after), found))
        if consents:
            found = [effect for effect in found if effect.slot != "choice" and not _told(effect, consents[0])]
        found += [*consents, *bare_flips(before, after, [*found, *consents])]
        found += _phrase(before, after, found)
        if self._kept_how_long:
            found = [effect.but(slot="retention") if effect.slot == "other" else effect for effect in found]
        replaced = any(effect.before for effect in found) and any(effect.after for effect in found)
        if replaced and leads_elsewhere(before, after):
            return [effect.but(slot="contact", sign=EVEN) for effect in found]
        return found

    def _scopes(self, before: Reading, after: Reading) -> list[Effect]:
        """What became of whom and what the statement holds for."""
        pairs = [pair for pair in self.change.commitments if pair.old is not None and pair.new is not None]
        was = scopes_of(self.old, [pair.old for pair in pairs if pair.old is not None])
        now = scopes_of(self.new, [pair.new for pair in pairs if pair.new is not None])
        return list(scope_effects(before, after, was, now, self.chunks)) or list(picked_effects(before, after))

    @property
    def _kept_how_long(self) -> bool:
        """Whether it is a cell or item of a section on retention."""
        section = next((s for s in self.new.sections if s.id == self._sentence.section), None)
        return self._sentence.kind in LISTED and section is not None and section.category is Category.RETENTION

    def _alone(self) -> list[Effect]:
        side = self.after or self.before
        if side is None or self.change.matched_by == "duplicate":
            return []
        if self._is_repeated(side):
            return []
        topic = self.setting.topic(self._sentence.section, new=bool(self.change.new))
        found = list(standing(side, self.intro, listed=self._sentence.kind in LISTED, topic=topic))
        return found if self.after else [_undone(effect) for effect in found]

    def _is_repeated(self, side: Reading) -> bool:
        """Whether it only repeats a heading, as a table of contents does, or what the other version says too."""
        if not self.heading and self.setting.is_heading(side.text, new=bool(self.after)):
            return True
        if only_tells_where(side) and self.setting.names_all(side, new=not self.after):
            return True
        indices = self.change.new or self.change.old
        for index in self.setting.alike(side.text, new=not self.after):
            pair = ((index,), indices) if self.after else (indices, (index,))
            twin = Revision(Change("modified", *pair), self.setting)
            told = (
                e.weight for e in twin.effects if not (e.slot in BARE and self.setting.is_brand(e.before or e.after))
            )
            if sum(told) < ENOUGH:
                return True
        return False

    @cached_property
    def defines(self) -> bool:
        """Whether it says what a term means."""
        return any(side is not None and is_definition(side) for side in (self.before, self.after))


def _reading(notice: Notice, indices: Sequence[int]) -> Reading | None:
    if not indices:
        return None
    return read(" ".join(unlabelled(notice.sentences[index].span.of(notice.text)) for index in indices))


def _told(effect: Effect, consent: Effect) -> bool:
    """Whether the change of consent holds the words of this condition or exception."""
    return (
        effect.slot in {"condition", "exception"} and effect.before in consent.before and effect.after in consent.after
    )


def _phrase(before: Reading, after: Reading, found: Sequence[Effect]) -> Iterator[Effect]:
    """A word outside the tables weighs more where it came or went with a phrase of its own."""
    longer = len(after.words) - len(before.words)
    plain = [effect for effect in found if effect.slot == "word" and bool(effect.after) == (longer > 0)]
    if plain and not RENAMING.search(after.text + before.text) and abs(longer) >= PHRASE:
        yield plain[0].but(weight=0.4)


def _weighed(consents: Iterable[Effect], found: Sequence[Effect]) -> Iterator[Effect]:
    """A choice that comes together with a new practice does not outweigh it."""
    taken = sum(effect.weight for effect in found if effect.sign == WORSE and effect.after and not effect.before)
    for effect in consents:
        fresh = effect.value.startswith(">") and taken >= 2 * THING
        yield effect.but(weight=1.0) if fresh else effect


def _undone(effect: Effect) -> Effect:
    return effect.but(sign=-effect.sign, before=effect.after, after="")


def _printed(reading: Reading | None) -> list[str]:
    return PRINTED.findall(reading.text) if reading else []
