"""The house itself: the ladder of rooms, small functions, documents, and generated files that equal their source."""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from notice_parser.codec import SCHEMAS

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "notice_parser"

# A room may import only from lower floors; rooms of one floor never import each other.
FLOORS = {
    "__about__": 0,
    "span": 0,
    "errors": 0,
    "vocabulary": 0,
    "budget": 1,
    "model": 1,
    "change": 1.5,
    "config": 1.5,
    "repository": 1.5,
    "sign_off": 1.6,
    "codec": 2,
    "lexicon": 2,
    "extract": 3,
    "repair": 3,
    "segment": 3,
    "commitments": 3,
    "diff": 3,
    "parsing": 4,
    "tracing": 4,
    "check": 4,
    "comparing": 5,
    "report": 5,
    "gate": 5.5,
    "__init__": 6,
    "cli": 7,
    "__main__": 8,
}
FORBIDDEN_NAMES = ("manager", "handler", "utils", "helpers", "common", "info", "process")
LONGEST_FUNCTION, LONGEST_FILE = 50, 300
RECORDS = ("model.py", "vocabulary.py")  # declarations alone, read as tables

MODULES = sorted(PACKAGE.rglob("*.py"))


def room(path: Path) -> str:
    inside = path.relative_to(PACKAGE)
    return inside.parts[0] if len(inside.parts) > 1 else inside.stem


def imported_rooms(path: Path) -> Iterator[str]:
    """Rooms that a module imports from, imports inside functions included."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "notice_parser":
            parts = (node.module or "").split(".")
            yield from [parts[1]] if len(parts) > 1 else [alias.name for alias in node.names]
        elif isinstance(node, ast.Import):
            yield from (a.name.split(".")[1] for a in node.names if a.name.startswith("notice_parser."))


def test_every_room_stands_on_a_floor() -> None:
    assert {room(path) for path in MODULES} == set(FLOORS)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_go_down_the_ladder(path: Path) -> None:
    here = room(path)
    up = {there for there in imported_rooms(path) if there != here and FLOORS.get(there, 6) >= FLOORS[here]}
    assert up == set()


def functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def test_functions_and_files_are_small() -> None:
    long_functions = [f"{path}:{name} {n}" for path in MODULES for name, n in functions(path) if n > LONGEST_FUNCTION]
    long_files = [
        f"{path} {n}"
        for path in MODULES
        if path.name not in RECORDS and (n := len(path.read_text().splitlines())) > LONGEST_FILE
    ]
    assert (long_functions, long_files) == ([], [])


def test_names_say_what_things_are() -> None:
    bad = [path for path in MODULES if path.stem in FORBIDDEN_NAMES]
    assert bad == []


def test_every_module_and_public_name_is_documented() -> None:
    bare = []
    for path in MODULES:
        tree = ast.parse(path.read_text())
        nodes = [tree, *(n for n in tree.body if isinstance(n, ast.FunctionDef | ast.ClassDef) and n.name[0] != "_")]
        bare += [f"{path}:{getattr(n, 'name', 'module')}" for n in nodes if not ast.get_docstring(n)]
    assert bare == []


def test_only_the_codec_says_json() -> None:
    who = [
        path
        for path in MODULES
        if re.search(r"^\s*(import json|from json|import msgspec)", path.read_text(), re.MULTILINE)
    ]
    allowed = {"codec.py", "span.py"}
    assert {str(path.relative_to(PACKAGE)) for path in who} <= allowed


def test_help_imports_no_heavy_library() -> None:
    heavy = "{'spacy','lxml','pypdfium2','pdfplumber','ftfy','wordfreq','rich','rapidfuzz','jsonschema','markdown_it'}"
    probe = f"import sys, notice_parser.cli; print(sorted({heavy} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True, cwd=ROOT)
    assert run.stdout.strip() == "[]"


@pytest.mark.parametrize("name", SCHEMAS)
def test_schemas_equal_the_records(name: str) -> None:
    from notice_parser.codec import schema_bytes

    assert (ROOT / "schemas" / f"{name}.schema.json").read_bytes() == schema_bytes(name)


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_published_field_has_a_description(name: str) -> None:
    from notice_parser.codec import schema

    document = schema(name)
    bare = [
        f"{kind}.{field}"
        for kind, body in document["$defs"].items()
        for field, rule in body.get("properties", {}).items()
        if not says(rule, document["$defs"])
    ]
    assert bare == []


def says(rule: dict[str, object], kinds: dict[str, dict[str, object]]) -> bool:
    """Whether a field, or the kind of record it holds, carries a description."""
    if "description" in rule:
        return True
    return "description" in kinds.get(str(rule.get("$ref", "")).rsplit("/", 1)[-1], {})


def test_nothing_speaks_of_the_machine_it_was_made_on() -> None:
    pattern = re.compile(r"/(?:home|root|work|Users)/|/tmp/(?:wt|bin)|site-packages")
    listed = subprocess.run(["git", "ls-files"], capture_output=True, text=True, cwd=ROOT, check=False).stdout.split(
        "\n"
    )
    texts = [ROOT / name for name in listed if name.endswith((".py", ".md", ".toml", ".json", ".lock", "Makefile"))]
    assert [str(p) for p in texts if p.exists() and p.name != "test_house.py" and pattern.search(p.read_text())] == []


# The tables that the house is read by, each a literal in the file that runs it.
TABLES = {
    "extract/__init__.py": "READERS",
    "repair/dialects.py": "DIALECTS",
    "check/__init__.py": "RULES",
    "check/profiles.py": "PROFILES",
    "cli/__init__.py": "COMMANDS",
    "cli/exits.py": "ERRORS",
}


@pytest.mark.parametrize(("name", "table"), TABLES.items())
def test_a_table_stands_in_sight(name: str, table: str) -> None:
    assigned = {}
    for node in ast.parse((PACKAGE / name).read_text()).body:
        for target in node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]:
            assigned[getattr(target, "id", "")] = getattr(node, "value", None)
    assert isinstance(assigned[table], ast.Tuple | ast.Dict)


def test_the_page_of_rules_equals_the_rules() -> None:
    command = [sys.executable, "scripts/make_rule_pages", "--check"]
    run = subprocess.run(command, cwd=ROOT, check=False, env={**os.environ, "PYTHONPATH": str(ROOT)})
    assert run.returncode == 0, "run scripts/make_rule_pages"


def test_scripts_that_documents_name_exist() -> None:
    texts = [(ROOT / name).read_text() for name in ("README.md", "CONTRIBUTING.md", "Makefile")]
    named = {script for text in texts for script in re.findall(r"scripts/(\w+)", text)}
    assert {script for script in named if not (ROOT / "scripts" / script).exists()} == set()
