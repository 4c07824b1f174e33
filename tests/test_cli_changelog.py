"""What a company tells its users: words, grouping, obligations, and nothing that is not theirs to read."""

import json

import pytest
from git_folder import Repository

OLD = """# Privacy Notice of Harbour Ltd

Last updated: 1 May 2026

## Sharing

We will never sell your data.

## Keeping

We keep account records for thirty (30) days.

## Style

Our office has a green door.
"""
NEW = (
    OLD.replace("thirty (30)", "ninety (90)")
    .replace("1 May", "9 June")
    .replace("green door.", "blue door.")
    .replace("## Keeping\n\n", "## Keeping\n\nWe encrypt your data.\n\n")
)
CONFIG = 'approvers = ["counsel@harbour.example"]\n\n[[notices]]\npath = "notices/privacy.md"\n'
TOLD = """\
# Privacy Notice of Harbour Ltd: what changed

From the version of 2026-05-01 to the version of 2026-06-09.

## What you lose

- **Keeping.** We keep personal data for longer.
  > We keep account records for <del>thirty (30</del><ins>ninety (90</ins>) days.

## What you gain

- **Keeping.** We make a new promise.
  > <ins>We encrypt your data.</ins>

## What we do about it

- notify users 30d
- no retroactive use

Besides, 2 passages changed in wording or place, and not in what we promise.
"""


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    made = Repository.new(tmp_path_factory.mktemp("told") / "site", {"notice.toml": CONFIG, "notices/privacy.md": OLD})
    made.git("tag", "v1")
    made.write({"notices/privacy.md": NEW})
    (found,) = json.loads(made.notice("check", "--base", "v1", "-f", "json").output)["notices"][0]["open"]
    signing = ("--by", "counsel@harbour.example", "--reason", "INTERNAL <b>memo</b>")
    owed = ("--obligation", "notify-users-30d", "--obligation", "no-retroactive-use")
    ran = made.notice("approve", found, *signing, *owed, "--base", "v1")
    assert ran.code == 0, ran.error
    made.commit({})
    made.git("tag", "v2")
    return made


@pytest.fixture(autouse=True)
def _clean(repository: Repository) -> None:
    repository.git("reset", "-q", "--hard")


def test_the_changelog_tells_users_what_they_lose_and_gain(repository: Repository) -> None:
    ran = repository.notice("changelog", "--from", "v1", "--to", "v2")
    assert (ran.code, ran.error) == (0, "")
    assert ran.output == TOLD
    assert "INTERNAL" not in ran.output
    assert "counsel" not in ran.output
    assert "PN" not in ran.output


def test_the_working_tree_is_the_later_side_by_default(repository: Repository) -> None:
    assert repository.notice("changelog", "--from", "v1").output == TOLD
    assert "Nothing changed." in repository.notice("changelog", "--from", "v2").output


def test_the_page_says_the_same(repository: Repository) -> None:
    page = repository.notice("changelog", "--from", "v1", "--to", "v2", "-f", "html").output
    assert "<h2>What you lose</h2>" in page
    assert "<del>thirty (30</del><ins>ninety (90</ins>)" in page
    assert "<li>notify users 30d</li>" in page
    assert "INTERNAL" not in page


def test_notice_text_is_only_text(repository: Repository) -> None:
    wild = "## <script>alert(1)</script>\n\nWe sell your data to @team | [x](javascript:1) `a`.\n"
    repository.write({"notices/privacy.md": NEW + "\n" + wild})
    for form in ("markdown", "html"):
        out = repository.notice("changelog", "--from", "v2", "-f", form).output
        assert "<script>alert" not in out
        assert "](javascript" not in out


@pytest.mark.parametrize("ref", ["-rf", "--upload-pack=x", "no\nsuch", "nothing", "HEAD:notices", "%0A"])
def test_a_hostile_ref_is_no_ref(repository: Repository, ref: str) -> None:
    sides = (f"--from={ref}",) if len(ref) % 2 else ("--from", "v1", f"--to={ref}")
    ran = repository.notice("changelog", *sides)
    assert (ran.code, ran.output, ran.error.count("\n")) == (4, "", 1)


def test_a_missing_side_is_an_error(repository: Repository) -> None:
    repository.write({"notices/other.md": OLD})
    ran = repository.notice("changelog", "--from", "v1", "notices/other.md")
    assert (ran.code, ran.error) == (
        4,
        f"notice: v1 ({repository.git('rev-parse', 'v1')[:10]}) has no notices/other.md: name a ref that has it\n",
    )


def test_a_link_is_told_with_its_targets_and_a_forgotten_date_not_at_all(repository: Repository) -> None:
    linked = OLD + "\nSee [our list](https://a.example/x).\n"
    repository.commit({"notices/privacy.md": linked})
    edited = linked.replace("a.example/x", "b.example/y").replace("thirty (30)", "ninety (90)")
    repository.write({"notices/privacy.md": edited})
    assert '"date-not-advanced"' in repository.notice("check", "--base", "HEAD", "-f", "json").output
    told = repository.notice("changelog", "--from", "HEAD", "-f", "html").output
    assert "A link leads elsewhere: “https://a.example/x” became “https://b.example/y”." in told
    assert "date of the notice" not in told


def test_a_notice_written_anew_is_told_by_topic(repository: Repository) -> None:
    about = "We {} your {} records for {} {} so that {} can be {} with care, and we tell {} about it {} times."
    words = [[f"{a}{n}" for a in "bcdfghkl"] for n in range(60)]
    old, new = (OLD + "\n\n".join(about.format(*(w if k else w[::-1])) for w in words) for k in (0, 1))
    repository.commit({"notices/privacy.md": old})
    repository.write({"notices/privacy.md": new})
    told = repository.notice("changelog", "--from", "HEAD").output
    assert "We wrote the notice anew." in told
    assert "| Topic | Before | Now |" in told
    assert "What else changed" not in told
