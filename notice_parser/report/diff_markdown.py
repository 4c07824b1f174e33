"""A comparison as Markdown, for a comment on a pull request."""

from collections.abc import Iterator
from itertools import groupby

from notice_parser.change import Comparison, Finding, Version
from notice_parser.report.diff_text import headline, notes_of
from notice_parser.report.look import Look
from notice_parser.report.notice_markdown import table_row
from notice_parser.report.safe import markdown
from notice_parser.report.verdict import certificate_words, editorial_counts, grouped, one_line, shown
from notice_parser.report.wording import LEVELS, SIGNS, date_of
from notice_parser.report.words import word_diff


def diff_markdown(comparison: Comparison, look: Look) -> bytes:
    """The comparison as Markdown: verdict first, then findings by level and section."""
    return ("\n".join(_lines(comparison, look)).rstrip("\n") + "\n").encode()


def _lines(comparison: Comparison, look: Look) -> Iterator[str]:
    yield f"**{markdown(one_line(comparison))}**\n"
    yield f"- old: {_side(comparison.old)}"
    yield f"- new: {_side(comparison.new)}"
    yield from (f"- {markdown(reason)}" for reason in comparison.reasons)
    yield ""
    yield from _topics(comparison)
    for level, sections in groupby(grouped(shown(comparison, everything=look.everything)), key=lambda row: row[0]):
        held = list(sections)
        yield f"## {LEVELS[level]} ({sum(len(findings) for *_, findings in held)})\n"
        for _, section, category, findings in held:
            yield f"### {markdown(section or 'Whole notice')}\n"
            yield from ([f"Category: {markdown(category)}\n"] if category else [])
            yield from ("\n".join(_finding(finding)) for finding in findings)
    if counts := editorial_counts(comparison):
        yield f"Editorial: {counts}\n"
    yield certificate_words(comparison)


def _side(version: Version) -> str:
    return f"{markdown(version.source.name)}, {date_of(version.metadata)}, sha256 {version.source.sha256[:12]}"


def _topics(comparison: Comparison) -> Iterator[str]:
    if comparison.topics:
        yield table_row(("topic", "commitments before", "now"))
        yield table_row(("---", "---:", "---:"))
        yield from (table_row((str(t.category), str(t.before), str(t.after))) for t in comparison.topics)
        yield ""


def _finding(finding: Finding) -> Iterator[str]:
    yield f"**{finding.rule} {finding.name}** {SIGNS[finding.direction]} {finding.direction}: {markdown(headline(finding))}\n"
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
