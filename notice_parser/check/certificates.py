"""For versions without a changed promise: what was compared, and that none of it differs."""

from collections import Counter
from functools import cache

from notice_parser.change import Certificate
from notice_parser.diff.units import normalised
from notice_parser.lexicon import table
from notice_parser.model import Notice

NEGATIONS = frozenset(
    ["not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "cannot", "without", "wont", "dont", "doesnt"]
)
MODALS = frozenset(["may", "might", "can", "could", "should", "will", "would", "shall", "must"])


def certificate(old: Notice, new: Notice) -> Certificate:
    """The counts of everything of weight that stands equal on both sides."""
    before, after = Counter(normalised(old.text)[1]), Counter(normalised(new.text)[1])
    equal = before & after
    targets = Counter(link.target for link in old.links) & Counter(link.target for link in new.links)
    return Certificate(
        commitments=min(_asserted(old), _asserted(new)),
        numbers=sum(count for word, count in equal.items() if word.isdigit()),
        negations=sum(equal[word] for word in NEGATIONS),
        modals=sum(equal[word] for word in MODALS),
        parties=sum(equal[word] for word in _parties()),
        links=sum(targets.values()),
    )


@cache
def _parties() -> frozenset[str]:
    """The single words of the tables that name parties, with their plurals."""
    named = (phrase for phrases in table("check_things")["party"].values() for phrase in phrases)
    return frozenset(form for word in named if word.isalpha() for form in (word, f"{word}s"))


def _asserted(notice: Notice) -> int:
    return sum(commitment.asserted for commitment in notice.commitments)
