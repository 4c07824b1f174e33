"""Configured notices between two commits, with what people signed for the changes."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from notice_parser.change import Comparison
from notice_parser.check import keyed
from notice_parser.comparing import compare
from notice_parser.config import Config, NoticeTable
from notice_parser.errors import ConfigError
from notice_parser.gate import approvals_text
from notice_parser.gate.approvals import read_approvals
from notice_parser.gate.covering import approval, quotes_fit
from notice_parser.model import Notice
from notice_parser.parsing import load_notice
from notice_parser.repository import Commit, file_at, named, on_disk
from notice_parser.sign_off import Entry
from notice_parser.vocabulary import Decision


def between(
    config: Config, folder: Path, rows: Sequence[NoticeTable], refs: tuple[str, str | None]
) -> tuple[Comparison, ...]:
    """The comparison of every notice of `rows` from the first ref to the second; without one, to the working tree.

    Raises ConfigError where a side is missing.
    """
    old, new = named(folder, refs[0]), named(folder, refs[1]) if refs[1] else None
    entries = tuple(_entries(config, folder, new))
    return tuple(_compared(config, folder, row, (old, new), entries) for row in rows)


def _compared(
    config: Config, folder: Path, row: NoticeTable, sides: tuple[Commit, Commit | None], entries: Sequence[Entry]
) -> Comparison:
    own = config.under(row)
    old, new = (keyed(_notice(folder, row.path, side), row.key) for side in sides)
    comparison = compare(old, new, own.profile, own.levels)
    held = {e.fingerprint: e for e in entries if e.document in {row.path, row.key} and e.by in own.approvers}
    findings = tuple(
        finding.but(approved=approval(held[finding.fingerprint]))
        if finding.fingerprint in held and quotes_fit(held[finding.fingerprint], finding)
        else finding
        for finding in comparison.findings
    )
    return comparison.but(findings=findings)


def _notice(folder: Path, path: str, at: Commit | None) -> Notice:
    data = on_disk(folder / path) if at is None else file_at(folder, at, path)
    if data is None:
        raise ConfigError(f"{at.words if at else 'the folder'} has no {path}", "name a ref that has it")
    return load_notice(data, Path(path).name)


def _entries(config: Config, folder: Path, at: Commit | None) -> Iterator[Entry]:
    """The well-formed entries of the approvals, as they stand on the later side."""
    data = None if at is None else file_at(folder, at, config.approvals)
    text = approvals_text(config, folder) if at is None else (data or b"").decode("utf-8-sig", errors="replace")
    for signed in read_approvals(text, config.approvals) if text.strip() else ():
        if not signed.wrong and signed.entry.decision is not Decision.REJECTED:
            yield signed.entry
