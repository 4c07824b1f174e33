"""Words without blanks between them: "weshareyourdata" is "we share your data"."""

import re
from collections.abc import Iterator

from notice_parser.repair.words import words_of
from notice_parser.span import Draft, Edit, Span

LONGEST_WORD = 20  # letters; more are hardly a word
LONG = re.compile(rf"[^\W\d_]{{{LONGEST_WORD},}}")
LETTERS = re.compile(r"[^\W\d_]{4,}")
LONGEST = 400  # letters: a clause between two points is not longer
# Where a blank stood that no letters tell: "data.We" but not "shop.example", "parcel,which", "shop),and",
# "carriers(who", "end.“Data”", "within30days".
EDGE = re.compile(
    r"(?<=[^\W\d_]{2}[,;:!?)])(?=[^\W\d_]{2})|(?<=[^\W\d_]{2}\.)(?=[^\W\d_a-zß-ÿ][^\W\d_])|(?<=\)[.,;:])(?=[^\W\d_]{2})"
    r"|(?<=[^\W\d_]{2})(?=[(“‘][^\W_]{3}[^)])|(?<=[^\W\d_][.,;:!?)])(?=[(“‘][^\W_])"
    r"|(?<=”)(?=[^\W\d_]{2})|(?<=[^\W\d_]{3})(?=\d)|(?<=\d)(?=[^\W\d_]{3})"
)
CONTRACTED = re.compile(r"(?:n['’]t|[^\W\d_]['’](?:re|ve|ll|s))(?=[^\W\d_]{2})")  # "don'tsell": the letters after it
TOKEN = re.compile(r"\S+")
ADDRESS = re.compile(r"://|www\.|@")  # in "https://shop.example"
COMMON = -6.0  # decimal logarithm: a rarer string may be two words
SHARE = 0.15  # of all characters that stand in such long strings where words are glued
FEWEST = 200  # characters


def is_glued(value: str) -> bool:
    """Whether much of a text stands in strings too long for words."""
    tokens = [token for token in value.split() if len(token) >= LONGEST_WORD]
    long = sum(len(letters) for token in tokens for letters in LONG.findall(token))
    return long > max(FEWEST, SHARE * len(value))


def glued_words(draft: Draft) -> Iterator[Edit]:
    """Blanks where the likeliest words begin, and at the points, brackets and figures between them."""
    words = words_of(draft.value).without_document()
    addresses = [found.span() for found in TOKEN.finditer(draft.value) if ADDRESS.search(found.group())]
    places = {found.start() for found in EDGE.finditer(draft.value)}
    for found in LETTERS.finditer(draft.value):
        ending = CONTRACTED.match(draft.value, max(0, found.start() - 2))
        start = ending.end() if ending else found.start()
        letters = draft.value[start : found.end()]
        if len(letters) <= LONGEST and (ending or words.log(letters) < COMMON):
            places |= {start + cut for cut in words.cuts(letters)} | ({start} if ending and letters else set())
    for at in sorted(places - {k for start, end in addresses for k in range(start, end)}):
        yield Edit(Span(at, at + 1), " " + draft.value[at], "glued-words")
