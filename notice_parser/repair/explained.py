"""What repair did, edit by edit, in the order of the source."""

from bisect import bisect_right
from collections.abc import Iterator

from notice_parser.model import Extraction, Repaired
from notice_parser.span import Record, Span


class Explanation(Record):
    """One edit: the characters `before` of the source, at `span` and on `line` where it has lines, became `after`."""

    rule: str
    span: Span
    line: int | None
    before: str
    after: str


class Explanations(Record):
    """Every edit, in source order: replayed on the source they give the repaired text."""

    dialect: str
    evidence: tuple[str, ...]
    edits: tuple[Explanation, ...]


def explained(extraction: Extraction, repaired: Repaired) -> Explanations:
    """Why and where the repaired text differs from the source."""
    return Explanations(repaired.dialect.name, repaired.dialect.evidence, tuple(_edits(extraction, repaired)))


def _edits(extraction: Extraction, repaired: Repaired) -> Iterator[Explanation]:
    starts = [row.start for row in extraction.lines]
    for edit in repaired.edits:
        k = bisect_right(starts, edit.span.start) - 1
        line = extraction.lines[k].line if k >= 0 else None
        yield Explanation(edit.rule, edit.span, line, edit.span.of(extraction.text), edit.new)


def explanation_text(found: Explanations) -> str:
    """One line an edit: place, rule, before and after."""
    rows = [f"{found.dialect}: {'; '.join(found.evidence)}\n"]
    for edit in found.edits:
        place = f"line {edit.line}" if edit.line else "source"
        rows.append(f"{place} [{edit.span.start}, {edit.span.end})  {edit.rule}  {edit.before!r} -> {edit.after!r}\n")
    return "".join(rows)
