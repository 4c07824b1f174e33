"""Lines of Markdown source: where they stand, and what markdown-it made of them."""

import re
from collections.abc import Iterator, Sequence

from notice_parser.span import Span

LINE_END = re.compile(r"\r\n?|\n")
FENCE = re.compile(r"[ \t>]*(?:`{3}|~{3})")  # ```text
QUOTED = "> " + "".join(chr(k) for k in range(0x3001) if chr(k).isspace())
PIPE = re.compile(r"\\.|\|")  # a pipe, or an escape that may hide one


def line_spans(text: str) -> list[Span]:
    """The lines of `text` without their ends, counted as markdown-it counts them."""
    out, start = [], 0
    for end in LINE_END.finditer(text):
        out.append(Span(start, end.start()))
        start = end.end()
    out.append(Span(start, len(text)))
    return out


def places(text: str, lines: Sequence[Span], content: str) -> list[int]:
    """Where each line of `content` stands in `text`: it is the tail of its source line, save for trailing blanks."""
    out = []
    while len(lines) > 1 and not lines[0].of(text).strip(QUOTED):  # blanks that markdown-it strips from the content
        lines = lines[1:]
    for line, words in zip(lines, content.split("\n"), strict=False):
        source, tail = line.of(text).replace("\0", "\ufffd"), words.strip()  # as markdown-it reads a NUL
        at = source.rfind(tail) if tail else len(source)
        out.append(line.start + max(at, 0) - (len(words) - len(words.lstrip())))
    return out or [0]


def cells(text: str, line: Span) -> Iterator[Span]:
    """The cells of a table row that hold anything."""
    start = line.start
    for pipe in PIPE.finditer(text, line.start, line.end):
        if pipe.group() == "|":
            yield from _trimmed(text, Span(start, pipe.start()))
            start = pipe.end()
    yield from _trimmed(text, Span(start, line.end))


def paragraphs(text: str, lines: Sequence[Span]) -> Iterator[Span]:
    """Runs of lines that hold anything, without the fences around them."""
    start = end = -1
    for line in lines:
        words = line.of(text)
        if not words.strip() or FENCE.match(words):
            if start >= 0:
                yield Span(start, end)
            start = -1
            continue
        start = start if start >= 0 else line.start + len(words) - len(words.lstrip())
        end = line.start + len(words.rstrip())
    if start >= 0:
        yield Span(start, end)


def _trimmed(text: str, span: Span) -> Iterator[Span]:
    words = span.of(text)
    if words.strip():
        yield Span(span.start + len(words) - len(words.lstrip()), span.start + len(words.rstrip()))
