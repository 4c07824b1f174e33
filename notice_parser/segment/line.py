"""A block as a line of words with its neighbours: what headings are told by where no format marks them."""

import re
from collections.abc import Sequence
from functools import cache, cached_property

from notice_parser.lexicon import table
from notice_parser.model import Block
from notice_parser.span import Span
from notice_parser.vocabulary import BlockKind

LONGEST = 150  # characters of a heading
# A numbered heading in capitals that its paragraph goes on after: "2. HOW WE USE DATA. We use …".
RUN_IN = re.compile(r"(?:\d{1,2}|[A-Z]|[IVX]{1,5})[.)]\s+[A-Z][A-Z ,&/'’;-]{3,90}[A-Z][.:]?(?=\s+[A-Z\"“][a-z]?)")
WORD = re.compile(r"[^\W\d_][\w’'-]*")


class Line:
    """One block of the text and what stands around it."""

    def __init__(self, block: Block, words: str, *, blank_above: bool) -> None:
        self.kind = block.kind
        self.span = block.span
        self.level = block.level
        self.words = words
        self.blank_above = blank_above

    @cached_property
    def short(self) -> bool:
        """Short enough for a heading."""
        return 0 < len(self.words) <= LONGEST

    @cached_property
    def tokens(self) -> list[str]:
        """The words of letters; none for a long line, which needs no closer look."""
        return WORD.findall(self.words) if self.short else []

    @cached_property
    def run_in(self) -> str:
        """A numbered heading in capitals that begins the line; "" where none does."""
        found = RUN_IN.match(self.words)
        return found.group() if found and len(found.group()) > 7 else ""

    @cached_property
    def told(self) -> bool:
        """Reads as running text: long, or closed by a stop."""
        return len(self.words) > LONGEST or (len(self.tokens) > 4 and self.words[-1] in ".;!")

    @cached_property
    def capitals(self) -> bool:
        """Written in capitals."""
        return self.words.isupper() and sum(letter.isalpha() for letter in self.words) > 3

    @cached_property
    def title_case(self) -> float:
        """The share of weighty words that begin with a capital."""
        weighty = [token for token in self.tokens if token.lower() not in _small()]
        return sum(token[0].isupper() for token in weighty) / len(weighty) if weighty else 0.0


def lines_of(text: str, blocks: Sequence[Block]) -> list[Line]:
    """The blocks as lines."""
    out: list[Line] = []
    end = 0
    for block in blocks:
        gap = text[end : block.span.start]
        out.append(Line(block, block.span.of(text).strip(), blank_above=gap.count("\n") > 1 or not out))
        end = block.span.end
    return out


def words_span(line: Line, text: str) -> Span:
    """The span of the line without blanks at its edges."""
    raw = line.span.of(text)
    return Span(line.span.end - len(raw.lstrip()), line.span.start + len(raw.rstrip()))


def is_text(line: Line) -> bool:
    """Whether the kind of the line is still open."""
    return line.kind is BlockKind.TEXT


@cache
def _small() -> frozenset[str]:
    """Words that stay small in a Title Written Like This."""
    return frozenset(table("segment_words")["small"])
