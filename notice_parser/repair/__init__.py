"""An `Extraction` to a `Repaired` text: an ordered table of rules for each dialect of damage."""

from collections.abc import Iterable, Iterator

from notice_parser.model import Dialect, Extraction, LineStart, Link, Page, Repaired
from notice_parser.repair.characters import blanks, invisible, ligature, line_end, mojibake, wide_blank
from notice_parser.repair.dialects import STRUCTURED, Rule, check_known, dialect_of
from notice_parser.repair.marks import blocks_of, losses_of, pages_of
from notice_parser.repair.structured import lines_as_blocks, one_line_each
from notice_parser.span import Draft, Span, Text

CHARACTERS: tuple[Rule, ...] = (invisible, mojibake, ligature, wide_blank, blanks)


def repair(extraction: Extraction, dialect: str | None = None) -> Repaired:
    """The text of `extraction` without its damage, and the map back. `dialect` forces the rules of one dialect."""
    draft = Draft(extraction.text)
    draft.apply(extraction.edits)
    draft.apply(line_end(draft))
    if dialect is not None:
        check_known(dialect)
    if extraction.blocks:
        draft.apply(one_line_each(draft, extraction.blocks))
        found = Dialect(STRUCTURED, 1.0, ("the format marks its blocks",))
    else:
        found, rules = dialect_of(draft.value, dialect)
        _apply(draft, rules)
    _apply(draft, CHARACTERS)
    return _repaired(extraction, draft, found)


def _apply(draft: Draft, rules: Iterable[Rule]) -> None:
    for rule in rules:
        draft.apply(rule(draft))


def _repaired(extraction: Extraction, draft: Draft, dialect: Dialect) -> Repaired:
    text, flags = draft.text(), draft.flags
    pages = (Page(page.number, text.at(page.start)) for page in extraction.pages)
    return Repaired(
        text=text,
        blocks=tuple(lines_as_blocks(text, extraction.blocks) if extraction.blocks else blocks_of(text, flags)),
        losses=tuple(losses_of(flags, text, extraction.lines)),
        dialect=dialect,
        edits=draft.edits(),
        links=tuple(_links(extraction.links, text)),
        pages=tuple(pages if extraction.pages else pages_of(flags, text)),
        lines=tuple(LineStart(text.at(row.start), row.line) for row in extraction.lines),
        title=extraction.title,
        language=extraction.language,
        header=_header(extraction, text, dialect),
    )


def _header(extraction: Extraction, text: Text, dialect: Dialect) -> str:
    """What plain text has above its first block: a running header. The lines of text runs join with nothing."""
    if extraction.blocks or not text.runs:
        return ""
    above = extraction.text[: text.runs[0].source]
    return ("" if dialect.name.startswith("text-runs") else " ").join(above.split("\n")).strip()


def _links(links: tuple[Link, ...], text: Text) -> Iterator[Link]:
    for link in links:
        yield link.but(span=Span(text.at(link.span.start), text.at(link.span.end)))
