"""Workflow commands: annotations on the lines of a pull request. A step shows ten of a kind, so the gravest come first."""

from collections import Counter
from collections.abc import Iterator

from notice_parser.change import Comparison
from notice_parser.report.look import Look
from notice_parser.report.places import path_of, placed, plain_message
from notice_parser.report.safe import visible
from notice_parser.report.verdict import one_line
from notice_parser.vocabulary import Level

COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "notice", Level.NONE: "notice"}
SHOWN = 10  # of each command in a step
MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def github(comparison: Comparison, look: Look) -> bytes:
    """The annotations, and a last line that says how many were cut."""
    return ("\n".join(_lines(comparison, look)) + "\n").encode()


def _lines(comparison: Comparison, look: Look) -> Iterator[str]:
    path = path_of(comparison, look).translate(PROPERTY)
    counts: Counter[str] = Counter()
    for finding, line, _ in placed(comparison, everything=look.everything):
        if finding.approved is not None:
            continue
        command = COMMANDS[finding.level]
        counts[command] += 1
        if counts[command] <= SHOWN:
            name = f"{finding.rule} {finding.name}".translate(PROPERTY)
            yield f"::{command} file={path},line={line},title={name}::{visible(plain_message(finding)).translate(MESSAGE)}"
    cut = sum(max(0, count - SHOWN) for count in counts.values())
    rest = f" {cut} more are not shown here." if cut else ""
    yield f"::notice title=notice diff::{visible(one_line(comparison)).translate(MESSAGE)}{rest}"
