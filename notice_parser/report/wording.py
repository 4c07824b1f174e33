"""The words a person reads for the words of the vocabulary, and for places and periods."""

import re
from bisect import bisect_right

from notice_parser.change import Location
from notice_parser.model import Commitment, Metadata, Notice
from notice_parser.vocabulary import Actor, Direction, Level, LossKind, Modality

WHO = {Actor.CONTROLLER: "we", Actor.DATA_SUBJECT: "you", Actor.THIRD_PARTY: "others"}
HOW = {
    Modality.PRACTICE: "do",
    Modality.PERMISSION: "may",
    Modality.OBLIGATION: "must",
    Modality.PROHIBITION: "must not",
    Modality.RIGHT: "have a right",
    Modality.DUTY: "must",
}
LEVELS = {Level.ERROR: "Errors", Level.WARNING: "Warnings", Level.INFO: "Notes", Level.NONE: "Editorial"}
SIGNS = {
    Direction.WEAKENED: "▼",
    Direction.STRENGTHENED: "▲",
    Direction.NEUTRAL: "=",
    Direction.MIXED: "↕",
    Direction.UNCLEAR: "?",
}
LOSSES = {
    LossKind.TEXT: ("run of text", "runs of text"),
    LossKind.BULLET: ("bullet", "bullets"),
    LossKind.PAGE_BREAK: ("page break", "page breaks"),
    LossKind.TEXT_OR_PAGE_BREAK: ("run of text or page break", "runs of text or page breaks"),
}
MEDIA = {
    "text/plain": "plain text",
    "text/markdown": "Markdown",
    "text/html": "HTML",
    "application/pdf": "PDF",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word document",
}
# An ISO 8601 duration of one unit: "P30D", "PT72H".
PERIOD = re.compile(r"P(T?)(\d+)([YMWDHS])")
UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute", "TS": "second"}
AGE = re.compile(r"age([<>]=?)(\d+)")  # "age<13"
COMPARED = {"<": "under", "<=": "up to", ">": "over", ">=": "from"}


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 finding", "1,204 findings"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def time_words(value: str) -> str:
    """A period or age in words: "P30D" is "30 days", "age<13" is "under 13"."""
    if found := PERIOD.fullmatch(value):
        unit = UNITS.get(found[1] + found[3]) or UNITS.get(found[3], found[3])
        return counted(int(found[2]), unit)
    if found := AGE.fullmatch(value):
        return f"{COMPARED[found[1]]} {found[2]}"
    return value.replace("-", " ")


def limits(commitment: Commitment, text: str) -> tuple[str, ...]:
    """The words that limit a commitment, each once, and none that stand inside others."""
    spans = [condition.span for condition in commitment.conditions]
    outer = [span for span in spans if not any(other.holds(span) and other != span for other in spans)]
    bare = [str(condition.kind) for condition in commitment.conditions if not condition.span]
    return tuple(dict.fromkeys([span.of(text) for span in outer if span] + bare))


def details(commitment: Commitment, text: str) -> tuple[tuple[str, str], ...]:
    """The slots of a commitment that hold something, as a label and words."""
    rows = (
        ("data", ", ".join(commitment.data)),
        ("to", ", ".join(commitment.recipients)),
        ("for", ", ".join(commitment.purposes)),
        ("limits", "; ".join(limits(commitment, text))),
        ("time", ", ".join(dict.fromkeys(time_words(t.value) for t in commitment.times))),
        ("scope", ", ".join(dict.fromkeys(scope.span.of(text) for scope in commitment.scopes))),
        ("basis", ", ".join(dict.fromkeys(str(basis.kind) for basis in commitment.legal_bases))),
    )
    return tuple((label, words) for label, words in rows if words)


def doubts(commitment: Commitment) -> tuple[str, ...]:
    """What makes a reading of a commitment uncertain."""
    rows = (
        (not commitment.asserted, "only presupposed"),
        (commitment.incomplete, "words are lost here"),
        (commitment.polarity_uncertain, "negation unclear"),
    )
    return tuple(words for doubtful, words in rows if doubtful)


def place(notice: Notice, start: int) -> str:
    """Where an offset stands in the source: "line 120", "page 3", or nothing where the format has neither."""
    if notice.lines:
        return f"line {notice.lines[max(0, bisect_right(notice.lines, start, key=lambda row: row.start) - 1)].line}"
    if notice.pages:
        return f"page {notice.pages[max(0, bisect_right(notice.pages, start, key=lambda p: p.start) - 1)].number}"
    return ""


def place_of(location: Location) -> str:
    """Where one side of a finding stands in its file: "page 3, line 120"."""
    parts = (("page", location.page), ("line", location.source_line))
    return ", ".join(f"{name} {number}" for name, number in parts if number is not None)


def date_of(metadata: Metadata) -> str:
    """The date a version gives itself."""
    if metadata.last_updated:
        return f"updated {metadata.last_updated}"
    return f"effective {metadata.effective_date}" if metadata.effective_date else "undated"


def shortened(words: str, longest: int) -> str:
    """Words cut to a length, with an ellipsis where they were cut."""
    return words if len(words) <= longest else f"{words[: longest - 1]}…"
