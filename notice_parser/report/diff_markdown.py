"""Comparisons as Markdown, for the one comment on a pull request that is kept up to date."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from notice_parser.change import Comparison, Finding, PracticeChange, Version
from notice_parser.codec import quoted
from notice_parser.report.account import Account, Compared
from notice_parser.report.diff_text import headline, notes_of
from notice_parser.report.look import Look
from notice_parser.report.notice_markdown import table_row
from notice_parser.report.places import problem_words, signed_words
from notice_parser.report.safe import markdown
from notice_parser.report.verdict import certificate_words, editorial_counts, grouped, one_line, practice_parts, shown
from notice_parser.report.wording import LEVELS, SIGNS, counted, date_of, shortened
from notice_parser.report.words import word_diff

MARKER = "<!-- notice_parser report -->"  # by which the comment is found again
LIMIT = 65_536  # characters that a comment may have
PROBLEMS, SIDES, TABLE, ENTRIES = 8_000, 8_000, 16_000, 16_000  # characters of each part; the redline has the rest
PRACTICES = 4_000  # characters of the account of a rewrite, of each notice
FRAME = 1_000  # characters around them
CUT = 160  # characters of a message in a table
COLUMNS = ("", "rule", "section", "what", "id")
FENCE = "````"  # longer than any that a quoted line could hold at its start, and none does


class Change(NamedTuple):
    """A finding with its notice."""

    notice: Compared
    finding: Finding


def diff_markdown(account: Account, look: Look) -> bytes:
    """Marker and verdict, a table, the redline and the entries to sign, folded; cut to what a comment may hold."""
    rows = [Change(notice, f) for notice in account.notices for f in _in_order(notice.comparison, look)]
    needed = [row for row in rows if row.notice.needs(row.finding)]
    head = "\n".join(_head(account, rows)) + "\n"
    entries = _folded("Approve", _approvals(needed)) if needed else ""
    foot = "\n".join(
        _fitting((line for notice in account.notices for line in _foot(notice)), SIDES, "count is", "counts are")
    )
    room = LIMIT - len(head) - len(entries) - len(foot) - FRAME
    redlines = _fitting(("\n".join(_finding(row.finding)) for row in rows), room, "finding is", "findings are")
    return (head + _folded("Redline", "\n".join(redlines)) + entries + foot).rstrip("\n").encode() + b"\n"


def _in_order(comparison: Comparison, look: Look) -> Iterator[Finding]:
    for *_, findings in grouped(shown(comparison, everything=look.everything)):
        yield from findings


def _head(account: Account, rows: Sequence[Change]) -> Iterator[str]:
    yield MARKER
    yield f"**{markdown(shortened(account.headline, 1_000))}**\n"
    problems = (
        f"- {markdown(shortened(f'{p.file}:{p.line or 1}', 200))}: {markdown(shortened(problem_words(p), 1_000))}"
        for p in account.problems
    )
    yield from _fitting(problems, PROBLEMS, "problem is", "problems are")
    sides = ("\n".join(_sides(notice, alone=len(account.notices) == 1)) for notice in account.notices)
    yield from _fitting(sides, SIDES, "notice is", "notices are")
    yield ""
    if rows:
        yield table_row(COLUMNS)
        yield table_row(["---"] * len(COLUMNS))
        yield from _fitting(map(_row, rows), TABLE, "finding is", "findings are")
        yield ""


def _whole(parts: Iterable[str], room: int) -> tuple[list[str], int]:
    """As many whole parts as there is room for, and how many are left out."""
    kept, left = [], 0
    for part in parts:
        room -= len(part) + 1
        left += room < 0
        kept += [part] if room >= 0 else []
    return kept, left


def _fitting(parts: Iterable[str], room: int, one: str, many: str) -> list[str]:
    """As many parts as there is room for, and a line that counts the rest."""
    kept, left = _whole(parts, room)
    return [*kept, f"\n{counted(left, f'more {one}', f'more {many}')} not shown here.\n"] if left else kept


def _sides(notice: Compared, *, alone: bool) -> Iterator[str]:
    comparison = notice.comparison
    if not alone:
        yield f"\n{markdown(notice.path)}: {markdown(shortened(one_line(comparison), 500))}\n"
    yield f"- old: {_side(comparison.old)}"
    yield f"- new: {_side(comparison.new)}"
    yield from (f"- {markdown(shortened(reason, 500))}" for reason in comparison.reasons[:6])
    if comparison.topics:
        yield ""
        yield table_row(("topic", "commitments before", "now"))
        yield table_row(("---", "---:", "---:"))
        yield from (table_row((str(t.category), str(t.before), str(t.after))) for t in comparison.topics)
        yield ""
    if comparison.practices:
        yield "What only one version states:\n"
        yield from _fitting(map(_practice, comparison.practices), PRACTICES, "entry is", "entries are")
        yield ""


def _practice(practice: PracticeChange) -> str:
    words, quote, place = practice_parts(practice)
    return f"- {SIGNS[practice.direction]} {markdown(words)}: “{markdown(quote)}” ({place})"


def _side(version: Version) -> str:
    return f"{markdown(version.source.name)}, {date_of(version.metadata)}, sha256 {version.source.sha256[:12]}"


def _row(row: Change) -> str:
    finding, side = row.finding, row.finding.after or row.finding.before
    state = "✓ signed" if finding.approved else f"{SIGNS[finding.direction]} {finding.direction}"
    level = f"**{finding.level}**" if row.notice.needs(finding) else str(finding.level)
    section = markdown(shortened(side.section, 80)) if side else ""
    what = markdown(shortened(finding.message, CUT))
    signed = f"<br>{markdown(shortened(signed_words(finding.approved), CUT))}" if finding.approved else ""
    return table_row(
        (f"{level} {state}", f"{finding.rule} {finding.name}", section, what + signed, finding.fingerprint)
    )


def _folded(title: str, content: str) -> str:
    return f"<details><summary>{title}</summary>\n\n{content}\n</details>\n\n" if content else ""


def _finding(finding: Finding) -> Iterator[str]:
    level = LEVELS[finding.level].lower().removesuffix("s")
    sign = f"{SIGNS[finding.direction]} {finding.direction}"
    yield f"**{finding.rule} {finding.name}** ({level}) {sign}: {markdown(headline(finding))}\n"
    yield f"> {redline(finding)}\n"
    yield from (f"- {label}: {markdown(words)}" for label, words in notes_of(finding))
    yield ""


def redline(finding: Finding) -> str:
    """The change as Markdown with `<del>` and `<ins>`."""
    old, new = (side.quote if side else "" for side in (finding.before, finding.after))
    return "".join(_stretches(old, new))


def _stretches(old: str, new: str) -> Iterator[str]:
    for stretch in word_diff(old, new):
        if stretch.same:
            yield markdown(stretch.old)
        else:
            yield f"<del>{markdown(stretch.old)}</del>" if stretch.old else ""
            yield f"<ins>{markdown(stretch.new)}</ins>" if stretch.new else ""


def _approvals(rows: Sequence[Change]) -> str:
    """Entries for notice-approvals.yaml that wait for who, when and why, as many whole ones as there is room for."""
    kept, left = _whole((approval_entry(row.notice.document, row.finding) for row in rows), ENTRIES)
    intro = "To sign, fill in `by`, `on` and `reason` and add this to `notice-approvals.yaml`:"
    count = counted(left, "more entry is", "more entries are")
    more = f"\n{count} not shown here: `notice approve --suggest` writes them.\n" if left else ""
    return f"{intro}\n\n{FENCE}yaml\n{''.join(kept)}{FENCE}\n{more}"


def approval_entry(document: str, finding: Finding) -> str:
    """The entry that signs a finding, without who, when and why; every text is one quoted line of YAML."""
    before, after = (quoted(side.quote) if side else "null" for side in (finding.before, finding.after))
    return (
        f"  - fingerprint: {quoted(finding.fingerprint)}\n"
        f"    rule: {finding.rule}/{finding.name}\n"
        f"    document: {quoted(document)}\n"
        f"    before: {before}\n"
        f"    after: {after}\n"
        "    decision: approved\n"
        '    by: ""\n'
        '    on: ""\n'
        '    reason: ""\n'
    )


def _foot(notice: Compared) -> Iterator[str]:
    if counts := editorial_counts(notice.comparison):
        yield f"Editorial: {counts}\n"
    if words := certificate_words(notice.comparison):
        yield f"{words}\n"
