"""The records of a comparison: what changed (facts), what that means (findings), and the report of both.

Indices point into `Notice.sentences` and `Notice.commitments` of the old or the new version.
"""

from typing import Annotated

from msgspec import Meta, field

from notice_parser.model import Confidence, Metadata, ProducedBy, Source, doc
from notice_parser.span import Record, Span
from notice_parser.vocabulary import Decision, Direction, Level, Verdict


class SlotChange(Record):
    """One slot of a commitment that differs: what it held before and after, as vocabulary words."""

    slot: str
    before: tuple[str, ...]
    after: tuple[str, ...]


class CommitmentPair(Record):
    """A commitment and its counterpart; one side is None where it has none."""

    old: int | None
    new: int | None
    slots: tuple[SlotChange, ...] = ()


class Change(Record):
    """A difference between two versions: sentences without counterpart, or with an unlike or moved one.

    `kind`: added | removed | modified | moved | split | merged | renumbered.
    `matched_by` names the step of alignment that paired the sides, `score` its similarity from 0 to 1.
    """

    kind: str
    old: tuple[int, ...]
    new: tuple[int, ...]
    matched_by: str = ""
    score: float = 0.0
    commitments: tuple[CommitmentPair, ...] = ()


class Location(Record):
    """One side of a finding."""

    quote: Annotated[str, doc("the whole sentence or list item as it stands in the repaired text")]
    span: Annotated[Span, doc("its place in `text` of that version")]
    section: Annotated[str, doc("headings from the top down, joined by ' > '")]
    category: Annotated[str, doc("category of the section")]
    source_line: Annotated[int | None, doc("1-based line of the source file, where it has lines")]
    page: Annotated[int | None, doc("page number, where the source has pages")]


class Approval(Record):
    """The sign-off that covers a finding."""

    decision: Annotated[Decision, doc("what was decided")]
    by: Annotated[str, doc("who signed")]
    on: Annotated[str, doc("ISO 8601 date")]
    reason: Annotated[str, doc("why")]
    obligations: Annotated[tuple[str, ...], doc("what has to be done for it, such as notify-users-30d")] = ()
    expires: Annotated[str | None, doc("ISO 8601 date of the last day on which it holds; null: no end")] = None


class Finding(Record):
    """One change, judged."""

    fingerprint: Annotated[
        str,
        Meta(pattern="^[0-9a-f]{12}$", description="stable across runs; from rule, document key, section and words"),
    ]
    rule: Annotated[str, doc("code, such as PN105")]
    name: Annotated[str, doc("name of the rule, such as prohibition-dropped")]
    category: Annotated[str, doc("commitment | editorial")]
    level: Annotated[Level, doc("how much it asks of the reader")]
    direction: Annotated[Direction, doc("from the data subject's side")]
    confidence: Confidence
    message: Annotated[str, doc("one sentence for a person")]
    because: Annotated[tuple[str, ...], doc("the slots and words that decided, strongest first")]
    reference: Annotated[tuple[str, ...], doc("law under which it may be material; a pointer, no advice")]
    before: Annotated[Location | None, doc("the old side; null where the words are new")]
    after: Annotated[Location | None, doc("the new side; null where the words are gone")]
    before_commitment: Annotated[str | None, doc("id of the commitment in the old notice")] = None
    after_commitment: Annotated[str | None, doc("id of the commitment in the new notice")] = None
    approved: Annotated[Approval | None, doc("the sign-off that covers it, or null")] = None
    matched_by: Annotated[str, doc("the step of alignment that paired the two sides; empty where one is null")] = ""
    score: Annotated[float, doc("how alike the two sides are, from 0 to 1; 0 where one is null")] = 0.0
    nearest_line: Annotated[
        int | None, doc("for words that are gone: the line of the new source nearest to where they stood")
    ] = None


class Version(Record):
    """One side of the comparison."""

    source: Annotated[Source, doc("what was read")]
    metadata: Annotated[Metadata, doc("what the notice says of itself")]


class Summary(Record):
    """Counts of the findings."""

    category: Annotated[dict[str, int], doc("findings by category")]
    level: Annotated[dict[str, int], doc("findings by level")]
    direction: Annotated[dict[str, int], doc("commitment findings by direction")]
    section: Annotated[dict[str, int], doc("commitment findings by section category")]


class TopicAccount(Record):
    """What a rewrite did to one topic: how many commitments of each kind stood there and stand there now."""

    category: Annotated[str, doc("section category")]
    before: Annotated[int, doc("commitments in the old version")]
    after: Annotated[int, doc("commitments in the new version")]


class PracticeChange(Record):
    """What only one side of a rewrite states, wherever it stands in it."""

    slot: Annotated[str, doc("promise | right | practice | recipients | data | purposes | times")]
    value: Annotated[str, doc('word of the vocabulary; a promise may be negative: "not sell"')]
    direction: Annotated[Direction, doc("from the data subject's side; a practice no longer told is `unclear`")]
    before: Annotated[Location | None, doc("words of the old version that state it; null where it is new")]
    after: Annotated[Location | None, doc("words of the new version that state it; null where it is gone")]


class Certificate(Record):
    """For `identical` and `editorial`: how much of everything of weight was compared and found equal on both sides."""

    commitments: Annotated[int, doc("asserted commitments, equal on both sides")]
    numbers: Annotated[int, doc("numbers, equal on both sides")]
    negations: Annotated[int, doc("negating words, equal on both sides")]
    modals: Annotated[int, doc("modal verbs, equal on both sides")]
    parties: Annotated[int, doc("words that name parties, equal on both sides")]
    links: Annotated[int, doc("link targets, equal on both sides")]
    differing: Annotated[
        dict[str, int],
        doc("what stands on one side only, by kind, beside the dates of the notice; empty: none of it differs"),
    ] = field(default_factory=dict)


class InForce(Record):
    """The configuration that a comparison was judged under."""

    profile: Annotated[str, doc("levels and law by jurisdiction, such as gdpr")] = "default"
    levels: Annotated[dict[str, Level], doc("levels of single rules, by code or name, that go before the profile")] = (
        field(default_factory=dict)
    )


class Comparison(Record):
    """Two versions of a notice compared: the verdict and every finding."""

    schema_version: Annotated[str, Meta(pattern=r"^1\.\d+$", description="of this format")]
    produced_by: Annotated[ProducedBy, doc("what wrote this file")]
    old: Annotated[Version, doc("the earlier version")]
    new: Annotated[Version, doc("the later version")]
    verdict: Annotated[Verdict, doc("what the comparison comes to")]
    reasons: Annotated[tuple[str, ...], doc("why that verdict, in words")]
    summary: Annotated[Summary, doc("counts")]
    findings: Annotated[tuple[Finding, ...], doc("by level, then by place")]
    topics: Annotated[tuple[TopicAccount, ...], doc("for `rewritten`: the account by topic; else empty")] = ()
    practices: Annotated[
        tuple[PracticeChange, ...],
        doc("for `rewritten`: what one version alone states, the worse first; else empty"),
    ] = ()
    certificate: Annotated[Certificate | None, doc("for `identical` and `editorial`; else null")] = None
    config: Annotated[InForce, doc("what it was judged under")] = InForce()


class Step(Record):
    """The comparison of one version with the next, without its findings."""

    old: Annotated[Version, doc("the earlier version")]
    new: Annotated[Version, doc("the later version")]
    verdict: Annotated[Verdict, doc("what the comparison comes to")]
    reasons: Annotated[tuple[str, ...], doc("why that verdict, in words")]
    summary: Annotated[Summary, doc("counts of the findings")]


class History(Record):
    """More than two versions: a step between each and the next."""

    schema_version: Annotated[str, Meta(pattern=r"^1\.\d+$", description="of this format")]
    produced_by: Annotated[ProducedBy, doc("what wrote this file")]
    steps: Annotated[tuple[Step, ...], doc("from the oldest to the newest")]


class Life(Record):
    """What became of one commitment over the versions of a notice, which are counted from 0."""

    text: Annotated[str, doc("its words where it was last seen")]
    section: Annotated[str, doc("headings from the top down, joined by ' > '")]
    category: Annotated[str, doc("category of the section")]
    modality: Annotated[str, doc("how it binds, where it was last seen")]
    action: Annotated[str, doc("what it is about, where it was last seen")]
    first_seen: Annotated[int, doc("the version that first states it")]
    last_changed: Annotated[int, doc("the version that last changed its words; the first where none did")]
    gone: Annotated[int | None, doc("the version that no longer states it, or null where the last one does")]


class Mark(Record):
    """What one step did to the commitments of one section category."""

    category: Annotated[str, doc("section category")]
    direction: Annotated[dict[str, int], doc("commitment findings by direction")]


class Timeline(Record):
    """All versions of a notice: what each step did, topic by topic, and how old every commitment is."""

    schema_version: Annotated[str, Meta(pattern=r"^1\.\d+$", description="of this format")]
    produced_by: Annotated[ProducedBy, doc("what wrote this file")]
    versions: Annotated[tuple[Version, ...], doc("from the oldest to the newest")]
    verdicts: Annotated[tuple[Verdict, ...], doc("of each version after the first, compared with the one before")]
    marks: Annotated[tuple[tuple[Mark, ...], ...], doc("for each version after the first, by section category")]
    lives: Annotated[tuple[Life, ...], doc("commitments that stand, in order of the text, then those that are gone")]
