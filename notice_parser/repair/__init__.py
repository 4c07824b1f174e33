"""An `Extraction` to a `Repaired` text: an ordered table of rules for each dialect of damage."""

from collections.abc import Callable, Iterator

from notice_parser.model import Block, Dialect, Extraction, LineStart, Link, Page, Repaired
from notice_parser.repair.characters import blanks, invisible, ligature, mojibake, wide_blank
from notice_parser.repair.structured import lines_as_blocks, one_line_each
from notice_parser.span import Draft, Edit, Flag, Span, Text
from notice_parser.vocabulary import BlockKind

Rule = Callable[[Draft], Iterator[Edit | Flag]]

CHARACTERS: tuple[Rule, ...] = (invisible, mojibake, ligature, wide_blank, blanks)


def repair(extraction: Extraction, dialect: str | None = None) -> Repaired:
    """The text of `extraction` without its damage, and the map back. `dialect` forces the rules of one dialect."""
    draft = Draft(extraction.text)
    draft.apply(extraction.edits)
    if extraction.blocks:
        draft.apply(one_line_each(draft, extraction.blocks))
    for rule in CHARACTERS:
        draft.apply(rule(draft))
    text = draft.text()
    blocks = tuple(lines_as_blocks(text, extraction.blocks) if extraction.blocks else _plain_blocks(text.value))
    return Repaired(
        text=text,
        blocks=blocks,
        losses=(),
        dialect=Dialect(dialect or ("structured" if extraction.blocks else "paragraphs"), 1.0, ()),
        edits=draft.edits(),
        links=tuple(_links(extraction.links, text)),
        pages=tuple(Page(page.number, text.at(page.start)) for page in extraction.pages),
        lines=tuple(LineStart(text.at(row.start), row.line) for row in extraction.lines),
        title=extraction.title,
        language=extraction.language,
    )


def _links(links: tuple[Link, ...], text: Text) -> Iterator[Link]:
    for link in links:
        yield link.but(span=Span(text.at(link.span.start), text.at(link.span.end)))


def _plain_blocks(value: str) -> Iterator[Block]:
    at = 0
    for line in value.split("\n"):
        if line.strip():
            yield Block(BlockKind.TEXT, Span(at, at + len(line)))
        at += len(line) + 1
