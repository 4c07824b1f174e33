"""A `Repaired` text to its sections, sentences and metadata."""

from notice_parser.model import Repaired, Segments
from notice_parser.segment.contacts import contacts
from notice_parser.segment.definitions import definitions
from notice_parser.segment.headings import structure
from notice_parser.segment.metadata import metadata
from notice_parser.segment.outline import sections
from notice_parser.segment.references import references
from notice_parser.segment.sentences import sentences

WRAPPED = ("hard-wrapped", "double-spaced")  # dialects whose list items are told by indents and widths, not by bullets


def segment(repaired: Repaired) -> Segments:
    """Headings, sentences, definitions, contacts and metadata of a repaired text."""
    text = repaired.text.value
    found = structure(text, repaired.blocks, bullets=repaired.dialect.name not in WRAPPED)
    parts = sections(text, found.headings)
    told = sentences(text, found.blocks, parts)
    return Segments(
        metadata=metadata(repaired, found.title),
        sections=parts,
        sentences=told,
        definitions=definitions(text, told),
        contacts=contacts(text),
        references=references(text),
    )
