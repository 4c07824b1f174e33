"""One version in every pair of formats says the same; where text was lost, nothing is called removed."""

import itertools
from functools import cache
from pathlib import Path

import pytest

from notice_parser.comparing import compare
from notice_parser.model import Notice
from notice_parser.parsing import parse

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
VERSIONS = [f"{name}/{version}" for name in ("insurer", "app", "shop") for version in ("v1", "v2", "v3")]
FORMATS = (".md", ".html", ".docx", ".chromium.pdf", ".libreoffice.pdf", ".wrapped.txt")
DAMAGED = (".runs.txt", ".runs-stripped.txt")


@cache
def notice(version: str, suffix: str) -> Notice:
    path = CORPUS / f"{version}{suffix}"
    return parse(path.read_bytes(), path.name)


@pytest.mark.parametrize("version", VERSIONS)
def test_every_pair_of_formats_promises_the_same(version: str) -> None:
    """That printed text keeps no link targets is no change of them."""
    unlike = {}
    for old, new in itertools.permutations(FORMATS, 2):
        comparison = compare(notice(version, old), notice(version, new))
        if comparison.verdict not in ("identical", "editorial") or comparison.findings:
            unlike[old, new] = comparison.verdict, [finding.rule for finding in comparison.findings]
    assert unlike == {}


@pytest.mark.parametrize("suffix", DAMAGED)
@pytest.mark.parametrize("version", VERSIONS)
def test_a_damaged_file_differs_from_itself_in_nothing(version: str, suffix: str) -> None:
    assert compare(notice(version, suffix), notice(version, suffix)).verdict == "identical"


@pytest.mark.parametrize("version", VERSIONS)
def test_lost_text_is_a_doubt_and_no_removal(version: str) -> None:
    """Damaged runs beside the whole text, both ways: a promise touched by a loss cannot be verified."""
    for old, new in ((".md", ".runs.txt"), (".runs.txt", ".md")):
        comparison = compare(notice(version, old), notice(version, new))
        touched = [finding for finding in comparison.findings if finding.category == "commitment"]
        assert [
            (finding.rule, finding.before, finding.after)
            for finding in touched
            if (finding.level, finding.direction) != ("warning", "unclear")
            or not finding.message.startswith("Lost text stands here")
        ] == []


def test_a_link_that_goes_in_the_same_format_is_a_finding() -> None:
    old, new = (
        parse(b"# Privacy\n\nWrite to [us](https://%s.example).\n" % host, "notice.md") for host in (b"one", b"two")
    )
    assert [finding.rule for finding in compare(old, new).findings] == ["PN904"]
    assert [finding.rule for finding in compare(old, new.but(links=())).findings] == ["PN904"]
