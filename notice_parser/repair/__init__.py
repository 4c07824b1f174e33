"""An `Extraction` to a `Repaired` text: an ordered table of rules for each dialect of damage."""

from notice_parser.model import Block, Dialect, Extraction, LineStart, Repaired
from notice_parser.span import Draft, Span, Text
from notice_parser.vocabulary import BlockKind


def repair(extraction: Extraction, dialect: str | None = None) -> Repaired:
    """The text of `extraction` without its damage, and the map back. `dialect` forces the rules of one dialect."""
    draft = Draft(extraction.text)
    draft.apply(extraction.edits)
    text = draft.text()
    return Repaired(
        text=text,
        blocks=_blocks(text.value),
        losses=(),
        dialect=Dialect(name=dialect or "paragraphs", confidence=0.5, evidence=()),
        edits=draft.edits(),
        lines=_lines(extraction.lines, text),
    )


def _blocks(value: str) -> tuple[Block, ...]:
    out, at = [], 0
    for line in value.split("\n"):
        if line.strip():
            out.append(Block(BlockKind.TEXT, Span(at, at + len(line))))
        at += len(line) + 1
    return tuple(out)


def _lines(lines: tuple[LineStart, ...], text: Text) -> tuple[LineStart, ...]:
    return tuple(LineStart(text.at(row.start), row.line) for row in lines)
