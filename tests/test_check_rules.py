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


PAGE = "# Privacy Notice\n\nLast updated: {date}\n\n## Our practices\n\n{body}\n\n## Contact\n\nWrite to privacy@example.org.\n"


def rules(old: str, new: str) -> list[str]:
    return [finding.rule for finding in compare(parse(old.encode(), "old.md"), parse(new.encode(), "new.md")).findings]


def test_a_date_that_stays_while_promises_change() -> None:
    old = PAGE.format(date="1 May 2024", body="We keep call recordings for 30 days.")
    new = PAGE.format(date="1 May 2024", body="We keep call recordings for 90 days.")
    findings = compare(parse(old.encode(), "old.md"), parse(new.encode(), "new.md")).findings
    assert sorted(finding.rule for finding in findings) == ["PN501", "PN805"]
    assert {finding.category for finding in findings} == {"commitment"}


def test_messages_quote_the_words_of_the_notice() -> None:
    old = PAGE.format(date="1 May 2024", body="We try to answer every letter.")
    new = PAGE.format(date="2 June 2025", body="We will answer every letter.")
    findings = compare(parse(old.encode(), "old.md"), parse(new.encode(), "new.md")).findings
    assert "“try to answer” became “will answer”" in next(f.message for f in findings if f.rule == "PN104")


def test_a_date_that_moves_with_the_promises() -> None:
    old = PAGE.format(date="1 May 2024", body="We keep call recordings for 30 days.")
    new = PAGE.format(date="2 June 2025", body="We keep call recordings for 90 days.")
    assert sorted(rules(old, new)) == ["PN501", "PN903"]


def test_a_date_that_moves_alone_is_editorial() -> None:
    old = PAGE.format(date="1 May 2024", body="We keep call recordings for 30 days.")
    new = PAGE.format(date="2 June 2025", body="We keep call recordings for 30 days.")
    comparison = compare(parse(old.encode(), "old.md"), parse(new.encode(), "new.md"))
    assert comparison.verdict is Verdict.EDITORIAL
    (finding,) = comparison.findings
    assert (finding.rule, finding.category, finding.level) == ("PN903", "editorial", "info")
    assert finding.because[0] == "the date moved from 2024-05-01 to 2025-06-02 and nothing else changed"


def test_a_link_that_leads_elsewhere() -> None:
    old = PAGE.format(date="1 May 2024", body="You can [opt out here](https://example.org/optout).")
    assert rules(old, old.replace("/optout", "/help")) == ["PN904"]


def test_a_moved_sentence_is_no_loss() -> None:
    one, two = "We never sell your data to anybody at all.", "We keep our invoices for ten years in a safe."
    old = PAGE.format(date="1 May 2024", body=f"{one}\n\n{two}\n\nWe use cookies to remember your basket.")
    new = PAGE.format(date="1 May 2024", body=f"{two}\n\nWe use cookies to remember your basket.\n\n{one}")
    assert rules(old, new) == ["PN901"]


def test_identical_versions_come_with_a_certificate() -> None:
    page = PAGE.format(date="1 June 2024", body="We will not share your data with any advertiser for 30 days.")
    comparison = compare(parse(page.encode(), "old.md"), parse(page.encode(), "new.md"))
    assert comparison.verdict is Verdict.IDENTICAL
    assert comparison.certificate is not None
    assert comparison.certificate.negations == 1
    assert comparison.certificate.modals == 1
    assert comparison.certificate.differing == {}


def test_a_certificate_counts_what_stands_on_one_side_only() -> None:
    old = PAGE.format(date="1 May 2024", body="See [our help](https://example.org/help).")
    new = PAGE.format(
        date="2 June 2025", body="See [our help](https://example.org/care) and [news](https://example.org/n)."
    )
    comparison = compare(parse(old.encode(), "old.md"), parse(new.encode(), "new.md"))
    assert comparison.verdict is Verdict.EDITORIAL
    assert comparison.certificate is not None
    assert comparison.certificate.differing == {"links": 3}  # the date of the notice is no number of it


@pytest.mark.parametrize(
    ("new", "verdict"),
    [
        ("# 404\n\nPage not found.\n", Verdict.SUSPECT),
        (
            "# Privacidad\n\n" + "Los datos que usted nos da son para el uso de la empresa y no se venden. " * 8,
            Verdict.SUSPECT,
        ),
        ("# Privacy Notice\n\nWe keep your data safe.\n", Verdict.SUSPECT),
    ],
)
def test_broken_versions_are_suspect(new: str, verdict: Verdict) -> None:
    old = PAGE.format(
        date="1 May 2024", body="\n\n".join(f"We use item {n} of your data to run service {n}." for n in range(60))
    )
    comparison = compare(parse(old.encode(), "old.md"), parse(new.encode(), "new.md"))
    assert comparison.verdict is verdict
    assert comparison.reasons
    assert not any(finding.category == "commitment" for finding in comparison.findings)


def test_lost_text_is_not_called_removed() -> None:
    old = parse(b"# Privacy\n\nWe never sell your \xef\xbf\xbc to anyone.\n", "old.md")
    new = parse(b"# Privacy\n\nWe keep a register of visitors.\n", "new.md")
    findings = [
        finding for finding in compare(old, new).findings if finding.before and "\ufffc" in finding.before.quote
    ]
    assert all("cannot be verified" in finding.message for finding in findings)
