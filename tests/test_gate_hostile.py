"""Hostile refs, paths, names and words change nothing but the text shown, under every format."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from git_folder import Here, Ran, Repository
from lxml import html as lxml_html
from markdown_it import MarkdownIt

from notice_parser.cli.check import FORMATS

OLD = """# Privacy Notice of Harbour Ltd

Last updated: 1 May 2026

## Sharing

We will never sell your data. We share contact data with our printers.

## Keeping

We keep account records for thirty (30) days.
"""
NEW = OLD.replace("thirty (30)", "ninety (90)").replace("1 May", "9 May")
CONFIG = 'approvers = ["counsel@harbour.example"]\n\n[[notices]]\npath = {}\n'
# An annotation of ours is one line, and what it says is read no further: "::error file=a.md,line=3,title=PN501 x::y"
OURS = re.compile(r"^::(?:error|warning|notice) (?:file=[^:,]*,line=\d+,)?title=.*$", re.MULTILINE)
COMMAND = re.compile(r"^\s*::|##\[", re.MULTILINE)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository.new(tmp_path / "site", {"notice.toml": CONFIG.format('"privacy.md"'), "privacy.md": OLD})
    made.git("checkout", "-qb", "edit")
    return made


# --- what a report is made of, whatever it says -----------------------------------------------------------------------


def keys(value: Any) -> Any:
    """JSON without its words; what is keyed by a path has one key."""
    if isinstance(value, dict):
        return {k: keys(v) for k, v in value.items() if k != "verdicts"}
    return [keys(row) for row in value] if isinstance(value, list) else type(value).__name__


def marks(page: str) -> list[tuple[str, tuple[str, ...]]]:
    """The elements of HTML with the names of their attributes."""
    parts = [part for part in lxml_html.document_fromstring(page).iter() if isinstance(part.tag, str)]
    return [(str(part.tag), tuple(map(str, part.attrib))) for part in parts]


def rendered(words: str) -> list[tuple[str, tuple[str, ...]]]:
    """The elements of Markdown as a service shows it."""
    return marks(MarkdownIt("commonmark", {"html": True}).enable("table").render(words))


def cases(words: str) -> list[str]:
    """The elements of XML."""
    return [part.tag for part in ET.fromstring(words).iter()]  # noqa: S314 - our own report


SHAPES: dict[str, Callable[[str], Any]] = {
    "json": lambda words: keys(json.loads(words)),
    "sarif": lambda words: keys(json.loads(words)),
    "gitlab": lambda words: keys(json.loads(words)),
    "junit": cases,
    "html": marks,
    "markdown": rendered,
    "text": lambda words: len(re.findall(r"^  PN", words, re.MULTILINE)),
    "github": lambda words: len(re.findall(r"^  PN", words, re.MULTILINE)),
}


def shapes(here: Here, *arguments: str) -> list[Any]:
    """How each format ends, what its report is made of, and what it makes GitHub do; none holds what is obeyed."""
    made = []
    for form in FORMATS:
        ran = here("check", *arguments, "-f", form)
        said = ran.output + ran.error
        assert "\x1b" not in said
        assert form not in ("text", "github") or not COMMAND.search(OURS.sub("", said)), form
        assert form != "html" or "<script>alert" not in said
        assert form != "markdown" or not [tag for tag, _ in rendered(said) if tag in ("script", "h1", "a")]
        commands = re.findall(r"^::(\w+) (?:file=[^:]*,line=(\d+),)?title=(.*?)::", ran.error, re.MULTILINE)
        made.append((form, ran.code, SHAPES[form](ran.output), commands))
    return made


def open_prints(ran: Ran) -> list[str]:
    return [print_ for notice in json.loads(ran.output)["notices"] for print_ in notice["open"]]


# --- refs -------------------------------------------------------------------------------------------------------------

REFS = [
    "-x",
    "--upload-pack=touch x",
    "main\nmain",
    "main\n::error::x",
    "%s",
    "%0A::error::x",
    "::error::x",
    "##[error]x",
    "a b",
    "$(touch x)",
    "main:../../x",
    "\x1b[2J",
    "<script>alert(1)</script>",
    "| x | [y](javascript:z)",
    "-->",
]


@pytest.mark.parametrize("ref", REFS)
def test_a_hostile_ref_is_only_a_name_that_nothing_has(ref: str, here: Here, repository: Repository) -> None:
    harmless = shapes(here, "--base", "nowhere")
    assert {code for _, code, *_ in harmless} == {4}
    assert shapes(here, f"--base={ref}") == harmless
    assert not (repository.folder / "x").exists()


# --- names of files ---------------------------------------------------------------------------------------------------

PATHS = [
    "-n.md",
    "--.md",
    "a\nb.md",
    "a\n::error::x.md",
    "%0A::error::x.md",
    "::error::x.md",
    " ::error::x.md",
    "##[error]x.md",
    "a: [b].md",
    "- a.md",
    "$(touch x).md",
    "`x`.md",
    "a|b *c*.md",
    "<script>alert(1)<!-- .md",
    "]]>&amp;'\"].md",
    "@team #12.md",
    "é .md",
    "main:x.md",
]


@pytest.mark.parametrize("name", PATHS)
def test_a_hostile_file_name_changes_nothing_but_the_text(name: str, here: Here, repository: Repository) -> None:
    base = ("--base", "HEAD")
    repository.write({"privacy.md": NEW})
    harmless = shapes(here, *base)
    config = CONFIG.format(json.dumps(name))
    repository.commit({"privacy.md": OLD, name: OLD, "notice.toml": config})
    assert here("check", *base).code == 0
    repository.write({name: NEW})
    assert shapes(here, *base) == harmless
    [print_] = open_prints(here("check", *base, "-f", "json"))
    signing = ("--by", "counsel@harbour.example", "--reason", "so")
    approved = here("approve", print_, *base, *signing)
    assert (approved.code, approved.output.count("\n")) == (0, 1)
    assert here("check", *base).code == 0
    locked = here("lock")
    assert (locked.code, locked.output.count("\n")) == (0, 1)
    assert here("changelog", "--from", "HEAD").code == 0
    assert not (repository.folder / "x").exists()


# --- words of notices and of people -----------------------------------------------------------------------------------

WORDS = [
    "::error file=x::now",
    "%0A::error::x",
    "##[error]x",
    "- by: me",
    'reason: "x"\\n- fingerprint: 000000000000',
    "| a | <script>alert(1)</script>",
    "</details></td><!-- ",
    "````\n\n# x",
    "*/ -->",
    "# &anchor *alias !!python/object:os.system",
    "{{ x }} ${{ secrets.X }} $(touch x) `touch x`",
    "@team #12 https://x.example",
]


@pytest.mark.parametrize("words", WORDS)
def test_hostile_words_of_a_notice_change_nothing_but_the_text(words: str, here: Here, repository: Repository) -> None:
    fenced = " ".join(words.split())
    repository.write({"privacy.md": NEW.replace("ninety (90) days.", f"ninety (90) days. The rest: {fenced}.")})
    ran = here("check", "-f", "json")
    assert ran.code == 1
    for form, code, *_ in shapes(here):
        assert code == 1, form
    assert here("approve", "--suggest").code == 0
    assert here("check").code == 4
    prints = open_prints(here("check", "-f", "json"))
    assert here("approve", *prints, "--by", "counsel@harbour.example", "--reason", words).code == 0
    assert here("check").code == 0
    entries = repository.text("notice-approvals.yaml").count("\n  - fingerprint:")
    assert entries == len(prints)
    assert not (repository.folder / "x").exists()


@pytest.mark.parametrize("words", WORDS)
def test_a_hostile_reason_changes_nothing_but_the_text(words: str, here: Here, repository: Repository) -> None:
    repository.write({"privacy.md": NEW})
    [print_] = open_prints(here("check", "-f", "json"))
    signing = ("--by", "counsel@harbour.example", "--obligation")
    assert here("approve", print_, *signing, "tell", "--reason", "so").code == 0
    harmless = shapes(here)
    assert here("approve", print_, *signing, words, "--reason", words).code == 0
    assert shapes(here) == harmless
    assert repository.text("notice-approvals.yaml").count("fingerprint:") == 1 + words.count("fingerprint:") * 2


# --- git --------------------------------------------------------------------------------------------------------------

OLD_GIT = """case "$*" in
  *end-of-options*) echo 'fatal: ambiguous argument' >&2; exit 128 ;;
  *version) echo git version 2.20.1 ;;
  *) exec /usr/bin/git "$@" ;;
esac"""
GITS = {
    "that answers nonsense": ("echo true", "what is called git here does not say its version"),
    "that answers nothing": ("exit 0", "what is called git here does not say its version"),
    "that fails": ("echo 'fatal: this is broken' >&2; exit 128", "git cannot read\\s.*\n  fatal: this is broken"),
    "that is too old": (OLD_GIT, r"git version 2\.20\.1 is too old\n  install git 2\.30 or newer"),
    "that is killed": ("kill -9 $$", "git cannot read\\s.*\n  git failed"),
    "that answers bytes": ("head -c 300 /dev/urandom", "what is called git here does not say its version"),
}


@pytest.mark.parametrize("case", GITS)
def test_a_git_that_cannot_be_asked_is_no_green_check(case: str, repository: Repository) -> None:
    script, words = GITS[case]
    fake = repository.folder.parent / "bin"
    fake.mkdir()
    (fake / "git").write_text(f"#!/bin/sh\n{script}\n")
    (fake / "git").chmod(0o755)
    ran = repository.notice("check", PATH=f"{fake}:/usr/bin:/bin")
    assert (ran.code, ran.error, ran.output.splitlines()[-1]) == (4, "", "FAILED: 0 notices of 1 compared, 1 problem.")
    assert re.match(rf"privacy\.md: no baseline: {words}", ran.output)


def test_a_missing_git_is_no_green_check(repository: Repository) -> None:
    ran = repository.notice("check", PATH=str(repository.folder))
    said = "privacy.md: no baseline: git is not installed\n  install git, or give paths\nFAILED: 0 notices of 1 compared, 1 problem.\n"
    assert ran == (4, said, "")


# --- a fault of the program -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMATS)
def test_a_crash_is_70_and_one_line(form: str, repository: Repository) -> None:
    """A library that the check needs is broken, as by a bad upgrade."""
    broken = repository.folder.parent / "broken"
    (broken / "rapidfuzz").mkdir(parents=True)
    (broken / "rapidfuzz/__init__.py").write_text("raise RuntimeError('half\\ninstalled')\n")
    repository.write({"privacy.md": NEW})
    ran = repository.notice("check", "-f", form, PYTHONPATH=f"{broken}:{Path(__file__).parent.parent}")
    assert (ran.code, ran.output) == (70, "")
    assert ran.error == (
        "notice: internal error (RuntimeError: half installed); set NOTICE_DEBUG=1 to see where, and please report it\n"
    )
