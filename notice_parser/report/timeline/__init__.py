"""All versions of a notice on one page: what each step did, topic by topic, and how old every promise is."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from notice_parser.change import Comparison, Finding, Life, Mark, Timeline
from notice_parser.codec import SCHEMA_VERSION, encode
from notice_parser.errors import UsageError
from notice_parser.report.timeline.page import timeline_html
from notice_parser.report.verdict import promises, side_of

FORMATS = ("html", "json")


def timeline(comparisons: Sequence[Comparison], lives: Sequence[Life]) -> Timeline:
    """The account of consecutive comparisons, and of the lives of the commitments over the same versions."""
    return Timeline(
        schema_version=SCHEMA_VERSION,
        produced_by=comparisons[-1].produced_by,
        versions=(comparisons[0].old, *(comparison.new for comparison in comparisons)),
        verdicts=tuple(comparison.verdict for comparison in comparisons),
        marks=tuple(_marks(promises(comparison)) for comparison in comparisons),
        lives=tuple(lives),
    )


def timeline_report(found: Timeline, form: str, reports: Sequence[str] = ()) -> bytes:
    """The timeline as `html` or `json`. `reports` are the addresses of the reports of its steps, where there are any."""
    if form not in FORMATS:
        raise UsageError(f"no {form} timeline", f"choose one of {', '.join(FORMATS)}")
    return encode(found) if form == "json" else timeline_html(found, reports)


def _marks(findings: Sequence[Finding]) -> tuple[Mark, ...]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for finding in findings:
        side = side_of(finding)
        counts[side.category if side else ""][str(finding.direction)] += 1
    return tuple(Mark(category, dict(sorted(held.items()))) for category, held in sorted(counts.items()))
