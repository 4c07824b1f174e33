"""The words of one block: which characters are markup, which are links, and where lines break."""

import re
from itertools import pairwise
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from notice_parser.extract.markdown.rules import DEEPEST, numbered_heading, too_deep

MARKS = "marks"
STRUCK = "crossed-out"  # the rule that leaves out words an author crossed out
BREAK_TAG = re.compile(r"<br\b", re.IGNORECASE)  # <br>, <br/>, <BR />


class Mark(NamedTuple):
    """Characters of a block's content that are markup: they become `new`. `breaks` is true of a forced line end."""

    start: int
    end: int
    new: str
    rule: str
    breaks: bool = False


class Anchor(NamedTuple):
    """A link over the characters from `start` to `end` of a block's content."""

    target: str
    start: int
    end: int


class Marks:
    """What one block's content holds besides words."""

    def __init__(self) -> None:
        self.marks: list[Mark] = []
        self.anchors: list[Anchor] = []
        self.delimiters: list[tuple[Token, int]] = []
        self.labels: list[tuple[int, int]] = []

    def note(self, state: StateInline, pos: int, count: int) -> None:
        """Remember what the rule did that led from `pos` to the present place and pushed tokens from `count` on."""
        if len(state.tokens) == count:
            return
        token, end = state.tokens[-1], state.pos
        if token.type == "text":  # a run of emphasis marks, one token a character; the pairs are known only later
            self.delimiters += [(state.tokens[-k], end - k) for k in range(1, end - pos + 1)]
        elif token.type == "link_close":
            self._link(state.tokens[count:], pos, end)
        elif token.type in NOTES:
            self.marks += NOTES[token.type](token, pos, end)

    def _link(self, tokens: list[Token], pos: int, end: int) -> None:
        opening = next(token for token in tokens if token.type == "link_open")
        start, stop = (pos + 1, end - 1) if opening.info == "auto" else self.labels.pop()
        self.marks += Mark(pos, start, "", "link"), Mark(stop, end, "", "link")
        self.anchors.append(Anchor(str(opening.attrs["href"]), start, stop))

    def emphasis(self, content: str) -> None:
        """The emphasis marks; of those that found no partner, the ones that no writer of words means."""
        alone = []
        for token, at in self.delimiters:
            if token.type != "text" or not token.content:
                self.marks.append(Mark(at, at + 1, "", "emphasis"))
            else:
                alone.append(at)
        self.marks += (Mark(at, at + 1, "", "stray-emphasis") for at in sorted(_stray(content, sorted(alone))))


def _stray(content: str, alone: list[int]) -> set[int]:
    """Marks without a partner that a converter left: doubled ones ("1.**Data"), and `_` in pairs beside no letter."""
    out = {at for a, b in pairwise(alone) if b == a + 1 and content[a] == content[b] for at in (a, b)}
    lone = [at for at in alone if at not in out and content[at] == "_" and not _inside_word(content, at)]
    return out | set(lone[: len(lone) // 2 * 2])


def _inside_word(content: str, at: int) -> bool:
    return content[at - 1 : at].isalnum() and content[at + 1 : at + 2].isalnum()


def _image(token: Token, start: int, end: int) -> list[Mark]:
    del token
    return [Mark(start, end, "", "image")]


def _code(token: Token, start: int, end: int) -> list[Mark]:
    width = len(token.markup)
    return [Mark(start, start + width, "", "code"), Mark(end - width, end, "", "code")]


def _tag(token: Token, start: int, end: int) -> list[Mark]:
    breaks = bool(BREAK_TAG.match(token.content))
    return [Mark(start, end, " " if breaks else "", "html-tag", breaks)]


def _special(token: Token, start: int, end: int) -> list[Mark]:
    if token.info == "escape":
        return [Mark(start, start + 1, "", "escape")]
    return [Mark(start, end, token.content, "entity")]


def _hard(token: Token, start: int, end: int) -> list[Mark]:
    del token
    return [Mark(start, end, " ", "line-end", breaks=True)]


NOTES = {"image": _image, "code_inline": _code, "html_inline": _tag, "text_special": _special, "hardbreak": _hard}


class MarkingInline(ParserInline):
    """The inline parser of markdown-it with its loop opened, to learn where each token stands."""

    def tokenize(self, state: StateInline) -> None:
        """Run the rules over the state's range and note the place of whatever they find."""
        marks: Marks = state.env[MARKS]
        marks.labels.append((state.pos, state.posMax))
        rules, silent = self.ruler.getRules(""), False
        end, deepest = state.posMax, state.md.options["maxNesting"]
        while state.pos < end:
            pos, count = state.pos, len(state.tokens)
            if state.level < deepest and any(rule(state, silent) for rule in rules):
                marks.note(state, pos, count)
                continue
            state.pending += state.src[state.pos]
            state.pos += 1
        if state.pending:
            state.pushPending()

    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
        """Parse `src`; the alternative text of an image notes its own places elsewhere."""
        return super().parse(src, md, {**env, MARKS: env.get("top") or Marks(), "top": None}, tokens)


def parser() -> MarkdownIt:
    """CommonMark with tables; indented lines are text, for converters indent at random; links stand as written."""
    md = MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable("table").disable(["code", "inline", "text_join"])
    md.block.ruler.before("table", "too_deep", too_deep)
    md.block.ruler.before("list", "numbered_heading", numbered_heading, {"alt": ["paragraph"]})
    md.inline = MarkingInline()
    names = ["autolink", "backticks", "emphasis", "entity", "escape", "html_inline", "image", "link", "newline", "text"]
    md.inline.ruler.enableOnly(names)
    md.inline.ruler2.enableOnly(["balance_pairs", "emphasis"])
    md.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    md.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return md


# What may begin markup inside a line. Content without it holds words alone.
MARKUP = re.compile(r"[\\`*_\[\]<&!~\n]")


# What is left of a link that a converter wrapped around whole blocks: "[Heading", and "words](#panel)".
TORN_OPENING = re.compile(r"\A!?\[(?=[^\[\]]*\Z)")
TORN_CLOSING = re.compile(r"\]\([^()\s]*\)\Z")
ESCAPED_BOLD = re.compile(r"\\\*\\\*")  # \*\*Consent\*\*: bold that was converted twice


LAST_BREAK = re.compile(r"(?<!\\)(?:\\\\)*(\\)\Z")  # a forced line end after which nothing comes: "our site.\\"
# ~~30 days~~, <del>30 days</del>
CROSSED_OUT = re.compile(r"~~(?=\S)[^~\n]{1,4000}~~|<(del|strike|s)\b[^<>]{0,200}>[^<]{0,4000}</\1>", re.IGNORECASE)


def _torn(content: str) -> list[Mark]:
    found = [TORN_OPENING.search(content)] if content[:2].lstrip("!")[:1] == "[" else []
    closing = TORN_CLOSING.search(content, max(0, len(content) - 2000)) if content.endswith(")") else None
    if closing and "[" not in content[: closing.start()]:
        found.append(closing)
    marks = [Mark(*torn.span(), "", "torn-link") for torn in found if torn]
    last = LAST_BREAK.search(content, max(0, len(content) - 8))
    marks += [Mark(*last.span(1), "", "line-end")] if last else []
    marks += [Mark(*words.span(), "", STRUCK) for words in CROSSED_OUT.finditer(content)]
    return marks + [Mark(*bold.span(), "", "stray-emphasis") for bold in ESCAPED_BOLD.finditer(content)]


def marked(content: str, md: MarkdownIt, env: dict[str, Any]) -> Marks:
    """The markup and the links of one block's content."""
    marks = Marks()
    if MARKUP.search(content):
        md.inline.parse(content, md, {**env, "top": marks}, [])
        marks.emphasis(content)
        marks.marks += _torn(content)
        marks.marks.sort()
    return marks
