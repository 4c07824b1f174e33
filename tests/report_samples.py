"""A comparison and a notice made by hand, so that reports are tested without the stages that find things."""

from typing import Any

from notice_parser.change import Approval, Comparison, Finding, Location, Summary, Version
from notice_parser.model import (
    Commitment,
    Condition,
    Dialect,
    LineStart,
    Loss,
    Metadata,
    Notice,
    ProducedBy,
    Section,
    Sentence,
    Source,
    Time,
)
from notice_parser.span import LOST, Run, Span
from notice_parser.vocabulary import (
    Action,
    Actor,
    BlockKind,
    Category,
    ConditionKind,
    Data,
    Decision,
    Direction,
    Level,
    LossKind,
    Modality,
    Stance,
    Verdict,
)

MADE_BY = ProducedBy("notice_parser", "0", "0" * 12)
OLD = Version(
    Source("old.md", "text/markdown", "a" * 64, 100), Metadata(title="Harbour Notice", last_updated="2021-01-15")
)
NEW = Version(
    Source("new.md", "text/markdown", "b" * 64, 110), Metadata(title="Harbour Notice", last_updated="2022-03-01")
)
HOSTILE = "We *will* <b>keep</b> \x1b[2Jlogs | for @team 90 days."


def location(quote: str, line: int = 12, section: str = "Security > Logs") -> Location:
    return Location(quote, Span(0, len(quote)), section, "security", line, None)


def finding(**changes: Any) -> Finding:
    plain = Finding(
        fingerprint="0123456789ab",
        rule="PN501",
        name="retention-extended",
        category="commitment",
        level=Level.ERROR,
        direction=Direction.WEAKENED,
        confidence=1.0,
        message="Data is kept longer.",
        because=("times: 30 days → 90 days",),
        reference=("GDPR 13(2)(a)",),
        before=location("We keep logs for 30 days."),
        after=location("We keep logs for 90 days.", 14),
    )
    return plain.but(**changes)


def comparison(*findings: Finding, verdict: Verdict = Verdict.CHANGED, **changes: Any) -> Comparison:
    plain = Comparison("1.0", MADE_BY, OLD, NEW, verdict, (), Summary({}, {}, {}, {}), findings)
    return plain.but(**changes)


def signed() -> Approval:
    return Approval(Decision.APPROVED, "counsel@harbour.example", "2022-02-01", "fraud look-back")


def notice() -> Notice:
    """Two sections; the second holds a commitment, a loss and a control character."""
    text = f"Harbour Notice\nSecurity\nWe will tell you of a breach within 30 days{LOST}.\nWe \x1b[31msail."
    sentence = Span(24, 69)
    return Notice(
        schema_version="1.0",
        produced_by=MADE_BY,
        source=Source("old.txt", "text/plain", "a" * 64, 100),
        metadata=Metadata(title="Harbour Notice", last_updated="2021-01-15", language="en"),
        dialect=Dialect("paragraphs", 0.9, ()),
        text=text,
        runs=(Run(0, len(text), 0, len(text), kept=True),),
        pages=(),
        lines=(LineStart(0, 1), LineStart(15, 3), LineStart(24, 5)),
        losses=(
            Loss(LossKind.TEXT, 6, Span(67, 68), Span(70, 70)),
            Loss(LossKind.BULLET, 2, Span(15, 15), Span(15, 15)),
        ),
        sections=(
            Section("harbour-notice", "Harbour Notice", 1, None, Category.INTRODUCTION, 1.0, Span(0, 14), Span(0, 14)),
            Section("security", "Security", 2, "harbour-notice", Category.SECURITY, 1.0, Span(15, 84), Span(15, 23)),
        ),
        sentences=(
            Sentence("harbour-notice", Span(0, 14), BlockKind.HEADING),
            Sentence("security", Span(15, 23), BlockKind.HEADING),
            Sentence("security", sentence, BlockKind.PARAGRAPH),
        ),
        commitments=(
            Commitment(
                "c1",
                2,
                sentence,
                sentence.of(text),
                Actor.CONTROLLER,
                Modality.OBLIGATION,
                Action.NOTIFY,
                Stance.PROTECTIVE,
                data=(Data.PERSONAL,),
                conditions=(Condition(ConditionKind.TIME_BOUND, Span(53, 67)),),
                times=(Time("P30D", Span(53, 67)),),
                incomplete=True,
            ),
        ),
        definitions=(),
        contacts=(),
        links=(),
        references=(),
        warnings=("a line is very long",),
    )
