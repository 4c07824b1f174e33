"""A comparison as one self-contained page: a summary, then the list of changes beside the text of both versions."""

from collections.abc import Iterator
from itertools import islice

from notice_parser.change import Comparison
from notice_parser.diff import Alignment
from notice_parser.model import Notice
from notice_parser.report.diff_html.cards import cards
from notice_parser.report.diff_html.numbered import Numbered, numbered
from notice_parser.report.diff_html.paper import heads, paper
from notice_parser.report.diff_html.rows import Row, rows
from notice_parser.report.diff_html.summary import foot, head
from notice_parser.report.diff_html.tools import tools
from notice_parser.report.look import Look
from notice_parser.report.safe import html
from notice_parser.report.verdict import subject
from notice_parser.report.web import document

LARGE = (
    2_000  # rows and cards: beyond this the browser draws only the chunks in sight, at the price of a guessed length
)
CHUNK = 50


def diff_html(
    comparison: Comparison,
    look: Look,
    notices: tuple[Notice, Notice] | None = None,
    alignment: Alignment | None = None,
) -> bytes:
    """The comparison as HTML; with both notices their text stands beside the changes. Editorial changes are there too,
    filtered out at first unless everything is asked for.
    """
    held = rows(*notices, alignment) if notices else ()
    found = numbered(comparison.findings, held)
    parts = (
        *head(comparison, found, notices),
        *tools(found, look, text=bool(held)),
        *_main(comparison, found, held, notices),
        *foot(comparison),
    )
    return document(f"{subject(comparison)}: what changed", "\n".join(parts), "diff.js", "diff.css")


def _main(
    comparison: Comparison, found: tuple[Numbered, ...], held: tuple[Row, ...], notices: tuple[Notice, Notice] | None
) -> Iterator[str]:
    language = html(comparison.new.metadata.language or "en")
    large = len(held) + len(found) > LARGE
    yield f'<main class="{"desk" if held else "desk bare"}">'
    yield '<section class="changes" id="changes" aria-labelledby="changes-title" tabindex="-1"><h2 id="changes-title">Changes</h2>'
    yield from _chunks(cards(found, notices, language), large=large)
    yield '<p class="nothing" hidden>No change is shown: the filters leave none.</p></section>'
    if notices and held:
        yield f'<section class="paper" id="text" aria-labelledby="text-title" lang="{language}"><h2 id="text-title" lang="en">Text</h2>'
        yield heads(comparison)
        yield from _chunks(paper(held, found, notices), large=large)
        yield "</section>"
    yield "</main>"


def _chunks(parts: Iterator[str], *, large: bool) -> Iterator[str]:
    """The parts of a large page in chunks."""
    if not large:
        yield from parts
        return
    while held := tuple(islice(parts, CHUNK)):
        yield f'<div class="chunk">{"".join(held)}</div>'
