"""The units that alignment compares: sentences, list items, cells and headings, normalised."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from notice_parser.model import Notice, Section
from notice_parser.span import Record, Span, Text
from notice_parser.vocabulary import BlockKind

WORDS = re.compile(r"[^\W_]+")  # "e-mail us" -> e, mail, us
APOSTROPHES = re.compile(r"['’‘`´](?<=\w.)(?=\w)")  # "user's", "don’t"
# "(a) ", "4.2 ", "IV. ", "• ", "- ", "12) "
LABEL = re.compile(
    r"^\s*(?:[•●▪◦·*\-–—]+\s*|\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[A-Za-z]|[ivxlcIVXLC]{1,5})[.):]+\s+|\d{1,2}(?:\.\d{1,3}){1,4}\s+)+"
)


class Unit(Record):
    """One sentence of a notice as the aligner sees it."""

    index: int
    key: str
    words: tuple[str, ...]
    label: str
    path: str
    heading: bool
    raw: str
    links: tuple[str, ...]
    markup: int | None = None  # characters of Markdown inside it: bold that comes or goes is a change of format

    @property
    def weight(self) -> int:
        """How much text stands behind it."""
        return len(self.words) + 1


def units(notice: Notice, targets: Mapping[int, tuple[str, ...]]) -> tuple[Unit, ...]:
    """One unit a sentence, in order, with the link targets it holds."""
    paths = heading_paths(notice.sections)
    known = notice.source.media_type == "text/markdown" and notice.runs  # a notice from a lock has no source
    source = Text(notice.text, notice.runs) if known else None
    made = []
    for index, sentence in enumerate(notice.sentences):
        raw = sentence.span.of(notice.text)
        label, words = normalised(raw)
        heading = sentence.kind is BlockKind.HEADING
        key = " ".join(words) or raw.strip()
        path = paths.get(sentence.section, "")
        markup = _markup(notice, index, source) if source else None
        made.append(Unit(index, key, words, label, path, heading, raw, targets.get(index, ()), markup))
    return tuple(made)


def _markup(notice: Notice, index: int, source: Text) -> int:
    """The characters of markup in a sentence and up to the next one of the same line."""
    span = notice.sentences[index].span
    following = notice.sentences[index + 1].span.start if index + 1 < len(notice.sentences) else span.end
    if "\n" not in notice.text[span.end : following]:
        span = Span(span.start, max(following, span.end))
    return len(source.source(span)) - len(span)


@lru_cache(maxsize=8192)
def normalised(raw: str) -> tuple[str, tuple[str, ...]]:
    """The list label of a sentence and its words; kept for a while, since most sentences stand in both versions."""
    label = list_label(raw)
    return label.strip(), words_of(raw[len(label) :])


def list_label(raw: str) -> str:
    """The label before the words of a list item, with the blanks around it."""
    found = LABEL.match(raw)
    return found.group() if found and found.end() < len(raw.rstrip()) else ""


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, without case, quotes, dashes and punctuation."""
    return tuple(WORDS.findall(APOSTROPHES.sub("", text.casefold())))


def heading_paths(sections: Sequence[Section]) -> dict[str, str]:
    """The normalised headings above and of each section, by section id."""
    paths: dict[str, str] = {}
    for section in sections:
        own = " ".join(normalised(section.heading)[1])
        above = paths.get(section.parent or "", "")
        paths[section.id] = f"{above} > {own}" if above else own
    return paths


def both_targets(old: Notice, new: Notice) -> tuple[dict[int, tuple[str, ...]], dict[int, tuple[str, ...]]]:
    """The link targets of two versions; none where one is of another format and kept no link: that says nothing."""
    if old.source.media_type != new.source.media_type and not (old.links and new.links):
        return {}, {}
    return link_targets(old), link_targets(new)


def link_targets(notice: Notice) -> dict[int, tuple[str, ...]]:
    """The link targets inside each sentence that holds any."""
    held: dict[int, list[str]] = {}
    at = 0
    for link in sorted(notice.links, key=lambda link: link.span):
        while at < len(notice.sentences) and notice.sentences[at].span.end <= link.span.start:
            at += 1
        if at < len(notice.sentences) and notice.sentences[at].span.start < max(link.span.end, link.span.start + 1):
            held.setdefault(at, []).append(link.target)
    return {index: tuple(found) for index, found in held.items()}
