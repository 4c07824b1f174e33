"""More than two versions: a table of the steps between them, with verdict and counts."""

from collections.abc import Sequence

from notice_parser.change import Comparison, History, Step
from notice_parser.codec import SCHEMA_VERSION
from notice_parser.report.look import Look
from notice_parser.report.notice_markdown import table_row
from notice_parser.report.safe import html, markdown
from notice_parser.report.terminal import screen, text, written
from notice_parser.report.verdict import title
from notice_parser.report.web import document
from notice_parser.report.wording import counted
from notice_parser.vocabulary import Verdict

COLUMNS = ("version", "date", "verdict", "errors", "warnings", "weaker", "stronger")
STYLES = {Verdict.CHANGED: "yellow", Verdict.REWRITTEN: "magenta", Verdict.SUSPECT: "red", Verdict.IDENTICAL: "dim"}


def history(comparisons: Sequence[Comparison]) -> History:
    """The steps without their findings."""
    steps = (Step(c.old, c.new, c.verdict, c.reasons, c.summary) for c in comparisons)
    return History(SCHEMA_VERSION, comparisons[-1].produced_by, tuple(steps))


def history_text(comparisons: Sequence[Comparison], look: Look) -> bytes:
    """The table as text."""
    from rich.table import Table

    console = screen(look)
    console.print(text((title(comparisons[-1].new), "bold")))
    table = Table(box=None, padding=(0, 2, 0, 0), show_edge=False)
    table.add_column("version", ratio=1)
    for column in COLUMNS[1:]:
        table.add_column(column, no_wrap=True, justify="left" if column in ("date", "verdict") else "right")
    for row, comparison in zip(rows(comparisons), (None, *comparisons), strict=True):
        style = STYLES.get(comparison.verdict, "") if comparison else ""
        table.add_row(
            *(text((cell, style if column == "verdict" else "")) for column, cell in zip(COLUMNS, row, strict=True))
        )
    console.print(table)
    return written(console)


def history_markdown(comparisons: Sequence[Comparison], look: Look) -> bytes:
    """The table as Markdown."""
    del look
    lines = [table_row(COLUMNS), table_row(["---", "---", "---", "---:", "---:", "---:", "---:"])]
    lines += [table_row([markdown(cell) for cell in row]) for row in rows(comparisons)]
    return ("\n".join(lines) + "\n").encode()


def history_html(comparisons: Sequence[Comparison], look: Look) -> bytes:
    """The table as a page."""
    del look
    name = title(comparisons[-1].new)
    heads = "".join(f'<th scope="col">{column}</th>' for column in COLUMNS)
    lines = (
        f'<tr><th scope="row">{html(row[0])}</th>{"".join(f"<td>{html(cell)}</td>" for cell in row[1:])}</tr>'
        for row in rows(comparisons)
    )
    body = (
        f"<main><h1>{html(name)}</h1>",
        f"<p>{html(counted(len(comparisons) + 1, 'version'))}, each compared with the one before.</p>",
        f"<table><thead><tr>{heads}</tr></thead><tbody>",
        *lines,
        "</tbody></table></main>",
    )
    return document(f"{name}: versions", "\n".join(body))


def rows(comparisons: Sequence[Comparison]) -> list[tuple[str, ...]]:
    """A row for the first version, and one for each that follows with what it changed."""
    first = comparisons[0].old
    return [(first.source.name, _date(comparisons[0], old=True), "", "", "", "", ""), *map(_row, comparisons)]


def _row(comparison: Comparison) -> tuple[str, ...]:
    levels, directions = comparison.summary.level, comparison.summary.direction
    counts = (levels.get("error"), levels.get("warning"), directions.get("weakened"), directions.get("strengthened"))
    return (
        comparison.new.source.name,
        _date(comparison, old=False),
        str(comparison.verdict),
        *(str(count or "") for count in counts),
    )


def _date(comparison: Comparison, *, old: bool) -> str:
    metadata = (comparison.old if old else comparison.new).metadata
    return metadata.last_updated or metadata.effective_date or ""
