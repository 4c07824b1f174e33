"""The integrations as they are published: the hook under real pre-commit, the action and its scripts, the template."""

import json
import re
import shutil
import sysconfig
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from git_folder import Hooked, Repository, program, published_hook, run
from jsonschema import Draft7Validator
from ruamel.yaml import YAML

ROOT = Path(__file__).parent.parent
OLD = "# Privacy Notice of Harbour Ltd\n\n## Keeping\n\nWe keep account records for 30 days.\n"
NEW = OLD.replace("30", "90")
CONFIG = '[[notices]]\npath = "privacy.md"\n'


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
    hooked = Hooked.new(tmp_path, {"src/main.txt": "x", "notice.toml": CONFIG, "privacy.md": OLD})
    hooked.site.write({"src/main.txt": "y"})
    assert hooked.commit() == (0, f"notice check{'.' * 41}(no files to check)Skipped\n", "")
    hooked.site.write({"privacy.md": OLD + "\nOur door is green.\n", "other-notice.md": OLD})
    refused = hooked.commit()  # not named in notice.toml, and new
    assert (refused.code, refused.output.splitlines()[-1]) == (4, "FAILED: 1 notice of 2 compared, 1 problem.")
    hooked.site.git("rm", "-qf", "other-notice.md")
    assert hooked.commit().code == 0


@pytest.fixture
def site(tmp_path: Path) -> Repository:
    made = Repository.new(tmp_path / "site", {"privacy.md": OLD, "notice.toml": CONFIG})
    made.git("checkout", "-qb", "edit")
    made.commit({"privacy.md": NEW})
    return made


PUBLISHED = (".pre-commit-hooks.yaml", "pyproject.toml", "README.md", "LICENSE", "notice_parser")
OFFLINE = {  # the programs that it depends on stand where the tests run; everything else is built and installed anew
    "PYTHONPATH": sysconfig.get_path("purelib"),
    "PIP_NO_INDEX": "1",
    "PIP_NO_BUILD_ISOLATION": "0",
}


def test_the_hook_installs_itself_as_published(tmp_path: Path) -> None:
    """By pre-commit, in an environment of its own."""
    hook = published_hook()
    assert (hook["id"], hook["language"]) == ("notice-check", "python")
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    for name in PUBLISHED:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, shelf / name)
    hooked = Hooked.of(Repository.new(shelf, {}), tmp_path, {"notice.toml": CONFIG, "privacy.md": OLD}, **OFFLINE)
    [installed] = (tmp_path / "home").rglob("bin/notice")
    assert installed.read_text("utf-8").startswith(f"#!{installed.parent}/python")
    assert list((installed.parent.parent / "lib").rglob("notice_parser/cli/check.py"))
    hooked.programs.joinpath("notice").unlink()
    hooked.site.write({"privacy.md": NEW})
    assert hooked.commit().code == 1
    hooked.site.write({"privacy.md": OLD + "\nOur door is green.\n"})
    assert hooked.commit().code == 0


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
