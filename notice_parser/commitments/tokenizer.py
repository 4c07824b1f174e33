"""Words by spaCy's tokenizer, cut where the rules of a stage say."""

import re
from functools import cache
from typing import Any

Cut = tuple[int, int]  # the first and the last character + 1 of a token


def cuts(text: str, token: re.Pattern[str]) -> list[Cut]:
    """Where the tokens of `text` stand: within each run without blanks the matches of `token`.

    Characters that `token` does not match separate tokens and are none themselves.
    """
    match = token.fullmatch
    # only a single character can be a token that the pattern does not match
    return [
        (at := word.idx, at + length)
        for word in _tokenizer(token)(text)
        if (length := len(word)) > 1 or match(word.text)
    ]


@cache
def _tokenizer(token: re.Pattern[str]) -> Any:
    """A spaCy tokenizer without a language's own exceptions: the patterns of the stages hold them."""
    from spacy.tokenizer import Tokenizer
    from spacy.vocab import Vocab

    every = re.compile(rf"{token.pattern}|\S", token.flags)
    return Tokenizer(Vocab(), infix_finditer=every.finditer)
