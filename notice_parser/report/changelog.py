"""What changed in notices, in words that a company can publish to its users: nothing about rules, law or who signed."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from notice_parser.change import Comparison, Finding, Version
from notice_parser.errors import UnreadableError, UsageError
from notice_parser.lexicon import table
from notice_parser.report.diff_markdown import redline
from notice_parser.report.notice_markdown import table_row
from notice_parser.report.safe import html, markdown
from notice_parser.report.verdict import promises, subject
from notice_parser.report.web import document
from notice_parser.report.wording import counted
from notice_parser.report.words import word_diff
from notice_parser.vocabulary import Direction, Verdict

GROUPS: tuple[tuple[str, tuple[Direction, ...]], ...] = (
    ("What you lose", (Direction.WEAKENED,)),
    ("What you gain", (Direction.STRENGTHENED,)),
    ("What else changed", (Direction.NEUTRAL, Direction.MIXED, Direction.UNCLEAR)),
)
LINK, DATE = "link-target-changed", "date-not-advanced"
HEADS = ("Topic", "Before", "Now")
NOTHING = {
    Verdict.IDENTICAL: "Nothing changed.",
    Verdict.EDITORIAL: "We changed words, and nothing that we promise.",
    Verdict.REWRITTEN: "We wrote the notice anew. This is how many statements it makes on each topic, before and now.",
}


class Item(NamedTuple):
    """A change as it is told: the topic, the sentence, and the finding behind it."""

    topic: str
    told: str
    finding: Finding


class Entry(NamedTuple):
    """One notice and its changes by what they mean for the reader."""

    comparison: Comparison
    groups: tuple[tuple[str, tuple[Item, ...]], ...]
    reworded: int


def changelog(comparisons: Sequence[Comparison], form: str) -> bytes:
    """The changes of all notices. Raises UnreadableError where one side of a comparison is no whole notice."""
    for comparison in comparisons:
        if comparison.verdict is Verdict.SUSPECT:
            what = f"{comparison.new.source.name}: one side does not look like the whole notice"
            raise UnreadableError(what, "; ".join(comparison.reasons))
    if form not in FORMATS:
        raise UsageError(f"no {form} changelog", f"choose one of {', '.join(FORMATS)}")
    return FORMATS[form]([_entry(comparison) for comparison in comparisons])


def _entry(comparison: Comparison) -> Entry:
    items = [_item(finding) for finding in _told(comparison)]
    groups = (
        (title, tuple(item for item in items if item.finding.direction in directions)) for title, directions in GROUPS
    )
    reworded = sum(finding.category == "editorial" for finding in comparison.findings)
    return Entry(comparison, tuple((title, held) for title, held in groups if held), reworded)


def _told(comparison: Comparison) -> Iterator[Finding]:
    """The findings to publish: those on promises that nobody signed as no change, and links that lead elsewhere.

    A date that was forgotten is for the company alone. Of a notice written anew the topics are told, and what is clear.
    """
    kept = (*promises(comparison), *(f for f in comparison.findings if f.name == LINK))
    clear = comparison.verdict is not Verdict.REWRITTEN
    for finding in kept:
        signed = finding.approved is not None and finding.approved.decision == "not-a-change"
        if not signed and finding.name != DATE and (clear or finding.direction in (*GROUPS[0][1], *GROUPS[1][1])):
            yield finding


def _item(finding: Finding) -> Item:
    side = finding.after or finding.before
    section = side.section.rpartition(" > ")[2] if side else ""
    told = table("changelog")["told"]
    words = finding.message if finding.name == LINK else told.get(finding.name, told["unclassified-substantive"])
    return Item(section, words, finding)


def _title(entry: Entry) -> str:
    return f"{subject(entry.comparison)}: what changed"


def _topic(category: str) -> str:
    """A topic as people read it: "Access rights"."""
    return category.replace("-", " ").capitalize()


def _span(entry: Entry) -> str:
    """From when to when, as far as the versions say."""
    old, new = _day(entry.comparison.old), _day(entry.comparison.new)
    return f"From the version of {old} to the version of {new}." if old and new and old != new else ""


def _day(version: Version) -> str:
    return version.metadata.last_updated or version.metadata.effective_date or ""


def _foot(entry: Entry) -> str:
    if not entry.reworded or entry.comparison.verdict is Verdict.EDITORIAL:
        return ""
    return f"Besides, {counted(entry.reworded, 'passage')} changed in wording or place, and not in what we promise."


def obligations(entry: Entry) -> tuple[str, ...]:
    """What was promised when the changes were approved, each once: "notify-users-30d" is "notify users 30d"."""
    signed = (item.finding.approved for _, items in entry.groups for item in items)
    words = (word for approval in signed if approval for word in approval.obligations)
    return tuple(dict.fromkeys(word.replace("-", " ").replace("_", " ") for word in words))


# --- Markdown ---------------------------------------------------------------------------------------------------------


def _markdown(entries: Sequence[Entry]) -> bytes:
    return ("\n\n".join("\n".join(_lines(entry)).rstrip("\n") for entry in entries) + "\n").encode()


def _lines(entry: Entry) -> Iterator[str]:
    yield f"# {markdown(_title(entry))}\n"
    yield from (f"{words}\n" for words in (_span(entry), NOTHING.get(entry.comparison.verdict, "")) if words)
    if entry.comparison.topics:
        yield table_row(HEADS)
        yield table_row(("---", "---:", "---:"))
        yield from (table_row((_topic(t.category), str(t.before), str(t.after))) for t in entry.comparison.topics)
        yield ""
    for title, items in entry.groups:
        yield f"## {title}\n"
        for item in items:
            yield f"- {f'**{markdown(item.topic)}.** ' if item.topic else ''}{markdown(item.told)}"
            yield f"  > {redline(item.finding)}\n"
    if owed := obligations(entry):
        yield "## What we do about it\n"
        yield from (f"- {markdown(words)}" for words in owed)
        yield ""
    yield from (f"{words}\n" for words in (_foot(entry),) if words)


# --- HTML -------------------------------------------------------------------------------------------------------------


def _html(entries: Sequence[Entry]) -> bytes:
    body = "\n".join(line for entry in entries for line in _parts(entry))
    title = _title(entries[0]) if len(entries) == 1 else "What changed in our privacy notices"
    return document(title, f"<main>\n{body}\n</main>")


def _parts(entry: Entry) -> Iterator[str]:
    yield f"<h1>{html(_title(entry))}</h1>"
    yield from (f"<p>{html(w)}</p>" for w in (_span(entry), NOTHING.get(entry.comparison.verdict, "")) if w)
    if entry.comparison.topics:
        heads = "".join(f'<th scope="col">{head}</th>' for head in HEADS)
        yield f"<table><tr>{heads}</tr>"
        for t in entry.comparison.topics:
            yield f'<tr><th scope="row">{html(_topic(t.category))}</th><td class="number">{t.before}</td><td class="number">{t.after}</td></tr>'
        yield "</table>"
    for title, items in entry.groups:
        yield f"<h2>{title}</h2>\n<ul>"
        for item in items:
            topic = f"<strong>{html(item.topic)}.</strong> " if item.topic else ""
            yield f'<li>{topic}{html(item.told)}<p class="redline">{_redline(item.finding)}</p></li>'
        yield "</ul>"
    if owed := obligations(entry):
        yield "<h2>What we do about it</h2>\n<ul>"
        yield from (f"<li>{html(words)}</li>" for words in owed)
        yield "</ul>"
    yield from (f"<p>{html(words)}</p>" for words in (_foot(entry),) if words)


def _redline(finding: Finding) -> str:
    old, new = (side.quote if side else "" for side in (finding.before, finding.after))
    return "".join(
        html(s.old)
        if s.same
        else (f"<del>{html(s.old)}</del>" if s.old else "") + (f"<ins>{html(s.new)}</ins>" if s.new else "")
        for s in word_diff(old, new)
    )


FORMATS: dict[str, Callable[[Sequence[Entry]], bytes]] = {"markdown": _markdown, "html": _html}
