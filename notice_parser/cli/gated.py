"""What the commands of the gate share: which notices they are about, where reports go, and the file of approvals."""

import os
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from notice_parser.cli.configuration import configured
from notice_parser.cli.outputs import save
from notice_parser.errors import ConfigError, UsageError

if TYPE_CHECKING:
    from notice_parser.config import Config, NoticeTable
    from notice_parser.gate.approvals import Signed
    from notice_parser.sign_off import Check, Entry


class Gate(NamedTuple):
    """A check with the file that people sign."""

    check: "Check"
    config: "Config"
    file: Path
    text: str
    signed: tuple["Signed", ...]

    def again(self) -> "Gate":
        """The same check with the file as it stands now."""
        from notice_parser.gate.approvals import read_approvals

        text = self.file.read_text("utf-8") if self.file.exists() else ""
        return self._replace(text=text, signed=read_approvals(text, self.config.approvals))


def opened(config: str | None, base: str | None, today: str) -> Gate:
    """The check of every configured notice, for those who sign its findings."""
    from notice_parser.gate import approvals_text, check
    from notice_parser.gate.approvals import read_approvals

    chosen, folder, _ = configured(config, {"baseline": base})
    found = check(chosen, folder, chosen.notices, today)
    text = approvals_text(chosen, folder)
    return Gate(found, chosen, folder / chosen.approvals, text, read_approvals(text, chosen.approvals))


def store(gate: Gate, entries: Sequence["Entry"], drop: Collection[int] = ()) -> Sequence["Entry"]:
    """Write the entries, and take out those of the numbers in `drop`; gives what was written."""
    from notice_parser.gate.signing import may_sign, with_entries, without_entries

    approvers = {row.path: gate.config.under(row).approvers for row in gate.config.notices}
    name = gate.config.approvals
    may_sign([entry for entry in entries if entry.by], approvers, name)
    text = with_entries(gate.text, entries, name) if entries else without_entries(gate.text, drop, name)
    if text != gate.text:
        save(text.encode(), str(gate.file))
    for number, row in enumerate(gate.signed):
        if number in drop:
            say(f"{name}: removed {row.entry.fingerprint} {row.entry.rule} ({row.entry.document})")
    if not entries and not drop:
        if gone := next((notice.path for notice in gate.check.notices if notice.comparison is None), None):
            raise ConfigError(f"{gone} could not be compared, so nothing is known of its entries", "run: notice check")
        say(f"{name}: nothing to write")
    return entries


def say(words: str) -> None:
    """One line, whatever names of files hold, and no command of a service."""
    from notice_parser.report.github import log
    from notice_parser.report.safe import visible

    click.echo(log(visible(words).encode()).decode())


def say_signed(gate: Gate, entries: Sequence["Entry"], done: str) -> None:
    """One line an entry."""
    for entry in entries:
        say(f"{gate.config.approvals}: {done} {entry.fingerprint} {entry.rule} ({entry.document})")


def rows_of(config: "Config", folder: Path, files: Sequence[str]) -> tuple["NoticeTable", ...]:
    """The configured notices, or those that `files` name: a file that is not configured is under the defaults."""
    from notice_parser.config import NoticeTable

    if not files:
        return config.notices
    told = {os.path.normpath(row.path): row for row in config.notices}
    paths = (os.path.relpath(file or os.curdir, folder) for file in dict.fromkeys(files))
    return tuple(told.get(path) or NoticeTable(path) for path in paths)


def targets(forms: Sequence[str], output: str | None, known: Sequence[str]) -> Iterator[tuple[str, str | None]]:
    """Each format with the file it is written to; only one may go to standard output."""
    bare = 0
    for word in forms:
        form, mark, file = word.partition("=")
        if form not in known or (mark and not file):
            raise UsageError(f"{word!r} is no format", f"choose among {', '.join(known)}, or write FORMAT=FILE")
        bare += not mark
        if bare > 1:
            raise UsageError("two reports cannot share one output", f"write -f {form}=FILE")
        yield form, file if mark else output
