"""What repair says of damage that is no dialect of its own: a remark with the count, among the evidence in the JSON."""

from collections import Counter
from collections.abc import Iterator, Sequence

from notice_parser.repair.misread import misread
from notice_parser.span import Edit

# The rule that mended it, and what was mended, for one place and for several.
REMARKS: tuple[tuple[str, str, str], ...] = (
    ("mojibake", "place", "read in a wrong encoding"),
    ("mac-roman", "sign", "read by the table of another system"),
    ("pdf-doc", "sign", "read by the table of another system"),
    ("spaced-letters", "word", "set letter by letter"),
    ("soft-hyphen", "word", "cut at a line end and rejoined"),
    ("hard-hyphen", "compound", "cut at its hyphen and rejoined"),
    ("ligature", "joined letter", "spelled out"),
    ("page-furniture", "edge", "of pages freed of running headers, footers and page numbers"),
)


def remarks(edits: Sequence[Edit], value: str) -> Iterator[str]:
    """A remark for each kind of damage that was mended, and one for what looks misread and was left alone."""
    counts = Counter(rule for edit in edits for rule in set(edit.rule.split("+")))
    for rule, thing, done in REMARKS:
        if counts[rule]:
            yield f"{rule}: {counts[rule]} {thing}{'s' if counts[rule] > 1 else ''} {done}"
    yield from misread(value)
