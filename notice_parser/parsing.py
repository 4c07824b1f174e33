"""The flow from bytes to a notice: the one place that knows the order of the stages."""

import hashlib

from notice_parser import __about__ as about
from notice_parser.codec import SCHEMA_VERSION, decode
from notice_parser.commitments import commitments
from notice_parser.errors import UnreadableError
from notice_parser.extract import read
from notice_parser.lexicon import tables_hash
from notice_parser.model import Extraction, Notice, Options, ProducedBy, Source
from notice_parser.repair import repair
from notice_parser.segment import segment


def parse(data: bytes, name: str, options: Options | None = None) -> Notice:
    """The notice that `data` holds. Raises UnreadableError where it holds none that can be judged."""
    options = options or Options()
    extraction = _extraction(data, name, options)
    repaired = repair(extraction, options.dialect)
    segments = segment(repaired)
    text = repaired.text.value
    return Notice(
        schema_version=SCHEMA_VERSION,
        produced_by=produced_by(),
        source=Source(name, extraction.media_type, hashlib.sha256(data).hexdigest(), len(data)),
        metadata=segments.metadata,
        dialect=repaired.dialect,
        text=text,
        runs=repaired.text.runs,
        pages=repaired.pages,
        lines=repaired.lines,
        losses=repaired.losses,
        sections=segments.sections,
        sentences=segments.sentences,
        commitments=commitments(text, segments),
        definitions=segments.definitions,
        contacts=segments.contacts,
        links=repaired.links,
        references=segments.references,
        revisions=extraction.revisions,
        warnings=extraction.warnings,
    )


def _extraction(data: bytes, name: str, options: Options) -> Extraction:
    """What the reader makes of `data`; its complaint names the file, for a command may read several."""
    try:
        return read(data, name, options)
    except UnreadableError as error:
        if name in error.what:
            raise
        raise UnreadableError(f"{name}: {error.what}", error.remedy) from error


def load_notice(data: bytes, name: str, options: Options | None = None) -> Notice:
    """The notice in `data`: parsed, or decoded where `data` is JSON that `notice parse` wrote."""
    if data.lstrip()[:1] == b"{" and b'"schema_version"' in data[:4096]:
        return decode(data, Notice)
    return parse(data, name, options)


def produced_by() -> ProducedBy:
    """This program, its version and the hash of its tables."""
    return ProducedBy("notice_parser", about.VERSION, tables_hash())
