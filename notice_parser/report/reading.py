"""How one commitment was read: its sentence, with the words that each value rests on marked in it."""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from notice_parser.errors import UsageError
from notice_parser.model import Commitment, Evidence, Notice
from notice_parser.report.look import Look
from notice_parser.report.safe import visible
from notice_parser.report.terminal import indented, screen, text, written
from notice_parser.report.wording import HOW, WHO, details, doubts, place
from notice_parser.span import Span

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

CLAUSE, EVIDENCE, LIMIT, TIME = "underline", "bold green", "yellow", "magenta"
LABELS = {
    "data": "data",
    "recipients": "to",
    "purposes": "for",
    "conditions": "limits",
    "times": "time",
    "scopes": "scope",
    "legal_bases": "basis",
}


def reading(notice: Notice, name: str, look: Look) -> bytes:
    """The commitment called `name`. Raises UsageError where the notice has none of that name."""
    found = next((c for c in notice.commitments if c.id == name), None)
    if found is None:
        last = notice.commitments[-1].id if notice.commitments else "none"
        raise UsageError(f"{notice.source.name} has no commitment {name}", f"the last one is {last}")
    console = screen(look)
    console.print(_head(notice, found))
    console.print()
    for sentence in _sentences(notice, found):
        console.print(indented(_marked(notice, found, sentence, color=look.color), 2))
    console.print()
    console.print(_table(notice, found))
    return written(console)


def rows(notice: Notice, commitment: Commitment) -> Iterator[tuple[str, str]]:
    """Each value with its label, then the words they rest on and the rules."""
    yield "who", f"{commitment.actor} ({WHO[commitment.actor]})"
    yield "how", f"{commitment.modality} ({HOW[commitment.modality]})"
    yield "does", f"{commitment.action}, {commitment.stance}"
    yield from details(commitment, notice.text)
    yield from (("doubt", words) for words in doubts(commitment))
    yield "sure", f"{commitment.confidence:.0%}"
    meanings: dict[str, list[str]] = {}
    for evidence in commitment.evidence:
        words = evidence.span.of(notice.text)
        meanings.setdefault(words, []).append(_meaning(commitment, evidence, words))
    for words, found in meanings.items():
        yield "because", f"“{words}”: {'; '.join(dict.fromkeys(found))}"


def _meaning(commitment: Commitment, evidence: Evidence, words: str) -> str:
    """The value that words stand for, and the term of the tables where it differs: "limits law (“by law”)"."""
    slot, _, rest = evidence.rule.partition("/")
    if slot in LABELS:
        value, _, term = rest.partition(":")[2].partition("/")
        return f"{LABELS[slot]} {value}" + (f" (“{term}”)" if term and term != words.lower() else "")
    return f"how {commitment.modality}" if slot == "modality" else f"does {commitment.action} ({evidence.rule})"


def _head(notice: Notice, commitment: Commitment) -> "Text":
    sentence = notice.sentences[commitment.sentence]
    heading = next((s.heading for s in notice.sections if s.id == sentence.section), "")
    where = place(notice, commitment.span.start)
    return text((commitment.id, "bold"), f" in “{heading}”" if heading else "", f", {where}" if where else "")


def _table(notice: Notice, commitment: Commitment) -> "Table":
    from rich.table import Table

    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(min_width=8, no_wrap=True)
    table.add_column(ratio=1)
    for label, words in rows(notice, commitment):
        table.add_row(text((label, "dim")), text(words))
    return table


def _sentences(notice: Notice, commitment: Commitment) -> tuple[Span, ...]:
    """The sentence, after those that introduce the list it stands in: half of its meaning is theirs."""
    at: int | None = commitment.sentence
    found: list[Span] = []
    while at is not None:
        sentence = notice.sentences[at]
        found.insert(0, sentence.span)
        at = sentence.intro if sentence.intro is not None and sentence.intro < at else None
    return tuple(found)


def _marked(notice: Notice, commitment: Commitment, sentence: Span, *, color: bool) -> "Text":
    """The sentence with its clause underlined and the deciding words coloured; in a pipe they stand in brackets."""
    marks = [(_within(span, sentence), style) for span, style in _marks(commitment)]
    bracketed = [] if color else _joined([span for span, style in marks if span and style != CLAUSE])
    edges = {sentence.start, sentence.end, *(edge for span, _ in marks for edge in (span.start, span.end) if span)}
    parts: list[str | tuple[str, str]] = []
    for start, end in pairwise(sorted(edges)):
        piece = Span(start, end)
        parts.append("[" if any(span.start == start for span in bracketed) else "")
        parts.append((visible(piece.of(notice.text)), " ".join(style for span, style in marks if span.holds(piece))))
        parts.append("]" if any(span.end == end for span in bracketed) else "")
    return text(*parts)


def _marks(commitment: Commitment) -> Iterator[tuple[Span, str]]:
    yield commitment.span, CLAUSE
    yield from ((evidence.span, EVIDENCE) for evidence in commitment.evidence)
    yield from ((condition.span, LIMIT) for condition in commitment.conditions)
    yield from ((time.span, TIME) for time in commitment.times)


def _within(span: Span, outer: Span) -> Span:
    """The part of a span inside another; an empty span where there is none."""
    start = min(max(span.start, outer.start), outer.end)
    return Span(start, max(start, min(span.end, outer.end)))


def _joined(spans: list[Span]) -> list[Span]:
    """The spans in order, those that meet as one."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, span.end)):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found
