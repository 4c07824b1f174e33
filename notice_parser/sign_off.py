"""The records of the gate: what people signed, what the lock holds, and what `notice check` came to."""

from typing import Annotated

from msgspec import Meta, field

from notice_parser.change import Comparison
from notice_parser.model import Date, Metadata, ProducedBy, Source, doc
from notice_parser.span import Record
from notice_parser.vocabulary import Decision, FailOn, Outcome

Fingerprint = Annotated[str, Meta(pattern="^[0-9a-f]{12}$", description="of the finding, as reports print it")]


class Entry(Record, forbid_unknown_fields=True):
    """A person's word on one finding."""

    fingerprint: Fingerprint
    rule: Annotated[str, doc("code and name of the rule, such as PN501/retention-extended")]
    document: Annotated[str, doc("path of the notice, or its key, as the configuration names it")]
    by: Annotated[str, doc("who signed; among the approvers of the configuration")]
    on: Annotated[Date, doc("ISO 8601 date of the signature")]
    reason: Annotated[str, Meta(min_length=1, description="why")]
    section: Annotated[str, doc("headings from the top down, joined by ' > '; for the reader")] = ""
    before: Annotated[str | None, doc("the old words, quoted so that the entry reads alone; null where none")] = None
    after: Annotated[str | None, doc("the new words; null where the old ones are gone")] = None
    decision: Annotated[Decision, doc("only a rejected finding goes on failing")] = Decision.APPROVED
    obligations: Annotated[tuple[str, ...], doc("what has to be done for it")] = ()
    expires: Annotated[Date | None, doc("ISO 8601 date of the last day on which it holds")] = None


class Approvals(Record, forbid_unknown_fields=True):
    """The file `notice-approvals.yaml`."""

    version: Annotated[int, Meta(ge=1, le=1, description="of this format")]
    approvals: Annotated[tuple[Entry, ...], doc("in any order")] = field(default=())


class LockedCommitment(Record):
    """A commitment as the lock tells it, one a line."""

    anchor: Annotated[str, doc("id of the section it stands in")]
    actor: Annotated[str, doc("who acts")]
    modality: Annotated[str, doc("how it binds the actor")]
    action: Annotated[str, doc("what is done")]
    data: Annotated[tuple[str, ...], doc("kinds of personal data, sorted")]
    recipients: Annotated[tuple[str, ...], doc("who receives the data, sorted")]
    purposes: Annotated[tuple[str, ...], doc("why, sorted")]
    conditions: Annotated[tuple[str, ...], doc("what limits it: the kind, and the words")]
    times: Annotated[tuple[str, ...], doc("periods, deadlines and ages")]
    text: Annotated[str, doc("the words that state it")]


class LockedNotice(Record):
    """A notice as it was approved."""

    path: Annotated[str, doc("as the configuration names it")]
    key: Annotated[str, doc("names the document in every version; empty where the notice names itself")]
    metadata: Annotated[Metadata, doc("what the notice says of itself, its dates among it")]
    source: Annotated[Source, doc("the bytes that were locked")]
    produced_by: Annotated[ProducedBy, doc("what read them")]
    commitments: Annotated[tuple[LockedCommitment, ...], doc("by anchor, then in the order of the notice")]
    text: Annotated[
        tuple[str, ...],
        doc(
            "the repaired text, a line each after its kind: h1: p: li1: td: tr: a: (a link); + goes on with the line above"
        ),
    ]


class Lock(Record):
    """The file `notice.lock.json`: the approved state of each notice, for people to read and for checks to compare."""

    schema_version: Annotated[str, Meta(pattern=r"^1\.\d+$", description="of this format")]
    notices: Annotated[tuple[LockedNotice, ...], doc("by path")]


class Problem(Record):
    """What keeps a check from passing, besides findings that nobody approved."""

    outcome: Annotated[Outcome, doc("what the check comes to by this alone")]
    file: Annotated[str, doc("the notice, the approvals or the configuration")]
    line: Annotated[int | None, doc("1-based line, where one is known")]
    what: Annotated[str, doc("what is wrong")]
    remedy: Annotated[str, doc("what to do about it")]


class CheckedNotice(Record):
    """One configured notice and what changed in it since its baseline."""

    path: Annotated[str, doc("as the configuration names it")]
    fail_on: Annotated[FailOn, doc("the level from which findings need an approval")]
    baseline: Annotated[str, doc("what it was compared with, in words")]
    comparison: Annotated[Comparison | None, doc("null where it could not be compared")]
    open: Annotated[tuple[str, ...], doc("fingerprints of findings at or above `fail_on` that no approval covers")]


class Check(Record):
    """What `notice check` found: every notice with its comparison, and everything that keeps it from passing."""

    schema_version: Annotated[str, Meta(pattern=r"^1\.\d+$", description="of this format")]
    produced_by: Annotated[ProducedBy, doc("what wrote this file")]
    outcome: Annotated[Outcome, doc("what the check comes to; only `passed` ends with exit code 0")]
    notices: Annotated[tuple[CheckedNotice, ...], doc("in the order of the configuration")]
    problems: Annotated[tuple[Problem, ...], doc("one line each, with a remedy")]
