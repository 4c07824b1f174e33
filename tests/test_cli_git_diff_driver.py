"""Commitments in `git diff`: the driver as real git calls it."""

import sys
from pathlib import Path

import pytest
from git_folder import SRC, Repository

OLD = "# Privacy Notice of Harbour Ltd\n\n## Sharing\n\nWe will never sell your data.\n\nOur office has a green door.\n"
NEW = OLD.replace("will never", "may")
DRIVER = f"env PYTHONPATH={SRC} {sys.executable} -m notice_parser git-diff-driver --"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository.new(tmp_path / "site", {"privacy.md": OLD, ".gitattributes": "*.md diff=notice\n"})
    made.git("config", "diff.notice.command", DRIVER)
    made.git("config", "diff.notice.textconv", DRIVER)
    return made


def test_git_diff_says_what_happened_to_a_promise(repository: Repository) -> None:
    repository.write({"privacy.md": NEW})
    out = repository.git("diff")
    assert out.startswith("notice diff privacy.md\nPrivacy Notice of Harbour Ltd\n")
    assert "We [-will never-]{+may+} sell your data." in out
    assert "▼ weakened" in out


def test_git_log_shows_sentences_with_their_commitments(repository: Repository) -> None:
    repository.commit({"privacy.md": NEW})
    lines = repository.git("log", "-1", "-p", "--format=%s").splitlines()
    changed = [line for line in lines if line.startswith(("+", "-")) and line[:3] not in ("+++", "---")]
    assert changed == [
        "-We will never sell your data.",
        "-    we must not · sell · data personal",
        "+We may sell your data.",
        "+    we may · sell · data personal",
    ]


def test_new_gone_renamed_and_broken_files_never_stop_git(repository: Repository) -> None:
    repository.git("mv", "--", "privacy.md", "-rf ::x.md")
    repository.write({"new.md": NEW, "empty.md": " ", "broken.md": "\0\1\2", "name\nwith line.md": OLD})
    repository.git("add", "-A")
    out = repository.git("diff", "HEAD")
    heads = [line for line in out.splitlines() if line.startswith("notice diff ")]
    assert len(heads) == 5
    assert "notice diff name with line.md" in heads
    assert "+We may sell your data." in out
    assert "(no notice: " in out
    repository.git("commit", "-qm", "two")
    assert "-rf ::x.md" in repository.git("log", "-1", "-p", "-M", "--format=%s")
