"""Every kind of damage that is no dialect leaves a remark among the evidence, in every format."""

import pytest

from notice_parser.extract import read
from notice_parser.model import Options
from notice_parser.repair import repair
from notice_parser.repair.remarks import REMARKS

PLAIN = "We keep your data for a year.\n"
WRAPPED = (
    "We keep the data that you give us when you order, and we ask our car-\n"
    "riers to do the same for as long as the law of your country of resi-\n"
    "dence asks them to, which is two years; a third-\n"
    "party carrier keeps them for as long as the information says, and we\n"
    "erase them from our stores when the carriers tell us to erase them.\n"
)
TOLD = (
    ("names", "streets", "orders", "gifts"),
    ("letters", "pictures", "visits", "calls"),
    ("bills", "keys", "boats", "nets"),
)
PAGES = "\f".join(
    "\n\n".join(["Notice of the Lake Shop", *(f"We keep your {word} for a year." for word in words), f"Page {k}", ""])
    for k, words in enumerate(TOLD, 1)
)
DAMAGED: dict[str, tuple[str, str]] = {
    "mojibake": ("a.md", "We donâ€™t sell your data. It isnâ€™t ours."),
    "mac-roman": ("a.md", "We donÕt sell ÒcookiesÓ Ð never."),
    "pdf-doc": ("a.md", "It™s in our ﬁCookie Noticeﬂ Œ read it."),
    "spaced-letters": ("a.txt", "P R I V A C Y  N O T I C E\n\n" + PLAIN),
    "soft-hyphen": ("a.txt", WRAPPED),
    "hard-hyphen": ("a.txt", WRAPPED),
    "ligature": ("a.html", "<html><body><p>The ﬁrst ﬁle is free.</p></body></html>"),
    "page-furniture": ("a.txt", PAGES),
}


def evidence(name: str, source: str) -> tuple[str, ...]:
    return repair(read(source.encode(), name, Options())).dialect.evidence


@pytest.mark.parametrize("rule", [row[0] for row in REMARKS])
def test_a_remark_names_the_rule_and_counts(rule: str) -> None:
    name, source = DAMAGED[rule]
    assert [remark for remark in evidence(name, source) if remark.startswith(f"{rule}: ")]


def test_what_looks_misread_is_told_and_left_alone_in_every_format() -> None:
    words = "We use the informati0n when you c1ick."
    for name, source in (("a.md", words), ("a.html", f"<html><p>{words}</p></html>"), ("a.txt", words)):
        repaired = repair(read(source.encode(), name, Options()))
        assert repaired.text.value == words
        assert any("look misread" in remark for remark in repaired.dialect.evidence)


def test_a_sound_text_has_no_remark() -> None:
    assert evidence("a.md", PLAIN) == ("the format marks its blocks",)
