"""The records of a notice: what reading yields, what repair yields, and what `notice parse` publishes.

Spans of a published notice count characters of `Notice.text`. `Extraction` alone holds spans of the source.
"""

from typing import Annotated

from msgspec import Meta, field

from notice_parser.span import Edit, Record, Run, Span, Text
from notice_parser.vocabulary import (
    Action,
    Actor,
    BlockKind,
    Category,
    ConditionKind,
    Data,
    LegalBasis,
    LossKind,
    Modality,
    Purpose,
    Recipient,
    ScopeKind,
    Stance,
)


def doc(description: str) -> Meta:
    """A description that travels into the published schema."""
    return Meta(description=description)


Confidence = Annotated[float, Meta(ge=0, le=1, description="from 0, a guess, to 1, certain by rule")]
Date = Annotated[str, Meta(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$", description="an ISO 8601 date")]
Offset = Annotated[int, Meta(ge=0, description="a character offset")]

# --- what the readers yield ------------------------------------------------------------------------------------------


class Block(Record):
    """A heading, paragraph, list item or table cell: one line of the repaired text.

    `level`: of a heading from 1, of a list item its depth from 1; 0 where not known.
    `row`: the number of the table row a cell stands in, from 1, counted through the notice; 0 elsewhere.
    """

    kind: BlockKind
    span: Span
    level: int = 0
    row: int = 0


class Page(Record):
    """A page of the source."""

    number: Annotated[int, Meta(ge=1, description="from 1, in reading order")]
    start: Annotated[int, Meta(ge=0, description="offset into `text` of the first character of the page")]
    label: Annotated[
        str | None, doc('the page number as the document counts, such as "iv" or "A-1"; null without one')
    ] = None


class LineStart(Record, array_like=True):
    """Where a line of the source begins in the text: `[start, line]`."""

    start: Offset
    line: Annotated[int, Meta(ge=1, description="1-based line of the source file")]


class Link(Record):
    """A link and where it leads."""

    target: Annotated[str, doc("the address as the source gives it")]
    span: Annotated[Span, doc("the words that carry the link")]


class Revisions(Record):
    """What a word-processor draft carries besides its text."""

    view: Annotated[str, doc('"accepted": as if every tracked change were accepted, or "rejected"')]
    insertions: Annotated[int, doc("how many tracked insertions")]
    deletions: Annotated[int, doc("how many tracked deletions")]
    comments: Annotated[int, doc("how many comments")]


class Dialect(Record):
    """How a plain text was damaged, and what shows it."""

    name: Annotated[str, doc("the dialect whose repair rules ran; `structured` where the format itself marks blocks")]
    confidence: Confidence
    evidence: Annotated[tuple[str, ...], doc("the signs that decided")]


class Extraction(Record):
    """What a reader makes of bytes. Every span counts characters of `text`, the source in reading order.

    `blocks` is empty for plain text, whose structure is not known yet. A block may hold line breaks: repair folds
    them. Characters outside every block are markup or furniture and are left out by `edits` or between blocks.
    """

    text: str
    media_type: str
    blocks: tuple[Block, ...] = ()
    edits: tuple[Edit, ...] = ()
    links: tuple[Link, ...] = ()
    pages: tuple[Page, ...] = ()
    lines: tuple[LineStart, ...] = ()
    title: str | None = None
    language: str | None = None
    header: str = ""  # running headers and footers, which are no part of the text
    revisions: Revisions | None = None
    warnings: tuple[str, ...] = ()


# --- what repair yields ----------------------------------------------------------------------------------------------


class Loss(Record):
    """Something that extraction lost and nobody may invent."""

    kind: Annotated[LossKind, doc("what was lost")]
    line: Annotated[int | None, doc("1-based line of the source, where it has lines")]
    span: Annotated[Span, doc("where it stands in `text`: one U+FFFC for lost text, else an empty range")]
    source: Annotated[Span, doc("the characters of the source that show the loss")]


class Repaired(Record):
    """A repaired text: every block is exactly one line of it, and `blocks` names them all, in order.

    All spans count characters of `text.value`; those of `edits` count characters of the source.
    `header`: what stood above the first block and was left out of the text, such as the running header of page 1.
    """

    text: Text
    blocks: tuple[Block, ...]
    losses: tuple[Loss, ...]
    dialect: Dialect
    edits: tuple[Edit, ...] = ()
    links: tuple[Link, ...] = ()
    pages: tuple[Page, ...] = ()
    lines: tuple[LineStart, ...] = ()
    title: str | None = None
    language: str | None = None
    header: str = ""


# --- what segmentation yields ----------------------------------------------------------------------------------------


class Metadata(Record):
    """What the notice says of itself; null where it does not say."""

    title: Annotated[str | None, doc("the title of the notice")] = None
    organization: Annotated[str | None, doc("the legal or trading name of the controller")] = None
    document_id: Annotated[str | None, doc("a document or form number, lower case, blanks as hyphens")] = None
    effective_date: Annotated[Date | None, doc("ISO 8601; the day the notice takes effect")] = None
    last_updated: Annotated[Date | None, doc("ISO 8601; the day of the last revision")] = None
    language: Annotated[str | None, doc("ISO 639-1 code of the language of the text")] = None


class Section(Record):
    """A heading with the text below it, up to the next heading of any level."""

    id: Annotated[str, doc("from the heading path; the same in every version where the path is the same")]
    heading: Annotated[str, doc("empty for text before the first heading")]
    level: Annotated[int, Meta(ge=1, description="1 for top-level sections")]
    parent: Annotated[str | None, doc("id of the enclosing section")]
    category: Annotated[Category, doc("what the section is about")]
    confidence: Confidence
    span: Annotated[Span, doc("heading and body, without subsections")]
    heading_span: Annotated[Span | None, doc("the heading alone; null where the section has none")]


class Sentence(Record):
    """A sentence, list item, table cell or heading. A long block holds several."""

    section: Annotated[str, doc("id of the section it stands in")]
    span: Annotated[Span, doc("its characters in `text`")]
    kind: Annotated[BlockKind, doc("the kind of the block it stands in")]
    intro: Annotated[int | None, doc("index of the sentence that introduces the list, or null")] = None
    depth: Annotated[int, Meta(ge=0, description="of a list item, from 1 for the outermost list; 0 elsewhere")] = 0
    row: Annotated[int, Meta(ge=0, description="table row of a cell, from 1 through the notice; 0 elsewhere")] = 0


class Definition(Record):
    """A term that the notice defines."""

    term: Annotated[str, doc("the defined term as it is quoted")]
    span: Annotated[Span, doc("the sentence that defines it")]


class Contact(Record):
    """A way to reach the organisation or an authority."""

    kind: Annotated[str, doc("email | phone | address | url")]
    value: Annotated[str, doc("as the notice prints it")]
    span: Annotated[Span, doc("its characters in `text`")]


class Reference(Record):
    """A law, regulation or other document that the notice names."""

    name: Annotated[str, doc("the canonical short name, such as GDPR or CCPA")]
    span: Annotated[Span, doc("its characters in `text`")]


class Segments(Record):
    """What segmentation makes of a repaired text."""

    metadata: Metadata
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]
    definitions: tuple[Definition, ...]
    contacts: tuple[Contact, ...]
    references: tuple[Reference, ...]


# --- what the commitments stage yields -------------------------------------------------------------------------------


class Condition(Record):
    """Words that limit a commitment."""

    kind: Annotated[ConditionKind, doc("how they limit it")]
    span: Annotated[Span, doc("the limiting words")]


class Time(Record):
    """A period, deadline or age."""

    value: Annotated[str, doc('ISO 8601 duration such as "P30D", "age<13", "as-long-as-necessary" or "indefinite"')]
    span: Annotated[Span, doc("the words that say it")]


class Scope(Record):
    """Whom, where or in which product a commitment holds."""

    kind: Annotated[ScopeKind, doc("people, a place or a product")]
    span: Annotated[Span, doc("the words that say it")]


class Basis(Record):
    """A legal basis that the statement claims."""

    kind: Annotated[LegalBasis, doc("which basis of GDPR article 6")]
    span: Annotated[Span, doc("the words that claim it")]


class Evidence(Record):
    """Why a value was found: the rule and the words it rests on."""

    rule: Annotated[str, doc("name of the rule or lexicon entry")]
    span: Annotated[Span, doc("the words")]


class Commitment(Record):
    """An asserted statement of who does, may, will, must or must not do what with personal data."""

    id: Annotated[str, doc("c1, c2, … in text order; names a place in this file, not an identity across versions")]
    sentence: Annotated[int, doc("index into `sentences`")]
    span: Annotated[Span, doc("the clause that states it")]
    text: Annotated[str, doc("the characters of `span`")]
    actor: Annotated[Actor, doc("who acts")]
    modality: Annotated[Modality, doc("how it binds the actor")]
    action: Annotated[Action, doc("what is done")]
    stance: Annotated[Stance, doc("whose interest the action serves")]
    data: Annotated[tuple[Data, ...], doc("kinds of personal data, sorted")] = ()
    recipients: Annotated[tuple[Recipient, ...], doc("who receives the data, sorted")] = ()
    purposes: Annotated[tuple[Purpose, ...], doc("why, sorted")] = ()
    conditions: Annotated[tuple[Condition, ...], doc("what limits it, in text order")] = ()
    times: Annotated[tuple[Time, ...], doc("periods, deadlines and ages, in text order")] = ()
    scopes: Annotated[tuple[Scope, ...], doc("for whom, where, in which product, in text order")] = ()
    legal_bases: Annotated[tuple[Basis, ...], doc("the legal bases claimed, in text order")] = ()
    asserted: Annotated[bool, doc("false where the practice is only presupposed")] = True
    polarity_uncertain: Annotated[bool, doc("true where a negation stands near and no negative reading came out")] = (
        False
    )
    incomplete: Annotated[bool, doc("true where lost text touches the sentence")] = False
    confidence: Confidence = 1.0
    evidence: Annotated[tuple[Evidence, ...], doc("the rules and words behind the values")] = ()


# --- what `notice parse` publishes -----------------------------------------------------------------------------------


class ProducedBy(Record):
    """The program that wrote the file."""

    name: Annotated[str, doc("notice_parser")]
    version: Annotated[str, doc("its version")]
    rules: Annotated[str, doc("hash of the rule and lexicon tables: the same hash, the same findings")]


class Source(Record):
    """The bytes as published."""

    name: Annotated[str, doc("the file name as given, without folders")]
    media_type: Annotated[str, doc("found by content")]
    sha256: Annotated[str, doc("of the bytes, hexadecimal")]
    bytes: Annotated[int, Meta(ge=0, description="length in bytes")]


class Notice(Record):
    """A privacy notice read into sections, sentences and commitments."""

    schema_version: Annotated[str, Meta(pattern=r"^1\.\d+$", description="of this format")]
    produced_by: Annotated[ProducedBy, doc("what wrote this file")]
    source: Annotated[Source, doc("what was read")]
    metadata: Annotated[Metadata, doc("what the notice says of itself")]
    dialect: Annotated[Dialect, doc("the kind of damage that was repaired")]
    text: Annotated[str, doc("the repaired text: one block a line; a lost run stands as one U+FFFC")]
    runs: Annotated[
        tuple[Run, ...],
        doc("the map from `text` to the source: rows [text, length, source, source_length, kept]; see Run"),
    ]
    pages: Annotated[tuple[Page, ...], doc("empty where the format has no pages")]
    lines: Annotated[tuple[LineStart, ...], doc("rows [start, line]: where each line of the source begins in `text`")]
    losses: Annotated[tuple[Loss, ...], doc("what extraction lost, in source order")]
    sections: Annotated[tuple[Section, ...], doc("in body order")]
    sentences: Annotated[tuple[Sentence, ...], doc("in body order, headings included")]
    commitments: Annotated[tuple[Commitment, ...], doc("in body order")]
    definitions: Annotated[tuple[Definition, ...], doc("defined terms")]
    contacts: Annotated[tuple[Contact, ...], doc("ways to reach the organisation")]
    links: Annotated[tuple[Link, ...], doc("links and their targets")]
    references: Annotated[tuple[Reference, ...], doc("laws and documents named")]
    revisions: Annotated[Revisions | None, doc("tracked changes of a draft; null elsewhere")] = None
    warnings: Annotated[tuple[str, ...], doc("doubts about the reading, in words")] = field(default=())


class Options(Record):
    """How to read a source.

    `pdf_reader`: "pdfium" or "pdfplumber". `revisions`: which view of a draft's tracked changes, "accepted" or
    "rejected". `dialect`: the damage to repair, or None to detect it.
    """

    pdf_reader: str = "pdfium"
    revisions: str = "accepted"
    dialect: str | None = None
