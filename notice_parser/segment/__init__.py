"""A `Repaired` text to its sections, sentences and metadata."""

from notice_parser.model import Metadata, Repaired, Section, Segments, Sentence
from notice_parser.span import Span
from notice_parser.vocabulary import Category


def segment(repaired: Repaired) -> Segments:
    """Headings, sentences, definitions, contacts and metadata of a repaired text."""
    whole = Span(0, len(repaired.text.value))
    section = Section("start", "", 1, None, Category.OTHER, 0.0, whole, None)
    sentences = tuple(Sentence(section.id, block.span, block.kind) for block in repaired.blocks)
    return Segments(Metadata(), (section,), sentences, (), (), ())
