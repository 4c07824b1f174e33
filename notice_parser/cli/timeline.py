"""`notice timeline`."""

import itertools
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from notice_parser.cli import options
from notice_parser.cli.outputs import save
from notice_parser.cli.progress import steps
from notice_parser.cli.versions import choice, notices_of

if TYPE_CHECKING:
    from notice_parser.change import Comparison
    from notice_parser.diff import Alignment
    from notice_parser.model import Notice


@click.command(short_help="Draw what happened to the promises over many versions.")
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option("--history", is_flag=True, help="Take all versions of the one FILE that git has.")
@click.option("-f", "--format", "form", type=click.Choice(["html", "json"]), default="html", show_default=True)
@click.option("--profile", metavar="NAME", default="default", help="Levels and law by jurisdiction, such as gdpr.")
@click.option("--reports", metavar="FOLDER", help="Write the report of every step there; the page leads to them.")
@options.output
def timeline(
    files: tuple[str, ...], form: str, profile: str, reports: str | None, output: str | None, *, history: bool
) -> None:
    """Show all versions of a notice on one page: a lane for each topic, and since when each promise stands as it does.

    \b
    Example:
      notice timeline 2021.md 2022.md 2023.md -o timeline.html
      notice timeline --history notices/privacy.md -o timeline.html --reports reports
    """
    from notice_parser.comparing import compare
    from notice_parser.diff import align
    from notice_parser.report.timeline import timeline as account
    from notice_parser.report.timeline import timeline_report
    from notice_parser.tracing import trace

    notices = notices_of(choice(files, history=history, revisions=False))
    pairs = list(itertools.pairwise(notices))
    alignments = [align(*pair) for pair in steps(pairs, "aligning")]
    comparisons = [
        compare(old, new, profile, alignment=alignment)
        for (old, new), alignment in steps(list(zip(pairs, alignments, strict=True)), "comparing")
    ]
    links = _reports(pairs, comparisons, alignments, Path(reports), output) if reports else []
    save(timeline_report(account(comparisons, trace(notices, alignments)), form, links), output)


def _reports(
    pairs: Sequence[tuple["Notice", "Notice"]],
    comparisons: Sequence["Comparison"],
    alignments: Sequence["Alignment"],
    folder: Path,
    output: str | None,
) -> list[str]:
    """Write the report of every step; where each is, seen from the page."""
    from notice_parser.report import comparison_report
    from notice_parser.report.look import Look

    folder.mkdir(parents=True, exist_ok=True)
    names = [f"step-{number:03}.html" for number in range(1, len(comparisons) + 1)]
    for name, pair, comparison, alignment in zip(names, pairs, comparisons, alignments, strict=True):
        save(comparison_report(comparison, "html", Look(), pair, alignment), str(folder / name))
    home = Path(output).parent if output and output != "-" else Path()
    return [Path(os.path.relpath(folder / name, home)).as_posix() for name in names]
