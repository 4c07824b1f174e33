"""Places in a text, edits to it, and the one map from repaired text back to its source.

Every offset counts Python characters (code points) and every span is half open, `[start, end)`.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import NamedTuple, Self, dataclass_transform

import msgspec

LOST = "\ufffc"  # OBJECT REPLACEMENT CHARACTER: stands in repaired text for a run that extraction lost


@dataclass_transform(frozen_default=True, field_specifiers=(msgspec.field,))
class Record(msgspec.Struct, frozen=True, gc=False):
    """The base of every record: immutable, compared by value, validated when it is read from JSON."""

    def but(self, **changes: object) -> Self:
        """The same record with some fields changed."""
        return msgspec.structs.replace(self, **changes)


class Span(Record, array_like=True, order=True):
    """A half-open range `[start, end)` of characters."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return self.end > self.start

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def shifted(self, by: int) -> "Span":
        """The span moved by `by` characters."""
        return Span(self.start + by, self.end + by)


class Edit(Record):
    """A repair: the characters of `span` become `new`, because of `rule`. It consumes at least one character."""

    span: Span
    new: str
    rule: str


class Flag(Record):
    """A fact about a place that changes no character: a loss, a list item, a doubt.

    `kind` is a vocabulary word of the stage that raises it, `level` its depth where it has one.
    """

    kind: str
    span: Span
    rule: str
    level: int = 0


class Run(Record, array_like=True):
    """One row of the map from text to source: `length` characters at `text` came from `source_length` at `source`.

    `kept` is true where they are the very same characters. Source characters under no run were left out.
    """

    text: int
    length: int
    source: int
    source_length: int
    kept: bool


class Text(Record):
    """A text that remembers where its characters came from."""

    value: str
    runs: tuple[Run, ...]

    def source(self, span: Span) -> Span:
        """The range of the source that the characters of `span` came from."""
        if not self.runs:
            return Span(0, 0)
        if not span:
            at = self._source_start(span.start)
            return Span(at, at)
        return Span(self._source_start(span.start), self._source_end(span.end))

    def pieces(self, span: Span) -> Iterator[Span]:
        """The ranges of the source that `span` came from, without the source characters left out between them."""
        first = max(0, bisect_right(self.runs, span.start, key=_text_of) - 1)
        for run in self.runs[first:]:
            if run.text >= span.end:
                return
            if run.text + run.length > span.start:
                low, high = max(span.start, run.text), min(span.end, run.text + run.length)
                yield self.source(Span(low, high))

    def at(self, source: int) -> int:
        """The offset in the text of the first character that came from `source` or later."""
        k = bisect_right(self.runs, source, key=_source_of) - 1
        if k < 0:
            return 0
        run = self.runs[k]
        if source >= run.source + run.source_length:
            return self.runs[k + 1].text if k + 1 < len(self.runs) else len(self.value)
        return run.text + (source - run.source if run.kept else 0)

    def _source_start(self, at: int) -> int:
        run = self.runs[max(0, bisect_right(self.runs, at, key=_text_of) - 1)]
        return run.source + (min(at - run.text, run.source_length) if run.kept else 0)

    def _source_end(self, end: int) -> int:
        run = self.runs[max(0, bisect_left(self.runs, end, key=_text_of) - 1)]
        return run.source + (min(end - run.text, run.source_length) if run.kept else run.source_length)


_text_of, _source_of = attrgetter("text"), attrgetter("source")


class _Piece(NamedTuple):
    """A stretch of a draft: `length` characters that came from `source_length` at `source`; kept where `rule` is ""."""

    length: int
    source: int
    source_length: int
    rule: str


class Draft:
    """A text under repair. Rules yield edits and flags against `value`; the draft alone applies and remembers them."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.value = source
        self.flags: list[Flag] = []  # in source coordinates
        self._pieces = [_Piece(len(source), 0, len(source), "")] if source else []
        self._starts: list[int] | None = None

    def apply(self, notes: Iterable[Edit | Flag]) -> bool:
        """Apply one pass: its edits, sorted and disjoint, and its flags, all against the present value.

        Returns whether any character changed. Raises ValueError for an edit that overlaps another or consumes nothing.
        """
        edits: list[Edit] = []
        for note in notes:
            if isinstance(note, Edit):
                edits.append(note)
            else:
                self.flags.append(note.but(span=self.origin(note.span)))
        if not edits:
            return False
        edits.sort(key=lambda edit: edit.span)
        _check_disjoint(edits)
        self._fold(edits)
        return True

    def origin(self, span: Span) -> Span:
        """The range of the source that `span` of the present value came from."""
        start, end = self._locate(span.start), self._locate(max(span.start, span.end - 1))
        return Span(start.start, end.end if span else start.start)

    def text(self) -> Text:
        """The repaired text with its map; neighbouring kept runs are joined."""
        runs: list[Run] = []
        at = 0
        for piece in self._pieces:
            if piece.length:
                run = Run(at, piece.length, piece.source, piece.source_length, not piece.rule)
                runs.append(run)
                at += piece.length
        return Text(self.value, tuple(runs))

    def edits(self) -> tuple[Edit, ...]:
        """What all passes together did, as edits of the source; `replay` turns them into the same text."""
        out: list[Edit] = []
        at = 0
        for piece in self._pieces:
            if piece.rule:
                span = Span(piece.source, piece.source + piece.source_length)
                out.append(Edit(span, self.value[at : at + piece.length], piece.rule))
            at += piece.length
        return tuple(out)

    def _locate(self, at: int) -> Span:
        """The source range of the one character at `at`."""
        if self._starts is None:
            self._starts = _starts(self._pieces)
        k = bisect_right(self._starts, at) - 1
        while k > 0 and not self._pieces[k].length:
            k -= 1
        if k < 0:
            return Span(0, 0)
        piece = self._pieces[k]
        if piece.rule:
            return Span(piece.source, piece.source + piece.source_length)
        offset = min(at - self._starts[k], piece.length)
        return Span(piece.source + offset, min(piece.source + offset + 1, piece.source + piece.length))

    def _fold(self, edits: list[Edit]) -> None:
        """One linear merge of the present pieces with the edits of a pass."""
        reader = _Reader(self._pieces)
        pieces: list[_Piece] = []
        values: list[str] = []
        at = 0
        for edit in edits:
            pieces += reader.take(edit.span.start - at)
            values.append(self.value[at : edit.span.start])
            pieces.append(_merged(reader.take(len(edit.span)), len(edit.new), edit.rule))
            values.append(edit.new)
            at = edit.span.end
        pieces += reader.take(len(self.value) - at)
        pieces += reader.rest()
        values.append(self.value[at:])
        self.value, self._pieces, self._starts = "".join(values), pieces, None


class _Reader:
    """Hands out pieces by length of text, cutting kept ones where asked."""

    def __init__(self, pieces: list[_Piece]) -> None:
        self._pieces = pieces
        self._index = 0
        self._head: _Piece | None = None

    def take(self, length: int) -> list[_Piece]:
        """The pieces of the next `length` characters, with the deletions that stand before or among them."""
        out: list[_Piece] = []
        while length > 0:
            piece = self._head or self._pieces[self._index]
            if self._head is None:
                self._index += 1
            self._head = None
            if piece.length > length:
                piece, self._head = _cut(piece, length)
            out.append(piece)
            length -= piece.length
        return out

    def rest(self) -> list[_Piece]:
        """What is left: deletions at the end of the text."""
        return self._pieces[self._index :]


def _cut(piece: _Piece, length: int) -> tuple[_Piece, _Piece]:
    if piece.rule:  # a replacement has no inner map: its first part takes all of its source
        end = piece.source + piece.source_length
        return piece._replace(length=length), _Piece(piece.length - length, end, 0, piece.rule)
    head = _Piece(length, piece.source, length, "")
    return head, _Piece(piece.length - length, piece.source + length, piece.source_length - length, "")


def _merged(pieces: list[_Piece], length: int, rule: str) -> _Piece:
    start = min(piece.source for piece in pieces)
    end = max(piece.source + piece.source_length for piece in pieces)
    rules = {piece.rule: None for piece in pieces if piece.rule and piece.rule != rule}
    return _Piece(length, start, end - start, "+".join([*rules, rule]))


def _starts(pieces: list[_Piece]) -> list[int]:
    out, at = [], 0
    for piece in pieces:
        out.append(at)
        at += piece.length
    return out


def _check_disjoint(edits: list[Edit]) -> None:
    end = 0
    for edit in edits:
        if edit.span.start < end or not edit.span:
            raise ValueError(f"edit of {edit.rule} at {edit.span} overlaps another or consumes nothing")
        end = edit.span.end


def replay(source: str, edits: Iterable[Edit]) -> str:
    """The text that `edits`, sorted and disjoint, make of `source`."""
    out: list[str] = []
    at = 0
    for edit in edits:
        out += source[at : edit.span.start], edit.new
        at = edit.span.end
    return "".join([*out, source[at:]])
