"""What `notice lock` writes: the lock of some configured notices, beside those it holds already."""

from collections.abc import Sequence
from pathlib import Path

from notice_parser.config import Config, NoticeTable
from notice_parser.errors import ConfigError, NoticeError
from notice_parser.gate import EMPTY
from notice_parser.gate.lock import lock, locked, read_lock
from notice_parser.parsing import load_notice
from notice_parser.repository import on_disk
from notice_parser.sign_off import Lock, LockedNotice


def lock_of(config: Config, folder: Path, rows: Sequence[NoticeTable], *, alone: bool) -> Lock:
    """The lock of `rows`. `alone`: only these are written anew, and what else the lock holds stays."""
    if not rows:
        raise ConfigError("no notice is configured, so nothing can be locked", EMPTY)
    made = {row.path: _locked(row, folder) for row in rows}
    path = folder / config.lock
    if alone and path.is_file():
        held = read_lock(on_disk(path), config.lock)
        made = {notice.path: notice for notice in held.notices} | made
    return lock(tuple(made.values()))


def _locked(row: NoticeTable, folder: Path) -> LockedNotice:
    try:
        return locked(load_notice(on_disk(folder / row.path), Path(row.path).name), row.path, row.key)
    except NoticeError as error:
        raise type(error)(f"{row.path}: {error.what}", error.remedy) from error
