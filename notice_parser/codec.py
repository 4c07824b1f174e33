"""Records to bytes and back: the only file that says JSON."""

import json
import re
from typing import Any, TypeVar

import msgspec

from notice_parser.change import Comparison, History, Timeline
from notice_parser.config import Config
from notice_parser.errors import FormatError, UnreadableError
from notice_parser.model import Notice
from notice_parser.sign_off import Approvals, Check, Lock
from notice_parser.span import Record

SCHEMA_VERSION = "1.0"
SCHEMAS: dict[str, type[Record]] = {
    "notice": Notice,
    "diff": Comparison,
    "history": History,
    "timeline": Timeline,
    "config": Config,
    "check": Check,
    "approvals": Approvals,
    "lock": Lock,
}
_BASE = "https://notice-parser.github.io/schemas/"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"

R = TypeVar("R", bound=Record)


def encode(record: Record, depth: int = 1) -> bytes:
    """JSON with one field a line and one item of a list a line; the same record, the same bytes.

    `depth` beyond 1: the records in its lists are written so too, that many levels down.
    """
    return _fields(record, depth, b"") + b"\n"


def _fields(record: Record, depth: int, indent: bytes) -> bytes:
    names = zip(record.__struct_encode_fields__, record.__struct_fields__, strict=True)
    rows = (
        indent + f'"{name}": '.encode() + _value(getattr(record, attribute), depth, indent) for name, attribute in names
    )
    return b"{\n" + b",\n".join(rows) + b"\n" + indent + b"}"


def _value(value: object, depth: int, indent: bytes) -> bytes:
    if not isinstance(value, tuple) or not value:
        return msgspec.json.encode(value)
    inner = indent + b" "
    if depth > 1 and isinstance(value[0], Record):
        items = [_fields(item, depth - 1, inner) for item in value]
    else:
        items = [msgspec.json.encode(item) for item in value]
    return b"[\n" + inner + (b",\n" + inner).join(items) + b"\n" + indent + b"]"


def decode(data: bytes, kind: type[R]) -> R:
    """The record that `encode` wrote. Raises FormatError naming the first JSON path that does not fit."""
    try:
        return msgspec.json.decode(data, type=kind)
    except msgspec.ValidationError as error:
        raise FormatError(f"not a {kind.__name__.lower()} file", (str(error),)) from error
    except msgspec.DecodeError as error:
        raise UnreadableError(f"not JSON ({error})", "give a file that `notice parse -f json` wrote") from error


def schema(name: str) -> dict[str, Any]:
    """The published JSON Schema (2020-12) of a kind of file, as generated from the records."""
    body = msgspec.json.schema(SCHEMAS[name])
    return {"$schema": _DIALECT, "$id": f"{_BASE}{name}.schema.json", "title": f"notice_parser {name}", **body}


def schema_bytes(name: str) -> bytes:
    """The schema as the file in `schemas/` holds it."""
    return (json.dumps(schema(name), indent=2, ensure_ascii=False) + "\n").encode(errors="backslashreplace")


def document_bytes(document: object) -> bytes:
    """Any other JSON document, readable, for the formats of continuous integration services."""
    return (json.dumps(document, indent=1, ensure_ascii=False) + "\n").encode(errors="backslashreplace")


# What JSON may hold as it is and YAML or a reader may not: "\x7f", a line separator, a change of direction.
_HIDDEN = re.compile(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)


def quoted(text: str) -> str:
    """The text between quotes on one line, as JSON and YAML read it alike."""
    return _HIDDEN.sub(lambda found: f"\\u{ord(found.group()):04x}", json.dumps(text, ensure_ascii=False))


def problems(document: object, name: str) -> tuple[str, ...]:
    """Every way in which `document` breaks the schema, one line each: `$.path: what`."""
    from jsonschema import Draft202012Validator

    validator = Draft202012Validator(schema(name))
    found = sorted(validator.iter_errors(document), key=lambda error: (error.json_path, error.message))
    return tuple(f"{error.json_path}: {_short(error.message)}" for error in found)


def kind_of(document: object) -> str:
    """The kind of file a JSON document is, told by the fields that only that kind has."""
    if isinstance(document, dict) and "findings" in document:
        return "diff"
    if isinstance(document, dict) and "notices" in document:
        return "check" if "outcome" in document else "lock"
    if isinstance(document, dict) and "steps" in document:
        return "history"
    if isinstance(document, dict) and "lives" in document:
        return "timeline"
    return "notice"


def load_json(data: bytes, name: str) -> object:
    """The JSON document in `data`. Raises UnreadableError with the place of the first syntax error."""
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"{name} is not JSON ({error})", "see `notice schema` for what is expected") from error


def _short(message: str, limit: int = 200) -> str:
    return message if len(message) <= limit else f"{message[: limit - 1]}…"
