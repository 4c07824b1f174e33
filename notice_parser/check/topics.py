"""A rewrite judged by topic: what stood there, what stands there now, and the words of both."""

from collections import Counter
from collections.abc import Iterator, Sequence

from notice_parser.change import Change, Finding, Location, TopicAccount
from notice_parser.check.findings import Places, fingerprint
from notice_parser.check.judgement import Rule
from notice_parser.model import Notice
from notice_parser.span import Span
from notice_parser.vocabulary import Direction


def topic_accounts(old: Notice, new: Notice) -> tuple[TopicAccount, ...]:
    """How many commitments each topic holds before and after, by category."""
    before, after = _counts(old), _counts(new)
    return tuple(TopicAccount(topic, before[topic], after[topic]) for topic in sorted({*before, *after}))


def topic_findings(old: Notice, new: Notice, changes: Sequence[Change], rule: Rule, document: str) -> Iterator[Finding]:
    """One finding a topic, over everything that changed in it."""
    accounts = {account.category: account for account in topic_accounts(old, new)}
    places = Places(old), Places(new)
    for topic in sorted({_topic(old, new, change) for change in changes}):
        inside = [change for change in changes if _topic(old, new, change) == topic]
        before = _side(places[0], [index for change in inside for index in change.old])
        after = _side(places[1], [index for change in inside for index in change.new])
        account = accounts.get(topic, TopicAccount(topic, 0, 0))
        count = f"{topic}: {account.before} commitments became {account.after}"
        kinds = Counter(change.kind for change in inside)
        yield Finding(
            fingerprint=fingerprint(rule.code, document, before, after),
            rule=rule.code,
            name=rule.name,
            category="commitment",
            level=rule.level,
            direction=Direction.UNCLEAR,
            confidence=0.5,
            message=f"The topic was rewritten and must be read as a whole; {count}.",
            because=(count, ", ".join(f"{number} {kind}" for kind, number in sorted(kinds.items()))),
            reference=rule.reference,
            before=before,
            after=after,
        )


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


def _topic(old: Notice, new: Notice, change: Change) -> str:
    notice, index = (new, change.new[0]) if change.new else (old, change.old[0])
    wanted = notice.sentences[index].section
    return next((str(section.category) for section in notice.sections if section.id == wanted), "other")


def _counts(notice: Notice) -> Counter[str]:
    topics = {section.id: str(section.category) for section in notice.sections}
    stated = (commitment for commitment in notice.commitments if commitment.asserted)
    return Counter(topics.get(notice.sentences[commitment.sentence].section, "other") for commitment in stated)
