"""List items of plain lines whose bullets stand on other lines, or nowhere."""

from collections.abc import Iterator

from notice_parser.repair.bullets import BULLET, LONE, bullet_of, dashes_of
from notice_parser.span import Draft, Edit, Flag, Span
from notice_parser.vocabulary import BlockKind

CLAUSE = (";", ",", "; and", "; or", ", and", ", or")  # what ends an item before the last one


def lone_bullets(draft: Draft) -> Iterator[Edit | Flag]:
    """Bullets alone on their lines go; as many of the lines that follow are list items."""
    dashes = dashes_of(draft.value)
    at, waiting, since = 0, 0, -1
    for line in draft.value.split("\n"):
        bare = line.strip()
        if LONE.match(bare) and (BULLET.match(bare) or bare in dashes):
            waiting, since = waiting + 1, at if since < 0 else since
        elif bare and waiting:
            start = at + len(line) - len(line.lstrip())
            if since >= 0:
                yield Edit(Span(since, start), "", "bullet")
            if not bullet_of(bare, dashes)[0]:
                yield Flag(BlockKind.LIST_ITEM, Span(start, at + len(line)), "bullet", 1)
            waiting, since = waiting - 1, -1
        at += len(line) + 1


def is_small_item(line: str, above: str, *, item: bool) -> bool:
    """Whether a line in small letters is an item, under a colon or under an `item` that ends as a clause."""
    return line[:1].islower() and (above.endswith(":") or (item and above.endswith(CLAUSE)))


def small_items(draft: Draft) -> Iterator[Flag]:
    """Under a colon, lines that begin in small letters are list items, each but the last ended as a clause."""
    at, above, item, gap = 0, "", False, 0
    for line in draft.value.split("\n"):
        bare = line.strip()
        if bare:
            item = gap < 2 and is_small_item(bare, above, item=item)
            if item:
                yield Flag(BlockKind.LIST_ITEM, Span(at, at + len(line)), "bullet", 1)
            above, gap = bare, 0
        else:
            gap += 1
        at += len(line) + 1
