"""Words by spaCy's tokenizer, cut where the rules of a stage say."""

import re
from functools import cache
from typing import Any

Cut = tuple[int, int]  # the first and the last character + 1 of a token


def cuts(text: str, token: re.Pattern[str]) -> list[Cut]:
    """Where the tokens of `text` stand: within each run without blanks the matches of `token`.

    Characters that `token` does not match separate tokens and are none themselves.
    """
    from spacy.attrs import IDX, LENGTH

    match = token.fullmatch
    rows = _tokenizer(token)(text).to_array((IDX, LENGTH)).tolist()
    # only a single character can be a token that the pattern does not match
    return [(at, at + length) for at, length in rows if length > 1 or match(text[at])]


@cache
def _tokenizer(token: re.Pattern[str]) -> Any:
    """A spaCy tokenizer without a language's own exceptions: the patterns of the stages hold them."""
    from spacy.tokenizer import Tokenizer
    from spacy.vocab import Vocab

    every = re.compile(rf"{token.pattern}|\S", token.flags)
    return Tokenizer(Vocab(), infix_finditer=every.finditer)
