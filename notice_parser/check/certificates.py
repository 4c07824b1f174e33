"""For versions without a changed promise: what was compared, how much of it is equal, and what is not."""

from collections import Counter
from functools import cache

from notice_parser.change import Certificate
from notice_parser.check.pointers import is_dateline
from notice_parser.check.reading import read
from notice_parser.diff.units import list_label, words_of
from notice_parser.lexicon import table
from notice_parser.model import Notice

NEGATIONS = frozenset(
    ["not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "cannot", "without", "wont", "dont", "doesnt"]
)
MODALS = frozenset(["may", "might", "can", "could", "should", "will", "would", "shall", "must"])


def certificate(old: Notice, new: Notice) -> Certificate:
    """The counts of everything of weight that stands equal on both sides, and of what does not."""
    sides = [_held(old), _held(new)]
    equal = {kind: sides[0][kind] & sides[1][kind] for kind in sides[0]}
    apart = {kind: (sides[0][kind] | sides[1][kind]) - found for kind, found in equal.items()}
    return Certificate(
        **{kind: found.total() for kind, found in equal.items()},
        differing={kind: found.total() for kind, found in sorted(apart.items()) if found},
    )


def _held(notice: Notice) -> dict[str, Counter[str]]:
    """What a notice holds of each kind."""
    text = _undated(notice)
    words = Counter(words_of(text[len(list_label(text)) :]))
    links = [link.target for link in notice.links]
    return {
        "commitments": Counter({"asserted": sum(commitment.asserted for commitment in notice.commitments)}),
        "numbers": Counter({word: count for word, count in words.items() if word.isdigit()}),
        "negations": _among(words, NEGATIONS),
        "modals": _among(words, MODALS),
        "parties": _among(words, _parties()),
        "links": Counter(links),
    }


def _among(words: Counter[str], wanted: frozenset[str]) -> Counter[str]:
    return Counter({word: words[word] for word in wanted if word in words})


def _undated(notice: Notice) -> str:
    """The text without the sentences that date the notice, which every version changes."""
    year = frozenset((date or "")[:4] for date in (notice.metadata.last_updated, notice.metadata.effective_date))
    said = (sentence.span.of(notice.text) for sentence in notice.sentences)
    return "\n".join(text for text in said if not (any(y and y in text for y in year) and is_dateline(read(text))))


@cache
def _parties() -> frozenset[str]:
    """The single words of the tables that name parties, with their plurals."""
    named = (phrase for phrases in table("check_things")["party"].values() for phrase in phrases)
    return frozenset(form for word in named if word.isalpha() for form in (word, f"{word}s"))
