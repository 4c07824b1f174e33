"""What a configured notice is compared with: a commit, a file, or the lock."""

from pathlib import Path
from typing import NamedTuple

from notice_parser.config import LOCK, MERGE_BASE, Config
from notice_parser.errors import ConfigError, NoticeError, UnreadableError
from notice_parser.gate.lock import read_lock
from notice_parser.gate.wording import notice_of
from notice_parser.model import Notice
from notice_parser.parsing import load_notice
from notice_parser.repository import Commit, commit, file_at, merge_base, named, on_disk, renamed

CHECK_PATH = "check its path in the configuration"
OF_LOCK = "words and links, no formatting"


class Baseline(NamedTuple):
    """The old side of a comparison, and words for it."""

    words: str
    notice: Notice


def baseline(folder: Path, path: str, config: Config, at: Commit | None = None) -> Baseline:
    """The baseline of the notice at `path`, told from `folder`. Raises ConfigError where there is none.

    `at`: the commit that a lock or a file is read from, instead of the working tree.
    """
    wanted = config.baseline
    if wanted in (LOCK, config.lock):
        return _locked(folder, path, config, at)
    if wanted == MERGE_BASE:
        return _committed(folder, path, config, merge_base(folder, _paths(config, path)), path, at)
    published = _published(folder, wanted, at)
    if published is not None:
        return Baseline(f"{wanted}{_where(at)}", _read(published, wanted))
    ref, mark, inside = wanted.partition(":")
    return _committed(folder, path, config, named(folder, ref), inside if mark else path, at)


def _locked(folder: Path, path: str, config: Config, at: Commit | None) -> Baseline:
    data = held_by(folder, config.lock, at)
    if data is None:
        raise ConfigError(f"no baseline: {config.lock} does not exist{_where(at)}", "write it with: notice lock")
    lock = read_lock(data, config.lock)
    held = next((notice for notice in lock.notices if notice.path == path), None)
    if held is None:
        raise ConfigError(f"no baseline: {config.lock} holds no {path}{_where(at)}", f"add it with: notice lock {path}")
    return Baseline(f"{config.lock} ({OF_LOCK})", notice_of(held, config.lock))


def held_by(folder: Path, file: str, at: Commit | None) -> bytes | None:
    """What a file of the gate holds, in the working tree or at a commit; None where it does not exist."""
    if at:
        return file_at(folder, at, file)
    return on_disk(folder / file) if (folder / file).exists() else None


def _published(folder: Path, wanted: str, at: Commit | None) -> bytes | None:
    """What the file holds that is the baseline; None where it is a ref, which no file that an edit adds stands in for."""
    if at is None and not (folder / wanted).is_file():
        return None
    data = held_by(folder, wanted, at)
    return None if data is None or commit(folder, wanted.partition(":")[0]) else data


def base_commit(folder: Path, config: Config) -> Commit:
    """The base side of the comparison: the commit of the baseline, else the merge base. Raises ConfigError."""
    if config.baseline in (MERGE_BASE, LOCK, config.lock) or _published(folder, config.baseline, None) is not None:
        return merge_base(folder, _paths(config))
    return named(folder, config.baseline.partition(":")[0])


def _paths(config: Config, *more: str) -> set[str]:
    """The notices that somebody may be editing."""
    return {*more, *(row.path for row in config.notices)}


def _where(at: Commit | None) -> str:
    return f" at {at.words}" if at else ""


def _committed(folder: Path, path: str, config: Config, base: Commit, inside: str, at: Commit | None) -> Baseline:
    data = file_at(folder, base, inside)
    if data is not None:
        return Baseline(base.words, _read(data, inside))
    if inside == path:  # a notice that is new may be signed off as a whole, by its lock
        try:
            return _locked(folder, path, config, at)
        except ConfigError:
            pass
    if former := renamed(folder, base, inside, back=True):
        raise ConfigError(
            f"no baseline: git takes it for {former} of {base.words}, renamed",
            f'write baseline = "{_ref(config, base)}:{former}"',
        )
    raise ConfigError(
        f"no baseline: it is new, {base.words} has no such file", f"sign it off as a whole with: notice lock {path}"
    )


def gone(folder: Path, path: str, config: Config) -> ConfigError:
    """What to say of a configured notice that is no longer there."""
    try:
        at = base_commit(folder, config)
    except NoticeError:
        at = None
    if at and (now := renamed(folder, at, path, back=False)):
        return ConfigError(
            f"the notice is gone: git takes it for {now}, renamed", "write the new path in the configuration"
        )
    if at and file_at(folder, at, path) is not None:
        return ConfigError(
            f"the notice is gone: it stands in {at.words}", "restore it, or remove it from the configuration"
        )
    remedy = "name each notice, for patterns are not expanded" if set(path) & set("*?[") else CHECK_PATH
    return ConfigError("the notice does not exist", remedy)


def _ref(config: Config, at: Commit) -> str:
    return at.sha[:10] if config.baseline == MERGE_BASE else config.baseline.partition(":")[0]


def _read(data: bytes, path: str) -> Notice:
    try:
        return load_notice(data, Path(path).name)
    except UnreadableError as error:
        raise UnreadableError(f"its baseline: {error.what}", error.remedy) from error
