"""A notice as Markdown."""

from collections.abc import Iterator

from notice_parser.model import Commitment, Notice
from notice_parser.report.look import Look
from notice_parser.report.notice_text import by_section, lost_counts, lost_places, metadata_rows, title_of
from notice_parser.report.safe import markdown
from notice_parser.report.wording import HOW, WHO, details, doubts

COLUMNS = ("", "who", "how", "does", "data", "to", "for", "limits", "time")


def notice_markdown(notice: Notice, look: Look) -> bytes:
    """The notice as Markdown: what it says of itself, commitments by section, what was lost."""
    del look
    return ("\n".join(_lines(notice)).rstrip("\n") + "\n").encode()


def _lines(notice: Notice) -> Iterator[str]:
    yield f"# {markdown(title_of(notice))}\n"
    yield from (f"- {label}: {markdown(words)}" for label, words in metadata_rows(notice))
    yield ""
    for section, commitments in by_section(notice):
        yield f"## {markdown(section.heading or '(before the first heading)')}\n"
        yield f"Category: {section.category}\n"
        yield table_row(COLUMNS)
        yield table_row(["---"] * len(COLUMNS))
        yield from (_row(commitment, notice) for commitment in commitments)
        yield ""
    if notice.losses:
        yield f"## Lost in extraction\n\n{lost_counts(notice.losses)}\n"
        yield from (
            f"- {where}: …{markdown(before)} **\\[lost\\]** {markdown(after)}…"
            for where, before, after in lost_places(notice)
        )
        yield ""
    if notice.warnings:
        yield "## Doubts about the reading\n"
        yield from (f"- {markdown(words)}" for words in notice.warnings)


def _row(commitment: Commitment, notice: Notice) -> str:
    slots = {label: markdown(words) for label, words in details(commitment, notice.text)}
    limits = "; ".join([*filter(None, [slots.get("limits", "")]), *doubts(commitment)])
    head = (commitment.id, WHO[commitment.actor], HOW[commitment.modality], str(commitment.action))
    return table_row(
        [*head, slots.get("data", ""), slots.get("to", ""), slots.get("for", ""), limits, slots.get("time", "")]
    )


def table_row(cells: list[str] | tuple[str, ...]) -> str:
    """A row of a Markdown table; the cells are escaped already."""
    return f"| {' | '.join(cells)} |"
