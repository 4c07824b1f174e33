"""A rewrite judged by topic: what stood there, what stands there now, and the words of both."""

from collections import Counter
from collections.abc import Iterator, Sequence

from notice_parser.change import Change, Finding, Location, PracticeChange, TopicAccount
from notice_parser.check.findings import Places, fingerprint
from notice_parser.check.judgement import Rule
from notice_parser.check.practices import practice_words
from notice_parser.model import Notice
from notice_parser.span import Span
from notice_parser.vocabulary import Direction, Level

WEIGHTY = ("promise", "right", "practice")  # slots whose weakening makes the finding of a topic graver


def topic_accounts(old: Notice, new: Notice) -> tuple[TopicAccount, ...]:
    """How many commitments each topic holds before and after, by category."""
    before, after = _counts(old), _counts(new)
    return tuple(TopicAccount(topic, before[topic], after[topic]) for topic in sorted({*before, *after}))


def topic_findings(
    old: Notice,
    new: Notice,
    changes: Sequence[Change],
    told_by: tuple[Sequence[TopicAccount], Sequence[PracticeChange]],
    rule: Rule,
    document: str,
) -> Iterator[Finding]:
    """One finding a topic, over everything that changed in it; `told_by`: the accounts by topic and by practice.

    It leans where the practices that stand in the topic all do, and is graver where a promise or right is gone from
    the notice or an act that weighs is new in it.
    """
    accounts, practices = {account.category: account for account in told_by[0]}, told_by[1]
    places = Places(old), Places(new)
    topics: dict[str, list[Change]] = {}
    for change in changes:
        topic = places[1].category(change.new[0]) if change.new else places[0].category(change.old[0])
        topics.setdefault(topic, []).append(change)
    for topic, inside in sorted(topics.items()):
        account = accounts.get(topic)
        if account is None and not any(map(_weighty, inside)):
            continue  # titles, addresses and pointers: no promise stood here and none does
        before = _side(places[0], [index for change in inside for index in change.old])
        after = _side(places[1], [index for change in inside for index in change.new])
        told = [practice for practice in practices if _stands_in(practice, topic)]
        count = _count(account or TopicAccount(topic, 0, 0))
        kinds = Counter(change.kind for change in inside)
        because = (
            *map(practice_words, told),
            count,
            ", ".join(f"{number} {kind}" for kind, number in sorted(kinds.items())),
        )
        yield Finding(
            fingerprint=fingerprint(rule.code, document, before, after),
            rule=rule.code,
            name=rule.name,
            category="commitment",
            level=_level(rule.level, told),
            direction=_leaning(told),
            confidence=0.5,
            message=f"{because[0][:1].upper()}{because[0][1:]}; the topic {topic} was rewritten and must be read as a whole.",
            because=because,
            reference=rule.reference,
            before=before,
            after=after,
        )


def _weighty(change: Change) -> bool:
    return bool(change.commitments)


def _count(account: TopicAccount) -> str:
    noun = "commitment" if account.before == 1 else "commitments"
    return f"{account.category}: {account.before} {noun} became {account.after}"


def _stands_in(practice: PracticeChange, topic: str) -> bool:
    side = practice.before or practice.after
    return side is not None and side.category == topic


def _leaning(told: Sequence[PracticeChange]) -> Direction:
    """The one direction of what is told, or `unclear`."""
    directions = {practice.direction for practice in told} - {Direction.UNCLEAR}
    return directions.pop() if len(directions) == 1 else Direction.UNCLEAR


def _level(level: Level, told: Sequence[PracticeChange]) -> Level:
    """A warning becomes an error where a promise or right is gone or a practice that weighs is new."""
    grave = any(practice.direction is Direction.WEAKENED and practice.slot in WEIGHTY for practice in told)
    return Level.ERROR if grave and level is Level.WARNING else level


def _side(places: Places, indices: Sequence[int]) -> Location | None:
    """The changed sentences of a topic as one place: the quote holds them all, the span covers them."""
    if not indices:
        return None
    ordered = sorted(set(indices))
    first = places.location(ordered[:1])
    if first is None:
        return None
    spans = [places.notice.sentences[index].span for index in ordered]
    quote = "\n".join(span.of(places.notice.text) for span in spans)
    return first.but(quote=quote, span=Span(spans[0].start, spans[-1].end))


def _counts(notice: Notice) -> Counter[str]:
    topics = {section.id: str(section.category) for section in notice.sections}
    stated = (commitment for commitment in notice.commitments if commitment.asserted)
    return Counter(topics.get(notice.sentences[commitment.sentence].section, "other") for commitment in stated)
