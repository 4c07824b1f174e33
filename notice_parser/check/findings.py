"""Judgements to findings: the strongest rule names the change, the others stand in `because`."""

import hashlib
import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import TypeVar

from notice_parser.change import Finding, Location
from notice_parser.check.judgement import Judgement, Rule
from notice_parser.check.revision import Revision
from notice_parser.check.swallowed import swallowed
from notice_parser.diff.units import normalised
from notice_parser.model import Notice
from notice_parser.span import LOST, Span
from notice_parser.vocabulary import Direction, Level

Row = TypeVar("Row")
QUOTED = re.compile("“([^”]*)”")  # retention: “30 days” became “90 days”
PAIR = 2  # what stood before and what stands now
SIGNS_THAT_COUNT = re.compile(r"[$€£¥%<>≤≥±]")  # "a fee of $5", "5%"
SIGNS = {Direction.WEAKENED: -1, Direction.STRENGTHENED: 1}
LINKS = "PN904"
EDITORIAL = "PN901", "PN902", "PN903", "PN904"


class Places:
    """Where the sentences of a notice stand, in words and numbers a person can follow."""

    def __init__(self, notice: Notice) -> None:
        self.notice = notice

    def location(self, indices: Sequence[int]) -> Location | None:
        """The place of one or several neighbouring sentences."""
        if not indices:
            return None
        first, last = self.notice.sentences[indices[0]], self.notice.sentences[indices[-1]]
        span = Span(first.span.start, last.span.end)
        return Location(
            quote=span.of(self.notice.text),
            span=span,
            section=self._paths.get(first.section, ""),
            category=self.category(indices[0]),
            source_line=_last(self.notice.lines, span.start, lambda row: (row.start, row.line)),
            page=_last(self.notice.pages, span.start, lambda page: (page.start, page.number)),
        )

    def category(self, index: int) -> str:
        """The category of the section of a sentence."""
        return self._categories.get(self.notice.sentences[index].section, "other")

    def lost(self, indices: Sequence[int]) -> bool:
        """Whether lost text touches one of the sentences."""
        spans = [self.notice.sentences[index].span for index in indices]
        return any(LOST in span.of(self.notice.text) or self._beside_loss(span) for span in spans)

    def _beside_loss(self, span: Span) -> bool:
        return any(
            span.start <= loss.span.start <= span.end for loss in self.notice.losses if loss.kind.startswith("text")
        )

    @cached_property
    def _paths(self) -> dict[str, str]:
        paths: dict[str, str] = {}
        for section in self.notice.sections:
            above = paths.get(section.parent or "", "")
            paths[section.id] = " > ".join(part for part in (above, section.heading) if part)
        return paths

    @cached_property
    def _categories(self) -> dict[str, str]:
        return {section.id: str(section.category) for section in self.notice.sections}


def finding(
    revision: Revision, rules: Sequence[Rule], places: tuple[Places, Places], document: str, idle: str = ""
) -> Finding:
    """The one finding that a revision comes to; `idle` says that the date moved alone."""
    rule, judgements = strongest(revision, rules)
    before, after = places[0].location(revision.change.old), places[1].location(revision.change.new)
    lost = beside_loss(revision, places)
    if idle and rule.code == "PN903" and revision.dates_notice:
        rule, judgements = rule.but(level=Level.INFO), [Judgement(0.3, 0, (idle,)), *judgements]
    editorial = rule.code in EDITORIAL
    direction = Direction.NEUTRAL if editorial else Direction.UNCLEAR if lost else revision.direction
    doubtful = lost or (direction is Direction.UNCLEAR and rule.level is Level.ERROR)
    level = Level.WARNING if doubtful and not editorial else rule.level
    because = told_once(words for judgement in judgements for words in judgement.because)
    return Finding(
        fingerprint=fingerprint(rule.code, document, before, after, revision.links if rule.code == LINKS else ()),
        rule=rule.code,
        name=rule.name,
        category="editorial" if editorial else "commitment",
        level=level,
        direction=direction,
        confidence=confidence(revision, lost=lost),
        message=f"{'Lost text stands here, so this cannot be verified: ' if lost else ''}{rule.meaning}: {plain(because[0])}.",
        because=because,
        reference=rule.reference,
        before=before,
        after=after,
        matched_by=revision.change.matched_by if before and after and revision.change.kind != "dated" else "",
        score=revision.change.score if before and after and revision.change.kind != "dated" else 0.0,
        before_commitment=next(
            (
                f"{revision.old.commitments[pair.old].id}"
                for pair in revision.change.commitments
                if pair.old is not None
            ),
            None,
        ),
        after_commitment=next(
            (
                f"{revision.new.commitments[pair.new].id}"
                for pair in revision.change.commitments
                if pair.new is not None
            ),
            None,
        ),
        nearest_line=None if after else nearest_line(revision, places[1]),
    )


def nearest_line(revision: Revision, places: Places) -> int | None:
    """The line of the new source where the last sentence before the change that was kept stands, else the first after."""
    from bisect import bisect_left

    pairs, _ = revision.setting.pairs
    if not pairs or not revision.change.old:
        return None
    at = bisect_left(pairs, revision.change.old[0], key=lambda pair: pair[0])
    kept = places.location((pairs[max(0, at - 1)][1],))
    return kept.source_line if kept else None


def beside_loss(revision: Revision, places: tuple[Places, Places]) -> bool:
    """Whether lost text touches the change, so that nothing can be said for sure."""
    return (
        places[0].lost(revision.change.old)
        or places[1].lost(revision.change.new)
        or swallowed(revision.change, revision.old, revision.new, revision.setting.pairs)
    )


def told_once(reasons: Iterable[str]) -> tuple[str, ...]:
    """The reasons without those whose quoted words an earlier one holds; six at most."""
    kept: list[str] = []
    heard: list[list[str]] = []
    for words in reasons:
        quotes = QUOTED.findall(words)
        if (shorter := _outgrown(kept, words)) is not None:
            kept[shorter], heard[shorter] = words, quotes
        elif words not in kept and not (quotes and any(_held(quotes, earlier) for earlier in heard)):
            kept.append(words)
            heard.append(quotes)
    return tuple(kept[:6])


def _outgrown(kept: Sequence[str], words: str) -> int | None:
    """The place of a kept reason that breaks off within the words of this one: "shredded" and "shredded or burnt"."""
    quotes, bare = QUOTED.findall(words), QUOTED.sub("", words)
    if len(quotes) != 1:
        return None
    for place, other in enumerate(kept):
        said = QUOTED.findall(other)
        if len(said) == 1 and QUOTED.sub("", other) == bare and quotes[0] != said[0] and quotes[0].startswith(said[0]):
            return place
    return None


def _held(quotes: list[str], earlier: list[str]) -> bool:
    if len(quotes) == len(earlier) == PAIR and (quotes[1] in earlier[1] or earlier[1] in quotes[1]):
        return True  # the same replacement seen from another slot
    return all(any(quote in other for other in earlier) for quote in quotes)


def plain(words: str) -> str:
    """The words of an effect without the name of its slot."""
    slot, _, rest = words.partition(": ")
    return rest if rest.startswith("“") and slot.isalpha() else words


def strongest(revision: Revision, rules: Sequence[Rule]) -> tuple[Rule, list[Judgement]]:
    """The rule that names the change, and all judgements, strongest first."""
    wanted, substantive, dated = SIGNS.get(revision.direction), revision.substantive, revision.change.kind == "dated"
    said = [
        (_fits(judgement, wanted), judgement.weight, -number, rule, judgement)
        for number, rule in enumerate(rules)
        if (rule.code == "PN805" if dated else substantive != (rule.code in EDITORIAL))
        for judgement in rule.judge(revision)
    ]
    said.sort(key=lambda row: row[:3], reverse=True)
    return said[0][3], [row[4] for row in said]


def _fits(judgement: Judgement, wanted: int | None) -> bool:
    return wanted is None or judgement.sign in {wanted, 0}


def confidence(revision: Revision, *, lost: bool) -> float:
    """How sure the finding is: less for text beside a loss, for doubtful pairs and for light differences."""
    if lost:
        return 0.3
    paired = revision.change.score or 1.0
    sure = 0.95 if not revision.substantive else min(0.95, 0.5 + revision.weight / 12)
    return round(sure * (0.6 + 0.4 * paired), 2)


def fingerprint(
    code: str,
    document: str,
    before: Location | None,
    after: Location | None,
    links: tuple[tuple[str, ...], ...] = (),
) -> str:
    """12 hexadecimal digits from rule, document, section and words; no offset and no wording of ours goes in.

    `links`: the targets of both sides, where it is they that changed.
    """
    place = after or before
    parts = [code, document, " > ".join(map(_words, place.section.split(" > "))) if place else ""]
    parts += [_words(side.quote) if side else "" for side in (before, after)]
    parts += [" ".join(targets) for targets in links]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:12]


def same_words(one: str, other: str) -> bool:
    """Whether a fingerprint takes two quotes for the same."""
    return _words(one) == _words(other)


def _words(quote: str) -> str:
    """The words that count: no list label, no case, no quotes; signs such as those of money and per cent stay."""
    return " ".join([*normalised(quote)[1], *SIGNS_THAT_COUNT.findall(quote)])


def _last(rows: Sequence[Row], start: int, of: Callable[[Row], tuple[int, int]]) -> int | None:
    """The number of the last row that begins at or before `start`."""
    from bisect import bisect_right

    at = bisect_right(rows, start, key=lambda row: of(row)[0])
    return of(rows[at - 1])[1] if at else None
