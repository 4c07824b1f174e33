"""The comparisons of several notices as one page: what they come to, then the changes of each below its path."""

from collections.abc import Iterator, Sequence

from notice_parser.change import Comparison
from notice_parser.report.diff_html.cards import cards
from notice_parser.report.diff_html.numbered import Numbered, numbered
from notice_parser.report.diff_html.tools import tools
from notice_parser.report.look import Look
from notice_parser.report.safe import html
from notice_parser.report.verdict import one_line
from notice_parser.report.web import document

TITLE = "Notices: what changed"


def several_html(lead: str, notes: Sequence[str], rows: Sequence[tuple[str, Comparison]], look: Look) -> bytes:
    """The verdict on all in `lead`, notes such as what could not be compared, and a path with each comparison."""
    found = numbered([finding for _, comparison in rows for finding in comparison.findings], ())
    parts = (*_head(lead, notes), *tools(found, look, text=False), *_main(rows, found))
    return document(TITLE, "\n".join(parts), "diff.js", "diff.css")


def _head(lead: str, notes: Sequence[str]) -> Iterator[str]:
    yield '<a class="skip" href="#changes">Skip to the changes</a>'
    yield f'<header>\n<h1>{TITLE}</h1><p class="verdict">{html(lead)}</p>'
    yield "".join(["<ul>", *(f"<li>{html(note)}</li>" for note in notes), "</ul>"]) if notes else ""
    yield "</header>"


def _main(rows: Sequence[tuple[str, Comparison]], found: Sequence[Numbered]) -> Iterator[str]:
    yield '<main class="desk bare"><section class="changes" id="changes" aria-label="Changes" tabindex="-1">'
    start = 0
    for path, comparison in rows:
        end = start + len(comparison.findings)
        yield f'<h2 class="path">{html(path)}</h2><p>{html(one_line(comparison))}</p>'
        yield from cards(found[start:end], None, html(comparison.new.metadata.language or "en"))
        start = end
    yield '<p class="nothing" hidden>No change is shown: the filters leave none.</p></section></main>'
