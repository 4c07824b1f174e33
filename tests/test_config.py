"""The configuration: what a file may say, how a mistake is named, who overrules whom, and where the file is found."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice_parser.check import RULES, profiled
from notice_parser.cli import notice
from notice_parser.cli.configuration import nearest
from notice_parser.cli.exits import code
from notice_parser.codec import decode, encode, problems
from notice_parser.comparing import compare
from notice_parser.config import Config, Known, NoticeTable, Source, line_of, over, read_config
from notice_parser.errors import ConfigError
from notice_parser.parsing import parse
from notice_parser.vocabulary import FailOn, Level

KNOWN = Known(
    ("default", "gdpr", "ccpa"), {"PN105": "PN105", "prohibition-dropped": "PN105", "PN902": "PN902", "PN403": "PN403"}
)
TEXT = """# How we look at our notices
profile = "gdpr"
fail-on = "warning"

[levels]
PN902 = "none"
prohibition-dropped = "info"
"""
OLD = "# Notice of Harbour Ltd\n\n## Sharing\n\nWe will never sell your data.\n"
PROJECT = '[project]\nname = "harbour"\n\n'


def configured(text: str, *table: str) -> Config:
    return read_config(Source("notice.toml", text, table), KNOWN)


def test_a_file_says_profile_level_and_rules() -> None:
    levels = {"PN902": Level.NONE, "prohibition-dropped": Level.INFO}
    assert configured(TEXT) == Config("gdpr", FailOn.WARNING, levels)
    assert configured("") == Config("default", FailOn.ERROR, {})


def test_a_table_of_pyproject_says_the_same() -> None:
    text = PROJECT + TEXT.replace("# How", "[tool.notice]\n# How").replace("[levels]", "[tool.notice.levels]")
    assert configured(text, "tool", "notice") == configured(TEXT)


def test_the_example_of_the_readme_is_a_configuration() -> None:
    readme = (Path(__file__).parent.parent / "README.md").read_text("utf-8")
    example = readme.partition("```toml\n")[2].partition("```")[0]
    known = KNOWN._replace(rules={row: rule.code for rule in RULES for row in (rule.code, rule.name)})
    config = read_config(Source("README.md", example), known)
    assert config == Config("gdpr", FailOn.WARNING, {"PN904": Level.NONE, "contact-removed": Level.WARNING})


MISTAKES = [
    ('profile = "gdrp"', "1: profile is 'gdrp': did you mean gdpr? allowed are default, gdpr, ccpa"),
    ("\nprofile = 3", "2: profile is 3: allowed are default, gdpr, ccpa"),
    ('# x\n\nprofil = "gdpr"', "3: profil is no key of the configuration: did you mean profile? allowed are profile, fail-on, levels"),
    ('fail_on = "error"', "1: fail_on is no key of the configuration: did you mean fail-on? allowed are profile, fail-on, levels"),
    ('fail-on = "none"', "1: fail-on is 'none': did you mean info? allowed are error, warning, info, never"),
    ("fail-on = [\n1,\n2]", "1: fail-on is [1, 2]: allowed are error, warning, info, never"),
    ('[levels]\nPN105 = "info"\n\nPN092 = "none"', "4: levels.PN092 is no rule: did you mean PN902? `notice rules` lists them"),
    ('[levels]\nzzz = "none"', "2: levels.zzz is no rule: `notice rules` lists them"),
    ('[levels]\nPN105 = "off"', "2: levels.PN105 is 'off': allowed are error, warning, info, none"),
    ('[levels]\nPN105 = "info"\nprohibition-dropped = "none"', "3: levels.prohibition-dropped is the same rule as PN105: name it once"),
    ("levels = 3", '1: levels is no table: write [levels] and below it rules, such as PN902 = "none"'),
    ("[levls]", "1: levls is no key of the configuration: did you mean levels? allowed are profile, fail-on, levels"),
    ("\nprofile", "2: not TOML: Expected '=' after a key in a key/value pair"),
    ('profile = "gdpr"\nprofile = "ccpa"', "2: not TOML: Cannot overwrite a value"),
]  # fmt: skip


NOTICES = """approvers = ["counsel@harbour.example"]
baseline = "lock"
formats = ["text", "sarif=out.sarif"]

[[notices]]
path = "us.md"

[[notices]]
path = "eu.md"
key = "eu"
profile = "gdpr"
fail-on = "info"
baseline = "main:eu/old.md"
levels = { PN902 = "none" }
approvers = ["dpo@harbour.example"]
"""
GATED = KNOWN._replace(formats=("text", "sarif"))


def test_a_notice_goes_over_what_is_said_above_all() -> None:
    config = read_config(Source("notice.toml", NOTICES), GATED)
    us, eu = config.notices
    assert us == NoticeTable("us.md")
    assert config.under(us).but(notices=()) == config.but(notices=())
    own = config.under(eu)
    assert (own.profile, own.fail_on, own.baseline) == ("gdpr", FailOn.INFO, "main:eu/old.md")
    assert (own.levels, own.approvers, eu.key) == ({"PN902": Level.NONE}, ("dpo@harbour.example",), "eu")


def test_environment_and_command_line_go_over_every_notice() -> None:
    config = read_config(Source("notice.toml", NOTICES), GATED)
    changed = over(
        config, {"NOTICE_BASE": "v1", "NOTICE_PROFILE": "ccpa"}, GATED, {"profile": "default", "fail-on": None}
    )
    assert [changed.under(row).baseline for row in changed.notices] == ["v1", "v1"]
    assert [changed.under(row).profile for row in changed.notices] == ["default", "default"]
    assert [changed.under(row).fail_on for row in changed.notices] == [FailOn.ERROR, FailOn.INFO]


WRONG_NOTICES = [
    ("[notices]\npath = 1", "1: notices is no list of tables: write [[notices]] and below it path = …"),
    ('[[notices]]\npath = "a"\n[[notices]]\nkey = "b"', '3: notices.2 has no path: write path = "notices/privacy.md"'),
    ('[[notices]]\npath = "a"\n[[notices]]\npath = "a"', "4: notices.2.path is 'a' a second time: name each notice once"),
    ('[[notices]]\npath = "a"\nkey = "k"\n[[notices]]\npath = "b"\nkey = "k"', "6: notices.2.key is 'k' a second time: name each notice once"),
    ('[[notices]]\npath = "/a"', "2: notices.1.path is '/a': write a path from the folder of this file"),
    ('[[notices]]\npath = "a"\nprofile = "gdrp"', "3: notices.1.profile is 'gdrp': did you mean gdpr?"),
    ('[[notices]]\npath = "a"\n[notices.levels]\nPN1 = "none"', "4: notices.1.levels.PN1 is no rule: "),
    ('[[notices]]\npath = "a"\nformats = ["text"]', "3: notices.1.formats is no key of the configuration: "),
    ('approvers = "me"', "1: approvers is 'me': write a list such as [\"counsel@example.org\"]"),
    ('formats = ["txt"]', "1: formats has 'txt': did you mean text? allowed are text, sarif"),
    ('formats = ["text="]', "1: formats has 'text=': did you mean text? allowed are text, sarif"),
    ('baseline = ""', "1: baseline is '': write some words between quotes"),
    ('lock = "~/lock.json"', "1: lock is '~/lock.json': write a path from the folder of this file"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message"), WRONG_NOTICES)
def test_a_mistake_in_a_notice_is_named_with_line_and_key(text: str, message: str) -> None:
    with pytest.raises(ConfigError) as raised:
        read_config(Source("notice.toml", text), GATED)
    assert str(raised.value).startswith(f"notice.toml:{message}")


@pytest.mark.parametrize(("text", "message"), MISTAKES)
def test_a_mistake_is_named_with_line_key_and_what_is_allowed(text: str, message: str) -> None:
    with pytest.raises(ConfigError) as raised:
        configured(text)
    assert str(raised.value).startswith(f"notice.toml:{message}")


def test_mistakes_in_pyproject_count_its_lines() -> None:
    text = f'{PROJECT}[tool.notice]\nprofile = "gdpr"\n[tool.notice.levels]\nPN1 = "none"\n'
    with pytest.raises(ConfigError, match=r"^notice\.toml:7: levels\.PN1 is no rule"):
        configured(text, "tool", "notice")
    with pytest.raises(ConfigError, match=r"^notice\.toml:2: tool\.notice is no table"):
        configured("[tool]\nnotice = 1\n", "tool", "notice")


def test_a_line_is_found_behind_lookalikes() -> None:
    text = '# fail-on\nprofile = """\nfail-on = 1\n"""\n"fail-on" = "error" # fail-on\n[levels] # fail-on\n'
    assert line_of(text, ("fail-on",)) == 5


@given(st.text(alphabet='[]{}="\n\\#. aflo-i\u2028\x00', max_size=60))
def test_any_text_is_read_or_refused_in_one_line(text: str) -> None:
    try:
        configured(text)
    except ConfigError as error:
        assert str(error).startswith("notice.toml:")  # noqa: PT017 - either way of ending is right


def test_deep_nesting_is_refused() -> None:
    with pytest.raises(ConfigError, match="not TOML"):
        configured("levels = " + "[" * 100_000)


def test_the_environment_goes_over_the_file() -> None:
    changed = over(configured(TEXT), {"NOTICE_PROFILE": "ccpa", "NOTICE_FAIL_ON": "never"}, KNOWN)
    assert changed == configured(TEXT).but(profile="ccpa", fail_on=FailOn.NEVER)
    assert over(configured(TEXT), {"NOTICE_PROFILE": "", "NOTICE_FAIL_ON": ""}, KNOWN) == configured(TEXT)
    with pytest.raises(ConfigError, match="NOTICE_FAIL_ON is 'loud': allowed are error, warning, info, never"):
        over(Config(), {"NOTICE_FAIL_ON": "loud"}, KNOWN)


def test_a_configuration_fits_its_schema_and_comes_back() -> None:
    config = configured(TEXT)
    assert problems({"profile": "gdpr", "fail-on": "warning", "levels": {"PN902": "none"}}, "config") == ()
    assert len(problems({"fail_on": "warning", "levels": {"PN902": "off"}}, "config")) == 2
    assert decode(encode(config), Config) == config


def test_levels_go_before_the_profile() -> None:
    by_code = {
        rule.code: rule.level for rule in profiled(RULES, "strict", {"PN105": Level.INFO, "reworded": Level.NONE})
    }
    assert (by_code["PN105"], by_code["PN902"], by_code["PN403"]) == ("info", "none", "error")
    old, new = parse(OLD.encode(), "old.md"), parse(OLD.replace("will never", "may").encode(), "new.md")
    assert [finding.level for finding in compare(old, new, "strict", {"PN403": Level.WARNING}).findings] == ["warning"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "old.md").write_text(OLD)
    (tmp_path / "new.md").write_text(OLD.replace("will never", "may"))
    (tmp_path / "notices" / "us").mkdir(parents=True)
    return tmp_path


def test_the_nearest_file_is_found_upward(folder: Path) -> None:
    (folder / "notice.toml").write_text(TEXT)
    (folder / "notices" / "pyproject.toml").write_text(PROJECT)  # has no table of ours
    found = nearest(folder / "notices" / "us")
    assert found is not None
    assert found.text == TEXT
    (folder / "notices" / "pyproject.toml").write_text(PROJECT + '[tool.notice]\nprofile = "ccpa"\n')
    found = nearest(folder / "notices" / "us")
    assert found is not None
    assert found.table == ("tool", "notice")
    (folder / "notices" / "notice.toml").write_text("")  # beside a pyproject.toml it goes first
    found = nearest(folder / "notices" / "us")
    assert found is not None
    assert (found.text, found.table) == ("", ())


def run(*arguments: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "notice_parser", "diff", *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, cwd=folder, check=False, env={**os.environ, **environment}
    )


def test_a_broken_configuration_ends_with_4_and_one_line(folder: Path) -> None:
    (folder / "notice.toml").write_text('[levels]\nPN999x = "none"\n')
    result = run("../../old.md", "../../new.md", "-o", "out", folder=folder / "notices" / "us")
    assert (result.returncode, result.stdout) == (4, "")
    assert result.stderr.startswith("notice: ")
    assert "notice.toml:2: levels.PN999x is no rule: did you mean PN" in result.stderr
    assert result.stderr.count("\n") == 1
    assert not (folder / "notices" / "us" / "out").exists()


@pytest.mark.parametrize(
    ("arguments", "environment", "words"),
    [
        (("--config", "nowhere.toml"), {}, "nowhere.toml cannot be read: No such file or directory"),
        (("--config", "notices"), {}, "notices cannot be read: Is a directory"),
        (("--config", "latin.toml"), {}, "latin.toml cannot be read: it is not UTF-8"),
        (("--config", "pyproject.toml"), {}, "pyproject.toml has no table [tool.notice]"),
        ((), {"NOTICE_PROFILE": "gdrp"}, "NOTICE_PROFILE is 'gdrp': did you mean gdpr?"),
    ],
)
def test_a_configuration_that_cannot_be_had_ends_with_4(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    environment: dict[str, str],
    words: str,
) -> None:
    (folder / "pyproject.toml").write_text(PROJECT)
    (folder / "latin.toml").write_bytes(b"# caf\xe9\n")
    monkeypatch.chdir(folder)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    result = code(notice, ("diff", "old.md", "new.md", *arguments))
    output, error = capfd.readouterr()
    assert (result, output, error.count("\n")) == (4, "", 1)
    assert words in error


def test_command_line_goes_over_environment_over_file(folder: Path) -> None:
    (folder / "notice.toml").write_text('fail-on = "never"\n')
    assert run("old.md", "new.md", folder=folder).returncode == 0
    assert run("old.md", "new.md", folder=folder, NOTICE_FAIL_ON="error").returncode == 1
    assert run("old.md", "new.md", "--fail-on", "never", folder=folder, NOTICE_FAIL_ON="error").returncode == 0


def test_levels_of_the_file_decide_the_exit_code(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (folder / "mine.toml").write_text('[levels]\nsale-introduced = "warning"\n')
    monkeypatch.chdir(folder)
    assert code(notice, ("diff", "old.md", "new.md")) == 1
    assert code(notice, ("diff", "old.md", "new.md", "--config", "mine.toml")) == 0
    assert code(notice, ("diff", "old.md", "new.md", "--config", "mine.toml", "--fail-on", "warning")) == 1
    assert code(notice, ("schema", "config")) == 0
    assert '"title": "notice_parser config"' in capfd.readouterr().out
