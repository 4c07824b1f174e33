"""What people signed: `notice-approvals.yaml` to entries, each with its line and with what is wrong with it."""

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from notice_parser.errors import ConfigError
from notice_parser.sign_off import Entry
from notice_parser.vocabulary import Decision

if TYPE_CHECKING:
    from ruamel.yaml.nodes import MappingNode, Node

LIMIT = 2_000_000  # bytes
NEEDED = ("fingerprint", "rule", "document", "by", "on", "reason")
OPTIONAL = ("section", "before", "after", "decision", "obligations", "expires")
FINGERPRINT = re.compile(r"[0-9a-f]{12}")  # "9c1f0a2b77de"
FINISH = "write it into the entry; what is not signed is not approved"


class Wrong(NamedTuple):
    """What is wrong with an entry, and what to do about it."""

    line: int
    what: str
    remedy: str


class Signed(NamedTuple):
    """An entry of the file with its line and everything that is wrong with it by itself."""

    entry: Entry
    line: int
    end: int  # its last line
    wrong: tuple[Wrong, ...] = ()


def read_approvals(text: str, name: str) -> tuple[Signed, ...]:
    """The entries of the file. Raises ConfigError, with file and line, where it is no file of approvals at all."""
    root = _composed(text, name)
    if root is None:
        return ()
    fields = dict(_fields(root, name))
    version = fields.pop("version", None)
    if version is None or str(version.value) != "1":
        raise ConfigError(f"{name}:{_line(version or root)}: version is not 1", "begin the file with: version: 1")
    rows = fields.pop("approvals", None)
    if fields:
        key, node = next(iter(fields.items()))
        raise ConfigError(f"{name}:{_line(node)}: {key!r} is no key of the approvals", "allowed are version, approvals")
    if rows is None or _empty(rows):
        return ()
    if not isinstance(rows.value, list) or rows.tag != "tag:yaml.org,2002:seq":
        raise ConfigError(f"{name}:{_line(rows)}: approvals is no list", "write one entry below another, each after -")
    return tuple(_signed(row, name) for row in rows.value)


def _composed(text: str, name: str) -> "Node | None":
    """The YAML as nodes: every scalar is the text that stands in the file, and no object is built."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    if len(text) > LIMIT:
        raise ConfigError(f"{name} is too large", f"the limit is {LIMIT:,} bytes")
    try:
        node: Node | None = YAML(typ="rt", pure=True).compose(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise ConfigError(
            f"{name}:{mark.line + 1 if mark else 1}: not YAML", str(error.problem or error.context)
        ) from error
    except (YAMLError, ValueError, RecursionError) as error:
        raise ConfigError(f"{name}:1: not YAML", " ".join(str(error).split())[:100]) from error
    return node


def _fields(node: "Node", name: str) -> Iterator[tuple[str, "Node"]]:
    """The keys of a mapping with their values. Raises ConfigError on a second of the same name."""
    if node.tag != "tag:yaml.org,2002:map":
        raise ConfigError(f"{name}:{_line(node)}: these are no keys with values", "write fields such as reason: …")
    seen: set[str] = set()
    for key, value in _pairs(node):
        if key in seen:
            raise ConfigError(f"{name}:{_line(value)}: {key} stands here a second time", "write it once")
        seen.add(key)
        yield key, value


def _pairs(node: "MappingNode | Node") -> Iterator[tuple[str, "Node"]]:
    yield from ((str(key.value), value) for key, value in node.value)


def _signed(node: "Node", name: str) -> Signed:
    fields = dict(_fields(node, name))
    line = _line(node)
    lines = {str(key.value): _line(key) for key, _ in node.value}  # an empty value has no place of its own
    wrong = [
        Wrong(lines[key], f"{key!r} is no key of an approval", f"allowed are {', '.join((*NEEDED, *OPTIONAL))}")
        for key in fields
        if key not in (*NEEDED, *OPTIONAL)
    ]
    words = {key: _scalar(value) for key, value in fields.items() if key != "obligations"}
    wrong += [
        Wrong(lines.get(key, line), f"the entry has no {key}", FINISH)
        for key in NEEDED
        if not (words.get(key) or "").strip()
    ]
    decision = words.get("decision") or Decision.APPROVED
    if decision not in tuple(Decision):
        wrong.append(Wrong(lines["decision"], f"decision is {decision!r}", f"allowed are {', '.join(Decision)}"))
        decision = Decision.REJECTED  # what nobody can read approves nothing
    if words.get("fingerprint") and not FINGERPRINT.fullmatch(words["fingerprint"] or ""):
        wrong.append(Wrong(line, f"fingerprint is {words['fingerprint']!r}", "copy the 12 digits from the report"))
    wrong += [
        Wrong(lines[key], f"{key} is {words[key]!r}", "write a date such as 2026-09-01")
        for key in ("on", "expires")
        if words.get(key) and not _is_date(words[key] or "")
    ]
    obligations = fields.get("obligations")
    if obligations is not None and not _empty(obligations) and not isinstance(obligations.value, list):
        wrong.append(Wrong(lines["obligations"], "obligations is no list", "write [notify-users-30d]"))
    entry = Entry(
        fingerprint=words.get("fingerprint") or "",
        rule=words.get("rule") or "",
        document=words.get("document") or "",
        by=words.get("by") or "",
        on=words.get("on") or "",
        reason=(words.get("reason") or "").strip(),
        section=words.get("section") or "",
        before=words.get("before"),
        after=words.get("after"),
        decision=Decision(decision),
        obligations=_list(obligations),
        expires=words.get("expires"),
    )
    return Signed(entry, line, _last_line(node), tuple(wrong))


def _scalar(node: "Node") -> str | None:
    """The text of a scalar as it stands in the file; None for null, and for what is no scalar."""
    if node.tag == "tag:yaml.org,2002:null" or not isinstance(node.value, str):
        return None
    return node.value


def _list(node: "Node | None") -> tuple[str, ...]:
    if node is None or not isinstance(node.value, list):
        return ()
    return tuple(words for row in node.value if hasattr(row, "value") and (words := _scalar(row)))


def _empty(node: "Node") -> bool:
    return bool(node.tag == "tag:yaml.org,2002:null")


def _is_date(words: str) -> bool:
    try:
        date.fromisoformat(words)
    except ValueError:
        return False
    return True


def _line(node: "Node") -> int:
    return int(node.start_mark.line) + 1


def _last_line(node: "Node") -> int:
    """The line on which the last scalar inside a node ends."""
    if not isinstance(node.value, list):
        return int(node.end_mark.line) + (1 if node.end_mark.column else 0)
    inside = (part for item in node.value for part in (item if isinstance(item, tuple) else (item,)))
    ends = [_last_line(part) for part in inside]
    return max([_line(node), *ends]) if node.value else int(node.end_mark.line) + 1
