"""The life of a change from lock to prune, with real git: what each command prints, and how it ends."""

from pathlib import Path

import pytest
from git_folder import Repository

OLD = """# Privacy Notice of Harbour Ltd

Last updated: 1 May 2026

## Sharing

We will never sell your data. We share contact data with our printers.

## Keeping

We keep account records for thirty (30) days.
"""
NEW = OLD.replace("thirty (30)", "ninety (90)").replace("1 May", "9 May")
LATER = NEW.replace("ninety (90)", "ninety-nine (99)")
CONFIG = 'approvers = ["counsel@harbour.example"]\n{more}\n[[notices]]\npath = "notices/privacy.md"\n'
ENTRY = """# Who signed which change of a notice, and why. `notice approve` writes entries, people may edit them.
version: 1
approvals:
  - fingerprint: 1f067b5e9be7
    rule: PN501/retention-extended
    document: notices/privacy.md
    section: "Keeping"
    before: "We keep account records for thirty (30) days."
    after: "We keep account records for ninety (90) days."
    decision: approved
    by: {by}
    on: 2026-09-01
    reason: "{reason}"
"""
REPORT = """notices/privacy.md  against {baseline}

Privacy Notice of Harbour Ltd
old  privacy.md, updated 2026-05-01, sha256 edc3a0b3974c
new  privacy.md, updated 2026-05-09, sha256 {sha}

Privacy Notice of Harbour Ltd (updated 2026-05-01 → updated 2026-05-09):
CHANGED: 1 commitment change (1 weakened): 1 error.
  - 1 of 2 changes touch a promise

Errors (1)

Keeping  other

  PN501 retention-extended  ▼ weakened
  Data is kept longer: “thirty (30) days” became “{now} days”.
    We keep account records for [-thirty (30-]{{+{held}+}}) days.
  because retention: “thirty (30) days” became “{now} days”
  law     may be material under GDPR Art. 13(2)(a), CCPA, Cal. Civ. Code
          1798.100
  place   {place}
  doubt   the reading is {sure} sure
{signed}  id      {id}

Editorial: 1 editorial (--all shows them)

{end}"""
LOCKED = "notice.lock.json (words and links, no formatting)"
APPROVE = ("--by", "counsel@harbour.example", "--reason", "DPIA-2026-14")


@pytest.fixture(params=["lock", "merge-base"])
def repository(tmp_path: Path, request: pytest.FixtureRequest) -> tuple[Repository, str, str]:
    """A repository with a locked notice, and what its baseline and places are called in reports."""
    baseline = 'baseline = "lock"' if request.param == "lock" else ""
    made = Repository.new(tmp_path / "site", {"notice.toml": CONFIG.format(more=baseline), "notices/privacy.md": OLD})
    assert made.notice("lock") == (0, "notice.lock.json: notices/privacy.md, 3 commitments\n", "")
    made.commit({})
    made.git("checkout", "-qb", "edit")
    made.commit({})
    if request.param == "lock":
        return made, LOCKED, "new line 11"
    head = made.git("rev-parse", "main")[:10]
    return made, f"the merge base with main ({head})", "old line 11, new line 11"


def test_the_life_of_a_change(repository: tuple[Repository, str, str]) -> None:
    site, baseline, place = repository
    assert site.notice("check").output.endswith("PASSED: 1 notice of 1 compared.\n")

    site.write({"notices/privacy.md": NEW})
    words = {"baseline": baseline, "place": place, "id": "1f067b5e9be7", "sure": "73%", "sha": "825981109b94"}
    edit = {**words, "now": "ninety (90)", "held": "ninety (90", "signed": ""}
    asked = '  notice approve 1f067b5e9be7 --by YOU --reason "…"\n'
    failed = f"FAILED: 1 notice of 1 compared, 1 finding needs approval.\n{asked}"
    assert site.notice("check") == (1, REPORT.format(**edit, end=failed), "")

    done = "notice-approvals.yaml: suggested 1f067b5e9be7 PN501/retention-extended (notices/privacy.md)\n"
    assert site.notice("approve", "--suggest") == (0, done, "")
    assert site.text("notice-approvals.yaml") == ENTRY.format(by="", reason="").replace("by: ", "by:")
    refused = f"""notice-approvals.yaml:11: the entry has no by (entry 1f067b5e9be7)
  write it into the entry; what is not signed is not approved
notice-approvals.yaml:13: the entry has no reason (entry 1f067b5e9be7)
  write it into the entry; what is not signed is not approved
FAILED: 1 notice of 1 compared, 1 finding needs approval, 2 problems.
{asked}"""
    assert site.notice("check") == (4, REPORT.format(**edit, end=refused), "")
    assert site.notice("approve", "--suggest") == (0, "notice-approvals.yaml: nothing to write\n", "")

    done = "notice-approvals.yaml: approved 1f067b5e9be7 PN501/retention-extended (notices/privacy.md)\n"
    assert site.notice("approve", "1f067b5e9be7", *APPROVE) == (0, done, "")
    assert site.text("notice-approvals.yaml") == ENTRY.format(by="counsel@harbour.example", reason="DPIA-2026-14")
    signed = "  signed  approved by counsel@harbour.example on 2026-09-01: DPIA-2026-14\n"
    passed = "PASSED: 1 notice of 1 compared, 1 finding approved.\n"
    green = REPORT.format(**edit | {"signed": signed}, end=passed)
    assert site.notice("check") == (0, green, "")
    site.commit({})
    site.git("worktree", "add", "-q", "../linked", "edit~0")
    assert Repository(site.folder.parent / "linked").notice("check") == (0, green, "")

    site.write({"notices/privacy.md": LATER})
    later = {**words, "id": "1e227b031bde", "sure": "71%", "sha": "08d2088a5ceb", "signed": ""}
    later |= {"now": "ninety-nine (99)", "held": "ninety-nine (99"}
    stale = """notice-approvals.yaml:4: entry 1f067b5e9be7 is stale: no finding matches it
  remove it with: notice approve --prune
FAILED: 1 notice of 1 compared, 1 finding needs approval, 1 problem.
  notice approve 1e227b031bde --by YOU --reason "…"
"""
    assert site.notice("check") == (1, REPORT.format(**later, end=stale), "")
    site.write({"notices/privacy.md": OLD})
    ran = site.notice("check")
    assert (ran.code, ran.output.splitlines()[-1]) == (4, "FAILED: 1 notice of 1 compared, 1 problem.")

    done = "notice-approvals.yaml: removed 1f067b5e9be7 PN501/retention-extended (notices/privacy.md)\n"
    assert site.notice("approve", "--prune") == (0, done, "")
    assert site.text("notice-approvals.yaml") == "".join(ENTRY.splitlines(keepends=True)[:3])
    assert site.notice("check").output.endswith("PASSED: 1 notice of 1 compared.\n")


def test_a_shallow_clone_says_what_to_fetch(repository: tuple[Repository, str, str]) -> None:
    site, baseline, _ = repository
    site.commit({"notices/privacy.md": NEW})
    site.git("checkout", "-q", "main")
    site.git("clone", "-q", "--depth", "1", "--branch", "edit", f"file://{site.folder}", "../shallow")
    clone = Repository(site.folder.parent / "shallow")
    ran = clone.notice("check")
    if "lock" in baseline:  # a lock needs no history
        assert (ran.code, ran.output.splitlines()[0]) == (1, f"notices/privacy.md  against {LOCKED}")
        return
    fetch = "git fetch --unshallow origin +refs/heads/main:refs/remotes/origin/main"
    said = """notices/privacy.md: no baseline: git has none of origin/HEAD, origin/main,
origin/master, main, master here
  the clone is shallow; run: git fetch --unshallow origin
  +refs/heads/main:refs/remotes/origin/main
FAILED: 0 notices of 1 compared, 1 problem.
"""
    assert ran == (4, said, "")
    clone.git(*fetch.split()[1:])
    ran = clone.notice("check")
    assert (ran.code, ran.output.splitlines()[0]) == (
        1,
        f"notices/privacy.md  against {baseline.replace('main', 'origin/main')}",
    )
