"""The catalogue of rules, for people."""


def catalogue() -> str:
    """A table of every rule."""
    return ""


def entry(what: str) -> str:
    """The page of one rule."""
    return what
