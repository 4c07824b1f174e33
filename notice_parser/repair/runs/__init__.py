"""Text of runs: Word on Windows saved a PDF and an old extractor printed every text run on a line of its own."""

from collections.abc import Iterator, Sequence

from notice_parser.repair.runs import stripped
from notice_parser.repair.runs.breaks import SPACE, joints
from notice_parser.repair.runs.empties import meanings
from notice_parser.repair.runs.gaps import Item, items
from notice_parser.repair.runs.header import header
from notice_parser.repair.runs.lines import lines_of, width
from notice_parser.repair.words import words_of
from notice_parser.span import LOST, Draft, Edit, Flag, Span
from notice_parser.vocabulary import BlockKind, LossKind

RULE = "runs"


def join_runs(draft: Draft) -> Iterator[Edit | Flag]:
    """Runs of a line joined, one paragraph a line, bullets and page headers out, every loss on record."""
    lines = lines_of(draft.value)
    head = header(lines.texts)
    found = tuple(items(lines, meanings(lines.texts, head), head))
    yield from _notes(draft.value, found, tuple(joints(found, width(lines.texts))))


def join_stripped_runs(draft: Draft) -> Iterator[Edit | Flag]:
    """The same where an editor removed trailing blanks: words and line lengths stand in for them."""
    lines = lines_of(draft.value)
    head = header(lines.texts)
    kinds = meanings(lines.texts, head)
    if " " not in lines.texts:  # every mark is empty, and looks like a loss: only page breaks can be told
        kinds = {i: kind for i, kind in kinds.items() if kind == LossKind.PAGE_BREAK}
        lines = lines._replace(texts=tuple(text or (" " * (i not in kinds)) for i, text in enumerate(lines.texts)))
    found = tuple(items(lines, kinds, head))
    wide = stripped.width(found)
    whole = tuple(stripped.restored(found, words_of(draft.value), wide))
    joined = zip(found, whole, joints(whole, wide), strict=True)
    between, blank = [], False
    for old, item, joint in joined:
        between.append(SPACE if blank and not joint else joint)
        blank = item.text.endswith(" ") and not old.text.endswith(" ")
    yield from _notes(draft.value, found, between)


def _notes(value: str, found: Sequence[Item], between: Sequence[str]) -> Iterator[Edit | Flag]:
    end = 0
    for item, joint in zip(found, between, strict=True):
        first, last = end == 0, not item.span
        new = "" if first or last else joint
        if value[end : item.span.start] != new:
            yield Edit(Span(end, item.span.start), new, _rule(item, joint))
        yield from _flags(item)
        if item.lost:
            yield Edit(item.span, LOST, "lost-run")
        end = item.span.end
    if end < len(value):
        yield Edit(Span(end, len(value)), "", "runs")


def _flags(item: Item) -> Iterator[Flag]:
    for at in item.breaks:
        yield Flag(LossKind.PAGE_BREAK, Span(at, at + 1), "page-break")
    for at in item.bullets:
        yield Flag(LossKind.BULLET, Span(at, at + 1), "bullet")
    if item.bullets and item.span:
        yield Flag(BlockKind.LIST_ITEM, item.span, "bullet", 1)
    if item.lost:
        yield Flag(item.lost, item.span, "lost-run")


def _rule(item: Item, joint: str) -> str:
    if item.breaks:
        return "page-break"
    if item.bullets:
        return "bullet"
    return "paragraph" if "\n" in joint else "run"
