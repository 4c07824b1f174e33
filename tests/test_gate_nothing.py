"""Nothing compared is never green: the ways in which a notice is there and cannot be compared, or is compared after all."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from git_folder import Here, Repository

OLD = "# Privacy Notice of Harbour Ltd\n\n## Keeping\n\nWe keep account records for thirty (30) days.\n"
NEW = OLD.replace("thirty (30)", "ninety (90)")
CONFIG = '[[notices]]\npath = "privacy.md"\n'
POINTER = f"version https://git-lfs.github.com/spec/v1\noid sha256:{'4d' * 32}\nsize 12345\n"
FRENCH = "# Politique de Port SARL\n\nNous conservons les données de votre compte pendant trente (30) jours.\n"
GREEN: list[str] = []


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository.new(tmp_path / "site", {"notice.toml": CONFIG, "privacy.md": OLD})


def linked(repository: Repository, target: str, files: dict[str, str], *, commit: bool = True) -> None:
    repository.write(files)
    (repository.folder / "privacy.md").unlink()
    (repository.folder / "privacy.md").symlink_to(target)
    if commit:
        repository.commit({})


def unchanged(_: Repository) -> None:
    pass


def replaced(repository: Repository) -> None:
    (repository.folder / "privacy.md").unlink()
    repository.write({"privacy.md": OLD})


def ignored(repository: Repository) -> None:
    repository.git("rm", "-q", "--cached", "privacy.md")
    repository.commit({".gitignore": "privacy.md\n"})


def submodule(repository: Repository) -> None:
    Repository.new(repository.folder / "legal", {"privacy.md": OLD})
    repository.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", "./legal", "legal")
    repository.commit({"notice.toml": CONFIG.replace("privacy", "legal/privacy")})


def attributes(repository: Repository, line: str, encoding: str = "utf-8") -> None:
    (repository.folder / "privacy.md").write_text(OLD, encoding=encoding)
    repository.commit({".gitattributes": f"*.md {line}\n"})
    repository.git("rm", "-q", "--cached", "privacy.md")
    repository.git("add", "privacy.md")
    repository.git("commit", "-qm", "again", "--allow-empty")


Edit = Callable[[Repository], object]
LINE = "invalid privacy.md: no baseline: "
CASES: dict[str, tuple[Edit, Edit, int, list[str]]] = {
    "a pattern": (
        lambda repository: repository.commit({"notice.toml": CONFIG.replace("privacy", "*")}),
        unchanged,
        4,
        ["invalid *.md: the notice does not exist: name each notice, for patterns are not expanded"],
    ),
    "a folder": (
        lambda repository: repository.commit(
            {"notice.toml": CONFIG.replace("privacy.md", "notices"), "notices/a.md": OLD}
        ),
        unchanged,
        3,
        ["unreadable notices: notices is a directory: name one file in it"],
    ),
    "a link, unchanged": (
        lambda repository: linked(repository, "real.md", {"real.md": OLD}),
        unchanged,
        0,
        GREEN,
    ),
    "a link whose target is edited": (
        lambda repository: linked(repository, "real.md", {"real.md": OLD}),
        lambda repository: repository.write({"real.md": NEW}),
        1,
        GREEN,
    ),
    "a link through another folder": (
        lambda repository: linked(repository, "./b/../a/real.md", {"a/real.md": OLD, "b/x": ""}),
        lambda repository: repository.write({"a/real.md": NEW}),
        1,
        GREEN,
    ),
    "a link that became one": (
        unchanged,
        lambda repository: linked(repository, "real.md", {"real.md": NEW}, commit=False),
        1,
        GREEN,
    ),
    "a link in a circle": (
        lambda repository: linked(repository, "privacy.md", {}),
        replaced,
        4,
        [f"{LINE}it is new, HEAD (…) has no such file: sign it off as a whole with: notice lock privacy.md"],
    ),
    "a link to nowhere": (
        unchanged,
        lambda repository: linked(repository, "nowhere.md", {}, commit=False),
        4,
        [
            "invalid privacy.md: the notice is gone: it stands in HEAD (…): restore it, or remove it from the configuration"
        ],
    ),
    "a submodule": (
        submodule,
        unchanged,
        4,
        [
            (
                "invalid legal/privacy.md: no baseline: it is new, HEAD (…) has no such file: "
                "sign it off as a whole with: notice lock legal/privacy.md"
            )
        ],
    ),
    "binary data": (
        unchanged,
        lambda repository: (repository.folder / "privacy.md").write_bytes(bytes(range(256)) * 20),
        3,
        ["unreadable privacy.md: privacy.md is binary data, not text: give PDF, DOCX, HTML, Markdown or plain text"],
    ),
    "an empty baseline": (
        lambda repository: repository.commit({"privacy.md": ""}),
        lambda repository: repository.write({"privacy.md": OLD}),
        3,
        ["unreadable privacy.md: its baseline: privacy.md is empty: give a file that holds a notice"],
    ),
    "a pointer of Git LFS": (
        unchanged,
        lambda repository: repository.write({"privacy.md": POINTER}),
        3,
        [
            (
                "unreadable privacy.md: privacy.md is a pointer of Git LFS: "
                "run: git lfs pull; a baseline has to be kept in git itself"
            )
        ],
    ),
    "a baseline that is a pointer of Git LFS": (
        lambda repository: repository.commit({"privacy.md": POINTER}),
        lambda repository: repository.write({"privacy.md": OLD}),
        3,
        [
            (
                "unreadable privacy.md: its baseline: privacy.md is a pointer of Git LFS: "
                "run: git lfs pull; a baseline has to be kept in git itself"
            )
        ],
    ),
    "another language": (
        lambda repository: repository.commit({"privacy.md": FRENCH}),
        lambda repository: repository.write({"privacy.md": FRENCH.replace("trente (30)", "quatre-vingt-dix (90)")}),
        3,
        [
            (
                "unreadable privacy.md: no promise was found on either side, so nothing could be compared: "
                "is it a privacy notice in English?"
            )
        ],
    ),
    "a file that git ignores": (
        ignored,
        unchanged,
        4,
        [f"{LINE}it is new, HEAD (…) has no such file: sign it off as a whole with: notice lock privacy.md"],
    ),
    "a name in other letters": (
        unchanged,
        lambda repository: repository.git("mv", "privacy.md", "Privacy.md"),
        4,
        [
            (
                "invalid privacy.md: the notice is gone: git takes it for Privacy.md, renamed: "
                "write the new path in the configuration"
            )
        ],
    ),
    "other ends of lines": (
        unchanged,
        lambda repository: (repository.folder / "privacy.md").write_bytes(OLD.replace("\n", "\r\n").encode()),
        0,
        GREEN,
    ),
    "other ends of lines by attribute, and an edit": (
        lambda repository: attributes(repository, "text eol=crlf"),
        lambda repository: (repository.folder / "privacy.md").write_bytes(NEW.replace("\n", "\r\n").encode()),
        1,
        GREEN,
    ),
    "another encoding by attribute": (
        lambda repository: attributes(repository, "working-tree-encoding=UTF-16", "utf-16"),
        unchanged,
        0,
        GREEN,
    ),
    "another encoding by attribute, and an edit": (
        lambda repository: attributes(repository, "working-tree-encoding=UTF-16", "utf-16"),
        lambda repository: (repository.folder / "privacy.md").write_text(NEW, encoding="utf-16"),
        1,
        GREEN,
    ),
    "an edit that git was told not to look at": (
        lambda repository: repository.git("update-index", "--assume-unchanged", "privacy.md"),
        lambda repository: repository.write({"privacy.md": NEW}),
        1,
        GREEN,
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_cannot_be_compared_is_never_green(case: str, repository: Repository, here: Here) -> None:
    before, after, code, problems = CASES[case]
    before(repository)
    after(repository)
    ran = here("check", "--base", "HEAD", "-f", "json")
    checked = json.loads(ran.output)
    head = repository.git("rev-parse", "HEAD")[:10]
    said = [f"{p['outcome']} {p['file']}: {p['what']}: {p['remedy']}".replace(head, "…") for p in checked["problems"]]
    assert (ran.code, said) == (code, problems)
    assert bool(checked["notices"][0]["open"]) == (code == 1)


def test_on_the_main_branch_another_edited_file_hides_no_change(repository: Repository, here: Here) -> None:
    repository.commit({"privacy.md": NEW, "other.txt": "one"})
    assert here("check").code == 1
    repository.write({"other.txt": "two"})
    assert here("check").code == 1  # a build that touches files does not move the baseline to HEAD
    repository.write({"privacy.md": NEW + "\nOur door is green.\n"})
    assert here("check").code == 0


def test_a_notice_outside_the_repository_has_no_baseline_there(repository: Repository, here: Here) -> None:
    (repository.folder.parent / "outside.md").write_text(OLD)
    repository.commit({"notice.toml": CONFIG.replace("privacy.md", "../outside.md")})
    assert here("check").code == 4


@pytest.mark.parametrize("what", ["--prune", "--suggest"])
def test_nothing_is_signed_or_pruned_of_what_was_not_compared(what: str, repository: Repository, here: Here) -> None:
    (repository.folder / "privacy.md").unlink()
    said = "notice: privacy.md could not be compared, so nothing is known of its entries: run: notice check\n"
    assert here("approve", what) == (4, "", said)
