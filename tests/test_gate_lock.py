"""The lock: what it holds compares as the notice itself does, its bytes are the same each time."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice_parser.comparing import compare
from notice_parser.errors import ConfigError
from notice_parser.gate.lock import lock, lock_bytes, locked, read_lock
from notice_parser.gate.wording import notice_of
from notice_parser.model import Notice
from notice_parser.parsing import parse

CORPUS = Path(__file__).parent.parent / "corpus"
SUFFIXES = (".md", ".html", ".docx", ".runs.txt", ".wrapped.txt", ".chromium.pdf")
VERSIONS = sorted(path for path in CORPUS.glob("*/v[12].*") if path.name[2:] in SUFFIXES)


def again(notice: Notice) -> Notice:
    held = read_lock(lock_bytes(lock([locked(notice, "n", "")])), "notice.lock.json")
    return notice_of(held.notices[0], "notice.lock.json")


@pytest.mark.parametrize("path", VERSIONS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_locked_notice_is_the_notice(path: Path) -> None:
    notice = parse(path.read_bytes(), path.name)
    held = again(notice)
    for part in ("text", "sections", "sentences", "commitments", "definitions", "contacts", "links", "metadata"):
        assert getattr(held, part) == getattr(notice, part), part
    assert compare(held, notice).verdict == "identical"


LINES = st.sampled_from(
    ["## Sharing", "We may share your data.", "- p: partners", "+h1: x", "| a | b |\n|---|---|\n| c | d |", "",
     "See [here](https://a.example) and [here](https://b.example -> c).", "a: x -> y", "title: t", "![](x.png)"]
)  # fmt: skip


@given(st.lists(LINES, max_size=12))
def test_any_text_comes_back_from_a_lock(lines: list[str]) -> None:
    notice = parse("\n\n".join(["# Notice of Harbour Ltd", "We keep your name.", *lines]).encode(), "n.md")
    held = again(notice)
    assert (held.text, held.sentences, held.commitments) == (notice.text, notice.sentences, notice.commitments)
    assert [link.target for link in held.links] == [link.target for link in notice.links]


def test_fingerprints_do_not_know_whether_a_lock_was_read() -> None:
    old, new = (parse((CORPUS / f"shop/v{n}.md").read_bytes(), "shop.md") for n in (1, 2))
    direct = [(f.fingerprint, f.rule, f.level) for f in compare(old, new).findings]
    assert [(f.fingerprint, f.rule, f.level) for f in compare(again(old), new).findings] == direct


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"{", "notice.lock.json is no lock: not JSON"),
        (b"{}", "notice.lock.json is no lock: Object missing required field `schema_version`"),
        (b'{"schema_version": "2.0", "notices": []}', "notice.lock.json is no lock: Expected `str` matching regex"),
    ],
)
def test_a_broken_lock_says_where(data: bytes, words: str) -> None:
    with pytest.raises(ConfigError) as raised:
        read_lock(data, "notice.lock.json")
    assert str(raised.value).startswith(words)
    assert str(raised.value).endswith("write it anew with: notice lock")
