"""Words as a page shows them: what is gone struck, what is new underlined, what is lost named."""

from collections.abc import Iterable

from notice_parser.report.safe import html
from notice_parser.report.words import Stretch
from notice_parser.span import LOST

LOST_MARK = '<mark class="lost">[lost]</mark>'
HIDDEN = '<span class="hidden-words">[{}]</span>'


def words(text: str) -> str:
    """Text with its lost runs marked."""
    return LOST_MARK.join(html(part) for part in text.split(LOST)) if LOST in text else html(text)


def redline(stretches: Iterable[Stretch], *, old: bool = True, new: bool = True, moved: bool = False) -> str:
    """Stretches with `<del>` and `<ins>`, and hidden words for those who hear the page; one side, or both in one."""
    parts = []
    for stretch in stretches:
        if stretch.same:
            parts.append(words(stretch.old))
        else:
            parts.append(_mark("del", "moved away" if moved else "removed", stretch.old, moved=moved) if old else "")
            parts.append(_mark("ins", "moved here" if moved else "added", stretch.new, moved=moved) if new else "")
    return "".join(parts)


def _mark(tag: str, what: str, text: str, *, moved: bool) -> str:
    if not text.strip():
        return html(text)
    look = ' class="moved"' if moved else ""
    return f"<{tag}{look}>{HIDDEN.format(what)}{words(text)}{HIDDEN.format('end')}</{tag}>"
