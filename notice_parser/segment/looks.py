"""What lines look like that may or may not be headings."""

import re

# "1.", "2.1", "§ 3", "Section B:", "IV.", "A."
NUMBERED = re.compile(
    r"(?:(?:section|article|part|chapter)\s+(?:\d{1,2}|[A-Z]|[IVX]{1,5})(?:\s*[:.–—-]|$|\s(?-i:[A-Z\"“]))|§"
    r"|\d{1,2}(?:\.\d{1,2}){0,3}[.):]?\s|[A-Z][.):]\s|[IVX]{1,5}[.):]\s)",
    re.IGNORECASE,
)
ITEM_LABEL = re.compile(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})\)\s|[a-z]\.\s")  # "(a) ", "b) "
# Addresses, numbers, dates and periods are no headings: "info@example.org", "12345 Town", "Last updated: May 2020".
NOT_PROSE = re.compile(r"@|https?:|www\.|\b\d{4,5}\b|\+\d|\d{3}[-. ]\d{3}|©", re.IGNORECASE)
# A line of an address: "12 High Street", "P.O. Box 9", "Attn: Privacy", "Springfield, IL", "Larkfield GmbH".
ADDRESS = re.compile(
    r"\b(?:street|avenue|boulevard|suite|floor|straße|strasse|platz|allee|drive|parkway)\b.{0,24}\d|\d.{0,24}\b(?:street|avenue|boulevard|suite|floor|road|drive|parkway)\b"
    r"|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b[A-Z]\d[\dW] ?[A-Z\d]{4}\b|\d.{0,24}\b(?:lane|court|quay|terrace|highway)\b|\bp\.? ?o\.? box\b|^attn\b|^attention\b|^c/o\b|, [A-Z]{2}\.?$|\b(?:inc|ltd|llc|gmbh|ag|corp|plc|limited|s\.?a\.?s?|b\.v|n\.v|s\.r\.l|pty|oy|ab)\.?$|^(?:tel|phone|fax|e-?mail)\b",
    re.IGNORECASE,
)
DATED = re.compile(
    r"^(?:(?:about |up to |max\.? )?\d+ (?:minutes?|hours?|days?|weeks?|months?|years?)\b|last |effective|updated|revised|version|date\b|as of\b|stand\b)",
    re.IGNORECASE,
)
UNFINISHED = re.compile(
    r"\b(?:and|or|the|of|a|an|our|your|its|their|this|such|including|because|if|when|that|which|who|be|is|are|will|may)$",
    re.IGNORECASE,
)
INVITATION = re.compile(
    r"^(?:print|download|click|view|read more|learn more|see also|back to|return to|go to|skip|sign up|log in|please|note)\b",
    re.IGNORECASE,
)
INNER_STOP = re.compile(r"[a-z)]{2}[.;!] +[A-Z]")
SENTENCE = re.compile(
    r"^(?:we|you|they|it|if you|please|this|these|our \w+ (?:is|are|may|will))\b.*\b(?:is|are|may|will|can|do|have|use|collect)\b",
    re.IGNORECASE,
)
