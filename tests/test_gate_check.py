"""`notice check`: what it compares with, and that it is never green because nothing was compared."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from git_folder import Here, Ran, Repository

from notice_parser.cli.check import FORMATS

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


@pytest.mark.parametrize("key", ["", 'key = "harbour-us"\n'])
def test_diff_and_check_agree_on_fingerprints(repository: Repository, key: str) -> None:
    repository.write({"notices/privacy.md": NEW, "notice.toml": CONFIG + key})
    checked = found(repository.notice("check", "-f", "json"))["notices"][0]["comparison"]["findings"]
    compared = found(repository.notice("diff", "main:notices/privacy.md", "notices/privacy.md", "-f", "json"))
    assert [f["fingerprint"] for f in checked] == [f["fingerprint"] for f in compared["findings"]]


def problems(ran: Ran) -> list[str]:
    return [f"{p['outcome']} {p['file']}: {p['what']}: {p['remedy']}" for p in found(ran)["problems"]]


def test_the_same_edit_elsewhere_keeps_its_fingerprint(repository: Repository, here: Here) -> None:
    repository.write({"notices/privacy.md": NEW})
    first = found(here("check", "-f", "json"))["notices"][0]["open"]
    longer = "Some words of greeting that promise nothing.\n\n## 1. Hello\n\nWelcome.\n\n## 2. Sharing"
    repository.write({"notices/privacy.md": NEW.replace("## Sharing", longer).replace("## Keeping", "## 3. Keeping")})
    assert first[0] in found(here("check", "-f", "json"))["notices"][0]["open"]


def test_nothing_configured_is_never_green(here: Here, repository: Repository) -> None:
    repository.write({"notice.toml": ""})
    ran = here("check")
    assert (ran.code, ran.output) == (4, "")
    assert ran.error.startswith("notice: no notice is configured, so nothing can be compared: write [[notices]]")


def test_a_file_without_configuration_is_checked_under_the_defaults(here: Here, repository: Repository) -> None:
    repository.write({"notices/privacy.md": NEW, "notice.toml": ""})
    assert here("check", "notices/privacy.md").code == 1
    assert here("check", "./notices/../notices/privacy.md", "--fail-on", "never").code == 0


OUTSIDE: dict[str, tuple[dict[str, str | None], str]] = {
    "new": (
        {"notices/new.md": OLD, "notice.toml": CONFIG.replace("privacy.md", "new.md")},
        (
            "invalid notices/new.md: no baseline: it is new, the merge base with main, HEAD itself (…) has no such file: "
            "sign it off as a whole with: notice lock notices/new.md"
        ),
    ),
    "deleted": (
        {"notices/privacy.md": None},
        (
            "invalid notices/privacy.md: the notice is gone: it stands in the merge base with main, HEAD itself (…): "
            "restore it, or remove it from the configuration"
        ),
    ),
    "renamed": (
        {"notices/privacy.md": None, "notices/us.md": OLD, "notice.toml": CONFIG.replace("privacy.md", "us.md")},
        (
            "invalid notices/us.md: no baseline: git takes it for notices/privacy.md of the merge base with main, HEAD itself (…), "
            'renamed: write baseline = "…:notices/privacy.md"'
        ),
    ),
    "renamed, not in the configuration": (
        {"notices/privacy.md": None, "notices/us.md": OLD},
        (
            "invalid notices/privacy.md: the notice is gone: git takes it for notices/us.md, renamed: "
            "write the new path in the configuration"
        ),
    ),
    "unknown": (
        {"notice.toml": CONFIG.replace("privacy.md", "nowhere.md")},
        "invalid notices/nowhere.md: the notice does not exist: check its path in the configuration",
    ),
    "no lock": (
        {"notice.toml": 'baseline = "lock"\n' + CONFIG},
        "invalid notices/privacy.md: no baseline: notice.lock.json does not exist: write it with: notice lock",
    ),
    "empty": (
        {"notices/privacy.md": ""},
        "unreadable notices/privacy.md: privacy.md is empty: give a file that holds a notice",
    ),
    "an error page": (
        {"notices/privacy.md": "# 404\n\nPage not found. The page was not found here.\n"},
        (
            "unreadable notices/privacy.md: one side does not look like the whole notice: "
            "the new version looks like an error page: look at both versions"
        ),
    ),
}


@pytest.mark.parametrize("case", OUTSIDE)
def test_what_cannot_be_compared_says_why_and_what_to_do(case: str, here: Here, repository: Repository) -> None:
    files, words = OUTSIDE[case]
    for name, text in files.items():
        if text is None:
            repository.git("rm", "-q", name)
        else:
            repository.write({name: text})
    repository.git("add", "-A")
    ran = here("check", "-f", "json")
    said = [re.sub(r"[0-9a-f]{10}", "…", line) for line in problems(ran)]
    assert said == [words]
    assert ran.code == (3 if words.startswith("unreadable") else 4)


def test_a_rewrite_needs_approval_topic_by_topic(here: Here, repository: Repository) -> None:
    about = "We {} your {} records for {} {} so that {} can be {} with care, and we tell {} about it {} times."
    words = [[f"{a}{n}" for a in "bcdfghkl"] for n in range(60)]
    old, new = (OLD + "\n\n".join(about.format(*(w if k else w[::-1])) for w in words) for k in (0, 1))
    repository.commit({"notices/privacy.md": old})
    repository.write({"notices/privacy.md": new})
    ran = here("check", "--base", "HEAD", "-f", "json")
    [checked] = found(ran)["notices"]
    assert (ran.code, checked["comparison"]["verdict"]) == (1, "rewritten")
    assert {f["level"] for f in checked["comparison"]["findings"]} == {"warning"}
    assert here("check", "--base", "HEAD", "--fail-on", "never").code == 0


def test_several_notices_and_problems_are_one_page(here: Here, repository: Repository) -> None:
    more = '\n[[notices]]\npath = "notices/us.md"\n[[notices]]\npath = "notices/gone.md"\n'
    repository.commit({"notice.toml": CONFIG + more, "notices/us.md": OLD})
    repository.write({"notices/privacy.md": NEW, "notices/us.md": NEW})
    page = here("check", "--base", "HEAD", "-f", "html").output
    assert page.count("<!DOCTYPE") == page.count("<main") == page.count("<h1>") == 1
    assert re.findall(r'data-change="(\d+)"', page) == [str(n) for n in range(1, 5)]
    assert "notices/gone.md: the notice does not exist" in page
    assert "FAILED: 2 notices of 3 compared, 2 findings need approval, 1 problem." in page


def test_a_renamed_notice_is_compared_with_its_former_path(here: Here, repository: Repository) -> None:
    repository.git("mv", "notices/privacy.md", "notices/us.md")
    config = CONFIG.replace("privacy.md", "us.md") + 'baseline = "main:notices/privacy.md"\n'
    repository.write({"notice.toml": config, "notices/us.md": NEW})
    ran = here("check", "-f", "json")
    assert (ran.code, found(ran)["notices"][0]["baseline"][:6]) == (1, "main (")


def test_a_new_notice_may_be_signed_off_by_its_lock(here: Here, repository: Repository) -> None:
    repository.write({"notices/new.md": OLD, "notice.toml": CONFIG + '\n[[notices]]\npath = "notices/new.md"\n'})
    assert here("check").code == 4
    assert here("lock", "notices/new.md").code == 0
    assert here("check").code == 0
    repository.write({"notices/new.md": NEW})
    assert here("check").code == 1


def test_a_baseline_may_be_a_file_a_tag_or_a_merge_base(here: Here, repository: Repository) -> None:
    repository.git("tag", "v1")
    repository.commit({"published/privacy.md": NEW, "notices/privacy.md": NEW})
    row = CONFIG + 'baseline = "{}"\n'
    for baseline, result in (
        ("published/privacy.md", 0),
        ("v1", 1),
        ("HEAD", 0),
        ("main...", 1),
        ("v1:notices/privacy.md", 1),
    ):
        repository.write({"notice.toml": row.format(baseline)})
        assert here("check").code == result, baseline
    assert here("check", "--base", "HEAD").code == 0  # the command line goes over the file


def test_on_the_main_branch_the_commit_before_is_the_baseline(here: Here, repository: Repository) -> None:
    repository.git("checkout", "-q", "main")
    first = here("check", "-f", "json")
    assert first.code == 4  # one commit and no edit: a comparison with itself would say nothing
    assert "is the first commit of main and nothing is edited" in found(first)["problems"][0]["what"]
    repository.write({"notices/privacy.md": NEW})
    assert here("check").code == 1  # an edit is compared with HEAD
    repository.git("commit", "-qam", "landed")
    landed = here("check", "-f", "json")
    assert landed.code == 1
    assert found(landed)["notices"][0]["baseline"].startswith("the commit before HEAD of main (")
    repository.git("checkout", "-q", "--detach")
    assert here("check").code == 1


def test_in_a_clone_the_main_branch_is_no_other_branch(repository: Repository, tmp_path: Path) -> None:
    repository.git("checkout", "-q", "main")
    repository.commit({"notices/privacy.md": NEW})
    repository.git("clone", "-q", str(repository.folder), "../clone")
    clone = Repository(tmp_path / "clone")
    assert clone.git("rev-parse", "--abbrev-ref", "origin/HEAD") == "origin/main\n"
    assert clone.notice("check").code == 1


STATES = {0: OLD, 1: NEW, 3: "", 4: None}


@pytest.mark.parametrize("form", FORMATS)
def test_exit_codes_are_the_same_under_every_format(form: str, here: Here, repository: Repository) -> None:
    path = repository.folder / "notices/privacy.md"
    for result, text in STATES.items():
        path.unlink() if text is None else path.write_text(text)
        assert here("check", "-f", form).code == result, result
        assert here("check", "-f", f"{form}=out.{form}", "-f", "text").code == result, result


def test_two_reports_need_two_places(here: Here) -> None:
    ran = here("check", "-f", "text", "-f", "json")
    assert (ran.code, ran.output) == (2, "")
    assert ran.error == "notice: two reports cannot share one output: write -f json=FILE\n"
    assert here("check", "-f", "texd").code == 2
