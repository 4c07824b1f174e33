"""A mention: words of a sentence that fill a slot."""

from notice_parser.span import Record


class Mention(Record):
    """Words that fill a slot: which slot, with which word of the vocabulary, where, and the rule that says so.

    `slot` is "data", "recipients", "purposes", "conditions", "times", "scopes" or "legal_bases"; `start` and `end` count characters of the
    sentence. `rule` names the entry of the lexicon, such as "data:location/precise location", or the pattern.
    """

    slot: str
    value: str
    start: int
    end: int
    rule: str
