"""`notice check`: what it compares with, and that it is never green because nothing was compared."""

import json
from pathlib import Path
from typing import Any

import pytest
from git_folder import Ran, Repository

OLD = """# Privacy Notice of Harbour Ltd

Last updated: 1 May 2026

## Sharing

We will never sell your data. We share contact data with our printers.

## Keeping

We keep account records for thirty (30) days.
"""
NEW = OLD.replace("thirty (30)", "ninety (90)").replace("1 May", "9 May")
CONFIG = 'approvers = ["counsel@harbour.example"]\n\n[[notices]]\npath = "notices/privacy.md"\n'
FILES = {"notice.toml": CONFIG, "notices/privacy.md": OLD}


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository.new(tmp_path / "site", FILES)
    made.git("checkout", "-qb", "edit")
    return made


def found(ran: Ran) -> dict[str, Any]:
    body: dict[str, Any] = json.loads(ran.output)
    return body


def test_an_unchanged_notice_passes(repository: Repository) -> None:
    ran = repository.notice("check")
    assert (ran.code, ran.error) == (0, "")
    assert ran.output.endswith("PASSED: 1 notice of 1 compared.\n")


def test_an_edit_fails_wherever_the_command_is_run(repository: Repository) -> None:
    repository.write({"notices/privacy.md": NEW})
    runs = [repository.notice("check", "-f", "json", inside=inside) for inside in (".", "notices")]
    assert {ran.code for ran in runs} == {1}
    assert runs[0] == runs[1]
    notice = found(runs[0])["notices"][0]
    assert [f["rule"] for f in notice["comparison"]["findings"] if f["fingerprint"] in notice["open"]] == ["PN501"]


def test_diff_and_check_agree_on_fingerprints(repository: Repository) -> None:
    repository.write({"notices/privacy.md": NEW})
    checked = found(repository.notice("check", "-f", "json"))["notices"][0]["comparison"]["findings"]
    compared = found(repository.notice("diff", "main:notices/privacy.md", "notices/privacy.md", "-f", "json"))
    assert [f["fingerprint"] for f in checked] == [f["fingerprint"] for f in compared["findings"]]
