"""The sets of words that decide by their place, as each lexicon lists them under `words`."""

from functools import cache

from notice_parser.lexicon import table


@cache
def cues(name: str) -> dict[str, frozenset[str]]:
    """The word sets of the lexicon `name`."""
    return {key: frozenset(words.split()) for key, words in table(name)["words"].items()}
