"""An `Extraction` to a `Repaired` text: an ordered table of rules for each dialect of damage."""

from collections.abc import Iterable, Iterator

from notice_parser.budget import Budget
from notice_parser.model import Dialect, Extraction, LineStart, Link, Page, Repaired
from notice_parser.repair.bullets import item_bullets
from notice_parser.repair.characters import blank_lines, blanks, invisible, ligature, line_end, mojibake, wide_blank
from notice_parser.repair.dialects import DIALECT_NAMES, STRUCTURED, Rule, check_known, dialect_of, merged
from notice_parser.repair.encodings import wrong_table
from notice_parser.repair.explained import Explanations, explained, explanation_text
from notice_parser.repair.letters import spaced_letters
from notice_parser.repair.marks import blocks_of, losses_of, pages_of
from notice_parser.repair.quoted import quote_marks
from notice_parser.repair.remarks import remarks
from notice_parser.repair.structured import lines_as_blocks, lost_blocks, one_line_each
from notice_parser.span import Draft, Span, Text

__all__ = ["DIALECT_NAMES", "Explanations", "explained", "explanation_text", "repair"]

LAYERS = 5  # of damage, at most
FIRST: tuple[Rule, ...] = (line_end, mojibake, wrong_table, spaced_letters)
CHARACTERS: tuple[Rule, ...] = (invisible, ligature, wide_blank, blanks, blank_lines)


def repair(extraction: Extraction, dialect: str | None = None) -> Repaired:
    """The text of `extraction` without its damage, and the map back. `dialect` forces the rules of one dialect."""
    draft, budget = Draft(extraction.text), Budget("the repair of the document")
    draft.apply(extraction.edits)
    _apply(draft, FIRST if extraction.blocks else (*FIRST, quote_marks), budget)
    if dialect is not None:
        check_known(dialect)
    if extraction.blocks:
        found = Dialect(STRUCTURED, 1.0, ("the format marks its blocks",))
        draft.apply(one_line_each(draft, extraction.blocks, extraction.language))
        _apply(draft, (item_bullets, lost_blocks, *CHARACTERS), budget)
    else:
        found = _plain(draft, dialect, budget)
    return _repaired(extraction, draft, found)


def _plain(draft: Draft, forced: str | None, budget: Budget) -> Dialect:
    """Repair a plain text until nothing changes: one damage may lie under another."""
    found, rules = dialect_of(draft.value, forced)
    seen = [found]
    while _apply(draft, (*FIRST, *rules, *CHARACTERS), budget) and len(seen) < LAYERS and forced is None:
        layer, rules = dialect_of(draft.value, None)
        seen.append(layer)
    return merged(seen)


def _apply(draft: Draft, rules: Iterable[Rule], budget: Budget) -> bool:
    changed = False
    for rule in rules:
        budget.check()
        changed |= draft.apply(rule(draft))
    return changed


def _repaired(extraction: Extraction, draft: Draft, dialect: Dialect) -> Repaired:
    text, flags, edits = draft.text(), draft.flags, draft.edits()
    pages = (Page(page.number, text.at(page.start), page.label) for page in extraction.pages)
    return Repaired(
        text=text,
        blocks=tuple(lines_as_blocks(text, extraction.blocks, flags) if extraction.blocks else blocks_of(text, flags)),
        losses=tuple(losses_of(flags, text, extraction.lines)),
        dialect=dialect.but(evidence=(*dialect.evidence, *remarks(edits, text.value))),
        edits=edits,
        links=tuple(_links(extraction.links, text)),
        pages=tuple(pages if extraction.pages else pages_of(flags, text)),
        lines=tuple(LineStart(text.at(row.start), row.line) for row in extraction.lines),
        title=extraction.title,
        language=extraction.language,
        header=_header(extraction, text, dialect),
    )


def _header(extraction: Extraction, text: Text, dialect: Dialect) -> str:
    """The running header: what the format keeps apart, or what plain text has above its first block."""
    if extraction.blocks or not text.runs:
        return extraction.header
    above = extraction.text[: text.runs[0].source]
    # The lines of text runs join with nothing.
    return ("" if dialect.name.startswith("text-runs") else " ").join(above.split("\n")).strip()


def _links(links: tuple[Link, ...], text: Text) -> Iterator[Link]:
    for link in links:
        yield link.but(span=Span(text.at(link.span.start), text.at(link.span.end)))
