"""The comparison in one sentence, and its findings in the order a reader takes them."""

from collections import Counter
from collections.abc import Iterator

from notice_parser.change import Comparison, Finding, Location, PracticeChange, Version
from notice_parser.report.wording import LEVELS, counted, date_of, place_of, shortened
from notice_parser.vocabulary import Direction, Level, Verdict

WORDS = {
    Verdict.IDENTICAL: "IDENTICAL: nothing changed.",
    Verdict.EDITORIAL: "EDITORIAL: words changed, no commitment did.",
    Verdict.CHANGED: "CHANGED:",
    Verdict.REWRITTEN: "REWRITTEN: too much moved to judge sentence by sentence; read the account by topic.",
    Verdict.SUSPECT: "SUSPECT: one side does not look like the whole notice; nothing is reported as dropped or added.",
}

QUOTE = 160  # characters of the words that state an entry of the account

# What a certificate counts, in its order.
NAMES = {
    "commitments": ("commitment",),
    "numbers": ("number",),
    "negations": ("negation",),
    "modals": ("modal verb",),
    "parties": ("word for a party", "words for parties"),
    "links": ("link",),
}


def title(version: Version) -> str:
    """The title a version gives itself, or its file name."""
    return version.metadata.title or version.source.name


def subject(comparison: Comparison) -> str:
    """What is compared, by its new title; by its old one where the new side does not look like the notice."""
    suspect = comparison.verdict == Verdict.SUSPECT and comparison.old.metadata.title
    return title(comparison.old if suspect else comparison.new)


def one_line(comparison: Comparison) -> str:
    """What a person pastes into a mail."""
    old, new = comparison.old, comparison.new
    head = f"{subject(comparison)} ({date_of(old.metadata)} → {date_of(new.metadata)}): {WORDS[comparison.verdict]}"
    if not (findings := promises(comparison)):
        return head
    directions = Counter(finding.direction for finding in findings)
    by_direction = ", ".join(f"{directions[d]} {d}" for d in Direction if directions[d])
    return f"{head} {counted(len(findings), 'commitment change')} ({by_direction}): {_by_level(findings)}."


def practice_parts(practice: PracticeChange) -> tuple[str, str, str]:
    """An entry of the account of a rewrite: what it is, the words that state it, and where they stand."""
    from notice_parser.check.practices import practice_words  # the rules, which reading a notice can do without

    side = practice.before or practice.after
    place = ", ".join(filter(None, ("old" if practice.before else "new", place_of(side) if side else "")))
    return practice_words(practice), shortened(" ".join(side.quote.split()), QUOTE) if side else "", place


def promises(comparison: Comparison) -> tuple[Finding, ...]:
    """The findings that touch commitments."""
    return tuple(finding for finding in comparison.findings if finding.category == "commitment")


def editorial_counts(comparison: Comparison) -> str:
    """The editorial findings, counted by name: "3 moved-or-renumbered, 2 reworded"."""
    counts = Counter(f.name for f in comparison.findings if f.category == "editorial")
    return ", ".join(f"{count} {name}" for name, count in sorted(counts.items(), key=lambda row: (-row[1], row[0])))


def shown(comparison: Comparison, *, everything: bool) -> tuple[Finding, ...]:
    """The findings shown one by one: editorial ones only where they warn, or where everything is asked for."""
    return tuple(
        f
        for f in comparison.findings
        if everything or f.category == "commitment" or f.level in (Level.ERROR, Level.WARNING)
    )


def grouped(findings: tuple[Finding, ...]) -> Iterator[tuple[Level, str, str, tuple[Finding, ...]]]:
    """Findings by level, and within a level by section in the order of the notice: level, section, category, findings."""
    for level in LEVELS:
        held: dict[tuple[str, str], list[Finding]] = {}
        for finding in findings:
            if finding.level == level:
                side = side_of(finding)
                held.setdefault((side.section, side.category) if side else ("", ""), []).append(finding)
        for (section, category), rows in held.items():
            yield level, section, category, tuple(rows)


def side_of(finding: Finding) -> Location | None:
    """The side of a finding that places it: the new one where there is one."""
    return finding.after or finding.before


def certificate_words(comparison: Comparison) -> str:
    """What was compared and found equal, for `identical` and `editorial`."""
    held = comparison.certificate
    if held is None:
        return ""
    counts = (counted(getattr(held, kind), *words) for kind, words in NAMES.items())
    equal = f"Compared and equal on both sides: {', '.join(counts)}."
    return f"{equal} {_differing(held.differing)}"


def _differing(kinds: dict[str, int]) -> str:
    """What stands on one side only: "On one side only: 2 links.", or that there is none."""
    if not kinds:
        return "None of these differs."
    counts = (counted(count, *NAMES[kind]) for kind, count in kinds.items())
    return f"On one side only: {', '.join(counts)}."


def _by_level(findings: tuple[Finding, ...]) -> str:
    counts = Counter(finding.level for finding in findings)
    words = ((Level.ERROR, "error"), (Level.WARNING, "warning"), (Level.INFO, "note"), (Level.NONE, "of no weight"))
    return ", ".join(counted(counts[level], word) for level, word in words if counts[level])
