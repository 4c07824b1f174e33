"""Nothing compared is never green: the ways in which a notice is there and cannot be compared, or is compared after all."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from git_folder import Here, Repository, in_process

OLD = "# Privacy Notice of Harbour Ltd\n\n## Keeping\n\nWe keep account records for thirty (30) days.\n"
NEW = OLD.replace("thirty (30)", "ninety (90)")
CONFIG = '[[notices]]\npath = "privacy.md"\n'
POINTER = f"version https://git-lfs.github.com/spec/v1\noid sha256:{'4d' * 32}\nsize 12345\n"
FRENCH = "# Politique de Port SARL\n\nNous conservons les données de votre compte pendant trente (30) jours.\n"
GREEN: list[str] = []


@pytest.fixture
def site(tmp_path: Path) -> Repository:
    return Repository.new(tmp_path / "site", {"notice.toml": CONFIG, "privacy.md": OLD})


@pytest.fixture
def here(site: Repository, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Here:
    return in_process(site.folder, monkeypatch, capfd)


def linked(site: Repository, target: str, files: dict[str, str], *, commit: bool = True) -> None:
    site.write(files)
    (site.folder / "privacy.md").unlink()
    (site.folder / "privacy.md").symlink_to(target)
    if commit:
        site.commit({})


def unchanged(_: Repository) -> None:
    pass


def replaced(site: Repository) -> None:
    (site.folder / "privacy.md").unlink()
    site.write({"privacy.md": OLD})


def ignored(site: Repository) -> None:
    site.git("rm", "-q", "--cached", "privacy.md")
    site.commit({".gitignore": "privacy.md\n"})


def submodule(site: Repository) -> None:
    Repository.new(site.folder / "legal", {"privacy.md": OLD})
    site.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", "./legal", "legal")
    site.commit({"notice.toml": CONFIG.replace("privacy", "legal/privacy")})


def attributes(site: Repository, line: str, encoding: str = "utf-8") -> None:
    (site.folder / "privacy.md").write_text(OLD, encoding=encoding)
    site.commit({".gitattributes": f"*.md {line}\n"})
    site.git("rm", "-q", "--cached", "privacy.md")
    site.git("add", "privacy.md")
    site.git("commit", "-qm", "again", "--allow-empty")


Edit = Callable[[Repository], object]
LINE = "invalid privacy.md: no baseline: "
CASES: dict[str, tuple[Edit, Edit, int, list[str]]] = {
    "a pattern": (
        lambda site: site.commit({"notice.toml": CONFIG.replace("privacy", "*")}),
        unchanged,
        4,
        ["invalid *.md: the notice does not exist: name each notice, for patterns are not expanded"],
    ),
    "a folder": (
        lambda site: site.commit({"notice.toml": CONFIG.replace("privacy.md", "notices"), "notices/a.md": OLD}),
        unchanged,
        3,
        ["unreadable notices: notices is a directory: name one file in it"],
    ),
    "a link, unchanged": (
        lambda site: linked(site, "real.md", {"real.md": OLD}),
        unchanged,
        0,
        GREEN,
    ),
    "a link whose target is edited": (
        lambda site: linked(site, "real.md", {"real.md": OLD}),
        lambda site: site.write({"real.md": NEW}),
        1,
        GREEN,
    ),
    "a link through another folder": (
        lambda site: linked(site, "./b/../a/real.md", {"a/real.md": OLD, "b/x": ""}),
        lambda site: site.write({"a/real.md": NEW}),
        1,
        GREEN,
    ),
    "a link that became one": (
        unchanged,
        lambda site: linked(site, "real.md", {"real.md": NEW}, commit=False),
        1,
        GREEN,
    ),
    "a link in a circle": (
        lambda site: linked(site, "privacy.md", {}),
        replaced,
        4,
        [f"{LINE}it is new, HEAD (…) has no such file: sign it off as a whole with: notice lock privacy.md"],
    ),
    "a link to nowhere": (
        unchanged,
        lambda site: linked(site, "nowhere.md", {}, commit=False),
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
        lambda site: (site.folder / "privacy.md").write_bytes(bytes(range(256)) * 20),
        3,
        ["unreadable privacy.md: privacy.md is binary data, not text: give PDF, DOCX, HTML, Markdown or plain text"],
    ),
    "an empty baseline": (
        lambda site: site.commit({"privacy.md": ""}),
        lambda site: site.write({"privacy.md": OLD}),
        3,
        ["unreadable privacy.md: its baseline: privacy.md is empty: give a file that holds a notice"],
    ),
    "a pointer of Git LFS": (
        unchanged,
        lambda site: site.write({"privacy.md": POINTER}),
        3,
        [
            (
                "unreadable privacy.md: privacy.md is a pointer of Git LFS: "
                "run: git lfs pull; a baseline has to be kept in git itself"
            )
        ],
    ),
    "a baseline that is a pointer of Git LFS": (
        lambda site: site.commit({"privacy.md": POINTER}),
        lambda site: site.write({"privacy.md": OLD}),
        3,
        [
            (
                "unreadable privacy.md: its baseline: privacy.md is a pointer of Git LFS: "
                "run: git lfs pull; a baseline has to be kept in git itself"
            )
        ],
    ),
    "another language": (
        lambda site: site.commit({"privacy.md": FRENCH}),
        lambda site: site.write({"privacy.md": FRENCH.replace("trente (30)", "quatre-vingt-dix (90)")}),
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
        lambda site: site.git("mv", "privacy.md", "Privacy.md"),
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
        lambda site: (site.folder / "privacy.md").write_bytes(OLD.replace("\n", "\r\n").encode()),
        0,
        GREEN,
    ),
    "other ends of lines by attribute, and an edit": (
        lambda site: attributes(site, "text eol=crlf"),
        lambda site: (site.folder / "privacy.md").write_bytes(NEW.replace("\n", "\r\n").encode()),
        1,
        GREEN,
    ),
    "another encoding by attribute": (
        lambda site: attributes(site, "working-tree-encoding=UTF-16", "utf-16"),
        unchanged,
        0,
        GREEN,
    ),
    "another encoding by attribute, and an edit": (
        lambda site: attributes(site, "working-tree-encoding=UTF-16", "utf-16"),
        lambda site: (site.folder / "privacy.md").write_text(NEW, encoding="utf-16"),
        1,
        GREEN,
    ),
    "an edit that git was told not to look at": (
        lambda site: site.git("update-index", "--assume-unchanged", "privacy.md"),
        lambda site: site.write({"privacy.md": NEW}),
        1,
        GREEN,
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_cannot_be_compared_is_never_green(case: str, site: Repository, here: Here) -> None:
    before, after, code, problems = CASES[case]
    before(site)
    after(site)
    ran = here("check", "--base", "HEAD", "-f", "json")
    checked = json.loads(ran.output)
    head = site.git("rev-parse", "HEAD")[:10]
    said = [f"{p['outcome']} {p['file']}: {p['what']}: {p['remedy']}".replace(head, "…") for p in checked["problems"]]
    assert (ran.code, said) == (code, problems)
    assert bool(checked["notices"][0]["open"]) == (code == 1)


def test_on_the_main_branch_another_edited_file_hides_no_change(site: Repository, here: Here) -> None:
    site.commit({"privacy.md": NEW, "other.txt": "one"})
    assert here("check").code == 1
    site.write({"other.txt": "two"})
    assert here("check").code == 1  # a build that touches files does not move the baseline to HEAD
    site.write({"privacy.md": NEW + "\nOur door is green.\n"})
    assert here("check").code == 0


def test_a_notice_outside_the_repository_has_no_baseline_there(site: Repository, here: Here) -> None:
    (site.folder.parent / "outside.md").write_text(OLD)
    site.commit({"notice.toml": CONFIG.replace("privacy.md", "../outside.md")})
    assert here("check").code == 4


@pytest.mark.parametrize("what", ["--prune", "--suggest"])
def test_nothing_is_signed_or_pruned_of_what_was_not_compared(what: str, site: Repository, here: Here) -> None:
    (site.folder / "privacy.md").unlink()
    said = "notice: privacy.md could not be compared, so nothing is known of its entries: run: notice check\n"
    assert here("approve", what) == (4, "", said)
