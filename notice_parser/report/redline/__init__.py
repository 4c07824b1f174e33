"""A comparison as a Word document with tracked changes: accepted it is the new notice, rejected the old one."""

from notice_parser.change import Comparison
from notice_parser.diff import Alignment, align
from notice_parser.model import Notice
from notice_parser.report.look import Look
from notice_parser.report.redline.comments import Comments
from notice_parser.report.redline.lines import aligned, lines_of, rows_of
from notice_parser.report.redline.marks import Marks
from notice_parser.report.redline.package import package
from notice_parser.report.redline.paragraphs import Writer
from notice_parser.report.redline.summary import summary
from notice_parser.report.verdict import promises


def redline(
    old: Notice, new: Notice, comparison: Comparison, look: Look | None = None, alignment: Alignment | None = None
) -> bytes:
    """A document of both versions: a summary page, then the text, every commitment finding a comment at its place."""
    before, after = lines_of(old), lines_of(new)
    marks = Marks(look or Look())
    comments = Comments(marks, before, after)
    findings = promises(comparison)
    for number, finding in enumerate(findings, 1):
        comments.finding(finding, number)
    comments.moves((alignment or align(old, new)).changes, old, new)
    body = "".join(Writer(marks, comments).blocks(aligned(rows_of(before), rows_of(after))))
    return package(summary(comparison, findings) + body, comments.written)
