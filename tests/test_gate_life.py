"""The life of a change from lock to prune, with real git: what each command prints, and how it ends.

It is one list of steps, and the same in every setting: under a lock or the merge base, in a linked worktree, in a
shallow clone, and through the hook that pre-commit runs.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
from git_folder import Here, Hooked, Ran, Repository, in_process

OLD = """# Privacy Notice of Harbour Ltd

Last updated: 1 May 2026

## Sharing

We will never sell your data. We share contact data with our printers.

## Keeping

We keep account records for thirty (30) days.
"""
NEW = OLD.replace("thirty (30)", "ninety (90)").replace("1 May", "9 May")
LATER = NEW.replace("ninety (90)", "ninety-nine (99)").replace("9 May", "19 May")
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
old  privacy.md, updated {old_day}, sha256 {old_sha}
new  privacy.md, updated {day}, sha256 {sha}

{verdict}

Errors (1)

Keeping  other

  PN501 retention-extended  ▼ weakened
  Data is kept longer: “{old} days” became “{now} days”.
    We keep account records for [-{lost}-]{{+{held}+}}) days.
  because retention: “{old} days” became “{now} days”
  law     may be material under GDPR Art. 13(2)(a), CCPA, Cal. Civ. Code
          1798.100
  place   {place}
{doubt}{signed}  id      {id}

{rest}{end}"""
LOCKED = "notice.lock.json (words and links, no formatting)"
VERDICT = """Privacy Notice of Harbour Ltd (updated 2026-05-01 → updated 2026-05-09):
CHANGED: 1 commitment change (1 weakened): 1 error.
  - 1 of 2 changes touch a promise"""
DOUBT = "  doubt   the reading is {} sure\n"
FIRST = {
    "old_day": "2026-05-01",
    "old_sha": "edc3a0b3974c",
    "day": "2026-05-09",
    "sha": "825981109b94",
    "verdict": VERDICT,
    "old": "thirty (30)",
    "lost": "thirty (30",
    "now": "ninety (90)",
    "held": "ninety (90",
    "doubt": DOUBT.format("73%"),
    "signed": "",
    "id": "1f067b5e9be7",
    "rest": "Editorial: 1 editorial (--all shows them)\n\n",
}
LATER_WORDS = {
    "now": "ninety-nine (99)",
    "held": "ninety-nine (99",
    "doubt": DOUBT.format("71%"),
    "sha": "9d2e31ecc05f",
    "day": "2026-05-19",
}
SINCE_BASE = FIRST | LATER_WORDS | {"id": "1e227b031bde", "verdict": VERDICT.replace("05-09", "05-19")}
SINCE_HEAD = (
    FIRST
    | LATER_WORDS
    | {
        "old_day": "2026-05-09",
        "old_sha": "825981109b94",
        "verdict": VERDICT.replace("05-01", "05-09").replace("→ updated 2026-05-09", "→ updated 2026-05-19"),
        "id": "e12687ff57cb",
        "doubt": "",
    }
    | {"old": "ninety (90)", "lost": "ninety (90"}
)
SIGNED = "  signed  approved by counsel@harbour.example on 2026-09-01: DPIA-2026-14\n"
OF_ENTRY = "1f067b5e9be7 PN501/retention-extended (notices/privacy.md)\n"
NEEDED = "FAILED: 1 notice of 1 compared, 1 finding needs approval"
ASK = '  notice approve {} --by YOU --reason "…"\n'
REFUSED = """notice-approvals.yaml:11: the entry has no by (entry 1f067b5e9be7)
  write it into the entry; what is not signed is not approved
notice-approvals.yaml:13: the entry has no reason (entry 1f067b5e9be7)
  write it into the entry; what is not signed is not approved
"""
STALE = """notice-approvals.yaml:4: entry 1f067b5e9be7 is stale: no finding matches it
  remove it with: notice approve --prune
"""
APPROVE = ("--by", "counsel@harbour.example", "--reason", "DPIA-2026-14")


class Setting(NamedTuple):
    """Where a change lives: how it is checked there, what a green check shows, and what reports call things."""

    site: Repository
    notice: Callable[..., Ran]
    check: Callable[[], Ran]
    baseline: Callable[[], str]
    place: str = "old line 11, new line 11"
    shows_green: bool = True
    later: Mapping[str, str] = SINCE_BASE
    stale: str = STALE

    def report(self, words: Mapping[str, str], end: str) -> str:
        """What a check prints."""
        return REPORT.format(**words, baseline=self.baseline(), place=self.place, end=end)

    def green(self, report: str) -> str:
        """What a green check shows: its report, or one line of pre-commit."""
        return report if self.shows_green else f"notice check{'.' * 61}Passed\n"

    def end(self, code: int) -> str:
        """The last part of what a check prints that ends with this code."""
        ran = self.check()
        assert (ran.code, ran.error) == (code, "")
        return ran.output[ran.output.rfind("\n\n") + 1 :]


@pytest.fixture
def start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Callable[[str], Setting]:
    """The setting of a name, with the notice locked and committed, and a branch checked out."""

    def made(name: str) -> Setting:
        if name == "pre-commit":
            return _hooked(tmp_path)
        site = _site(tmp_path, 'baseline = "lock"' if "lock" in name else "")
        if "worktree" in name:
            site.git("worktree", "add", "-q", "../linked", "edit")
            site = Repository(tmp_path / "linked")
        if "shallow" in name:
            site.git("clone", "-q", "--depth", "1", "--branch", "edit", f"file://{site.folder}", "../shallow")
            site = Repository(tmp_path / "shallow")
        if site.folder.name == "site":
            site.git("checkout", "-q", "edit")
        return _checked(site, in_process(site.folder, monkeypatch, capfd), name)

    return made


def _site(folder: Path, more: str) -> Repository:
    made = Repository.new(folder / "site", {"notice.toml": CONFIG.format(more=more), "notices/privacy.md": OLD})
    assert made.notice("lock") == (0, "notice.lock.json: notices/privacy.md, 3 commitments\n", "")
    made.commit({})
    made.git("checkout", "-qb", "edit")
    made.commit({})
    made.git("checkout", "-q", "main")
    return made


def _checked(site: Repository, here: Here, name: str) -> Setting:
    if "lock" in name:
        return Setting(site, here, lambda: here("check"), lambda: LOCKED, place="new line 11")
    main = "origin/main" if "shallow" in name else "main"
    return Setting(
        site, here, lambda: here("check"), lambda: f"the merge base with {main} ({site.git('rev-parse', main)[:10]})"
    )


def _hooked(folder: Path) -> Setting:
    hooked = Hooked.new(folder, {"notice.toml": CONFIG.format(more="")})
    site = hooked.site
    site.git("checkout", "-qb", "edit")
    site.write({"notices/privacy.md": OLD})
    assert site.notice("lock") == (0, "notice.lock.json: notices/privacy.md, 3 commitments\n", "")

    def notice(*arguments: str) -> Ran:
        return site.notice(*arguments, "--base", "HEAD")

    def baseline() -> str:
        return f"HEAD ({site.git('rev-parse', 'HEAD')[:10]})"

    return Setting(site, notice, hooked.commit, baseline, shows_green=False, later=SINCE_HEAD, stale="")


@pytest.mark.parametrize(
    "name", ["merge base", "lock", "linked worktree", "shallow clone", "shallow clone, lock", "pre-commit"]
)
def test_the_life_of_a_change(name: str, start: Callable[[str], Setting]) -> None:
    here = start(name)
    site = here.site
    if name == "shallow clone":
        _fetched_as_told(here)
    assert here.end(0) == here.green("\nPASSED: 1 notice of 1 compared.\n")

    site.write({"notices/privacy.md": NEW})
    asked = ASK.format("1f067b5e9be7")
    assert here.check() == (1, here.report(FIRST, f"{NEEDED}.\n{asked}"), "")

    assert here.notice("approve", "--suggest") == (0, f"notice-approvals.yaml: suggested {OF_ENTRY}", "")
    assert site.text("notice-approvals.yaml") == ENTRY.format(by="", reason="").replace("by: ", "by:")
    assert here.check() == (4, here.report(FIRST, f"{REFUSED}{NEEDED}, 2 problems.\n{asked}"), "")
    assert here.notice("approve", "--suggest") == (0, "notice-approvals.yaml: nothing to write\n", "")

    done = f"notice-approvals.yaml: approved {OF_ENTRY}"
    assert here.notice("approve", "1f067b5e9be7", *APPROVE) == (0, done, "")
    assert site.text("notice-approvals.yaml") == ENTRY.format(by="counsel@harbour.example", reason="DPIA-2026-14")
    passed = "PASSED: 1 notice of 1 compared, 1 finding approved.\n"
    assert here.check() == (0, here.green(here.report({**FIRST, "signed": SIGNED}, passed)), "")

    site.write({"notices/privacy.md": LATER})
    problem = ", 1 problem" if here.stale else ""
    end = f"{here.stale}{NEEDED}{problem}.\n{ASK.format(here.later['id'])}"
    assert here.check() == (1, here.report(here.later, end), "")

    site.write({"notices/privacy.md": OLD})
    if here.stale:
        assert here.end(4) == f"\n{STALE}FAILED: 1 notice of 1 compared, 1 problem.\n"
    assert here.notice("approve", "--prune") == (0, f"notice-approvals.yaml: removed {OF_ENTRY}", "")
    assert site.text("notice-approvals.yaml") == "".join(ENTRY.splitlines(keepends=True)[:3])
    assert here.end(0) == here.green("\nPASSED: 1 notice of 1 compared.\n")


def _fetched_as_told(here: Setting) -> None:
    """A clone that lacks history says what to type, and that is enough."""
    said = """notices/privacy.md: no baseline: git has none of origin/HEAD, origin/main,
origin/master, main, master here
  the clone is shallow; run: git fetch --unshallow origin
  +refs/heads/main:refs/remotes/origin/main
FAILED: 0 notices of 1 compared, 1 problem.
"""
    assert here.check() == (4, said, "")
    here.site.git(*("fetch", "--unshallow", "origin", "+refs/heads/main:refs/remotes/origin/main"))
