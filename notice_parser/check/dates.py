"""Whether the date of a notice moved with its promises."""

from collections.abc import Iterator, Sequence

from notice_parser.change import Change
from notice_parser.check.pointers import is_dateline
from notice_parser.check.reading import read
from notice_parser.check.revision import Revision
from notice_parser.check.setting import Setting
from notice_parser.model import Notice
from notice_parser.vocabulary import Direction


def dated(setting: Setting, revisions: Sequence[Revision]) -> Iterator[Change]:
    """A change of kind "dated" where promises changed and the date did not advance; `matched_by` says how."""
    said = _silent(setting, revisions) or _backdated(setting)
    if not said:
        return
    before, after = _dateline(setting.old), _dateline(setting.new)
    if before or after:
        yield Change("dated", before, after, said, 1.0)


def _silent(setting: Setting, revisions: Sequence[Revision]) -> str:
    """What to say where promises changed to the cost of people and the date did not advance; empty elsewhere."""
    old, new = date_of(setting.old), date_of(setting.new)
    if not old or not new or new > old or not any(_costs(revision) for revision in revisions):
        return ""
    stayed = f"promises changed, the date stayed {old}"
    return stayed if new == old else f"promises changed, the date went back from {old} to {new}"


def _costs(revision: Revision) -> bool:
    """Whether it takes something from people, so that they must be able to see that the notice changed."""
    return revision.substantive and revision.direction in {Direction.WEAKENED, Direction.MIXED}


def _backdated(setting: Setting) -> str:
    """What to say where this edit set a day of taking effect before the day of the edit; empty elsewhere."""
    old, new = setting.old.metadata, setting.new.metadata
    begins, written = new.effective_date, new.last_updated
    if not begins or not written or begins >= written or begins == old.effective_date or not old.effective_date:
        return ""
    return f"the new version takes effect on {begins}, before {written}, the day it was written"


def idle_date(setting: Setting, revisions: Sequence[Revision]) -> str:
    """What to say where the date moved on and nothing else changed; empty elsewhere."""
    old, new = date_of(setting.old), date_of(setting.new)
    alone = all(revision.before and revision.after and revision.cosmetic for revision in revisions)
    if not old or not new or new <= old or not alone:
        return ""
    return f"the date moved from {old} to {new} and nothing else changed"


def date_of(notice: Notice) -> str | None:
    """The date of the last revision, else of taking effect."""
    return notice.metadata.last_updated or notice.metadata.effective_date


def _dateline(notice: Notice) -> tuple[int, ...]:
    """The first sentence that dates the notice."""
    wanted = (date_of(notice) or "")[:4]
    for index, sentence in enumerate(notice.sentences):
        text = sentence.span.of(notice.text)
        if wanted in text and is_dateline(read(text)):
            return (index,)
    return ()
