"""Names of groups of companies: "the Northwind Companies", "Northwind Group", which no lexicon can list."""

import re

from notice_parser.commitments.slots.tokens import Tokens
from notice_parser.commitments.slots.trie import Entry, Hit

# the Northwind Companies / Northwind Group companies / the Northwind family of companies
GROUP_NAME = re.compile(
    r"[A-Z](?<!\w.)[\w&]* (?:Group [Cc]ompanies|[Cc]ompanies|Group|[Gg]roup of [Cc]ompanies|[Ff]amily of [Cc]ompanies|[Aa]ffiliates)\b"
    r"(?! (?:Act|Law|Ordinance|House|Register|Registry|Code|Regulations?)\b)"
)
# words with a capital that name no group: "These Companies", "Other Companies", "Working Group"
ORDINARY = frozenset(
    (
        "the",
        "these",
        "those",
        "other",
        "our",
        "such",
        "any",
        "third",
        "working",
        "some",
        "many",
        "certain",
        "all",
        "parent",
        "affiliated",
        "insurance",
        "advertising",
        "analytics",
        "credit",
        "media",
        "user",
        "data",
        "age",
        "focus",
        "party",
        "and",
        "or",
        "if",
    )
)
AFFILIATE = Entry("recipients:affiliate", "terms", "recipients:affiliate/name of a group")


def with_groups(original: str, text: Tokens, hits: list[Hit]) -> list[Hit]:
    """The noun `hits` of a sentence, with the names of groups in it."""
    found = [hit for match in GROUP_NAME.finditer(original) if (hit := _hit(match, text))]
    if not found:
        return hits
    kept = [hit for hit in hits if not any(hit.first < name.last and name.first < hit.last for name in found)]
    return sorted((*kept, *found), key=_first)


def _hit(match: re.Match[str], text: Tokens) -> Hit | None:
    if match.group().split()[0].lower() in ORDINARY:
        return None
    inside = [at for at, span in enumerate(text.spans) if match.start() <= span[0] < match.end()]
    return Hit(inside[0], inside[-1] + 1, (AFFILIATE,)) if inside else None


def _first(hit: Hit) -> int:
    return hit.first
