"""Bullets: a glyph before an item, or alone on a line above it.

"\u2022 your name" is a list item "your name"; a list label such as "(a)" stays where it stands.
"""

import re
from collections import Counter
from collections.abc import Iterator

from notice_parser.span import Draft, Edit, Flag, Span
from notice_parser.vocabulary import BlockKind

# Glyphs that are never the first character of a sentence, and no tick marks, which say something in a table; "\uf0b7" and its neighbours are bullets of symbol fonts.
GLYPHS = "\u2022\u2023\u2043\u204c\u204d\u2219\u25a0\u25a1\u25aa\u25ab\u25b6\u25b8\u25ba\u25cb\u25cf\u25e6\u2756\u2794\u27a2\u27a4\u29bf\uf0a7\uf0a8\uf0b7\uf0d8\uf076\u00b7"
BULLET = re.compile(rf"[{GLYPHS}]+[ \t\u00a0]*")  # "\u2022 your name"
DASH = re.compile("[-\u2013\u2014*+o][ \t\u00a0]+(?=\\S)")  # "- your name", "o your name": only where neighbours agree
LONE = re.compile(rf"(?:[{GLYPHS}]|[-\u2013\u2014*o])$")  # a glyph alone on its line
LABEL = re.compile(
    r"\((?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})\)[ \t\u00a0]|(?:[a-z]|[ivx]{1,5})[.)][ \t\u00a0]"
)  # "(a) to carriers", "b. to carriers"
NUMBER = re.compile(r"(\d{1,3})[.)][ \t\u00a0]+(?=\S)")  # "3. to carriers"; may be a heading as well
LONE_LABEL = re.compile(
    r"(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})\)|(?:\d{1,2}|[a-z]|[ivx]{1,5})\.)$"
)  # "3." alone on its line


def item_bullets(draft: Draft) -> Iterator[Edit | Flag]:
    """The bullet before a line goes, and the line is a list item, the deeper the more it is indented."""
    dashes = dashes_of(draft.value)
    stack: list[tuple[str, int]] = []
    at = 0
    for line in draft.value.split("\n"):
        bare = line.lstrip()
        glyph, skipped = bullet_of(bare, dashes)
        if glyph:
            start = at + len(line) - len(bare)
            stack = pushed(stack, glyph, start - at)
            yield Edit(Span(start, start + skipped), "", "bullet")
            yield Flag(BlockKind.LIST_ITEM, Span(start + skipped, at + len(line)), "bullet", len(stack))
        elif bare:
            stack = []
        at += len(line) + 1


def bullet_of(bare: str, dashes: frozenset[str]) -> tuple[str, int]:
    """The bullet that a line starts with, and how many characters it and the blanks after it take."""
    skipped, glyph = 0, ""
    while found := BULLET.match(bare, skipped) or DASH.match(bare, skipped):
        if not bare[found.end() :].strip() or (found.re is DASH and found.group()[0] not in dashes):
            break
        glyph, skipped = glyph or found.group()[0], found.end()
    return glyph, skipped


def dashes_of(value: str) -> frozenset[str]:
    """The characters that serve as bullets here though they need not: those that start two lines or more."""
    counts = Counter(bare[0] for line in value.splitlines() if DASH.match(bare := line.strip()) or LONE.match(bare))
    return frozenset(char for char, count in counts.items() if count >= 2)


def pushed(stack: list[tuple[str, int]], glyph: str, indent: int) -> list[tuple[str, int]]:
    """The lists that are open after an item with this bullet and indent, outermost first."""
    while stack and (stack[-1][1] > indent + 1 or (glyph in {g for g, _ in stack[:-1]} and stack[-1][0] != glyph)):
        stack = stack[:-1]
    if stack and stack[-1][0] == glyph and abs(stack[-1][1] - indent) <= 1:
        return stack
    return [*stack, (glyph, indent)]
