"""`notice-approvals.yaml`: what an entry covers, what is wrong with it, and that people's own words in it stay."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice_parser.codec import problems
from notice_parser.config import Config, NoticeTable
from notice_parser.errors import ConfigError
from notice_parser.gate import check
from notice_parser.gate.approvals import read_approvals
from notice_parser.gate.signing import stale, with_entries, without_entries
from notice_parser.sign_off import Check, Entry
from notice_parser.vocabulary import Decision

OLD = "# Notice of Harbour Ltd\n\n## Keeping\n\nWe keep account records for thirty (30) days.\n\nWe will never sell your data.\n"
NEW = OLD.replace("thirty (30)", "ninety (90)")
ENTRY = """# Our sign-offs
version: 1
approvals:
  # the look-back
  - fingerprint: {print}  # from the report
    rule: PN501/retention-extended
    document: new.md
    before: "We keep account records for thirty (30) days."
    after: "We keep account records for ninety (90) days."
    decision: approved
    by: counsel@harbour.example
    on: 2026-09-01
    reason: "DPIA-2026-14"
    obligations: [notify-users-30d]
    expires: 2026-12-31
"""
PRINT = "41293f07d3da"
CONFIG = Config(approvers=("counsel@harbour.example",), baseline="old.md", notices=(NoticeTable("new.md"),))


def checked(folder: Path, approvals: str | None, today: str = "2026-09-02", new: str = NEW) -> Check:
    (folder / "old.md").write_text(OLD)
    (folder / "new.md").write_text(new)
    if approvals is not None:
        (folder / "notice-approvals.yaml").write_text(approvals)
    return check(CONFIG, folder, CONFIG.notices, today)


def said(found: Check) -> list[str]:
    return [f"{p.line}: {p.outcome}: {p.what}: {p.remedy}" for p in found.problems]


def test_what_is_signed_fits_its_schema() -> None:
    from ruamel.yaml import YAML

    body = YAML(typ="safe").load(
        ENTRY.format(print=f'"{PRINT}"').replace("2026-09-01", '"2026-09-01"').replace("2026-12-31", '"2026-12-31"')
    )
    assert problems(body, "approvals") == ()
    body["approvals"][0] |= {"reason": "", "decision": "yes", "fingerprint": "12", "who": "me"}
    assert len(problems(body, "approvals")) == 4


def test_an_entry_covers_its_finding_and_stays_with_it(tmp_path: Path) -> None:
    assert checked(tmp_path, None).notices[0].open == (PRINT,)
    found = checked(tmp_path, ENTRY.format(print=PRINT))
    assert (found.outcome, found.problems, found.notices[0].open) == ("passed", (), ())
    assert found.notices[0].comparison is not None
    signed = found.notices[0].comparison.findings[0].approved
    assert signed is not None
    assert (signed.decision, signed.by, signed.on, signed.reason) == (
        "approved", "counsel@harbour.example", "2026-09-01", "DPIA-2026-14",
    )  # fmt: skip
    assert (signed.obligations, signed.expires) == (("notify-users-30d",), "2026-12-31")


@pytest.mark.parametrize("decision", ["accepted-risk", "not-a-change"])
def test_two_other_decisions_cover_too(tmp_path: Path, decision: str) -> None:
    entry = ENTRY.format(print=PRINT).replace("decision: approved", f"decision: {decision}")
    assert checked(tmp_path, entry).outcome == "passed"


WHO = f"(entry {PRINT})"
MISTAKES = {
    "no reason": ('reason: "DPIA-2026-14"', 'reason: ""', "invalid", f"13: invalid: the entry has no reason {WHO}: write it into the entry; what is not signed is not approved"),
    "blank reason": ('reason: "DPIA-2026-14"', "reason: ' '", "invalid", f"13: invalid: the entry has no reason {WHO}: write it into the entry; what is not signed is not approved"),
    "reason left out": ('    reason: "DPIA-2026-14"\n', "", "invalid", f"5: invalid: the entry has no reason {WHO}: write it into the entry; what is not signed is not approved"),
    "another person": ("by: counsel@", "by: intern@", "invalid", f"5: invalid: intern@harbour.example may not sign {WHO}: approvers are counsel@harbour.example"),
    "rejected": ("decision: approved", "decision: rejected", "findings", f"5: findings: entry {PRINT} was rejected by counsel@harbour.example on 2026-09-01 (DPIA-2026-14) and still stands: take the change back"),
    "expired": ("expires: 2026-12-31", "expires: 2026-09-01", "findings", f"5: findings: entry {PRINT} expired on 2026-09-01: have it signed again with a later date"),
    "altered words": ("ninety (90) days.", "sixty (60) days.", "invalid", f"5: invalid: the words of entry {PRINT} are not those that its fingerprint stands for: approve it anew: notice approve {PRINT}"),
    "words left out": ('    before: "We keep account records for thirty (30) days."\n', "", "invalid", f"5: invalid: the words of entry {PRINT} are not those that its fingerprint stands for: approve it anew: notice approve {PRINT}"),
    "altered rule": ("PN501/retention-extended", "PN902/reworded", "invalid", f"5: invalid: the words of entry {PRINT} are not those that its fingerprint stands for: approve it anew: notice approve {PRINT}"),
    "altered fingerprint": (PRINT, "0123456789ab", "invalid", f"5: invalid: the words of entry 0123456789ab hash to {PRINT}: approve it anew: notice approve {PRINT}"),
    "no fingerprint": (PRINT, "12", "invalid", "5: invalid: fingerprint is '12' (entry 12): copy the 12 digits from the report"),
    "odd decision": ("decision: approved", "decision: yes", "invalid", f"10: invalid: decision is 'yes' {WHO}: allowed are approved, rejected, accepted-risk, not-a-change"),
    "odd date": ("on: 2026-09-01", "on: yesterday", "invalid", f"12: invalid: on is 'yesterday' {WHO}: write a date such as 2026-09-01"),
    "odd expiry": ("expires: 2026-12-31", "expires: 2026-13-31", "invalid", f"15: invalid: expires is '2026-13-31' {WHO}: write a date such as 2026-09-01"),
    "odd key": ("obligations:", "obligation:", "invalid", f"14: invalid: 'obligation' is no key of an approval {WHO}: allowed are fingerprint, rule, document, by, on, reason, section, before, after, decision, obligations, expires"),
    "odd obligations": ("[notify-users-30d]", "notify", "invalid", f"14: invalid: obligations is no list {WHO}: write [notify-users-30d]"),
    "another document": ("document: new.md", "document: us.md", "findings", f"5: stale: entry {PRINT} is stale: no finding matches it: remove it with: notice approve --prune"),
}  # fmt: skip


@pytest.mark.parametrize("case", MISTAKES)
def test_a_mistake_in_an_entry_fails_with_its_remedy(tmp_path: Path, case: str) -> None:
    before, after, outcome, words = MISTAKES[case]
    assert before in ENTRY.format(print=PRINT)
    found = checked(tmp_path, ENTRY.format(print=PRINT).replace(before, after, 1))
    assert (found.outcome, said(found)) == (outcome, [words])
    assert found.notices[0].open == (PRINT,)


def test_expiry_is_judged_by_the_day_that_is_given(tmp_path: Path) -> None:
    entry = ENTRY.format(print=PRINT)
    assert checked(tmp_path, entry, "2026-12-31").outcome == "passed"
    assert checked(tmp_path, entry, "2027-01-01").outcome == "findings"
    one, other = (checked(tmp_path, entry, day) for day in ("2026-09-02", "2026-10-02"))
    assert one == other


def test_an_entry_without_a_change_is_stale(tmp_path: Path) -> None:
    found = checked(tmp_path, ENTRY.format(print=PRINT), new=OLD)
    assert (found.outcome, len(found.problems)) == ("stale", 1)


BROKEN = {
    "": None,
    "version: 1\napprovals:\n": None,
    "version: 1\napprovals: []\n": None,
    "- a": "1: these are no keys with values: write fields such as reason: …",
    "approvals: []": "1: version is not 1: begin the file with: version: 1",
    "version: 2": "1: version is not 1: begin the file with: version: 1",
    "version: 1\napproval: []": "2: 'approval' is no key of the approvals: allowed are version, approvals",
    "version: 1\napprovals: 3": "2: approvals is no list: write one entry below another, each after -",
    "version: 1\napprovals:\n  - 3": "3: these are no keys with values: write fields such as reason: …",
    "version: 1\nversion: 1": "2: version stands here a second time: write it once",
    "version: 1\napprovals: [\n": "3: not YAML",
    "version: 1\n\tapprovals:": "2: not YAML",
    "version: *a": "1: not YAML: found undefined alias 'a'",
}


@pytest.mark.parametrize("text", BROKEN)
def test_a_broken_file_is_named_with_its_line(text: str) -> None:
    if BROKEN[text] is None:
        assert read_approvals(text, "a.yaml") == ()
        return
    with pytest.raises(ConfigError) as raised:
        read_approvals(text, "a.yaml")
    assert str(raised.value).startswith(f"a.yaml:{BROKEN[text]}")


@given(st.text(alphabet="[]{}:-,#&*!|>'\"% \n\tversionappls1\x00\u2028", max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read_approvals(text, "a.yaml")
    except ConfigError as error:
        assert str(error).startswith("a.yaml:")  # noqa: PT017 - either way of ending is right


SAID = Entry(
    "0123456789ab", "PN901/moved", "new.md", "counsel@harbour.example", "2026-09-03", "so", before="a", after="b"
)


def test_an_entry_is_added_and_everything_else_stays() -> None:
    text = ENTRY.format(print=PRINT)
    longer = with_entries(text, [SAID], "a.yaml")
    assert longer.startswith(text)
    assert [row.entry for row in read_approvals(longer, "a.yaml")][1] == SAID


def test_an_entry_is_filled_in_where_it_stands() -> None:
    text = with_entries(ENTRY.format(print=PRINT), [SAID.but(reason="", by="")], "a.yaml")
    assert with_entries(text, [SAID], "a.yaml").replace(
        "by: counsel@harbour.example\n    on: 2026-09-03", ""
    ) == text.replace("by:\n    on: 2026-09-03", "").replace('reason: ""', 'reason: "so"')


def test_an_entry_is_removed_and_comments_stay() -> None:
    text = ENTRY.format(print=PRINT)
    longer = with_entries(text, [SAID], "a.yaml").replace("  - fingerprint: 0123", "  # another\n  - fingerprint: 0123")
    assert (
        without_entries(longer, {0}, "a.yaml")
        == "# Our sign-offs\nversion: 1\napprovals:\n  # the look-back\n  # another\n"
        + (longer.partition("  # another\n")[2])
    )
    shared = "version: 1\napprovals: [{fingerprint: '1'}, {fingerprint: '2'}]\n"
    assert read_approvals(without_entries(shared, {0, 1}, "a.yaml"), "a.yaml") == ()


TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=30)


@given(TEXTS, TEXTS, TEXTS)
def test_any_words_come_back_from_the_file(before: str, after: str, reason: str) -> None:
    entry = SAID.but(before=before, after=after, reason=reason.strip() or "so", decision=Decision.NOT_A_CHANGE)
    text = with_entries(ENTRY.format(print=PRINT), [entry], "a.yaml")
    assert read_approvals(text, "a.yaml")[1].entry == entry


def flow(number: int) -> str:
    words = "rule: PN501/x, document: a.md, before: x, after: y, by: a, on: 2026-09-01, reason: r"
    return f"{{fingerprint: {number:012}, {words}}}"


# A file with two entries, written as YAML allows.
LAYOUTS = {
    "flow on one line": f"version: 1\napprovals: [{flow(1)}, {flow(2)}]\n",
    "flow throughout": f"{{version: 1, approvals: [{flow(1)}, {flow(2)}]}}\n",
    "flow over lines": f"version: 1\napprovals: [\n  {flow(1)},  # one\n  {flow(2)}  # two\n]\n",
    "flow in a list": f"# head\nversion: 1\napprovals:\n  - {flow(1)}  # one\n  # about the second\n  - {flow(2)}\n",
    "a dash alone": "version: 1\napprovals:\n  -\n    fingerprint: 000000000001\n  -\n    fingerprint: 000000000002\n",
    "folded words": (
        "version: 1\napprovals:\n- fingerprint: 000000000001\n  reason: >\n    long\n\n    words\n\n"
        "# about two\n- fingerprint: 000000000002\n"
    ),
}


@pytest.mark.parametrize("gone", [{0}, {1}, {0, 1}])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_pruning_takes_out_what_is_named_and_nothing_else(layout: str, gone: set[int]) -> None:
    text = LAYOUTS[layout]
    before = [row.entry for row in read_approvals(text, "a.yaml")]
    left = without_entries(text, gone, "a.yaml")
    assert [row.entry for row in read_approvals(left, "a.yaml")] == [e for n, e in enumerate(before) if n not in gone]
    assert "version: 1" in left
    for comment in ("# head", "# about"):
        assert (comment in left) == (comment in text)


def test_of_entries_that_share_a_line_only_the_stale_one_goes(tmp_path: Path) -> None:
    held = {"rule": "PN501", "document": "new.md", "by": "counsel@harbour.example", "on": "2026-09-01", "reason": "so"}
    quotes = ("We keep account records for thirty (30) days.", "We keep account records for ninety (90) days.")
    held |= dict(zip(("before", "after"), quotes, strict=True))
    rows = [{"fingerprint": "000000000000", **held, "before": "x"}, {"fingerprint": PRINT, **held}]
    text = json.dumps({"version": 1, "approvals": rows})
    signed = read_approvals(text, "a.yaml")
    gone = stale(checked(tmp_path, text), signed)
    assert gone == {0}
    [left] = read_approvals(without_entries(text, gone, "a.yaml"), "a.yaml")
    assert left.entry == signed[1].entry
