"""A change cannot approve itself: under --require-approved-on-base nothing that it edits decides how it is judged."""

import json
from pathlib import Path

import pytest
from git_folder import Here, Repository

OLD = "# Privacy Notice of Harbour Ltd\n\n## Keeping\n\nWe keep account records for thirty (30) days.\n"
NEW = OLD.replace("thirty (30)", "ninety (90)")
NOTICES = '\n[[notices]]\npath = "privacy.md"\n'
CONFIG = 'approvers = ["counsel@harbour.example"]\n' + NOTICES
ENTRY = """version: 1
approvals:
  - fingerprint: 1f067b5e9be7
    rule: PN501/retention-extended
    document: privacy.md
    before: "We keep account records for thirty (30) days."
    after: "We keep account records for ninety (90) days."
    decision: {decision}
    by: {by}
    on: 2026-09-01
    reason: "DPIA-2026-14"
"""
APPROVED = ENTRY.format(decision="approved", by="counsel@harbour.example")
REJECTED = ENTRY.format(decision="rejected", by="counsel@harbour.example")
BY_SOMEBODY = ENTRY.format(decision="approved", by="somebody@else.example")
GUARD = ("check", "--require-approved-on-base")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository.new(tmp_path / "site", {"notice.toml": CONFIG, "privacy.md": OLD})


# What the pull request brings besides the change, with the code that a check without the guard ends in.
ATTEMPTS: dict[str, tuple[dict[str, str], int]] = {
    "nothing": ({}, 1),
    "its own approval": ({"notice-approvals.yaml": APPROVED}, 0),
    "its own approver": (
        {"notice-approvals.yaml": BY_SOMEBODY, "notice.toml": CONFIG.replace("counsel@harbour", "somebody@else")},
        0,
    ),
    "another level to fail on": ({"notice.toml": 'fail-on = "never"\n' + CONFIG}, 0),
    "another level of the rule": ({"notice.toml": CONFIG.replace(NOTICES, '[levels]\nPN501 = "none"\n' + NOTICES)}, 0),
    "another file of approvals": ({"notice.toml": 'approvals = "mine.yaml"\n' + CONFIG, "mine.yaml": APPROVED}, 0),
    "itself as the baseline": ({"notice.toml": 'baseline = "HEAD"\n' + CONFIG}, 0),
    "a baseline of its own": ({"notice.toml": CONFIG + 'baseline = "mine.md"\n', "mine.md": NEW}, 0),
    "a file named like the branch": ({"notice.toml": CONFIG + 'baseline = "main"\n', "main": NEW}, 1),
    "another notice in place of it": ({"notice.toml": CONFIG.replace("privacy.md", "other.md"), "other.md": NEW}, 4),
    "no notices": ({"notice.toml": 'approvers = ["counsel@harbour.example"]\n'}, 4),
}


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_what_a_change_brings_along_does_not_approve_it(attempt: str, repository: Repository, here: Here) -> None:
    files, freely = ATTEMPTS[attempt]
    repository.git("checkout", "-qb", "edit")
    repository.commit({"privacy.md": NEW, **files})
    assert here("check").code == freely
    ran = here(*GUARD, "-f", "json")
    checked = json.loads(ran.output)
    assert (ran.code, checked["outcome"], checked["notices"][0]["open"]) == (1, "findings", ["1f067b5e9be7"])
    assert here(*GUARD, "--base", "main").code == 1


@pytest.mark.parametrize("inside", ["pyproject.toml", "notices/notice.toml"])
def test_a_configuration_that_the_base_side_lacks_decides_nothing(
    inside: str, repository: Repository, here: Here, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.git("checkout", "-qb", "edit")
    body = '[tool.notice]\nfail-on = "never"\n[[tool.notice.notices]]\npath = "privacy.md"\n'
    repository.commit({"privacy.md": NEW, inside: body if "pyproject" in inside else 'fail-on = "never"\n' + CONFIG})
    repository.git("rm", "-q", "notice.toml")
    monkeypatch.chdir((repository.folder / inside).parent)
    ran = here(*GUARD)
    assert (ran.code, ran.output) == (4, "")
    assert ran.error.startswith(f"notice: {Path(inside).name} does not exist at the merge base with main (")


def test_a_rejection_that_the_change_removes_still_stands(repository: Repository, here: Here) -> None:
    repository.commit({"notice-approvals.yaml": REJECTED})
    repository.git("checkout", "-qb", "edit")
    repository.commit({"privacy.md": NEW, "notice-approvals.yaml": APPROVED})
    assert here("check").code == 0
    ran = here(*GUARD, "-f", "json")
    [problem] = json.loads(ran.output)["problems"]
    assert (ran.code, problem["outcome"], problem["line"]) == (1, "findings", 3)
    assert problem["what"].startswith("entry 1f067b5e9be7 was rejected by counsel@harbour.example on 2026-09-01")


def test_an_approval_on_the_main_branch_waits_there_for_its_change(repository: Repository, here: Here) -> None:
    repository.git("checkout", "-qb", "edit")
    repository.commit({"privacy.md": NEW})
    repository.git("checkout", "-q", "main")
    repository.commit({"notice-approvals.yaml": APPROVED})
    assert here(*GUARD, "--base", "HEAD").code == 0  # it matches nothing yet, and that is no problem here
    repository.git("checkout", "-q", "edit")
    assert here(*GUARD).code == 1  # the merge base does not have it yet
    assert here(*GUARD, "--base", "main").code == 0
    repository.git("rebase", "-q", "main")
    assert here(*GUARD).code == 0
    repository.git("rm", "-q", "notice-approvals.yaml")
    assert here(*GUARD).code == 0  # what the change takes away stands on the base side


def test_a_published_file_is_read_from_the_base_side(repository: Repository, here: Here) -> None:
    repository.commit({"notice.toml": CONFIG + 'baseline = "published.md"\n', "published.md": OLD})
    repository.git("checkout", "-qb", "edit")
    repository.commit({"privacy.md": NEW, "published.md": NEW})
    assert here("check").code == 0
    ran = here(*GUARD, "-f", "json")
    assert (ran.code, json.loads(ran.output)["notices"][0]["baseline"][:35]) == (
        1,
        "published.md at the merge base with",
    )


def test_a_lock_is_read_from_the_base_side(repository: Repository, here: Here) -> None:
    repository.write({"notice.toml": 'baseline = "lock"\n' + CONFIG})
    assert here("lock").code == 0
    repository.commit({})
    repository.git("checkout", "-qb", "edit")
    repository.write({"privacy.md": NEW})
    assert here("lock").code == 0
    repository.commit({})
    assert here("check").code == 0
    assert here(*GUARD).code == 1
