"""The configuration a command runs under: command line over environment over file over defaults."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from notice_parser.errors import ConfigError

if TYPE_CHECKING:
    from notice_parser.config import Config, Known, Source
    from notice_parser.repository import Commit

LIMIT = 1_000_000  # bytes


class Configured(NamedTuple):
    """A configuration and the folder that its paths are told from."""

    config: "Config"
    folder: Path
    at: "Commit | None" = None  # the commit that the configuration, the approvals and the lock are read from


def configured(path: str | None, options: Mapping[str, str | None], *, on_base: bool = False) -> Configured:
    """The configuration with the folder of its file; the working directory where there is no file.

    `on_base`: as it stands on the base side of the comparison, so that a change cannot loosen its own rules.
    """
    from notice_parser.config import Config, over, read_config

    source = _source(Path(path)) if path is not None else nearest(Path.cwd())
    known = _known()
    config = over(read_config(source, known) if source else Config(), os.environ, known, options)
    folder = Path(source.folder) if source else Path()
    if not on_base:
        return Configured(config, folder)
    if source is None:
        raise ConfigError("there is no configuration to read from the base side", "write notice.toml and commit it")
    return _on_base(source, folder, options)


def _on_base(source: "Source", folder: Path, options: Mapping[str, str | None]) -> Configured:
    """Which commit that is, the command line and the environment say, and never a file that the change may edit."""
    from notice_parser.config import Config, Source, over, read_config
    from notice_parser.gate.baseline import base_commit, held_by

    known = _known()
    at = base_commit(folder, over(Config(), os.environ, known, options))
    data = held_by(folder, Path(source.name).name, at)
    if data is None:
        raise ConfigError(f"{source.name} does not exist at {at.words}", "bring it to the main branch first")
    there = Source(source.name, data.decode("utf-8-sig", errors="replace"), source.table, source.folder)
    return Configured(over(read_config(there, known), os.environ, known, options), folder, at)


def _known() -> "Known":
    from notice_parser.check import RULES
    from notice_parser.check.profiles import PROFILES
    from notice_parser.cli.check import FORMATS
    from notice_parser.config import Known

    codes = {rule.code: rule.code for rule in RULES} | {rule.name: rule.code for rule in RULES}
    return Known(tuple(row.name for row in PROFILES), codes, FORMATS)


def nearest(folder: Path) -> "Source | None":
    """The `notice.toml`, or the pyproject.toml with a table `[tool.notice]`, in `folder` or the closest one above."""
    for above in (folder, *folder.parents):
        if (above / "notice.toml").is_file():
            return _source(above / "notice.toml")
        if (above / "pyproject.toml").is_file():
            source = _source(above / "pyproject.toml")
            # Only a file that may speak to us is read further: another tool's broken table is not our error.
            if "notice" in source.text and source.body() is not None:
                return source
    return None


def _source(path: Path) -> "Source":
    from notice_parser.cli.inputs import shown
    from notice_parser.config import TABLE, Source

    try:
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
        text = data.decode("utf-8-sig")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise ConfigError(f"the configuration {shown(str(path))} cannot be read", reason) from error
    if len(data) > LIMIT:
        raise ConfigError(f"the configuration {shown(str(path))} is too large", f"the limit is {LIMIT:,} bytes")
    return Source(shown(_near(path)), text, TABLE if path.name == "pyproject.toml" else (), str(path.parent))


def _near(path: Path) -> str:
    """The path as a person would type it."""
    return os.path.relpath(path) if path.is_absolute() and path.is_relative_to(Path.cwd()) else str(path)
