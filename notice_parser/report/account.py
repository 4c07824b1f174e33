"""What continuous integration services are told: every notice with what changed in it, and what keeps it from passing."""

from collections.abc import Iterator
from typing import NamedTuple

from notice_parser.change import Comparison, Finding
from notice_parser.report.look import Look
from notice_parser.report.verdict import one_line
from notice_parser.sign_off import Problem
from notice_parser.vocabulary import Outcome, Verdict


class Compared(NamedTuple):
    """A notice: its path in the repository, its name in the approvals, what changed, and which findings need approval.

    `source` is the text of the new file, empty where it is no text or not at hand.
    """

    path: str
    document: str
    comparison: Comparison
    open: frozenset[str]
    source: str = ""

    def needs(self, finding: Finding) -> bool:
        """Whether a finding needs approval and has none."""
        return finding.approved is None and finding.fingerprint in self.open


class Account(NamedTuple):
    """Notices compared, in one sentence and one by one."""

    headline: str
    outcome: Outcome
    notices: tuple[Compared, ...]
    problems: tuple[Problem, ...] = ()

    def findings(self) -> Iterator[tuple[Compared, Finding]]:
        """Every finding with its notice."""
        yield from ((notice, finding) for notice in self.notices for finding in notice.comparison.findings)


def account_of(comparison: Comparison, look: Look) -> Account:
    """The account of one comparison, under the level that makes it fail."""
    levels = look.fail_on.levels
    serious = frozenset(f.fingerprint for f in comparison.findings if f.level in levels and f.approved is None)
    outcome = Outcome.FINDINGS if serious else Outcome.PASSED
    if comparison.verdict is Verdict.SUSPECT:
        outcome = Outcome.UNREADABLE
    notice = compared(look.path or comparison.new.source.name, comparison, serious, look)
    return Account(one_line(comparison), outcome, (notice,))


def compared(path: str, comparison: Comparison, needed: frozenset[str], look: Look) -> Compared:
    """A notice at `path`, placed in its repository as the look says."""
    return Compared(in_repository(look.prefix + path), path, comparison, needed, _text(look.sources.get(path, b"")))


def in_repository(path: str) -> str:
    """A path as a service writes it: told from the top of the repository, with slashes."""
    import posixpath

    tidy = posixpath.normpath(path.replace("\\", "/")) if path else path
    return tidy.lstrip("/") or "notice"


def _text(source: bytes) -> str:
    from notice_parser.extract.encoding import decoded

    if source[:4] in (b"%PDF", b"PK\x03\x04") or source[:1] == b"{":
        return ""
    return decoded(source) if source else ""
