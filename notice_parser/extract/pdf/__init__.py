"""PDF: lines by PDFium, blocks from the document's own structure where it is tagged, else from geometry.

PDFium is not thread-safe: read in one thread, or in several processes.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from notice_parser.errors import UnreadableError
from notice_parser.extract.pdf.assembly import assemble
from notice_parser.extract.pdf.content import Content, content_of, read_content
from notice_parser.extract.pdf.document import is_tagged, opened
from notice_parser.extract.pdf.furniture import furniture, running
from notice_parser.extract.pdf.geometry import by_geometry
from notice_parser.extract.pdf.guard import guarded
from notice_parser.extract.pdf.headings import mark_headings
from notice_parser.extract.pdf.hyphenation import settle_hyphens
from notice_parser.extract.pdf.page import Page
from notice_parser.extract.pdf.passage import Passage
from notice_parser.extract.pdf.plumber import AGREE, plumbed_pages, word_overlap
from notice_parser.extract.pdf.properties import language, title
from notice_parser.extract.pdf.scans import with_lost_pages
from notice_parser.extract.pdf.tagged import by_tags, tags_headings
from notice_parser.model import Extraction, Options

# What stands for letters that have no Unicode value: the replacement character, private use, controls.
GARBAGE = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08]")
GARBLED = 0.3  # of the characters: no words can be read


def read_pdf(data: bytes, options: Options) -> Extraction:
    """The text of a PDF with its blocks, links and pages."""
    extraction = guarded(data, _first_opinion)
    return _second_opinion(data, extraction) if options.pdf_reader == "pdfplumber" else extraction


def _first_opinion(data: bytes) -> Extraction:
    content, found, about = _reading(data)
    return assemble(content.pages, found, content.targets).but(
        title=about.title,
        language=about.language,
        header=about.header,
        warnings=tuple(_doubts(content.pages)),
    )


class About(NamedTuple):
    """What the document says of itself."""

    title: str | None
    language: str | None
    header: str


def _reading(data: bytes) -> tuple[Content, list[Passage], About]:
    """The pages with their blocks: by tags where they hold nearly all of the text, else by geometry."""
    with opened(data) as document:
        content = read_content(document, tagged=is_tagged(document))
        _check_text(content.pages)
        left_out = furniture(content.pages)
        about = About(title(document), language(document), running(content.pages, left_out))
        found = by_tags(content.pages, left_out, content.tree) if content.tree.leaves else None
        if found is None and content.tree.leaves:  # the tags leave text out: read again, with what is drawn
            content = read_content(document, tagged=False)
    if found is None:
        found = by_geometry(content, furniture(content.pages))
    elif not tags_headings(found):
        found = mark_headings(found)
    settle_hyphens(found)
    return content, with_lost_pages(found, content.pages), about


def _second_opinion(data: bytes, first: Extraction) -> Extraction:
    """The reading of pdfplumber, with a warning where it differs from PDFium's."""
    pages = [page._replace(label=known.label) for page, known in zip(plumbed_pages(data), first.pages, strict=False)]
    _check_text(pages)
    second = assemble(pages, by_geometry(content_of(pages), furniture(pages)))
    overlap = word_overlap(first.text, second.text)
    warnings = first.warnings
    if overlap < AGREE:
        warnings = (*warnings, f"pdfplumber and PDFium agree on {overlap:.1%} of the words: compare both readings")
    return second.but(title=first.title, language=first.language, header=first.header, warnings=warnings)


def _check_text(pages: Sequence[Page]) -> None:
    """Raises UnreadableError where no page has text, or none that means anything."""
    texts = ["".join([line.text for line in page.lines]) for page in pages]
    if not any(texts):
        raise UnreadableError("the PDF has no text layer", "run text recognition first")
    if sum(len(GARBAGE.findall(text)) for text in texts) > GARBLED * sum(map(len, texts)):
        raise UnreadableError("the fonts of the PDF do not say which letters they draw", "run text recognition first")


def _doubts(pages: Sequence[Page]) -> list[str]:
    """What the reader of the result should know."""
    out = []
    turned = [page.number + 1 for page in pages if page.turned]
    if turned:
        out.append(f"text in another direction was left out on page{'s' * (len(turned) > 1)} {_listed(turned)}")
    lost = [page.number + 1 for page in pages if page.pictured]
    if lost:
        out.append(f"no text on page{'s' * (len(lost) > 1)} {_listed(lost)}, only a picture: run text recognition")
    empty = [page.number + 1 for page in pages if not page.lines and not page.pictured]
    if empty:
        out.append(f"no text on page{'s' * (len(empty) > 1)} {_listed(empty)}: run text recognition if it shows any")
    garbled = sum(page.text.count("\ufffd") for page in pages)
    if garbled:
        out.append(f"{garbled} characters have no Unicode value")
    return out


def _listed(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers[:10])) + (" …" if len(numbers) > 10 else "")
