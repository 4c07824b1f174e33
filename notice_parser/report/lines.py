"""A notice line by line, every sentence with what it promises below it: what git compares to show commitments."""

from collections.abc import Iterator

from notice_parser.model import Commitment, Notice
from notice_parser.report.notice_text import asserted
from notice_parser.report.safe import visible
from notice_parser.report.wording import HOW, WHO, details, doubts
from notice_parser.vocabulary import BlockKind


def notice_lines(notice: Notice) -> bytes:
    """Headings, sentences, and indented below each the commitments in it. Nothing of it tells a place."""
    return ("\n".join(_lines(notice)) + "\n").encode()


def _lines(notice: Notice) -> Iterator[str]:
    held: dict[int, list[Commitment]] = {}
    for commitment in asserted(notice):
        held.setdefault(commitment.sentence, []).append(commitment)
    for number, sentence in enumerate(notice.sentences):
        mark = {BlockKind.HEADING: "# ", BlockKind.LIST_ITEM: "- "}.get(sentence.kind, "")
        yield mark + visible(sentence.span.of(notice.text))
        yield from (f"    {_reading(commitment, notice)}" for commitment in held.get(number, ()))


def _reading(commitment: Commitment, notice: Notice) -> str:
    """For a person: "we must not · sell · data location · limits without your consent"."""
    slots = (f"{label} {words}" for label, words in details(commitment, notice.text))
    head = f"{WHO[commitment.actor]} {HOW[commitment.modality]}"
    return visible(" · ".join((head, str(commitment.action), *slots, *doubts(commitment))))
