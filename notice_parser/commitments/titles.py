"""Words that name and do not assert: quoted titles of links, run-in headings, brackets around a whole sentence."""

import re

# 'click the "Do Not Sell or Share My Personal Information" link', 'the section "How We Use Data"'
QUOTED_TITLE = re.compile(r"[\"“](?=[A-Z])[^\"“”.;]{1,100}[\"”]")
# "Contact You About Your Account: We may use", "Right to Access - You may"
RUN_IN = re.compile(r"\W{0,4}[A-Z][^:.;?!\n]{2,120}(?::| [-–—])(?= +[A-Z])")
# "provided in Your Choices and Opting-Out of Ads", "the How We Use Information section"
PLAIN_TITLE = re.compile(
    r"\b(?:in|under|see|our|the|section|visit|above|at|titled|called|entitled|and) (?P<title>(?:[A-Z][\w’'-]*)(?: (?:[A-Z][\w’'-]*|of|and|or|the|to|for|in|with|from|a|by|on|about)){1,12} [A-Z][\w’'-]*)"
)
# a capital that a title gives to a word which has none in a name: "How We Use Data"
TITLE_WORD = re.compile(r"\b(?:We|Our|How|What|Why|Who|Do|Not|Where|When)\b")
SMALL = frozenset(
    [
        "a",
        "about",
        "an",
        "and",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "into",
        "of",
        "on",
        "or",
        "our",
        "the",
        "their",
        "through",
        "to",
        "us",
        "with",
        "your",
    ]
)


def titles(text: str) -> list[tuple[int, int]]:
    """Where titles stand in a sentence, in order."""
    found = [match.span() for match in QUOTED_TITLE.finditer(text) if _titled(match.group())]
    found += [span for span in plain_titles(text) if not any(a < span[1] and span[0] < b for a, b in found)]
    found.sort()
    head = RUN_IN.match(text)
    if head and _titled(head.group()) and " " in head.group().strip("-–— :"):
        found = [(head.start(), head.end() - 1), *(span for span in found if span[0] >= head.end())]
    return found


def plain_titles(text: str) -> list[tuple[int, int]]:
    """Where titles without quotes stand, which say by a capital pronoun that they are none of the sentence."""
    return [
        match.span("title")
        for match in PLAIN_TITLE.finditer(text)
        if len(TITLE_WORD.findall(match["title"])) > 0
        and sum(word[:1].isupper() for word in match["title"].split()) > 2
    ]


def _titled(words: str) -> bool:
    """Whether every word but the small ones is capitalised, and there are several."""
    plain = [word for word in re.findall(r"[\w’'-]+", words) if word not in SMALL]
    return len(plain) > 1 and all(word[:1].isupper() or word[:1].isdigit() for word in plain)


NAME_ONLY = 5  # words at least: "Categories of Data That We Collect"
LINKING = SMALL | {
    "is",
    "are",
    "be",
    "it",
    "that",
    "this",
    "when",
    "where",
    "which",
    "how",
    "not",
    "we",
    "you",
    "if",
    "via",
    "than",
    "being",
}


def names_only(text: str) -> bool:
    """Whether a line names and asserts nothing, like the head of a column: "Purposes For Which Your Data Is Used"."""
    if text.rstrip()[-1:] in ".!;:":
        return False
    words = re.findall(r"[\w’'-]+", text)
    if len(words) < NAME_ONLY:
        return False
    plain = [word for word in words if word not in LINKING]
    return len(plain) > len(words) // 3 and all(word[:1].isupper() or word[:1].isdigit() for word in plain)


def opened(text: str) -> str:
    """The sentence without the brackets around it: "(If you opt out, we still send you bills.)"."""
    bare = text.rstrip(" .\n")
    whole = bare.startswith("(") and bare.endswith(")") and bare.count("(") == 1
    return f" {bare[1:-1]} {text[len(bare) :]}" if whole else text
