"""Which findings an approval covers, and which approvals cover nothing or may not."""

from collections.abc import Iterator, Sequence

from notice_parser.change import Approval, Finding, Location
from notice_parser.check.findings import same_words
from notice_parser.gate.approvals import Signed
from notice_parser.sign_off import Entry, Problem
from notice_parser.vocabulary import Decision, Outcome

PRUNE = "remove it with: notice approve --prune"


def wrongs(
    signed: Signed, findings: Sequence[Finding], approvers: Sequence[str], today: str, file: str
) -> Iterator[Problem]:
    """Everything that keeps an entry from counting; `findings` are those of its document."""
    entry = signed.entry
    for line, what, remedy in signed.wrong:
        yield Problem(Outcome.INVALID, file, line, f"{what} ({named(entry)})", remedy)
    if entry.by and entry.by not in approvers:
        listed = ", ".join(approvers) or 'nobody: write approvers = ["…"] in the configuration'
        yield Problem(
            Outcome.INVALID, file, signed.line, f"{entry.by} may not sign ({named(entry)})", f"approvers are {listed}"
        )
    if signed.wrong:
        return
    matching = [finding for finding in findings if finding.fingerprint == entry.fingerprint]
    if any(not quotes_fit(entry, finding) for finding in matching):
        what = f"the words of {named(entry)} are not those that its fingerprint stands for"
        yield Problem(Outcome.INVALID, file, signed.line, what, f"approve it anew: notice approve {entry.fingerprint}")
    elif not matching:
        yield _unmatched(signed, findings, file)
    if entry.expires and entry.expires < today:
        what = f"{named(entry)} expired on {entry.expires}"
        yield Problem(Outcome.FINDINGS, file, signed.line, what, "have it signed again with a later date")
    if matching and entry.decision is Decision.REJECTED:
        what = f"{named(entry)} was rejected by {entry.by} on {entry.on} ({entry.reason}) and still stands"
        yield Problem(Outcome.FINDINGS, file, signed.line, what, "take the change back")


def _unmatched(signed: Signed, findings: Sequence[Finding], file: str) -> Problem:
    """An entry that no finding has the fingerprint of: its fingerprint was altered, or its change is gone."""
    entry = signed.entry
    twin = next((f for f in findings if _code(entry) in {f.rule, f.name} and quotes_fit(entry, f)), None)
    if twin and (entry.before or entry.after):
        what = f"the words of {named(entry)} hash to {twin.fingerprint}"
        return Problem(Outcome.INVALID, file, signed.line, what, f"approve it anew: notice approve {twin.fingerprint}")
    return Problem(Outcome.STALE, file, signed.line, stale_words(entry), PRUNE)


def quotes_fit(entry: Entry, finding: Finding) -> bool:
    """Whether an entry says what the finding says: the same rule, and words that normalise to the same."""
    sides = ((entry.before, finding.before), (entry.after, finding.after))
    return _code(entry) in {finding.rule, finding.name} and all(_same(words, side) for words, side in sides)


def approval(entry: Entry) -> Approval:
    """What a report shows of an entry."""
    return Approval(entry.decision, entry.by, entry.on, entry.reason, entry.obligations, entry.expires)


def stale_words(entry: Entry) -> str:
    """What the check says of an entry that matches nothing."""
    return f"{named(entry)} is stale: no finding matches it"


def named(entry: Entry) -> str:
    """An entry in a message."""
    return f"entry {entry.fingerprint or 'without fingerprint'}"


def _code(entry: Entry) -> str:
    return entry.rule.partition("/")[0].strip()


def _same(words: str | None, side: Location | None) -> bool:
    if side is None or words is None:
        return side is None and words is None
    return same_words(words, side.quote)
