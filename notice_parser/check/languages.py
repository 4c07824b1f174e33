"""Words in a language that no rule reads: that they hold no promise cannot be said of them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress

from notice_parser.change import Finding, Location
from notice_parser.check.findings import fingerprint
from notice_parser.check.judgement import Rule
from notice_parser.diff.units import normalised
from notice_parser.model import Notice
from notice_parser.segment.language import language
from notice_parser.vocabulary import Direction

READ = "en"
LEAST = 40  # words: an address abroad is no text in another language
YEAR = re.compile(r"(?:19|20)\d\d")  # "2024"
DATED = 8  # words: a line with a year that holds no more is the date of the version, whatever the month is called
LABEL = 9  # words
SHORTEST = 4  # characters: "NB."
STOPS = (".", "!", "?", ";", ":", "。", "！", "؟", "।")
SILENT = ("PN902", "PN903")  # say that no promise changed


def unread(findings: Iterable[Finding], old: Notice, new: Notice, net: Rule, document: str) -> Iterator[Finding]:
    """The findings, those over words of another language as words of weight, which `net` names."""
    findings = tuple(findings)
    doubts = [finding.rule in SILENT and _words_differ(finding) for finding in findings]
    code = _foreign((old.text, new.text), tuple(compress(findings, doubts))) if any(doubts) else ""
    for finding, doubt in zip(findings, doubts, strict=True):
        yield _as_weight(finding, code, net, document) if code and doubt else finding


def _foreign(texts: Sequence[str], doubted: Sequence[Finding]) -> str:
    """The language of either version, or of what changed, where it is not the one that the rules read."""
    changed = "\n".join(side.quote for finding in doubted for side in (finding.before, finding.after) if side)
    told = [language(text) for text in texts]
    if len(changed.split()) >= LEAST or len(changed) >= 4 * LEAST:
        told.append(language(changed))
    return next((code for code in told if code and code != READ), "")


def _as_weight(finding: Finding, code: str, net: Rule, document: str) -> Finding:
    sides = [side for side in (finding.after, finding.before) if side is not None]
    if any(language(side.quote) == READ for side in sides) or all(_is_label(side.quote) for side in sides):
        return finding
    reason = f"the words are in another language ({code}), which is not read for promises"
    return finding.but(
        fingerprint=fingerprint(net.code, document, finding.before, finding.after),
        rule=net.code,
        name=net.name,
        category="commitment",
        level=net.level,
        direction=Direction.UNCLEAR,
        confidence=0.3,
        message=f"{net.meaning}: {reason}.",
        because=(reason,),
        reference=net.reference,
    )


def _is_label(quote: str) -> bool:
    """Whether it is a heading or a name: a few words without a stop, whose language nobody can tell."""
    text = quote.strip(" *_#")
    if len(text) <= SHORTEST:
        return True
    return len(text.split()) <= LABEL and not text.endswith(STOPS) and language(text) is None


def _words_differ(finding: Finding) -> bool:
    """Whether any word that is no number differs, the date of the version apart."""
    sides = finding.before, finding.after
    return _told(finding.before) != _told(finding.after) and not all(_is_date(side.quote) for side in sides if side)


def _is_date(quote: str) -> bool:
    words = normalised(quote)[1]
    return len(words) <= DATED and any(YEAR.fullmatch(word) for word in words)


def _told(side: Location | None) -> list[str]:
    return [word for word in normalised(side.quote)[1] if not word.isdigit()] if side else []
