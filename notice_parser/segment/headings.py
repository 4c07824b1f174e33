"""Which blocks are headings, at which level, and which of them is the title of the notice."""

import re
from collections.abc import Sequence

from notice_parser.model import Block
from notice_parser.segment.outline import Heading
from notice_parser.span import Span
from notice_parser.vocabulary import BlockKind

# What the title of a notice says: "Privacy Policy", "Acme Privacy Notice (Europe)", "Datenschutzerklärung".
TITLE = re.compile(
    r"\b(?:privacy|data protection|cookies?|confidentiality)\b.{0,40}\b(?:policy|policies|notice|statement|declaration|practices|disclosures?)\b"
    r"|\bdatenschutz(?:erklärung|hinweise|information)|\b(?:politique|déclaration) de confidentialité|\b(?:política|aviso) de privacidad"
    r"|\binformativa (?:sulla )?privacy|\bprivacy(?:beleid|verklaring)|^privacy$",
    re.IGNORECASE,
)
TITLE_WITHIN = 8  # blocks from the top


def title_block(text: str, blocks: Sequence[Block]) -> int | None:
    """The index of the heading that names the whole notice: the single highest one, or one that says so, on top."""
    found = [k for k, block in enumerate(blocks) if block.kind is BlockKind.HEADING]
    if not found or found[0] >= TITLE_WITHIN:
        return None
    first = found[0]
    levels = [blocks[k].level for k in found]
    words = blocks[first].span.of(text)
    if levels[0] == min(levels) and levels.count(levels[0]) == 1 and len(levels) > 1:
        return first
    named = TITLE.search(words) is not None and len(words) < 100
    return first if named and levels[0] <= min(levels) else None


def marked(blocks: Sequence[Block], title: int | None) -> list[Heading]:
    """The headings that the format itself marks, without the title; the highest level in use is 1."""
    found = [block for k, block in enumerate(blocks) if block.kind is BlockKind.HEADING and k != title]
    ranks = {level: rank for rank, level in enumerate(sorted({block.level for block in found}), 1)}
    return [Heading(block.span, ranks[block.level]) for block in found]


def trimmed(text: str, span: Span) -> Span:
    """`span` without blanks at its edges."""
    words = span.of(text)
    return Span(span.end - len(words.lstrip()), span.start + len(words.rstrip()))
