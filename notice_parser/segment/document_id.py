"""The document or form number that organisations print at the top or the bottom of a notice."""

import re
from collections.abc import Iterator

EDGE = 12  # lines from the top and from the bottom
LONGEST_LINE = 160
_CODE = r"(?=[\w./-]*\d)[A-Z\d][A-Z\d./-]{2,24}"
# "Form AB 12 (Rev. 01/24)", "Document No. HR-2041", "Ref: PN/17".
NAMED = re.compile(
    r"\b(?:form|document|doc|policy|notice|publication|pub|reference|ref|control|file)\.?\s*(?:(?:no|number|num|id|code|ref)\b\.?|#|:)?\s*[:#]?\s*"
    rf"(?P<code>[A-Z]{{1,6}}[ -]\d[\d-]{{1,10}}[A-Z]?|{_CODE})\b",
    re.IGNORECASE,
)
NUMBER_WORD = re.compile(
    r"\b(?:form|document|doc|reference|ref|publication|pub|control)\b|\b(?:policy|notice|file)\b\.? *(?:no|number|id|code|#|:)",
    re.IGNORECASE,
)
# A line that is nothing but a code: "hn-204417", "MK 1290 b", "PN-2020-03".
ALONE = re.compile(
    r"(?P<code>[A-Z]{1,6}[ ._/-]?\d{3,}(?:[ ._/-][A-Z\d]{1,6}){0,3}|\d{5,}(?:[ ._/-][A-Z\d]{1,6}){1,3}|\d{6,9})(?:\s*\(?(?:rev\.?\s*)?\d{1,2}/\d{2,4}\)?)?",
    re.IGNORECASE,
)
DATE = re.compile(
    r"^(?:[a-z]{3,9}[ ._/-]?)?(?:\d{1,2}[ ./-])?(?:\d{1,2}[ ./-])?(?:19|20)\d\d$|^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$|^(?:19|20)\d\d[./-]\d\d(?:[./-]\d\d)?$",
    re.IGNORECASE,
)


def document_id(text: str) -> str | None:
    """The number, in small letters with hyphens for blanks, or None."""
    for line in _edges(text):
        for found in (ALONE.fullmatch(line), NAMED.search(line) if NUMBER_WORD.search(line) else None):
            if found and not DATE.match(found.group("code")):
                return "-".join(found.group("code").lower().split())
    return None


def _edges(text: str) -> Iterator[str]:
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    for line in [*lines[:EDGE], *reversed(lines[max(EDGE, len(lines) - EDGE) :])]:
        if len(line) <= LONGEST_LINE:
            yield line
