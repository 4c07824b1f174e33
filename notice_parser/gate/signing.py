"""Entries written into `notice-approvals.yaml`, with the comments and the order that people gave it."""

import io
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from notice_parser.change import Finding
from notice_parser.errors import ConfigError, UsageError
from notice_parser.gate.approvals import Signed, read_approvals
from notice_parser.gate.covering import stale_words
from notice_parser.sign_off import Check, CheckedNotice, Entry
from notice_parser.vocabulary import Decision, Outcome

if TYPE_CHECKING:
    from ruamel.yaml import YAML

UNWRITTEN = object()  # a key that waits for its value
HEAD = "# Who signed which change of a notice, and why. `notice approve` writes entries, people may edit them.\nversion: 1\napprovals:\n"
WIDE = 1 << 20  # columns: a quote stays on its line, however long


def findings_of(check: Check) -> Iterator[tuple[CheckedNotice, Finding]]:
    """Every finding of a check once, with its notice."""
    seen = set()
    for notice in check.notices:
        for finding in notice.comparison.findings if notice.comparison else ():
            if (notice.path, finding.fingerprint) not in seen:
                seen.add((notice.path, finding.fingerprint))
                yield notice, finding


def suggestions(check: Check, signed: Sequence[Signed], on: str) -> tuple[Entry, ...]:
    """An entry without reason for each finding that needs approval and has no entry yet. None of them passes."""
    held = {row.entry.fingerprint for row in signed}
    rows = findings_of(check)
    return tuple(
        entry_of(finding, notice.path, by="", on=on, reason="")
        for notice, finding in rows
        if finding.fingerprint in notice.open and finding.fingerprint not in held
    )


def signatures(check: Check, fingerprints: Sequence[str], given: Entry) -> tuple[Entry, ...]:
    """An entry for each of the findings, with what `given` says. Raises UsageError for a finding that is not there."""
    entries = []
    for fingerprint in dict.fromkeys(fingerprints):
        found = [row for row in findings_of(check) if row[1].fingerprint == fingerprint]
        if not found:
            known = ", ".join(f.fingerprint for _, f in findings_of(check)) or "none"
            raise UsageError(f"no finding has the fingerprint {fingerprint!r}", f"the findings are {known}")
        entries += [
            entry_of(finding, notice.path, by=given.by, on=given.on, reason=given.reason).but(
                decision=given.decision, obligations=given.obligations, expires=given.expires
            )
            for notice, finding in found
        ]
    return tuple(entries)


def entry_of(finding: Finding, document: str, *, by: str, on: str, reason: str) -> Entry:
    """What a finding looks like when it is signed."""
    before, after = (side.quote if side else None for side in (finding.before, finding.after))
    place = finding.after or finding.before
    return Entry(
        finding.fingerprint,
        f"{finding.rule}/{finding.name}",
        document,
        by,
        on,
        reason,
        place.section if place else "",
        before,
        after,
    )


def with_entries(text: str, entries: Sequence[Entry], file: str) -> str:
    """The file with these entries: one that stands there is filled in, the others follow at the end."""
    read_approvals(text, file)  # what is no file of approvals is not made worse
    yaml, body = _loaded(text or HEAD)
    if body.get("approvals") is None:
        body["approvals"] = []
    rows = body["approvals"]
    for entry in entries:
        twin = next((row for row in rows if _is(row, entry)), None)
        if twin is None:
            rows.append(_row(entry))
        else:
            twin.update(_row(entry))
    out = io.StringIO()
    yaml.dump(body, out)
    return out.getvalue()


def stale(check: Check, signed: Sequence[Signed]) -> set[int]:
    """The numbers of the entries that match nothing; entries may share a line, and then their fingerprints tell."""
    told = {(problem.line, problem.what) for problem in check.problems if problem.outcome is Outcome.STALE}
    return {number for number, row in enumerate(signed) if (row.line, stale_words(row.entry)) in told}


def without_entries(text: str, numbers: Collection[int], file: str) -> str:
    """The file without the entries of these numbers; comments of their own lines stay."""
    kept = text.splitlines(keepends=True)
    drop: set[int] = set()
    signed = read_approvals(text, file)
    for number in numbers:
        drop |= set(range(signed[number].line, signed[number].end + 1))
    left = "".join(line for number, line in enumerate(kept, 1) if number not in drop)
    expected = [row.entry for number, row in enumerate(signed) if number not in numbers]
    try:
        whole = bool(left.strip()) and [row.entry for row in read_approvals(left, file)] == expected
    except ConfigError:
        whole = False
    return left if whole else _rewritten(text, numbers)


def _rewritten(text: str, numbers: Collection[int]) -> str:
    """For entries that share lines with others."""
    yaml, body = _loaded(text)
    for number in sorted(numbers, reverse=True):
        del body["approvals"][number]
    out = io.StringIO()
    yaml.dump(body, out)
    return out.getvalue()


def _loaded(text: str) -> tuple["YAML", Any]:
    from ruamel.yaml import YAML
    from ruamel.yaml.util import load_yaml_guess_indent

    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = WIDE
    try:
        body, indent, offset = load_yaml_guess_indent(text, yaml=yaml)
    except IndexError:  # a dash alone on its line
        body, indent, offset = yaml.load(text), None, None
    yaml.indent(mapping=2, sequence=indent or 4, offset=2 if offset is None else offset)
    return yaml, body


def _is(row: Any, entry: Entry) -> bool:
    return str(row.get("fingerprint")) == entry.fingerprint and str(row.get("document")) == entry.document


def _row(entry: Entry) -> dict[str, Any]:
    """An entry as the file shows it: quotes between quotation marks, and nothing that is empty but the reason."""
    from datetime import date

    from ruamel.yaml.comments import CommentedSeq
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString as Quoted

    obligations = CommentedSeq(entry.obligations)
    obligations.fa.set_flow_style()
    row: dict[str, Any] = {
        "fingerprint": entry.fingerprint,
        "rule": entry.rule,
        "document": entry.document,
        "section": Quoted(entry.section) if entry.section else None,
        "before": Quoted(entry.before) if entry.before is not None else None,
        "after": Quoted(entry.after) if entry.after is not None else None,
        "decision": str(entry.decision),
        "by": entry.by or UNWRITTEN,
        "on": date.fromisoformat(entry.on),
        "reason": Quoted(entry.reason),
        "obligations": obligations if entry.obligations else None,
        "expires": date.fromisoformat(entry.expires) if entry.expires else None,
    }
    return {key: None if value is UNWRITTEN else value for key, value in row.items() if value is not None}


def may_sign(entries: Sequence[Entry], approvers: dict[str, tuple[str, ...]], file: str) -> None:
    """Raises ConfigError where somebody signs who is not among the approvers of the notice."""
    for entry in entries:
        if entry.by not in approvers[entry.document]:
            listed = ", ".join(approvers[entry.document])
            remedy = f"approvers are {listed}" if listed else 'write approvers = ["…"] in the configuration'
            raise ConfigError(f"{entry.by} may not sign {entry.fingerprint} in {file}", remedy)


def given(by: str, on: str, reason: str, decision: str, obligations: Sequence[str], expires: str | None) -> Entry:
    """What the command line says of the entries to be signed."""
    from datetime import date

    try:
        last = date.fromisoformat(expires).isoformat() if expires else None
    except ValueError as error:
        raise UsageError(f"--expires {expires!r} is no day", "write a date such as 2026-12-31") from error
    return Entry("", "", "", by, on, reason, decision=Decision(decision), obligations=tuple(obligations), expires=last)
