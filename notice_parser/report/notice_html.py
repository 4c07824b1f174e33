"""A notice as one self-contained page, its commitments noted in the margin."""

from collections.abc import Iterator

from notice_parser.model import Commitment, Notice, Sentence
from notice_parser.report.look import Look
from notice_parser.report.marked import words as marked
from notice_parser.report.notice_text import asserted, lost_counts, metadata_rows, title_of
from notice_parser.report.safe import html
from notice_parser.report.web import document
from notice_parser.report.wording import HOW, WHO, details, doubts
from notice_parser.vocabulary import Action, BlockKind, Modality

LEGEND = (
    '<p class="legend">Beside the text stands how each statement was read. '
    '<span class="promise">Underlined with dots</span>: a statement of what is done or may be done, a promise, a right. '
    '<span class="promise prohibition">Underlined</span>: a promise not to do something.</p>'
)


def notice_html(notice: Notice, look: Look) -> bytes:
    """The notice as HTML: what it says of itself, then its text with every commitment beside its sentence."""
    del look
    return document(title_of(notice), "\n".join((*_head(notice), LEGEND, *_body(notice))))


def _head(notice: Notice) -> Iterator[str]:
    yield f'<header><h1>{html(title_of(notice))}</h1><dl class="about">'
    yield "".join(f"<dt>{label}</dt><dd>{html(words)}</dd>" for label, words in metadata_rows(notice))
    lost = lost_counts(notice.losses)
    yield f"<dt>lost</dt><dd>{html(lost)}</dd></dl>" if lost else "</dl>"
    yield "".join(["<ul>", *(f"<li>{html(words)}</li>" for words in notice.warnings), "</ul></header>"])


def _body(notice: Notice) -> Iterator[str]:
    """One row a block: the text, and its commitments beside it."""
    held: dict[int, list[Commitment]] = {}
    notes: dict[int, list[str]] = {}
    above = ""
    for commitment in asserted(notice):
        held.setdefault(commitment.sentence, []).append(commitment)
        notes.setdefault(commitment.sentence, []).append(_note(notice, commitment, above))
        above = dict(details(commitment, notice.text)).get("limits", "")
    levels = {section.heading_span.start: section.level for section in notice.sections if section.heading_span}
    rows = iter(enumerate(notice.sentences))
    pending = next(rows, None)
    at = 0
    language = notice.metadata.language
    yield f'<main lang="{html(language)}">' if language else "<main>"
    for line in notice.text.split("\n"):
        end, sentences = at + len(line), []
        while pending and pending[1].span.start < end:
            sentences.append(pending)
            pending = next(rows, None)
        if line.strip():
            yield _block(notice, at, end, sentences, held, notes, levels)
        at = end + 1
    yield "</main>"


def _block(
    notice: Notice,
    start: int,
    end: int,
    sentences: list[tuple[int, Sentence]],
    held: dict[int, list[Commitment]],
    notes: dict[int, list[str]],
    levels: dict[int, int],
) -> str:
    kind = sentences[0][1].kind if sentences else BlockKind.PARAGRAPH
    tag = f"h{min(6, levels.get(start, 1) + 1)}" if kind == BlockKind.HEADING else "p"
    row = "block item" if kind == BlockKind.LIST_ITEM else "block"
    beside = [note for number, _ in sentences for note in notes.get(number, ())]
    margin = f"<ul>{''.join(beside)}</ul>" if beside else "<span></span>"
    return f'<div class="{row}"><{tag}>{"".join(_marked(notice, start, end, sentences, held))}</{tag}>{margin}</div>'


def _marked(
    notice: Notice, start: int, end: int, sentences: list[tuple[int, Sentence]], held: dict[int, list[Commitment]]
) -> Iterator[str]:
    """The text of a block; sentences that bear a commitment are underlined."""
    at = start
    for number, sentence in sentences:
        yield marked(notice.text[at : sentence.span.start])
        words = marked(sentence.span.of(notice.text))
        modality = held[number][0].modality if number in held else ""
        yield f'<span class="promise {modality}">{words}</span>' if modality else words
        at = max(at, sentence.span.end)
    yield marked(notice.text[at:end])


def _note(notice: Notice, commitment: Commitment, above: str) -> str:
    """How a commitment was read. Items of one list share the limits of their introduction: those are said once."""
    parts = [
        f'<span class="soft">{label}</span> {"as above" if words == above and len(words) > 24 else html(words)}'
        for label, words in details(commitment, notice.text)
    ]
    parts += [f'<span class="doubt">{html(words)}</span>' for words in doubts(commitment)]
    rest = f"<br>{' · '.join(parts)}" if parts else ""
    return f'<li id="{commitment.id}"><b>{commitment.id}</b> {html(_said(commitment))}{rest}</li>'


def _said(commitment: Commitment) -> str:
    """Who is bound to what, as one would say it: "we must not sell", "you have a right to access"."""
    how, act = HOW[commitment.modality], commitment.action.replace("-", " ")
    if commitment.action == Action.OTHER:
        act = "do something else"
    if commitment.modality == Modality.PRACTICE:
        return f"{WHO[commitment.actor]} {act}"
    return f"{WHO[commitment.actor]} {how} {'to ' if commitment.modality == Modality.RIGHT else ''}{act}"
