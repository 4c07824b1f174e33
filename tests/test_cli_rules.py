"""The catalogue, explanations and schemas on the command line."""

import json

import pytest
from click.testing import CliRunner

from notice_parser.check import catalogue
from notice_parser.cli import notice
from notice_parser.errors import UsageError


def shown(*arguments: str) -> str:
    result = CliRunner().invoke(notice, arguments, catch_exceptions=False)
    assert result.exit_code == 0
    return result.output


def test_every_rule_is_listed_with_its_level() -> None:
    lines = shown("rules", "--width", "120").splitlines()
    heads = [line.split()[:3] for line in lines if line.startswith("PN")]
    assert heads == [[rule.code, rule.name, rule.level] for rule in catalogue()]


@pytest.mark.parametrize("rule", [rule.code for rule in catalogue()])
def test_every_rule_explains_itself_with_an_example(rule: str) -> None:
    out = shown("explain", rule)
    assert out.startswith(rule)
    assert "example" in out


@pytest.mark.parametrize("name", ["pn501", "retention-extended", "PN501/retention-extended"])
def test_a_rule_is_found_by_code_name_or_both(name: str) -> None:
    assert shown("rules", name) == shown("explain", "PN501")


def test_an_unknown_rule_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="there is no rule PN999: see `notice rules`"):
        CliRunner().invoke(notice, ["rules", "PN999"], catch_exceptions=False)


@pytest.mark.parametrize("name", ["notice", "diff", "history"])
def test_schemas_are_printed(name: str) -> None:
    assert json.loads(shown("schema", name))["$id"].endswith(f"{name}.schema.json")


@pytest.mark.parametrize("command", sorted(notice.commands))
def test_every_command_has_help_with_an_example(command: str) -> None:
    assert "Example:" in shown(command, "--help")
