"""A notice as one self-contained page, its commitments noted in the margin."""

from collections.abc import Iterator

from notice_parser.model import Commitment, Notice, Sentence
from notice_parser.report.look import Look
from notice_parser.report.notice_text import asserted, lost_counts, metadata_rows, title_of
from notice_parser.report.safe import html
from notice_parser.report.web import document
from notice_parser.report.wording import HOW, WHO, details, doubts
from notice_parser.span import LOST
from notice_parser.vocabulary import BlockKind

LOST_MARK = '<mark class="lost">[lost]</mark>'


def notice_html(notice: Notice, look: Look) -> bytes:
    """The notice as HTML: what it says of itself, then its text with every commitment beside its sentence."""
    del look
    return document(title_of(notice), "\n".join((*_head(notice), *_body(notice))))


def _head(notice: Notice) -> Iterator[str]:
    yield f'<header><h1>{html(title_of(notice))}</h1><dl class="about">'
    yield "".join(f"<dt>{label}</dt><dd>{html(words)}</dd>" for label, words in metadata_rows(notice))
    lost = lost_counts(notice.losses)
    yield f"<dt>lost</dt><dd>{html(lost)}</dd></dl>" if lost else "</dl>"
    yield "".join(["<ul>", *(f"<li>{html(words)}</li>" for words in notice.warnings), "</ul></header>"])


def _body(notice: Notice) -> Iterator[str]:
    """One row a block: the text, and its commitments beside it."""
    held: dict[int, list[Commitment]] = {}
    for commitment in asserted(notice):
        held.setdefault(commitment.sentence, []).append(commitment)
    levels = {section.heading_span.start: section.level for section in notice.sections if section.heading_span}
    rows = iter(enumerate(notice.sentences))
    pending = next(rows, None)
    at = 0
    yield "<main>"
    for line in notice.text.split("\n"):
        end, sentences = at + len(line), []
        while pending and pending[1].span.start < end:
            sentences.append(pending)
            pending = next(rows, None)
        if line.strip():
            yield _block(notice, at, end, sentences, held, levels)
        at = end + 1
    yield "</main>"


def _block(
    notice: Notice,
    start: int,
    end: int,
    sentences: list[tuple[int, Sentence]],
    held: dict[int, list[Commitment]],
    levels: dict[int, int],
) -> str:
    kind = sentences[0][1].kind if sentences else BlockKind.PARAGRAPH
    tag = f"h{min(6, levels.get(start, 1) + 1)}" if kind == BlockKind.HEADING else "p"
    row = "block item" if kind == BlockKind.LIST_ITEM else "block"
    notes = [_note(notice, commitment) for number, _ in sentences for commitment in held.get(number, ())]
    margin = f"<ul>{''.join(notes)}</ul>" if notes else "<span></span>"
    return f'<div class="{row}"><{tag}>{"".join(_marked(notice, start, end, sentences, held))}</{tag}>{margin}</div>'


def _marked(
    notice: Notice, start: int, end: int, sentences: list[tuple[int, Sentence]], held: dict[int, list[Commitment]]
) -> Iterator[str]:
    """The text of a block; sentences that bear a commitment are underlined."""
    at = start
    for number, sentence in sentences:
        yield _words(notice.text[at : sentence.span.start])
        words = _words(sentence.span.of(notice.text))
        modality = held[number][0].modality if number in held else ""
        yield f'<span class="promise {modality}">{words}</span>' if modality else words
        at = max(at, sentence.span.end)
    yield _words(notice.text[at:end])


def _words(text: str) -> str:
    return LOST_MARK.join(map(html, text.split(LOST)))


def _note(notice: Notice, commitment: Commitment) -> str:
    rest = [f"{label} {words}" for label, words in details(commitment, notice.text)] + list(doubts(commitment))
    head = f"{WHO[commitment.actor]} {HOW[commitment.modality]} {commitment.action}"
    return f"<li><b>{commitment.id}</b> {html(head)}<br>{html(' · '.join(rest))}</li>"
