"""Notice text can do nothing but be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from notice_parser.report.safe import html, markdown, visible

CASES = [
    (visible, "a\x1b[31mb", "a<U+001B>[31mb"),
    (visible, "a\nb\tc", "a b<U+0009>c"),
    (visible, "we \ufffc it", "we [lost] it"),
    (visible, "pay\u202eevil", "pay<U+202E>evil"),
    (markdown, "*bold* [x](y)", "\\*bold\\* \\[x\\](y)"),
    (markdown, "<script>", "&lt;script&gt;"),
    (markdown, "ask @team about #12", "ask @<!-- -->team about \\#<!-- -->12"),
    (markdown, "privacy@harbour.example", "privacy@harbour.example"),
    (markdown, "a/b#12", "a/b\\#<!-- -->12"),
    (markdown, "see https://x.example", "see https:<!-- -->//x.example"),
    (markdown, "see www.x.example", "see www<!-- -->.x.example"),
    (markdown, "1. item", "1\\. item"),
    (markdown, "- item", "\\- item"),
    (markdown, "a | b", "a \\| b"),
    (html, "\"<a href='x'>&", "&quot;&lt;a href=&#39;x&#39;&gt;&amp;"),
]


@pytest.mark.parametrize(("made", "text", "expected"), CASES)
def test_cases(made: object, text: str, expected: str) -> None:
    assert callable(made)
    assert made(text) == expected


@given(st.text(st.sampled_from("ab *_`#[]()<>!&@|~$\\-+=1.\n\x1b")))
def test_markdown_makes_one_paragraph_of_plain_words(text: str) -> None:
    tokens = MarkdownIt("commonmark", {"html": True}).parse(markdown("w" + text))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    inline = [child for child in tokens[1].children or [] if child.content != "<!-- -->"]
    assert {child.type for child in inline} <= {"text", "text_special"}
