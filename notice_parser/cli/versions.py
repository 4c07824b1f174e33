"""Which versions `notice diff` compares, and what it makes of them."""

import itertools
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from notice_parser.cli.exits import DONE, FINDINGS, UNREADABLE
from notice_parser.cli.inputs import history_of, load
from notice_parser.cli.progress import steps
from notice_parser.errors import UsageError

if TYPE_CHECKING:
    from notice_parser.change import Comparison
    from notice_parser.config import Config
    from notice_parser.model import Notice
    from notice_parser.report.look import Look
    from notice_parser.vocabulary import FailOn


class Version(NamedTuple):
    """A version to read: its bytes, the name to show, the view of its tracked changes, and the name of its file."""

    data: bytes
    name: str
    view: str = "accepted"
    file: str = ""


def choice(files: Sequence[str], *, history: bool, revisions: bool) -> list[Version]:
    """The versions to compare, from old to new. Raises UsageError where the arguments name fewer than two."""
    if (history or revisions) and (len(files) != 1 or (history and revisions)):
        raise UsageError("--history and --revisions take one FILE", "name one file and one of the two options")
    if history:
        return [Version(data, name, file=file) for data, name, file in history_of(files[0])]
    if revisions:
        data, name = load(files[0])
        return [Version(data, name, "rejected"), Version(data, name)]
    if len(files) < 2:
        raise UsageError("diff compares two versions", "name OLD and NEW, or use --history FILE")
    if files.count("-") > 1:
        raise UsageError("standard input can be read once", "give all versions but one as files")
    return [Version(*load(name)) for name in files]


def pairs_report(
    versions: Sequence[Version], config: "Config", form: str, look: "Look", key: str = ""
) -> tuple[list["Comparison"], bytes]:
    """The comparison of each version with the next, and the report of one, or of all as a table."""
    from notice_parser.check import keyed
    from notice_parser.comparing import compare
    from notice_parser.diff import align
    from notice_parser.report import comparison_report, history_report
    from notice_parser.report.redline import redline

    notices = [keyed(notice, key) for notice in notices_of(versions)]
    pairs = list(itertools.pairwise(notices))
    if len(pairs) == 1:
        alignment = align(*pairs[0])
        comparison = compare(*pairs[0], config.profile, config.levels, alignment)
        if form == "docx":
            return [comparison], redline(*pairs[0], comparison, look, alignment)
        return [comparison], comparison_report(comparison, form, look, pairs[0], alignment)
    comparisons = [compare(old, new, config.profile, config.levels) for old, new in steps(pairs, "comparing")]
    return comparisons, history_report(comparisons, form, look)


def notices_of(versions: Sequence[Version]) -> list["Notice"]:
    """The versions, read."""
    return [_notice(version) for version in steps(versions, "reading")]


def exit_code(comparisons: Sequence["Comparison"], fail_on: "FailOn") -> int:
    """3 where a side is too poor to judge, 1 where a finding is serious and unsigned, else 0."""
    if any(comparison.verdict == "suspect" for comparison in comparisons):
        return UNREADABLE
    findings = (finding for comparison in comparisons for finding in comparison.findings)
    return FINDINGS if any(f.level in fail_on.levels and f.approved is None for f in findings) else DONE


def _notice(version: Version) -> "Notice":
    from notice_parser.model import Options
    from notice_parser.parsing import load_notice

    notice = load_notice(version.data, version.file or version.name, Options(revisions=version.view))
    return notice.but(source=notice.source.but(name=version.name)) if version.file else notice
