"""A notice for a person: what it says of itself, its sections, its commitments and what was lost."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from notice_parser.model import Commitment, Loss, Notice, Section
from notice_parser.report.look import Look
from notice_parser.report.terminal import indented, screen, text, written
from notice_parser.report.wording import HOW, LOSSES, MEDIA, WHO, counted, details, doubts, place
from notice_parser.vocabulary import LossKind, Modality

if TYPE_CHECKING:
    from rich.console import RenderableType

STYLES = {Modality.PROHIBITION: "red", Modality.OBLIGATION: "green", Modality.DUTY: "yellow", Modality.RIGHT: "cyan"}
CONTEXT = 32  # characters shown on either side of a loss
CUT_WORD = re.compile(r"^\S{1,12} (?=\S)")  # the rest of a word that the context starts in: "rmation we collect"


def notice_text(notice: Notice, look: Look) -> bytes:
    """The notice as text."""
    console = screen(look)
    for part in (_head(notice), _contents(notice), *_commitments(notice), _lost(notice), _warnings(notice)):
        if part is not None:
            console.print(part)
            console.print()
    return written(console)


def metadata_rows(notice: Notice) -> tuple[tuple[str, str], ...]:
    """What the notice says of itself, and what was read, as labels and words; only what is known."""
    about, doubt = notice.metadata, f" ({notice.dialect.confidence:.0%} sure)" if notice.dialect.confidence < 1 else ""
    rows = (
        ("organisation", about.organization),
        ("document", about.document_id),
        ("effective", about.effective_date),
        ("last updated", about.last_updated),
        ("language", about.language),
        (
            "source",
            f"{notice.source.name}, {MEDIA.get(notice.source.media_type, notice.source.media_type)}, {notice.source.bytes:,} bytes",
        ),
        ("repaired as", f"{notice.dialect.name}{doubt}"),
        ("drafting", _draft(notice)),
        ("size", f"{counted(len(notice.text.split()), 'word')}, {counted(len(asserted(notice)), 'commitment')}"),
    )
    return tuple((label, words) for label, words in rows if words)


def lost_counts(losses: tuple[Loss, ...]) -> str:
    """What extraction lost, counted: "8 runs of text, 86 bullets"."""
    counts = Counter(loss.kind for loss in losses)
    return ", ".join(counted(counts[kind], *LOSSES[kind]) for kind in LossKind if counts[kind])


def lost_places(notice: Notice) -> Iterator[tuple[str, str, str]]:
    """Each lost run of text: its line, the words before it and the words after it."""
    for loss in notice.losses:
        if loss.kind in (LossKind.TEXT, LossKind.TEXT_OR_PAGE_BREAK):
            before = notice.text[max(0, loss.span.start - CONTEXT) : loss.span.start].rpartition("\n")[2]
            after = notice.text[loss.span.end : loss.span.end + CONTEXT].partition("\n")[0]
            where = f"line {loss.line}" if loss.line else place(notice, loss.span.start)
            yield where, CUT_WORD.sub("", before), after


def by_section(notice: Notice) -> Iterator[tuple[Section, list[Commitment]]]:
    """The sections that hold commitments, with them."""
    held: dict[str, list[Commitment]] = {}
    for commitment in asserted(notice):
        held.setdefault(notice.sentences[commitment.sentence].section, []).append(commitment)
    yield from ((section, held[section.id]) for section in notice.sections if section.id in held)


def asserted(notice: Notice) -> tuple[Commitment, ...]:
    """The commitments proper. What is only presupposed ("the data we collect is safe") stands in the JSON alone."""
    return tuple(commitment for commitment in notice.commitments if commitment.asserted)


def title_of(notice: Notice) -> str:
    """The title, or the file name where the notice has none."""
    return notice.metadata.title or notice.source.name


def _draft(notice: Notice) -> str:
    draft = notice.revisions
    if draft is None:
        return ""
    counts = (
        counted(draft.insertions, "insertion"),
        counted(draft.deletions, "deletion"),
        counted(draft.comments, "comment"),
    )
    return f"tracked changes {draft.view}: {', '.join(counts)}"


def _head(notice: Notice) -> "RenderableType":
    from rich.console import Group
    from rich.table import Table

    table = Table.grid(padding=(0, 2))
    for label, words in metadata_rows(notice):
        table.add_row(text((label, "dim")), text(words))
    return Group(text((title_of(notice), "bold")), table)


def _contents(notice: Notice) -> "RenderableType | None":
    """The sections with their categories, where they stand and how many commitments they hold."""
    from rich.table import Table

    if not notice.sections:
        return None
    counts = Counter(notice.sentences[commitment.sentence].section for commitment in asserted(notice))
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold", show_edge=False)
    table.add_column("Section", ratio=1)
    table.add_column("Category", no_wrap=True)
    if placed := bool(notice.lines or notice.pages):
        table.add_column("Place", no_wrap=True)
    table.add_column("Commitments", justify="right", no_wrap=True)
    for section in notice.sections:
        name = text("  " * (section.level - 1) + (section.heading or "(before the first heading)"))
        where = [text(place(notice, section.span.start))] if placed else []
        table.add_row(name, text(section.category), *where, str(counts[section.id] or ""))
    return table


def _commitments(notice: Notice) -> Iterator["RenderableType"]:
    from rich.console import Group
    from rich.table import Table

    widths = [max(map(len, column)) for column in zip(*map(_reading, asserted(notice)), strict=True)]
    for section, commitments in by_section(notice):
        table = Table(box=None, padding=(0, 1, 0, 0), show_header=False, show_edge=False)
        for width in widths:
            table.add_column(min_width=width, no_wrap=True)
        table.add_column(ratio=1)
        limits = ""
        for commitment in commitments:
            name, who, how, does = _reading(commitment)
            style = STYLES.get(commitment.modality, "")
            rows = details(commitment, notice.text)
            table.add_row(text((name, "dim")), who, text((how, style)), does, _slots(rows, doubts(commitment), limits))
            limits = dict(rows).get("limits", "")
        head = text((section.heading or "(before the first heading)", "bold"), "  ", (section.category, "dim"))
        yield Group(head, indented(table, 1))


def _reading(commitment: Commitment) -> tuple[str, str, str, str]:
    """A commitment in four words: its name, who, how bound, does what."""
    return commitment.id, WHO[commitment.actor], HOW[commitment.modality], str(commitment.action)


def _slots(rows: tuple[tuple[str, str], ...], doubtful: tuple[str, ...], above: str) -> "RenderableType":
    """The slots in words. Items of one list share the limits of their introduction: those are said once."""
    parts: list[str | tuple[str, str]] = []
    for label, words in rows:
        repeated = label == "limits" and words == above and len(words) > 24
        parts += [" · " if parts else "", (f"{label} ", "dim"), "as above" if repeated else words]
    for words in doubtful:
        parts += [" · " if parts else "", (words, "magenta")]
    return text(*parts)


def _lost(notice: Notice) -> "RenderableType | None":
    from rich.console import Group

    if not notice.losses:
        return None
    rows = (
        text((f"{where}: ", "dim"), f"…{before}", ("[lost]", "red"), f"{after}…")
        for where, before, after in lost_places(notice)
    )
    return Group(
        text(("Lost in extraction", "bold"), f"  {lost_counts(notice.losses)}"), *(indented(row, 1) for row in rows)
    )


def _warnings(notice: Notice) -> "RenderableType | None":
    from rich.console import Group

    if not notice.warnings:
        return None
    return Group(
        text(("Doubts about the reading", "bold yellow")), *(indented(text(words), 1) for words in notice.warnings)
    )
