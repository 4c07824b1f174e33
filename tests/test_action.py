"""The GitHub Action: its steps in a shell, one after another, as a runner takes them, with the real `gh`."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from git_folder import Ran, Repository, program, run
from github_service import Service, service
from ruamel.yaml import YAML

ROOT = Path(__file__).parent.parent
ACTION: Any = YAML(typ="safe", pure=True).load((ROOT / "action.yml").read_text("utf-8"))
STEPS: dict[str, Any] = {step.get("name", ""): step for step in ACTION["runs"]["steps"]}
SCRIPTS = {name: step["run"] for name, step in STEPS.items() if "run" in step}
OLD = "# Privacy Notice of Harbour Ltd\n\n## Keeping\n\nWe keep account records for 30 days.\n"
NEW = OLD.replace("30", "90")
CONFIG = '[[notices]]\npath = "privacy.md"\n'
HOSTILE = "::error::x $(touch made) `touch made` ; touch made\n- '\"${{ secrets.X }}"
MARKER = "<!-- notice_parser report -->"


def test_inputs_stay_out_of_scripts() -> None:
    assert list(SCRIPTS) == ["Install", "Fetch the base", "Check", "Comment"]
    assert not [script for script in SCRIPTS.values() if "${{" in script]
    named = {name for script in SCRIPTS.values() for name in re.findall(r"ci/\w+\.sh", script)}
    assert named == {"ci/fetch.sh", "ci/check.sh", "ci/comment.sh"}
    assert all(os.access(ROOT / name, os.X_OK) for name in named)


def test_shell_parts_pass_shellcheck(tmp_path: Path) -> None:
    if not shutil.which("shellcheck"):
        pytest.skip("no shellcheck here; enable its test by: apt-get install shellcheck")
    for number, script in enumerate(SCRIPTS.values()):
        (tmp_path / f"{number}.sh").write_text(f"#!/usr/bin/env bash\n{script}\n")
    files = map(str, (*(ROOT / "ci").glob("*.sh"), *tmp_path.glob("*.sh")))
    done = subprocess.run(["shellcheck", *files], capture_output=True, text=True, check=False)
    assert done.stdout == ""


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return program(tmp_path_factory.mktemp("bin"))


@pytest.fixture
def github() -> Iterator[Service]:
    if not shutil.which("gh"):
        pytest.skip("no gh here; enable its tests by: apt-get install gh")
    with service() as made:
        yield made


@pytest.fixture
def origin(tmp_path: Path) -> Repository:
    made = Repository.new(tmp_path / "origin", {"privacy.md": OLD, "notice.toml": CONFIG})
    made.git("checkout", "-qb", "edit")
    made.commit({"privacy.md": NEW})
    made.git("checkout", "-q", "main")
    return made


def checkout(origin: Repository, branch: str = "edit") -> Repository:
    """What actions/checkout leaves behind: one commit, detached, and no other branch."""
    made = Repository(origin.folder.parent / "checkout")
    made.folder.mkdir()
    made.git("init", "-q")
    made.git("remote", "add", "origin", f"file://{origin.folder}")
    made.git("fetch", "-q", "--depth=1", "origin", f"refs/heads/{branch}")
    made.git("checkout", "-q", "--detach", "FETCH_HEAD")
    return made


class Runner:
    """A run of the action on a pull request: each step with the environment that action.yml gives it."""

    def __init__(self, site: Repository, programs: Path, given: Mapping[str, str]) -> None:
        self._site, self._programs = site, programs
        inputs = {f"inputs.{name}": row["default"] for name, row in ACTION["inputs"].items()}
        self._known = {
            **inputs,
            "github.base_ref": "main",
            "github.event.pull_request.number": "12",
            "github.token": "t",
        }
        self._known |= {f"inputs.{name}": value for name, value in given.items()}

    def step(self, name: str, **environment: str) -> Ran:
        """One step, in the shell that the runner calls bash."""
        told = {
            key: re.sub(r"\$\{\{ (.*?) \}\}", self._value, word) for key, word in STEPS[name].get("env", {}).items()
        }
        files = {key: str(self._site.folder.parent / key) for key in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", STEPS[name]["run"]]
        env = {"GITHUB_ACTION_PATH": str(ROOT), **files, **told, **environment}
        return run(command, self._site.folder, self._programs, **env)

    def _value(self, found: re.Match[str]) -> str:
        """An expression: a name, or the first of two that says something."""
        first, _, second = found[1].partition(" || ")
        second = second.replace("(github.base_ref && format('origin/{0}', github.base_ref))", "ORIGIN")
        base = self._known["github.base_ref"]
        known = {**self._known, "ORIGIN": base and f"origin/{base}", "": ""}
        return str(known[first] or known[second])

    def written(self, key: str) -> str:
        """A file that a step adds to."""
        return (self._site.folder.parent / key).read_text("utf-8")


def test_a_pull_request_is_fetched_checked_and_commented(origin: Repository, programs: Path, github: Service) -> None:
    people = [github.say(f"{MARKER}\nI found this marker and use it.", "User"), github.say("Hello.", "Bot")]
    before = [dict(row) for row in people]
    site = checkout(origin)
    runner = Runner(site, programs, {"formats": "sarif=notice.sarif junit=notice.xml"})
    assert runner.step("Fetch the base") == (0, "", "")
    checked = runner.step("Check")
    assert checked.code == 1
    assert checked.error.splitlines()[0].startswith("::error file=privacy.md,line=5,title=PN501 retention-extended::")
    assert not re.search(r"^\s*::", checked.output, re.MULTILINE)
    report = site.text("notice-report.md")
    assert runner.written("GITHUB_STEP_SUMMARY") == report
    assert json.loads(site.text("notice.sarif"))["version"] == "2.1.0"
    assert "<failure" in site.text("notice.xml")
    outputs = runner.written("GITHUB_OUTPUT")
    said = {f"steps.check.outputs.{name}" for name in re.findall(r"^(\w+)<<", outputs, re.MULTILINE)}
    assert {row["value"].strip("${} ") for row in ACTION["outputs"].values()} <= said

    assert runner.step("Comment", **github.environment()) == (0, "", "")
    assert github.comments == [*before, {"id": 1002, "user": {"type": "Bot"}, "body": report}]
    site.write({"privacy.md": OLD})
    assert runner.step("Check").code == 0
    assert runner.step("Comment", **github.environment()) == (0, "", "")
    assert github.comments == [*before, {"id": 1002, "user": {"type": "Bot"}, "body": site.text("notice-report.md")}]
    assert github.calls == ["GET 200", "POST 201", "GET 200", "PATCH 200"]


def test_the_comment_is_found_on_a_later_page(origin: Repository, programs: Path, github: Service) -> None:
    for number in range(130):
        github.say(f"Comment {number}.", "User")
    ours = github.say(f"{MARKER}\nold", "Bot")
    site = checkout(origin)
    site.write({"notice-report.md": f"{MARKER}\n@new & “new”\n"})
    assert Runner(site, programs, {}).step("Comment", **github.environment()) == (0, "", "")
    assert (ours["body"], len(github.comments)) == (f"{MARKER}\n@new & “new”\n", 131)
    assert github.calls == ["GET 200", "GET 200", "PATCH 200"]


def test_a_fork_may_not_comment_and_the_job_goes_on(origin: Repository, programs: Path, github: Service) -> None:
    github.may_write = False
    site = checkout(origin)
    site.write({"notice-report.md": f"{MARKER}\nx\n"})
    ran = Runner(site, programs, {}).step("Comment", **github.environment())
    said = (
        "::notice title=notice::The token of this run may not comment, as in a pull request from a fork. "
        "The report stands in the summary of the job.\n"
    )
    assert (ran, github.comments) == ((0, said, ""), [])


def test_without_a_report_there_is_no_comment(origin: Repository, programs: Path, github: Service) -> None:
    assert Runner(checkout(origin), programs, {}).step("Comment", **github.environment()) == (0, "", "")
    assert github.calls == []


@pytest.mark.parametrize("pull", ["", "12; touch made", "12\n13", "../../x"])
def test_what_is_no_number_is_no_pull_request(origin: Repository, programs: Path, pull: str) -> None:
    site = checkout(origin)
    site.write({"notice-report.md": "x\n"})
    ran = Runner(site, programs, {}).step("Comment", NOTICE_PULL=pull, GITHUB_REPOSITORY="a/b")
    assert ran == (0, "notice: no pull request, no comment\n", "")


@pytest.mark.parametrize("form", ["branch", "commit"])
def test_the_head_that_is_named_is_judged(form: str, origin: Repository, programs: Path) -> None:
    head = "edit" if form == "branch" else origin.git("rev-parse", "edit").strip()
    site = checkout(origin, "main")
    runner = Runner(site, programs, {"head": head, "base": "main"})
    assert runner.step("Fetch the base") == (0, "", "")
    assert (site.text("privacy.md"), site.git("rev-parse", "HEAD")) == (NEW, origin.git("rev-parse", "edit"))
    assert runner.step("Check").code == 1


@pytest.mark.parametrize("head", ["no-such", "--force", HOSTILE])
def test_a_head_that_is_not_there_ends_the_job(head: str, origin: Repository, programs: Path) -> None:
    site = checkout(origin, "main")
    ran = Runner(site, programs, {"head": head}).step("Fetch the base")
    assert (ran.code, ran.output, "origin has no" in ran.error or "no branch or commit" in ran.error) == (4, "", True)
    assert site.text("privacy.md") == OLD
    assert not (site.folder / "made").exists()


@pytest.mark.parametrize("ref", ["--upload-pack=touch made", "no-such", HOSTILE])
def test_a_base_that_is_not_there_ends_the_job(ref: str, origin: Repository, programs: Path) -> None:
    site = checkout(origin)
    assert Runner(site, programs, {"base": ref}).step("Fetch the base").code == 4
    assert not (site.folder / "made").exists()


@pytest.mark.parametrize("name", ["base", "paths", "fail-on", "config", "formats"])
def test_a_hostile_input_is_only_a_word(name: str, origin: Repository, programs: Path) -> None:
    site = checkout(origin)
    ran = Runner(site, programs, {name: HOSTILE}).step("Check")
    assert ran.code in (2, 3, 4)
    assert not (site.folder / "made").exists()
    ours = r"^\s*::(?!error file=[^:]*,line=1,title=|notice title=)"
    assert not re.search(ours, ran.output + ran.error, re.MULTILINE)
