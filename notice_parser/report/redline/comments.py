"""Comments: a finding at its paragraph, and at each end of a move the place of the other end."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from notice_parser.change import Change, Finding, Location
from notice_parser.model import Notice
from notice_parser.report.diff_text import notes_of
from notice_parser.report.redline.lines import Line, Pair
from notice_parser.report.redline.marks import Marks, paragraph
from notice_parser.report.wording import SIGNS
from notice_parser.span import Span

Key = tuple[str, int]  # side, number of the line
SHORT = 60  # characters of moved words that a comment repeats


class Comments:
    """The comments of a document by the line they stand at, and those that were written, in order."""

    def __init__(self, marks: Marks, before: Sequence[Line], after: Sequence[Line]) -> None:
        self.written: list[str] = []
        self._marks = marks
        self._lines = {"old": before, "new": after}
        self._waiting: dict[Key, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)

    def finding(self, finding: Finding, number: int) -> None:
        """Comment a finding where it stands: on the new side where there is one."""
        side, place = ("new", finding.after) if finding.after else ("old", finding.before)
        if place:
            head = f"{number}. {finding.rule} {finding.name}: {SIGNS[finding.direction]} {finding.direction}"
            notes = (f"{label}: {words}" for label, words in notes_of(finding))
            self._wait(side, place.span, bookmark(number), (head, finding.message, *notes))

    def moves(self, changes: Sequence[Change], old: Notice, new: Notice) -> None:
        """Comment both ends of every move."""
        for change in changes:
            if change.kind == "moved":
                here, there = old.sentences[change.old[0]], new.sentences[change.new[0]]
                words = here.span.of(old.text)[:SHORT].strip()
                self._wait("old", here.span, "", (f"Moved: “{words}…” now stands in {_home(new, there.section)}.",))
                self._wait("new", there.span, "", (f"Moved: “{words}…” stood in {_home(old, here.section)}.",))

    def around(self, content: str, pair: Pair) -> str:
        """The content of a paragraph between the marks of its comments, and the bookmarks that the summary leads to."""
        rows = [row for side, line in (("old", pair.old), ("new", pair.new)) if line for row in self._at(side, line)]
        first = len(self.written)
        self.written += (self._comment(first + n, lines) for n, (_, lines) in enumerate(rows))
        numbers = range(first, first + len(rows))
        starts = "".join(f'<w:commentRangeStart w:id="{n}"/>' for n in numbers)
        ends = "".join(f'<w:commentRangeEnd w:id="{n}"/><w:r><w:commentReference w:id="{n}"/></w:r>' for n in numbers)
        places = "".join(
            f'<w:bookmarkStart w:id="{n}" w:name="{name}"/><w:bookmarkEnd w:id="{n}"/>'
            for n, (name, _) in zip(numbers, rows, strict=True)
            if name
        )
        return f"{places}{starts}{content}{ends}"

    def _at(self, side: str, line: Line) -> list[tuple[str, tuple[str, ...]]]:
        return self._waiting.pop((side, line.number), [])

    def _wait(self, side: str, span: Span, name: str, lines: tuple[str, ...]) -> None:
        self._waiting[side, _line(span, self._lines[side])].append((name, lines))

    def _comment(self, number: int, lines: tuple[str, ...]) -> str:
        body = "".join(paragraph(line, look="<w:b/>" if n == 0 else "") for n, line in enumerate(lines))
        return f'<w:comment w:id="{number}" {self._marks.author} w:initials="n">{body}</w:comment>'


def bookmark(number: int) -> str:
    """The name of the place of a finding in the document."""
    return f"finding{number}"


def place_words(location: Location | None) -> str:
    """The section a finding stands in, in words."""
    return (location.section if location else "") or "the notice"


def _home(notice: Notice, section: str) -> str:
    headings = {found.id: found.heading for found in notice.sections}
    return f"“{headings[section]}”" if headings.get(section) else "the text before the first heading"


def _line(span: Span, lines: Sequence[Line]) -> int:
    return lines[max(0, bisect_right(lines, span.start, key=lambda line: line.start) - 1)].number
