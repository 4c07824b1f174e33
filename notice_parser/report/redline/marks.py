"""The marks of Word: who changed what, numbered through the document, and the runs of words they stand on."""

from notice_parser.report.look import Look
from notice_parser.report.safe import html


class Marks:
    """Writes the marks of one document, all by one author, all of one date."""

    def __init__(self, look: Look) -> None:
        date = f' w:date="{look.date}T00:00:00Z"' if look.date else ""
        self.author = f'w:author="{html(look.author)}"{date}'
        self._number = 0

    def revision(self, name: str) -> str:
        """The open tag of a tracked change, `ins` or `del`, without its end."""
        self._number += 1
        return f'<w:{name} w:id="{self._number}" {self.author}'


def run(words: str, tag: str = "t", look: str = "") -> str:
    """A run of words: `tag` is `t`, or `delText` where they are deleted; `look` holds properties such as `<w:b/>`."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:{tag} xml:space="preserve">{html(words)}</w:{tag}></w:r>'


def paragraph(words: str, style: str = "", look: str = "") -> str:
    """A paragraph of plain words."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{run(words, look=look)}</w:p>"
