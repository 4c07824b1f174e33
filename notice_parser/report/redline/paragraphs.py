"""Paragraphs with tracked changes. A paragraph that came or went has its mark tracked too, so that it goes whole."""

from collections.abc import Iterator

from notice_parser.change import Finding
from notice_parser.report.diff_text import notes_of
from notice_parser.report.redline.lines import Line, Pair
from notice_parser.report.safe import html
from notice_parser.report.words import word_diff
from notice_parser.vocabulary import BlockKind

AUTHOR = 'w:author="notice"'


class Writer:
    """Writes paragraphs one by one; numbers revisions and comments through the document."""

    def __init__(self) -> None:
        self.comments: list[str] = []
        self._revisions = 0

    def paragraph(self, pair: Pair, notes: dict[tuple[str, int], list[Finding]]) -> str:
        """The paragraph of a block, with its tracked changes and comments."""
        line = pair.new or pair.old
        assert line is not None
        findings = [*notes.get(("new", pair.new.number), ())] if pair.new else []
        findings += notes.get(("old", pair.old.number), ()) if pair.old else []
        mark = "" if pair.old and pair.new else f"<w:rPr>{self._tag('ins' if pair.new else 'del')}/></w:rPr>"
        content = "".join(self._runs(pair))
        return f"<w:p><w:pPr>{_style(line)}{mark}</w:pPr>{self._commented(content, findings)}</w:p>"

    def _runs(self, pair: Pair) -> Iterator[str]:
        old, new = (side.text if side else "" for side in pair)
        for stretch in word_diff(old, new):
            if stretch.same:
                yield _run(stretch.old, "t")
                continue
            if stretch.old:
                yield f"{self._tag('del')}>{_run(stretch.old, 'delText')}</w:del>"
            if stretch.new:
                yield f"{self._tag('ins')}>{_run(stretch.new, 't')}</w:ins>"

    def _tag(self, name: str) -> str:
        self._revisions += 1
        return f'<w:{name} w:id="{self._revisions}" {AUTHOR}'

    def _commented(self, content: str, findings: list[Finding]) -> str:
        """The content between the marks of its comments."""
        first = len(self.comments)
        self.comments += (_comment(first + n, finding) for n, finding in enumerate(findings))
        numbers = range(first, len(self.comments))
        starts = "".join(f'<w:commentRangeStart w:id="{n}"/>' for n in numbers)
        ends = "".join(f'<w:commentRangeEnd w:id="{n}"/><w:r><w:commentReference w:id="{n}"/></w:r>' for n in numbers)
        return f"{starts}{content}{ends}"


def _style(line: Line) -> str:
    if line.kind == BlockKind.HEADING:
        return f'<w:pStyle w:val="Heading{min(line.level, 3)}"/>'
    if line.kind == BlockKind.LIST_ITEM:
        return '<w:pStyle w:val="ListParagraph"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    return ""


def _run(words: str, tag: str) -> str:
    return f'<w:r><w:{tag} xml:space="preserve">{html(words)}</w:{tag}></w:r>'


def _comment(number: int, finding: Finding) -> str:
    """Rule, direction and message, then why and under which law."""
    lines = [f"{finding.rule} {finding.name}, {finding.direction}: {finding.message}"]
    lines += [f"{label}: {words}" for label, words in notes_of(finding)]
    body = "".join(f"<w:p>{_run(line, 't')}</w:p>" for line in lines)
    return f'<w:comment w:id="{number}" {AUTHOR} w:initials="n">{body}</w:comment>'
