"""Sentences and cells that name the legal basis of what other sentences tell."""

import re

from notice_parser.check.choices import ABLE, HAS_RIGHT
from notice_parser.check.reading import Reading

# "The legal basis for this is Article 6(1)(b)", "Legal grounds: contract", "Our legitimate interests here include"
BASIS = re.compile(
    r"(?:^\W*performance of (?:a|the|our|your) contract\b|^\W*(?:[\w’'-]+ ){0,6}?(?:legal|lawful|statutory) (?:bas[ie]s|grounds?)\b.{0,160}?(?:\b(?:is|are|results?|arises?|follows?|derives?)\b|:)|\b(?:protect|necessary for|necessary in) (?:the |your |their |an? )?(?:vital|public) interests?\b|\blegitimate interests? (?:here |in this |for this )?(?:is|are|lies?|includes?|consists?)\b|\bwe (?:are )?(?:pursu\w+|rely on|rel\w+ on) (?:the |our |a )?legitimate interest)",
    re.IGNORECASE,
)
# "Contract performance", "Our legitimate interest", "Performance of the contract; legal obligation": a cell of a table
BASIS_CELL = re.compile(
    r"\W*(?:(?:[\w’']+ ){0,3}?(?:(?:performance|execution|fulfilment) of (?:the |a |our )?(?:\w+ ){0,2}contract|contract(?:ual)? (?:performance|necessity|obligations?)|(?:legitimate|vital|public) interests?|(?:legal|statutory) obligations?)(?: of [\w’']+)?(?:\W+|\W+(?:and|or|and/or)\W+)?){1,4}",
    re.IGNORECASE,
)


def is_basis(reading: Reading) -> bool:
    """Whether it names the legal basis of what other sentences tell."""
    if ABLE.search(reading.text) or HAS_RIGHT.search(reading.text):
        return False
    return bool(BASIS.search(reading.text) or BASIS_CELL.fullmatch(reading.text))
