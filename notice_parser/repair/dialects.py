"""The dialects of damage: for each what shows it and the rules that repair it, most telling first."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from notice_parser.errors import UsageError
from notice_parser.model import Dialect
from notice_parser.repair.bullets import item_bullets
from notice_parser.repair.dropped import dropped_ligature, lacks_ligatures
from notice_parser.repair.fragments import fragment_count, split_words
from notice_parser.repair.glued import glued_words, is_glued
from notice_parser.repair.pages import page_furniture, page_gaps
from notice_parser.repair.runs import join_runs, join_stripped_runs
from notice_parser.repair.shape import Shape, shape
from notice_parser.repair.tabular import table_cells
from notice_parser.repair.unmarked import lone_bullets, small_items
from notice_parser.repair.wraps import single_spacing, unwrap
from notice_parser.span import Draft, Edit, Flag

Rule = Callable[[Draft], Iterator[Edit | Flag]]
Signs = tuple[float, tuple[str, ...]]  # confidence from 0 to 1, and what it rests on
NARROWEST = 30  # characters: no column of text is narrower
WIDEST = 130  # characters: no page is wider
FULL_WRAPPED = 0.4  # of the full lines before a line, those whose sentence goes on in it, where a page wraps
STRUCTURED = "structured"


class Row(NamedTuple):
    """A dialect: its name, the signs that show it, and its rules in order."""

    name: str
    signs: Callable[[Shape], Signs]
    rules: tuple[Rule, ...]


def runs_signs(seen: Shape) -> Signs:
    """Lines of one blank, and lines of words both with and without a trailing blank."""
    enough = seen.single >= max(2, seen.lines // 50) and seen.trailing >= max(1, seen.words // 10)
    if not enough:
        return 0.0, ()
    return 0.99, (f"{seen.single} lines of one blank", f"{seen.trailing} of {seen.words} lines end with a blank")


def stripped_signs(seen: Shape) -> Signs:
    """Lines of one blank, or lines broken before a comma, but hardly a trailing blank: an editor removed them."""
    bare = seen.single == 0 and seen.broken >= max(3, seen.words // 100)
    if seen.trailing * 10 >= seen.words or seen.cut * 5 < seen.words:
        return 0.0, ()
    if not bare and seen.single < max(2, seen.lines // 50):
        return 0.0, ()
    shown = (
        f"{seen.broken} lines broken inside words; what was lost cannot be told from what is blank"
        if bare
        else f"{seen.single} lines of one blank"
    )
    return (0.5 if bare else 0.8), (shown, f"only {seen.trailing} of {seen.words} lines end with a blank")


def wrapped_signs(seen: Shape) -> Signs:
    """Lines as long as the widest whose sentence goes on, in small letters, on the next.

    Many of all lines, or, where lists and headings leave few, of the lines that are full of a page's width.
    """
    many = seen.wrapped >= max(2, seen.words // 5)
    full = seen.wrapped >= max(2, seen.full * FULL_WRAPPED) and seen.width <= WIDEST
    if not (many or full) or seen.width < NARROWEST or seen.single * 50 > seen.lines:
        return 0.0, ()
    return 0.9 if many else 0.8, (
        f"{seen.wrapped} of {seen.words} lines go on in the next",
        f"lines of {seen.width} characters",
    )


def double_signs(seen: Shape) -> Signs:
    """A blank line after every line, though sentences go on after it."""
    if seen.apart * 10 < seen.words * 8 or seen.wrapped_apart < max(2, seen.words // 5) or seen.width < NARROWEST:
        return 0.0, ()
    return 0.9, (f"a blank line after {seen.apart} of {seen.words} lines", f"{seen.wrapped_apart} go on after it")


def glued_signs(seen: Shape) -> Signs:
    """Long strings of letters that no word is as long as."""
    return (0.8, ("words without blanks between them",)) if is_glued(seen.value) else (0.0, ())


def split_signs(seen: Shape) -> Signs:
    """Neighbours that stand as one word elsewhere, or a hyphen that begins a word."""
    count, words = fragment_count(seen.value), seen.value.count(" ") + 1
    if count < max(4, words // 300):
        return 0.0, ()
    return 0.8, (f"at least {count} words split by a blank",)


def ligature_signs(seen: Shape) -> Signs:
    """Not one "fi" in a text of some length."""
    return (0.7, ('no word with "fi"',)) if lacks_ligatures(seen.value) else (0.0, ())


def paragraph_signs(seen: Shape) -> Signs:
    """Nothing else fits: every line is a paragraph."""
    return 0.5, (f"{seen.words} lines, no sign of damage to the lines",)


WHOLE_LINES: tuple[Rule, ...] = (
    page_furniture,
    page_gaps,
    lone_bullets,
    item_bullets,
    small_items,
    table_cells,
)  # every line is a paragraph
DIALECTS: tuple[Row, ...] = (
    Row("text-runs", runs_signs, (join_runs,)),
    Row("text-runs-stripped", stripped_signs, (join_stripped_runs,)),
    Row("hard-wrapped", wrapped_signs, (page_furniture, unwrap)),
    Row("double-spaced", double_signs, (page_furniture, single_spacing, unwrap)),
    Row("glued-words", glued_signs, (glued_words, *WHOLE_LINES)),
    Row("split-words", split_signs, (split_words, *WHOLE_LINES)),
    Row("dropped-ligatures", ligature_signs, (dropped_ligature, *WHOLE_LINES)),
    Row("paragraphs", paragraph_signs, WHOLE_LINES),
)
DIALECT_NAMES = tuple(row.name for row in DIALECTS)


def dialect_of(value: str, forced: str | None) -> tuple[Dialect, tuple[Rule, ...]]:
    """The dialect of a plain text and its rules. Raises UsageError for a forced name that no dialect has."""
    if forced is not None:
        return Dialect(forced, 1.0, ("chosen by the caller",)), _row(forced).rules
    seen = shape(value)
    for row in DIALECTS:
        confidence, evidence = row.signs(seen)
        if confidence:
            return Dialect(row.name, confidence, evidence), row.rules
    return Dialect(DIALECTS[-1].name, 0.5, ()), DIALECTS[-1].rules


def merged(layers: Sequence[Dialect]) -> Dialect:
    """The dialect that was found first, or under it, with the evidence of all."""
    told = [layer for layer in layers if layer.name != DIALECTS[-1].name] or layers[:1]
    evidence = [*told[0].evidence]
    for k, layer in enumerate(told[1:], start=1):
        if layer.name not in {other.name for other in told[:k]}:
            evidence += [f"{layer.name}: {sign}" for sign in layer.evidence]
    return told[0].but(evidence=tuple(evidence))


def check_known(name: str) -> None:
    """Raises UsageError, listing the dialects there are, where none has this name."""
    _row(name)


def _row(name: str) -> Row:
    known = {row.name: row for row in DIALECTS}
    if name not in known:
        raise UsageError(f"unknown dialect {name!r}", "choose one of " + ", ".join(known))
    return known[name]
