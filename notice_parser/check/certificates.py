"""For versions without a changed promise: what was compared, and that none of it differs."""

from collections import Counter

from notice_parser.change import Certificate
from notice_parser.check.reading import read
from notice_parser.model import Notice

NUMBERS = frozenset({"number", "period", "age", "money", "date"})


def certificate(old: Notice, new: Notice) -> Certificate:
    """The counts of everything of weight that stands equal on both sides."""
    before, after = _weights(old), _weights(new)
    equal = before & after
    return Certificate(
        commitments=min(_asserted(old), _asserted(new)),
        numbers=sum(count for (kind, _), count in equal.items() if kind in NUMBERS),
        negations=sum(count for (kind, _), count in equal.items() if kind == "neg"),
        modals=sum(count for (kind, _), count in equal.items() if kind == "modal"),
        parties=sum(count for (kind, _), count in equal.items() if kind == "party"),
        links=sum((Counter(link.target for link in old.links) & Counter(link.target for link in new.links)).values()),
    )


def _weights(notice: Notice) -> Counter[tuple[str, str]]:
    counts: Counter[tuple[str, str]] = Counter()
    for sentence in notice.sentences:
        for term in read(sentence.span.of(notice.text)).terms:
            if term.kind in NUMBERS or term.kind in {"neg", "modal", "party"}:
                counts[term.key] += 1
    return counts


def _asserted(notice: Notice) -> int:
    return sum(commitment.asserted for commitment in notice.commitments)
