"""The integrations as they are published: the hook under real pre-commit, the action and its scripts, the template."""

import json
import os
import re
import shutil
import subprocess
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from git_folder import Hooked, Repository, program, run
from jsonschema import Draft7Validator
from ruamel.yaml import YAML

ROOT = Path(__file__).parent.parent
OLD = "# Privacy Notice of Harbour Ltd\n\n## Keeping\n\nWe keep account records for 30 days.\n"
NEW = OLD.replace("30", "90")
CONFIG = '[[notices]]\npath = "privacy.md"\n'
HOSTILE = "::error::x $(touch made) `touch made` ; touch made\n- '\"${{ secrets.X }}"


def loaded(name: str) -> Any:
    return YAML(typ="safe", pure=True).load((ROOT / name).read_text(encoding="utf-8"))


def problems(name: str, kind: str) -> list[str]:
    return _problems(loaded(name), kind)


def _problems(document: Any, kind: str) -> list[str]:
    text = (files("check_jsonschema.builtin_schemas.vendor") / f"{kind}.json").read_text("utf-8")
    return [error.message for error in Draft7Validator(json.loads(text)).iter_errors(document)]


@pytest.fixture(scope="module")
def bin_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A `notice` on the path that runs this tree."""
    return program(tmp_path_factory.mktemp("bin"))


# --- pre-commit -------------------------------------------------------------------------------------------------------


def test_the_hook_is_a_hook_and_lets_other_commits_pass(tmp_path: Path) -> None:
    """How it judges a change is told by the life of a change, in test_gate_life.py."""
    valid = run(["pre-commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")], tmp_path, tmp_path)
    assert valid == (0, "", "")
    (hook,) = loaded(".pre-commit-hooks.yaml")
    assert (hook["id"], hook["language"]) == ("notice-check", "python")
    hooked = Hooked.new(tmp_path, {"src/main.txt": "x", "notice.toml": CONFIG, "privacy.md": OLD})
    hooked.site.write({"src/main.txt": "y"})
    assert hooked.commit() == (0, f"notice check{'.' * 41}(no files to check)Skipped\n", "")
    hooked.site.write({"privacy.md": OLD + "\nOur door is green.\n", "other-notice.md": OLD})
    refused = hooked.commit()  # not named in notice.toml, and new
    assert (refused.code, refused.output.splitlines()[-1]) == (4, "FAILED: 1 notice of 2 compared, 1 problem.")
    hooked.site.git("rm", "-qf", "other-notice.md")
    assert hooked.commit().code == 0


# --- GitHub -----------------------------------------------------------------------------------------------------------


def test_the_action_fits_the_schema_and_keeps_inputs_out_of_scripts() -> None:
    assert problems("action.yml", "github-actions") == []
    steps = loaded("action.yml")["runs"]["steps"]
    scripts = [step["run"] for step in steps if "run" in step]
    assert len(scripts) == 4
    assert not [script for script in scripts if "${{" in script]
    named = {name for script in scripts for name in re.findall(r"ci/\w+\.sh", script)}
    assert named == {"ci/fetch.sh", "ci/check.sh", "ci/comment.sh"}
    assert all(os.access(ROOT / name, os.X_OK) for name in named)
    for script in [*map(Path.read_text, map(ROOT.joinpath, named)), *scripts]:
        assert subprocess.run(["bash", "-n"], input=script, text=True, check=False).returncode == 0


@pytest.fixture
def site(tmp_path: Path) -> Repository:
    made = Repository.new(tmp_path / "site", {"privacy.md": OLD, "notice.toml": CONFIG})
    made.git("checkout", "-qb", "edit")
    made.commit({"privacy.md": NEW})
    return made


def test_the_check_of_the_action_writes_what_later_steps_read(site: Repository, bin_folder: Path) -> None:
    ran = run(
        [str(ROOT / "ci/check.sh")],
        site.folder,
        bin_folder,
        NOTICE_BASE="main",
        NOTICE_FORMATS="github markdown=report.md sarif=notice.sarif",
        GITHUB_OUTPUT=str(site.folder / "out"),
        GITHUB_STEP_SUMMARY=str(site.folder / "summary"),
    )
    assert ran.code == 1
    assert ran.error.splitlines()[0].startswith("::error file=privacy.md,line=5,title=PN501 retention-extended::")
    assert not re.search(r"^\s*::", ran.output, re.MULTILINE)
    assert site.text("out").startswith("outcome<<notice_")
    assert site.text("summary") == site.text("report.md")
    assert json.loads(site.text("notice.sarif"))["version"] == "2.1.0"


@pytest.mark.parametrize("name", ["NOTICE_BASE", "NOTICE_PATHS", "NOTICE_FAIL_ON", "NOTICE_CONFIG", "NOTICE_FORMATS"])
def test_a_hostile_input_is_only_a_word(site: Repository, bin_folder: Path, name: str) -> None:
    ran = run([str(ROOT / "ci/check.sh")], site.folder, bin_folder, **{"NOTICE_FORMATS": "github", name: HOSTILE})
    assert ran.code in (2, 3, 4)
    assert not (site.folder / "made").exists()
    assert not re.search(
        r"^\s*::(?!error file=[^:]*,line=1,title=|notice title=)", ran.output + ran.error, re.MULTILINE
    )


def test_the_base_is_fetched_into_a_shallow_clone(site: Repository, tmp_path: Path, bin_folder: Path) -> None:
    clone = tmp_path / "clone"
    origin = f"file://{site.folder}"
    subprocess.run(["git", "clone", "-q", "--depth=1", "--branch=edit", origin, str(clone)], check=True)
    fetch = [str(ROOT / "ci/fetch.sh")]
    assert run(fetch, clone, bin_folder, NOTICE_BASE="main").code == 0
    ran = run([str(ROOT / "ci/check.sh")], clone, bin_folder, NOTICE_BASE="origin/main")
    assert ran.code == 1
    for ref in ("--upload-pack=touch made", "no-such", HOSTILE):
        assert run(fetch, clone, bin_folder, NOTICE_BASE=ref).code == 4
    assert not (clone / "made").exists()


GH = """#!/bin/sh
printf '%s\\n' "$*" >> calls
case "$*" in
  *PATCH*|*POST*) exit "${GH_DENIED:-0}" ;;
  *) printf '%s' "$GH_FOUND" ;;
esac
"""


@pytest.mark.parametrize(
    ("found", "denied", "call", "says"),
    [
        ("", "0", "api --method POST repos/a/b/issues/12/comments", ""),
        ("77\n78\n", "0", "api --method PATCH repos/a/b/issues/comments/77", ""),
        ("", "1", "api --method POST repos/a/b/issues/12/comments", "may not comment"),
    ],
)
def test_one_comment_is_kept_or_the_summary_stands_for_it(
    tmp_path: Path, found: str, denied: str, call: str, says: str
) -> None:
    """`gh` is no part of the project: a program of that name records how it is called."""
    (tmp_path / "gh").write_text(GH)
    (tmp_path / "gh").chmod(0o755)
    (tmp_path / "report.md").write_text("<!-- notice_parser report -->\n**x**\n")
    ran = run(
        [str(ROOT / "ci/comment.sh"), "report.md"],
        tmp_path,
        tmp_path,
        GITHUB_REPOSITORY="a/b",
        NOTICE_PULL="12",
        GH_FOUND=found,
        GH_DENIED=denied,
    )
    assert ran.code == 0, ran.error
    assert (tmp_path / "calls").read_text().splitlines()[-1].startswith(call)
    assert says in ran.output


@pytest.mark.parametrize("pull", ["", "12; touch made", "12\n13", "../../x"])
def test_what_is_no_number_is_no_pull_request(tmp_path: Path, pull: str) -> None:
    (tmp_path / "report.md").write_text("x\n")
    ran = run([str(ROOT / "ci/comment.sh"), "report.md"], tmp_path, tmp_path, GITHUB_REPOSITORY="a/b", NOTICE_PULL=pull)
    assert (ran.code, ran.output) == (0, "notice: no pull request, no comment\n")


# --- GitLab -----------------------------------------------------------------------------------------------------------


def test_the_template_fits_the_schema_and_its_script_runs(site: Repository, bin_folder: Path) -> None:
    assert problems("ci/gitlab.yml", "gitlab-ci") == []
    job = loaded("ci/gitlab.yml")["notice-check"]
    base = site.git("rev-parse", "main").strip()
    script = "set -e\n" + "\n".join(job["script"])
    ran = run(["bash", "-c", script], site.folder, bin_folder, CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
    assert ran.code == 1
    reports = job["artifacts"]["reports"]
    assert json.loads(site.text(reports["codequality"]))[0]["check_name"] == "retention-extended"
    assert "<failure" in site.text(reports["junit"])


def test_shell_scripts_pass_shellcheck() -> None:
    if not shutil.which("shellcheck"):
        pytest.skip("shellcheck is not installed")
    done = subprocess.run(["shellcheck", *map(str, (ROOT / "ci").glob("*.sh"))], capture_output=True, check=False)
    assert done.stdout == b""


# --- the page -------------------------------------------------------------------------------------------------------


def blocks(kind: str) -> list[str]:
    page = (ROOT / "docs/ci.md").read_text("utf-8").partition("## Integrations")[2]
    return re.findall(rf"^```{kind}\n(.*?)^```", page, re.MULTILINE | re.DOTALL)


def test_the_yaml_of_the_page_is_what_each_service_takes() -> None:
    workflow, gitlab, hooks = (YAML(typ="safe", pure=True).load(text) for text in blocks("yaml"))
    assert [*_problems(workflow, "github-workflows"), *_problems(gitlab, "gitlab-ci")] == []
    action = loaded("action.yml")
    ours = next(step for step in workflow["jobs"]["notices"]["steps"] if step.get("id") == "notices")
    assert set(ours["with"]) <= set(action["inputs"])
    page = (ROOT / "docs/ci.md").read_text("utf-8")
    assert [name for name in (*action["inputs"], *action["outputs"]) if f"`{name}`" not in page] == []
    assert hooks["repos"][0]["hooks"][0]["id"] == loaded(".pre-commit-hooks.yaml")[0]["id"]


def test_the_commands_of_the_page_run(tmp_path: Path, bin_folder: Path) -> None:
    notice = (ROOT / "corpus/app/v1.md").read_text("utf-8")
    site = Repository.new(
        tmp_path / "site", {"notices/privacy.md": notice, "notice.toml": CONFIG.replace("pri", "notices/pri")}
    )
    site.write({"notices/privacy.md": notice.replace("after 30 days", "after 90 days")})
    console = "".join(blocks("console"))
    commands = re.findall(r"^\$ (.*)$", console, re.MULTILINE)
    outputs = [run(["sh", "-c", command], site.folder, bin_folder) for command in commands]
    assert [(ran.code, ran.error) for ran in outputs] == [(0, "")] * 4
    title = console.partition("$ notice changelog --from main\n")[2].splitlines()[0]
    assert outputs[-1].output.splitlines()[0] == title
    assert "▼ weakened" in run(["git", "diff", "notices"], site.folder, bin_folder).output
