"""How one commitment was read: its sentence, with the words that each value rests on marked beneath it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from notice_parser.errors import UsageError
from notice_parser.model import Commitment, Notice
from notice_parser.report.look import Look
from notice_parser.report.terminal import indented, screen, text, written
from notice_parser.report.wording import HOW, WHO, details, doubts, place
from notice_parser.span import Span

if TYPE_CHECKING:
    from rich.text import Text

CLAUSE, EVIDENCE, LIMIT, TIME = "underline", "bold green", "yellow", "magenta"


def reading(notice: Notice, name: str, look: Look) -> bytes:
    """The commitment called `name`. Raises UsageError where the notice has none of that name."""
    found = next((c for c in notice.commitments if c.id == name), None)
    if found is None:
        last = notice.commitments[-1].id if notice.commitments else "none"
        raise UsageError(f"{notice.source.name} has no commitment {name}", f"the last one is {last}")
    console = screen(look)
    console.print(_head(notice, found))
    console.print()
    console.print(indented(_marked(notice, found), 2))
    console.print()
    for label, words in rows(notice, found):
        console.print(text((f"{label:<10}", "dim"), words))
    return written(console)


def rows(notice: Notice, commitment: Commitment) -> Iterator[tuple[str, str]]:
    """Each value with its label, then the rules and the words they rest on."""
    yield "who", f"{commitment.actor} ({WHO[commitment.actor]})"
    yield "how", f"{commitment.modality} ({HOW[commitment.modality]})"
    yield "does", f"{commitment.action}, {commitment.stance}"
    yield from details(commitment, notice.text)
    yield from (("doubt", words) for words in doubts(commitment))
    yield "sure", f"{commitment.confidence:.0%}"
    for evidence in commitment.evidence:
        yield "because", f"“{evidence.span.of(notice.text)}”: {evidence.rule}"


def _head(notice: Notice, commitment: Commitment) -> "Text":
    sentence = notice.sentences[commitment.sentence]
    heading = next((s.heading for s in notice.sections if s.id == sentence.section), "")
    where = place(notice, commitment.span.start)
    return text((commitment.id, "bold"), f" in “{heading}”" if heading else "", f", {where}" if where else "")


def _marked(notice: Notice, commitment: Commitment) -> "Text":
    """The sentence with its clause underlined and the deciding words coloured; marks of both stay readable in a pipe."""
    sentence = notice.sentences[commitment.sentence].span
    out = text(sentence.of(notice.text))
    spans = [(commitment.span, CLAUSE)]
    spans += [(evidence.span, EVIDENCE) for evidence in commitment.evidence]
    spans += [(condition.span, LIMIT) for condition in commitment.conditions]
    spans += [(time.span, TIME) for time in commitment.times]
    for span, style in spans:
        _style(out, span, sentence, style)
    return out


def _style(out: "Text", span: Span, sentence: Span, style: str) -> None:
    start, end = max(span.start, sentence.start) - sentence.start, min(span.end, sentence.end) - sentence.start
    if start < end:
        out.stylize(style, start, end)
