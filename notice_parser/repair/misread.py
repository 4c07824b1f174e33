"""Letters that text recognition took for digits: "informati0n", "c1ick". They are reported and never changed."""

import re
from collections.abc import Iterator

MISREAD = re.compile(
    r"(?<![\w./@:-])[A-Za-z]*(?:[A-Za-z][a-z]{2}[01][a-z]|[a-z][01][a-z]{2})[a-z]*(?![\w/@-])"
)  # "informati0n"
INSIDE = re.compile("[a-z][01][a-z]")  # what each of them holds; found far faster
FEWEST = 2


def misread(value: str) -> Iterator[str]:
    """One remark where several words look misread."""
    if not INSIDE.search(value):
        return
    found = [match.group() for match in MISREAD.finditer(value)]
    if len(found) >= FEWEST:
        yield f'{len(found)} words look misread, such as "{found[0]}"; they stand as they are'
