"""The configuration of `notice`: its record, and a reader of TOML that names file, line and key of a mistake.

What a configuration may name (profiles, rules) is known on higher floors and comes in as `Known`.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from typing import Annotated, Any, NamedTuple

from msgspec import field

from notice_parser.errors import ConfigError
from notice_parser.model import doc
from notice_parser.span import Record
from notice_parser.vocabulary import FailOn, Level

TABLE = ("tool", "notice")  # of a pyproject.toml
PROFILE, FAIL_ON, LEVELS = KEYS = ("profile", "fail-on", "levels")
NEAR = 50  # of 100: a name less like than this is no slip of the pen
# "Expected ']' (at line 3, column 7)"
AT_LINE = re.compile(r" \(at line (\d+), column \d+\)")


class Config(Record, rename="kebab", forbid_unknown_fields=True):
    """How findings are judged: a `notice.toml`, or the table `[tool.notice]` of a pyproject.toml."""

    profile: Annotated[str, doc("levels and law by jurisdiction, such as gdpr")] = "default"
    fail_on: Annotated[FailOn, doc("the level from which findings make the command exit with 1")] = FailOn.ERROR
    levels: Annotated[dict[str, Level], doc("the level of a rule by its code or name, whatever the profile")] = field(
        default_factory=dict
    )


class Known(NamedTuple):
    """The names that a configuration may use: profiles, and rules by code and by name, each with its code."""

    profiles: tuple[str, ...]
    rules: Mapping[str, str]


class Source(NamedTuple):
    """A TOML file that holds a configuration, whole or in one of its tables."""

    name: str
    text: str
    table: tuple[str, ...] = ()

    def body(self) -> dict[str, Any] | None:
        """The keys of the configuration; None where the file has no such table. Raises ConfigError on broken TOML."""
        try:
            body = tomllib.loads(self.text)
        except (ValueError, RecursionError) as error:
            at = AT_LINE.search(str(error))
            line = int(at[1]) if at else len(self.text.splitlines()) or 1
            raise ConfigError(f"{self.name}:{line}: not TOML", AT_LINE.sub("", str(error))) from error
        for key in self.table:
            if key not in body:
                return None
            body = body[key]
            if not isinstance(body, dict):
                raise self.wrong((), "is no table", "write its keys below [tool.notice]")
        return body

    def wrong(self, keys: tuple[str, ...], what: str, allowed: str) -> ConfigError:
        """The error to raise on a key: file, line, key, what is wrong with it, and what is allowed."""
        path = (*self.table, *keys)
        return ConfigError(f"{self.name}:{line_of(self.text, path)}: {'.'.join(keys or path)} {what}", allowed)


def read_config(source: Source, known: Known) -> Config:
    """The configuration in a file. Raises ConfigError, one line, on the first mistake."""
    body = source.body()
    if body is None:
        raise ConfigError(f"{source.name} has no table [{'.'.join(source.table)}]", "add it, or name another file")
    for key in body:
        if key not in KEYS:
            raise source.wrong((key,), "is no key of the configuration", _hint(key, KEYS))
    profile = _one_of(source, (PROFILE,), body.get(PROFILE, "default"), known.profiles)
    fail_on = _one_of(source, (FAIL_ON,), body.get(FAIL_ON, "error"), tuple(FailOn))
    return Config(profile, FailOn(fail_on), _levels(source, body.get(LEVELS, {}), known))


def over(config: Config, environment: Mapping[str, str], known: Known) -> Config:
    """The configuration with what NOTICE_PROFILE and NOTICE_FAIL_ON say instead of the file; empty says nothing."""
    profile = environment.get("NOTICE_PROFILE") or config.profile
    fail_on = environment.get("NOTICE_FAIL_ON") or config.fail_on
    for name, value, allowed in (
        ("NOTICE_PROFILE", profile, known.profiles),
        ("NOTICE_FAIL_ON", fail_on, tuple(FailOn)),
    ):
        if value not in allowed:
            raise ConfigError(f"the environment variable {name} is {value!r}", _hint(value, allowed))
    return config.but(profile=profile, fail_on=FailOn(fail_on))


def line_of(text: str, path: tuple[str, ...]) -> int:
    """The 1-based line on which the key at `path` begins; 1 where it is written in a way that hides it.

    It is the last line that says the key and before which the file, cut there, is whole and lacks it.
    """
    lines = text.splitlines(keepends=True)
    for number in range(len(lines), 0, -1):
        if path[-1] in lines[number - 1] and _lacks("".join(lines[: number - 1]), path):
            return number
    return 1


def _lacks(text: str, path: tuple[str, ...]) -> bool:
    try:
        body: Any = tomllib.loads(text)
    except (ValueError, RecursionError):
        return False
    for key in path:
        if not isinstance(body, dict) or key not in body:
            return True
        body = body[key]
    return False


def _levels(source: Source, table: object, known: Known) -> dict[str, Level]:
    if not isinstance(table, dict):
        raise source.wrong((LEVELS,), "is no table", 'write [levels] and below it rules, such as PN902 = "none"')
    seen: dict[str, str] = {}
    for rule, value in table.items():
        if rule not in known.rules:
            raise source.wrong((LEVELS, rule), "is no rule", _nearest(rule, known.rules) + "`notice rules` lists them")
        twin = seen.setdefault(known.rules[rule], rule)
        if twin != rule:
            raise source.wrong((LEVELS, rule), f"is the same rule as {twin}", "name it once")
        _one_of(source, (LEVELS, rule), value, tuple(Level))
    return {rule: Level(value) for rule, value in table.items()}


def _one_of(source: Source, keys: tuple[str, ...], value: object, allowed: tuple[str, ...]) -> str:
    if isinstance(value, str) and value in allowed:
        return value
    hint = _hint(value, allowed) if isinstance(value, str) else _hint("", allowed)
    raise source.wrong(keys, f"is {_shown(value)}", hint)


def _shown(value: object, limit: int = 40) -> str:
    words = repr(value)
    return words if len(words) <= limit else f"{words[: limit - 1]}…"


def _hint(word: str, allowed: tuple[str, ...]) -> str:
    return f"{_nearest(word, allowed)}allowed are {', '.join(allowed)}"


def _nearest(word: str, allowed: Iterable[str]) -> str:
    """A question after the name most like `word`; empty where none is near."""
    from rapidfuzz import fuzz, process

    best = process.extractOne(word, list(allowed), scorer=fuzz.ratio, processor=str.casefold, score_cutoff=NEAR)
    return f"did you mean {best[0]}? " if best else ""
