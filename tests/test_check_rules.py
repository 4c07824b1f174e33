"""The table of rules: every rule documented, mirrored or waived; profiles; findings."""

import pytest

from notice_parser import compare, parse
from notice_parser.check import RULES, catalogue
from notice_parser.check.profiles import PROFILES, profiled
from notice_parser.errors import UsageError
from notice_parser.vocabulary import Level, Verdict

CODES = {rule.code for rule in RULES}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_a_mirror_or_a_waiver(rule: object) -> None:
    mirror = rule.mirror  # type: ignore[attr-defined]
    assert mirror in CODES or mirror.startswith("waived: ")


def test_every_rule_is_documented_with_an_example() -> None:
    for entry in catalogue():
        assert entry.meaning.endswith(".")
        assert " -> " in entry.example


def test_codes_and_names_are_unique() -> None:
    assert len(CODES) == len(RULES) == len({rule.name for rule in RULES})


@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.name)
def test_profiles_name_rules_that_exist(profile: object) -> None:
    named = {*profile.errors, *profile.warnings, *profile.only}  # type: ignore[attr-defined]
    assert named <= {*CODES, "*"}


def test_an_unknown_profile_is_a_usage_error() -> None:
    with pytest.raises(UsageError):
        profiled(RULES, "roman-law")


def test_a_profile_changes_levels_and_references() -> None:
    old = parse(b"# Privacy\n\nWe never share your photos.\n", "old.md")
    new = parse(b"# Privacy\n\nWe may share your photos.\n", "new.md")
    assert compare(old, new, "editorial-only").findings[0].level is Level.ERROR
    assert compare(old, new).verdict is Verdict.CHANGED
    assert all(ref.startswith(("GDPR", "WP260")) for ref in compare(old, new, "gdpr").findings[0].reference)


def test_fingerprints_hold_when_the_text_moves() -> None:
    old = b"# Privacy\n\nWe never share your photos.\n"
    new = b"# Privacy\n\nWe may share your photos.\n"
    more = b"# Privacy\n\nThis page is short.\n\nWe %s share your photos.\n"
    here = compare(parse(old, "old.md"), parse(new, "new.md")).findings
    there = compare(parse(more % b"never", "a.md"), parse(more % b"may", "b.md")).findings
    assert [finding.fingerprint for finding in here] == [finding.fingerprint for finding in there]
