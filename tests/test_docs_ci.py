"""docs/ci.md says what is so: its commands are run one after the other in a repository of their own."""

import re
from pathlib import Path

import pytest
from git_folder import Repository, program, run

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs/ci.md").read_text("utf-8").partition("## Integrations")[0]
TOML = re.compile(r"^```toml\n(.*?)^```", re.MULTILINE | re.DOTALL)
CONSOLE = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)

ELLIPSIS = re.compile(r"^…\n", re.MULTILINE)
COUNT = re.compile(r"\d+\\ commitments")
COMMIT = re.compile(r"\\\([0-9a-f]{10}\\\)")  # "\(92a17dd5a1\)": another one in every repository


@pytest.fixture
def site(tmp_path: Path) -> Repository:
    [config] = TOML.findall(PAGE)
    notice = (ROOT / "corpus/app/v1.md").read_text("utf-8")
    made = Repository.new(tmp_path / "site", {"notices/privacy.md": notice})
    made.write({"notice.toml": config})
    return made


def pattern(shown: str) -> str:
    """What is shown, whatever the commit and however many commitments the rules of the day find."""
    return COUNT.sub(r"\\d+\\ commitments", COMMIT.sub(r"\\([0-9a-f]{10}\\)", re.escape(shown)))


def steps() -> list[tuple[str, str]]:
    """Each command of the page with what it is said to print."""
    blocks = "".join(CONSOLE.findall(PAGE))
    return [tuple(part.split("\n", 1)) for part in blocks.split("$ ")[1:]]  # type: ignore[misc]


def test_the_page_is_what_happens(site: Repository) -> None:
    assert len(steps()) >= 10
    programs = program(site.folder.parent / "bin")
    for command, shown in steps():
        ran = run(["sh", "-c", command], site.folder, programs)
        printed = ran.output + ran.error
        parts = [pattern(part) for part in ELLIPSIS.split(shown)]
        assert re.fullmatch("(?s:.*?)".join(parts), printed), f"{command}\n{printed}"
