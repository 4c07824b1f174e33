"""The first page of a redline: what changed, as a table that leads to each place. It is no part of the notice."""

from collections.abc import Sequence

from notice_parser.change import Comparison, Finding, Version
from notice_parser.report.redline.comments import bookmark, place_words
from notice_parser.report.redline.marks import paragraph, run
from notice_parser.report.redline.tables import row, table
from notice_parser.report.verdict import certificate_words, one_line, side_of, subject, title
from notice_parser.report.wording import LEVELS, SIGNS, date_of

TAG = "notice-summary"  # by it the reader of Word documents knows that this page was never part of a notice
MOST = 200  # findings the table lists; the others have their comments
WIDTHS = (640, 1000, 1560, 4160, 2000)
HEADS = ("No.", "Level", "Direction", "What changed", "Where")
PAGE_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


def summary(comparison: Comparison, findings: Sequence[Finding]) -> str:
    """The page, in a content control of its own that a reader can delete with one click."""
    body = "".join((*_head(comparison), *_table(findings), *_foot(comparison, findings)))
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="Summary of changes"/><w:tag w:val="{TAG}"/></w:sdtPr>'
        f"<w:sdtContent>{body}{PAGE_BREAK}</w:sdtContent></w:sdt>"
    )


def _head(comparison: Comparison) -> tuple[str, ...]:
    return (
        paragraph(f"Redline of {subject(comparison)}", "Title"),
        paragraph(one_line(comparison), look="<w:b/>"),
        *(paragraph(f"- {reason}") for reason in comparison.reasons),
        paragraph(_version("Old", comparison.old)),
        paragraph(_version("New", comparison.new)),
    )


def _version(side: str, version: Version) -> str:
    source = version.source
    return f"{side} version: {title(version)}, {date_of(version.metadata)} ({source.name}, sha256 {source.sha256[:12]})"


def _table(findings: Sequence[Finding]) -> tuple[str, ...]:
    if not findings:
        return ()
    heads = row([paragraph(word, look="<w:b/>") for word in HEADS], "<w:cantSplit/><w:tblHeader/>", WIDTHS)
    rows = (_row(number, finding) for number, finding in enumerate(findings[:MOST], 1))
    return (table([heads, *rows], WIDTHS), paragraph(""))


def _row(number: int, finding: Finding) -> str:
    words_of_link = run(str(number), look='<w:u w:val="single"/>')
    link = f'<w:p><w:hyperlink w:anchor="{bookmark(number)}">{words_of_link}</w:hyperlink></w:p>'
    words = (
        LEVELS[finding.level].removesuffix("s"),
        f"{SIGNS[finding.direction]} {finding.direction}",
        f"{finding.message} ({finding.rule})",
        place_words(side_of(finding)),
    )
    return row([link, *(paragraph(word) for word in words)], "<w:cantSplit/>", WIDTHS)


def _foot(comparison: Comparison, findings: Sequence[Finding]) -> tuple[str, ...]:
    more = len(findings) - MOST
    lines = (
        certificate_words(comparison),
        f"{more} more findings stand as comments at their places." if more > 0 else "",
        "Accept all changes for the new version, reject all for the old one." if findings else "",
    )
    return tuple(paragraph(line) for line in lines if line)
