"""The configuration of `notice`: its record, and a reader of TOML that names file, line and key of a mistake.

What a configuration may name (profiles, rules) is known on higher floors and comes in as `Known`.
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Annotated, Any, NamedTuple

from msgspec import field

from notice_parser.errors import ConfigError
from notice_parser.model import doc
from notice_parser.span import Record
from notice_parser.vocabulary import FailOn, Level

TABLE = ("tool", "notice")  # of a pyproject.toml
MERGE_BASE, LOCK = "merge-base", "lock"  # baselines that are no ref and no path
NEAR = 50  # of 100: a name less like than this is no slip of the pen
# "Expected ']' (at line 3, column 7)"
AT_LINE = re.compile(r" \(at line (\d+), column \d+\)")

Levels = Annotated[dict[str, Level], doc("the level of a rule by its code or name, whatever the profile")]
Approvers = Annotated[tuple[str, ...], doc("who may sign: names as they stand after `by` in the approvals")]
Baseline = Annotated[
    str,
    doc('what a notice is compared with: "merge-base" (with the main branch), "lock", a git ref, REF:PATH or a path'),
]


class NoticeTable(Record, rename="kebab", forbid_unknown_fields=True, omit_defaults=True):
    """One `[[notices]]` of the configuration; what it does not say is said above all of them."""

    path: Annotated[str, doc("of the notice, from the folder of the configuration")]
    key: Annotated[str, doc("names the document in every version; by default its own document id or title")] = ""
    profile: Annotated[str | None, doc("levels and law by jurisdiction, such as gdpr")] = None
    baseline: Annotated[str | None, doc("what this notice is compared with")] = None
    fail_on: Annotated[FailOn | None, doc("the level from which findings need an approval")] = None
    levels: Levels = field(default_factory=dict)
    approvers: Approvers = ()


class Config(Record, rename="kebab", forbid_unknown_fields=True):
    """How findings are judged: a `notice.toml`, or the table `[tool.notice]` of a pyproject.toml."""

    profile: Annotated[str, doc("levels and law by jurisdiction, such as gdpr")] = "default"
    fail_on: Annotated[FailOn, doc("the level from which findings make the command exit with 1")] = FailOn.ERROR
    levels: Levels = field(default_factory=dict)
    baseline: Baseline = MERGE_BASE
    approvers: Approvers = ()
    approvals: Annotated[str, doc("the file that people sign")] = "notice-approvals.yaml"
    lock: Annotated[str, doc("the file that `notice lock` writes")] = "notice.lock.json"
    formats: Annotated[tuple[str, ...], doc("reports of `notice check`, such as text or sarif=notice.sarif")] = ()
    notices: Annotated[tuple[NoticeTable, ...], doc("what `notice check` compares")] = ()

    def under(self, row: NoticeTable) -> "Config":
        """The configuration of one notice: its own table over what is said above all of them."""
        return self.but(
            profile=row.profile or self.profile,
            fail_on=row.fail_on or self.fail_on,
            levels=self.levels | row.levels,
            baseline=row.baseline or self.baseline,
            approvers=row.approvers or self.approvers,
        )


Path = tuple[str | int, ...]  # of a key: names of tables and numbers of their rows


class Known(NamedTuple):
    """The names that a configuration may use: profiles, rules by code and by name, each with its code, and formats."""

    profiles: tuple[str, ...]
    rules: Mapping[str, str]
    formats: tuple[str, ...] = ()


class Source(NamedTuple):
    """A TOML file that holds a configuration, whole or in one of its tables."""

    name: str
    text: str
    table: tuple[str, ...] = ()
    folder: str = ""  # that its paths are told from

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

    def wrong(self, keys: "Path", what: str, allowed: str) -> ConfigError:
        """The error to raise on a key: file, line, key, what is wrong with it, and what is allowed."""
        path = (*self.table, *keys)
        told = ".".join(f"{key + 1}" if isinstance(key, int) else key for key in keys or path)
        return ConfigError(f"{self.name}:{line_of(self.text, path)}: {told} {what}", allowed)


def read_config(source: Source, known: Known) -> Config:
    """The configuration in a file. Raises ConfigError, one line, on the first mistake."""
    body = source.body()
    if body is None:
        raise ConfigError(f"{source.name} has no table [{'.'.join(source.table)}]", "add it, or name another file")
    config = Config(**_fields(source, (), body, KEYS, known))
    for key, values in (("path", [row.path for row in config.notices]), ("key", [row.key for row in config.notices])):
        for number, value in enumerate(values):
            if value and value in values[:number]:
                raise source.wrong(
                    ("notices", number, key), f"is {_shown(value)} a second time", "name each notice once"
                )
    return config


def over(
    config: Config,
    environment: Mapping[str, str],
    known: Known,
    options: Mapping[str, str | None] = MappingProxyType({}),
) -> Config:
    """The configuration under NOTICE_PROFILE, NOTICE_FAIL_ON and NOTICE_BASE, and these under the command line.

    Both go over what single notices say. What is empty says nothing.
    """
    for name, key, allowed in (
        ("NOTICE_PROFILE", "profile", known.profiles),
        ("NOTICE_FAIL_ON", "fail-on", tuple(FailOn)),
        ("NOTICE_BASE", "baseline", ()),
    ):
        value = environment.get(name)
        if value and allowed and value not in allowed:
            raise ConfigError(f"the environment variable {name} is {value!r}", _hint(value, allowed))
        if said := options.get(key) or value:
            field_name = key.replace("-", "_")
            rows = tuple(row.but(**{field_name: None}) for row in config.notices)
            config = config.but(**{field_name: FailOn(said) if key == "fail-on" else said, "notices": rows})
    return config


def line_of(text: str, path: Path) -> int:
    """The 1-based line on which the key at `path` begins; 1 where it is written in a way that hides it.

    It is the last line that says the key and before which the file, cut there, is whole and lacks it.
    """
    lines = text.splitlines(keepends=True)
    last = next(key for key in reversed(path) if isinstance(key, str))  # a row of a list begins with its name
    for number in range(len(lines), 0, -1):
        if last in lines[number - 1] and _lacks("".join(lines[: number - 1]), path):
            return number
    return 1


def _lacks(text: str, path: Path) -> bool:
    try:
        body: Any = tomllib.loads(text)
    except (ValueError, RecursionError):
        return False
    for key in path:
        if isinstance(key, int):
            if not isinstance(body, list) or key >= len(body):
                return True
        elif not isinstance(body, dict) or key not in body:
            return True
        body = body[key]
    return False


# --- what each key may hold -------------------------------------------------------------------------------------------


def _profile(source: Source, keys: Path, value: object, known: Known) -> str:
    return _one_of(source, keys, value, known.profiles)


def _fail_on(source: Source, keys: Path, value: object, _: Known) -> FailOn:
    return FailOn(_one_of(source, keys, value, tuple(FailOn)))


def _levels(source: Source, keys: Path, table: object, known: Known) -> dict[str, Level]:
    if not isinstance(table, dict):
        raise source.wrong(keys, "is no table", 'write [levels] and below it rules, such as PN902 = "none"')
    seen: dict[str, str] = {}
    for rule, value in table.items():
        if rule not in known.rules:
            raise source.wrong((*keys, rule), "is no rule", _nearest(rule, known.rules) + "`notice rules` lists them")
        twin = seen.setdefault(known.rules[rule], rule)
        if twin != rule:
            raise source.wrong((*keys, rule), f"is the same rule as {twin}", "name it once")
        _one_of(source, (*keys, rule), value, tuple(Level))
    return {rule: Level(value) for rule, value in table.items()}


def _word(source: Source, keys: Path, value: object, _: Known) -> str:
    if isinstance(value, str) and value.strip() and "\0" not in value:
        return value
    raise source.wrong(keys, f"is {_shown(value)}", "write some words between quotes")


def _path(source: Source, keys: Path, value: object, known: Known) -> str:
    path = _word(source, keys, value, known)
    if path.startswith(("/", "~")):
        raise source.wrong(keys, f"is {_shown(value)}", "write a path from the folder of this file")
    return path


def _words(source: Source, keys: Path, value: object, _: Known) -> tuple[str, ...]:
    if isinstance(value, list) and all(isinstance(word, str) and word.strip() for word in value):
        return tuple(value)
    raise source.wrong(keys, f"is {_shown(value)}", 'write a list such as ["counsel@example.org"]')


def _formats(source: Source, keys: Path, value: object, known: Known) -> tuple[str, ...]:
    for word in _words(source, keys, value, known):
        form, mark, file = word.partition("=")
        if form not in known.formats or (mark and not file):
            raise source.wrong(keys, f"has {_shown(word)}", _hint(form, known.formats))
    return _words(source, keys, value, known)


def _notices(source: Source, keys: Path, value: object, known: Known) -> tuple[NoticeTable, ...]:
    if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
        raise source.wrong(keys, "is no list of tables", "write [[notices]] and below it path = …")
    for number, row in enumerate(value):
        if "path" not in row:
            raise source.wrong((*keys, number), "has no path", 'write path = "notices/privacy.md"')
    return tuple(
        NoticeTable(**_fields(source, (*keys, number), row, NOTICE_KEYS, known)) for number, row in enumerate(value)
    )


Reader = Callable[[Source, Path, object, Known], object]
KEYS: dict[str, Reader] = {
    "profile": _profile,
    "fail-on": _fail_on,
    "levels": _levels,
    "baseline": _word,
    "approvers": _words,
    "approvals": _path,
    "lock": _path,
    "formats": _formats,
    "notices": _notices,
}
NOTICE_KEYS: dict[str, Reader] = {
    "path": _path,
    "key": _word,
    "profile": _profile,
    "baseline": _word,
    "fail-on": _fail_on,
    "levels": _levels,
    "approvers": _words,
}


def _fields(
    source: Source, keys: Path, body: Mapping[str, object], readers: Mapping[str, Reader], known: Known
) -> dict[str, Any]:
    """The fields of a record as a table of the file says them."""
    for key in body:
        if key not in readers:
            raise source.wrong((*keys, key), "is no key of the configuration", _hint(key, tuple(readers)))
    return {key.replace("-", "_"): readers[key](source, (*keys, key), value, known) for key, value in body.items()}


def _one_of(source: Source, keys: Path, value: object, allowed: tuple[str, ...]) -> str:
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
