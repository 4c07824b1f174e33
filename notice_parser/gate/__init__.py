"""The gate: every configured notice against its baseline, and the findings that nobody has signed."""

from collections.abc import Sequence
from pathlib import Path

from notice_parser.check import keyed
from notice_parser.codec import SCHEMA_VERSION
from notice_parser.comparing import compare
from notice_parser.config import Config, NoticeTable
from notice_parser.errors import ConfigError, NoticeError, UnreadableError
from notice_parser.gate.approvals import Signed, read_approvals
from notice_parser.gate.baseline import baseline, gone, held_by
from notice_parser.gate.covering import approval, wrongs
from notice_parser.parsing import load_notice, produced_by
from notice_parser.repository import Commit, on_disk
from notice_parser.sign_off import Check, CheckedNotice, Entry, Problem
from notice_parser.vocabulary import FailOn, Level, Outcome, Verdict

ORDER = tuple(Outcome)
NO_PROMISE = ("no promise was found on either side, so nothing could be compared", "is it a privacy notice in English?")
EMPTY = "write [[notices]] with path = … in notice.toml, or name the files of the notices"


def check(
    config: Config,
    folder: Path,
    rows: Sequence[NoticeTable],
    today: str,
    at: Commit | None = None,
    *,
    allow_stale: bool = False,
) -> Check:
    """The notices of `rows` against their baselines; `today` decides alone what has expired. Raises ConfigError.

    `at`: the commit that approvals and lock are read from, so that a change cannot approve itself.
    `allow_stale`: an entry that matches nothing is no problem, for its change may be still to come, or long committed.
    """
    if not rows:
        raise ConfigError("no notice is configured, so nothing can be compared", EMPTY)
    signed = read_approvals(approvals_text(config, folder, at), config.approvals)
    compared = [_compared(row, config.under(row), folder, at) for row in rows]
    problems = [problem for _, found in compared for problem in found]
    valid: list[Entry] = []
    for entry in signed:
        wrong = _wrongs(entry, config, [notice for notice, _ in compared], rows, today)
        problems += [problem for problem in wrong if not (allow_stale and problem.outcome is Outcome.STALE)]
        valid += [] if wrong else [entry.entry]
    notices = tuple(_covered(notice, row, valid) for row, (notice, _) in zip(rows, compared, strict=True))
    outcomes = [*(problem.outcome for problem in problems), *(Outcome.FINDINGS for notice in notices if notice.open)]
    return Check(
        schema_version=SCHEMA_VERSION,
        produced_by=produced_by(),
        outcome=max(outcomes, key=ORDER.index, default=Outcome.PASSED),
        notices=notices,
        problems=tuple(problems),
    )


def approvals_text(config: Config, folder: Path, at: Commit | None = None) -> str:
    """What the file of approvals holds; nothing where there is none. Raises ConfigError."""
    try:
        return (held_by(folder, config.approvals, at) or b"").decode("utf-8-sig")
    except (UnreadableError, UnicodeDecodeError) as error:
        raise ConfigError(f"{config.approvals} cannot be read", getattr(error, "remedy", "it is not UTF-8")) from error


def _compared(row: NoticeTable, config: Config, folder: Path, at: Commit | None) -> tuple[CheckedNotice, list[Problem]]:
    """One notice compared; or what kept it from being compared."""
    try:
        if not (folder / row.path).exists():
            raise gone(folder, row.path, config)
        new = keyed(load_notice(on_disk(folder / row.path), Path(row.path).name), row.key)
        old = baseline(folder, row.path, config, at)
        comparison = compare(keyed(old.notice, row.key), new, config.profile, config.levels)
    except NoticeError as error:
        outcome = Outcome.INVALID if isinstance(error, ConfigError) else Outcome.UNREADABLE
        problem = Problem(outcome, row.path, None, error.what, error.remedy)
        return CheckedNotice(row.path, config.fail_on, "", None, ()), [problem]
    checked = CheckedNotice(row.path, config.fail_on, old.words, comparison, ())
    if comparison.verdict is Verdict.SUSPECT:
        what = f"one side does not look like the whole notice: {'; '.join(comparison.reasons)}"
        return checked, [Problem(Outcome.UNREADABLE, row.path, None, what, "look at both versions")]
    if not (old.notice.commitments or new.commitments):
        return checked, [Problem(Outcome.UNREADABLE, row.path, None, *NO_PROMISE)]
    return checked, []


def _wrongs(
    signed: Signed, config: Config, notices: Sequence[CheckedNotice], rows: Sequence[NoticeTable], today: str
) -> list[Problem]:
    """What is wrong with an entry, in itself and beside the findings of its document."""
    document = signed.entry.document
    number = next((number for number, row in enumerate(rows) if _names(row, document)), None)
    if number is None:
        elsewhere = any(_names(row, document) for row in config.notices)
        return [] if elsewhere else list(wrongs(signed, (), config.approvers, today, config.approvals))
    comparison = notices[number].comparison
    if comparison is None:
        return []  # that it could not be compared is problem enough
    approvers = config.under(rows[number]).approvers
    return list(wrongs(signed, comparison.findings, approvers, today, config.approvals))


def _covered(notice: CheckedNotice, row: NoticeTable, valid: Sequence[Entry]) -> CheckedNotice:
    """The notice with its approved findings marked, and those left open that need an approval."""
    if notice.comparison is None:
        return notice
    signed = {entry.fingerprint: approval(entry) for entry in valid if _names(row, entry.document)}
    findings = tuple(f.but(approved=signed.get(f.fingerprint)) for f in notice.comparison.findings)
    serious = _serious(notice.fail_on, notice.comparison.verdict)
    left = (f.fingerprint for f in findings if f.level in serious and f.approved is None)
    return notice.but(comparison=notice.comparison.but(findings=findings), open=tuple(dict.fromkeys(left)))


def _names(row: NoticeTable, document: str) -> bool:
    return bool(document) and document in {row.path, row.key}


def _serious(fail_on: FailOn, verdict: Verdict) -> tuple[Level, ...]:
    """The levels that need an approval: in a rewrite all of them, for nobody judged its sentences one by one."""
    return FailOn.INFO.levels if fail_on.levels and verdict is Verdict.REWRITTEN else fail_on.levels
