"""Headings of texts whose format marks none: signs speak for or against a line, and their weights are summed."""

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import NamedTuple

from notice_parser.segment.categories import by_heading, plain
from notice_parser.segment.contents import Contents
from notice_parser.segment.line import Line, is_text
from notice_parser.segment.looks import (
    ADDRESS,
    DATED,
    INNER_STOP,
    INVITATION,
    ITEM_LABEL,
    NOT_PROSE,
    NUMBERED,
    SENTENCE,
    UNFINISHED,
)
from notice_parser.span import LOST
from notice_parser.vocabulary import BlockKind

ENOUGH, ENOUGH_FOR_ITEM = 2.5, 4.5
MOST_WORDS = 24
CROWD = 5  # short lines that stand together


class Case(NamedTuple):
    """A line that may be a heading, and what is known around it."""

    line: Line
    above: Line | None
    below: Line | None
    further: Line | None  # the line after the one below
    in_contents: bool
    over_contents: bool  # the table of contents begins below
    cluster: int  # how many short lines without end stand together here
    spaced: bool = True  # whether blank lines part the text at all


def inferred(lines: Sequence[Line], table: Contents, *, bullets: bool) -> list[int]:
    """The indices of the lines that are headings. `bullets`: list items are certain, for bullets stood before them."""
    sizes = _clusters(lines)
    kinds = (BlockKind.TEXT,) if bullets else (BlockKind.TEXT, BlockKind.LIST_ITEM)
    spaced = any(line.blank_above for line in lines[1:])
    open_lines = (k for k in range(len(lines)) if lines[k].kind in kinds and k not in table.lines)
    return [k for k in open_lines if _heading(lines, k, table, sizes[k], spaced=spaced)]


def _clusters(lines: Sequence[Line]) -> list[int]:
    """For each line, how many short lines without end stand together around it."""
    out: list[int] = []
    for fragment, group in groupby(
        lines, lambda line: is_text(line) and line.short and len(line.tokens) <= 8 and line.words[-1] not in ".:;?!"
    ):
        size = len(list(group))
        out += [size if fragment else 0] * size
    return out


def _heading(lines: Sequence[Line], k: int, table: Contents, cluster: int, *, spaced: bool) -> bool:
    line = lines[k]
    if not line.tokens or any(reason(line) for reason in NEVER):
        return False
    above = lines[k - 1] if k else None
    below, further = (*lines[k + 1 : k + 3], None, None)[:2]
    case = Case(line, above, below, further, k in table.named, k + 1 in table.lines, cluster, spaced)
    score = sum(weight for weight, sign in SIGNS if sign(case))
    return score >= ENOUGH if is_text(line) else score >= ENOUGH_FOR_ITEM and _alone(case)


def _alone(case: Case) -> bool:
    """A supposed list item without fellows: running text above and below."""
    above = case.above is None or (case.above.told and case.above.words[-1] in ".!?")
    return above and (case.below is not None and (case.below.told or case.in_contents or is_text(case.below)))


# --- what rules a line out ---


def too_long(line: Line) -> bool:
    """More words than a heading has."""
    return not line.short or len(line.tokens) > MOST_WORDS


def starts_small(line: Line) -> bool:
    """Goes on from somewhere, or is an item: `your name`, `(b) to object`."""
    return line.words[0].islower() or ITEM_LABEL.match(line.words) is not None


def ends_open(line: Line) -> bool:
    """More follows: a comma, a semicolon, a word that nothing ends with."""
    return line.words[-1] in ",;" or UNFINISHED.search(line.words) is not None


def reach(line: Line) -> bool:
    """An address, a number, a date."""
    return any(pattern.search(line.words) for pattern in (NOT_PROSE, ADDRESS, DATED))


def several_sentences(line: Line) -> bool:
    """A stop inside."""
    return INNER_STOP.search(line.words) is not None


def bracketed(line: Line) -> bool:
    """[A remark or a link of its own]"""
    return line.words[0] in "[(<|" and line.words[-1] in "])>|"


def touches_loss(line: Line) -> bool:
    """Words are lost: what is left may be the rest of a sentence."""
    return LOST in line.words


def invites(line: Line) -> bool:
    """A link that stands alone: `Download this notice`, `Print Version`."""
    return INVITATION.match(line.words) is not None


NEVER: tuple[Callable[[Line], bool], ...] = (
    too_long,
    starts_small,
    ends_open,
    reach,
    several_sentences,
    bracketed,
    touches_loss,
    invites,
)


# --- signs for and against ---


def named_in_contents(case: Case) -> bool:
    """The table of contents names it."""
    return case.in_contents


def over_contents(case: Case) -> bool:
    """The table of contents stands below."""
    return case.over_contents


def numbered(case: Case) -> bool:
    """It carries a number or letter of its own."""
    return NUMBERED.match(case.line.words) is not None


def capitals(case: Case) -> bool:
    """IT IS WRITTEN IN CAPITALS."""
    return case.line.capitals


def title_case(case: Case) -> bool:
    """It Is Written Like a Title."""
    return not case.line.capitals and case.line.title_case >= 0.75


def question(case: Case) -> bool:
    """It asks: notices do so in headings alone."""
    return case.line.words.endswith("?")


def known(case: Case) -> bool:
    """The heading table knows it."""
    return by_heading(plain(case.line.words)) is not None


def brief(case: Case) -> bool:
    """Six words at most."""
    return len(case.line.tokens) <= 6


def over_body(case: Case) -> bool:
    """Running text or a list stands below, at once or after one more heading."""
    return _body(case.below) or (case.below is not None and case.below.short and _body(case.further))


def apart(case: Case) -> bool:
    """A blank line stands above."""
    return case.line.blank_above


def closed(case: Case) -> bool:
    """It ends like a sentence."""
    return case.line.words[-1] in ".!" and NUMBERED.fullmatch(case.line.words + " ") is None


def leads_in(case: Case) -> bool:
    """A colon leads into something."""
    return case.line.words[-1] in ":："


def after_lead_in(case: Case) -> bool:
    """The line above has not ended."""
    return case.above is not None and case.above.words[-1:] in (":", ",", ";", "：")


def among_fragments(case: Case) -> bool:
    """Short lines stand above and below, as in addresses, menus and tables."""
    return all(side is not None and _fragment(side) for side in (case.above, case.below))


def between_texts(case: Case) -> bool:
    """Running text above has ended, and running text begins below."""
    return case.above is not None and case.above.told and case.below is not None and case.below.told


def clustered(case: Case) -> bool:
    """Many short lines stand together, and this one is not over any text: the cells of a table, a menu."""
    return case.cluster >= CROWD and not numbered(case) and not _body(case.below)


def ends_cluster(case: Case) -> bool:
    """The last of many short lines that stand together, no blank line above: the last cell of a table."""
    crowded = case.cluster >= CROWD and case.spaced and not case.line.blank_above
    return crowded and not numbered(case) and _body(case.below)


def over_table(case: Case) -> bool:
    """Blank lines stand above and below, and many short lines without any follow: the cells of a table."""
    below, further = case.below, case.further
    if below is None or further is None or case.cluster < CROWD:
        return False
    return case.line.blank_above and below.blank_above and not further.blank_above


def in_address(case: Case) -> bool:
    """A line of an address, a number or a mail address stands above."""
    if case.above is None or not case.above.short or case.above.told or not reach(case.above):
        return False
    return not (apart(case) and known(case))


def wordy(case: Case) -> bool:
    """More than a dozen words."""
    return len(case.line.tokens) > 12


def says_something(case: Case) -> bool:
    """Subject and verb: `We use cookies`."""
    return SENTENCE.match(case.line.words) is not None and not case.line.words.endswith("?")


SIGNS: tuple[tuple[float, Callable[[Case], bool]], ...] = (
    (5.0, named_in_contents),
    (3.0, over_contents),
    (2.0, numbered),
    (2.0, capitals),
    (2.0, title_case),
    (2.0, question),
    (1.5, known),
    (1.0, brief),
    (1.0, over_body),
    (0.5, apart),
    (0.5, between_texts),
    (-3.0, closed),
    (-2.5, leads_in),
    (-2.0, after_lead_in),
    (-2.0, among_fragments),
    (-2.0, in_address),
    (-3.0, clustered),
    (-3.5, ends_cluster),
    (2.0, over_table),
    (-1.0, wordy),
    (-1.5, says_something),
)


def _body(line: Line | None) -> bool:
    return line is not None and (line.told or line.kind is BlockKind.LIST_ITEM or line.words[-1:] in (":", "."))


def _fragment(line: Line) -> bool:
    if not is_text(line) or not line.short or line.words[-1] in ".:;?!" or len(line.tokens) > 7:
        return False
    return by_heading(plain(line.words)) is None and not NUMBERED.match(line.words)
