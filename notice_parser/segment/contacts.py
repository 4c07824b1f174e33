"""Ways to reach someone: mail addresses, telephone numbers, web addresses, postal addresses."""

import re
from collections.abc import Iterator

from notice_parser.model import Contact
from notice_parser.span import Span

# privacy@example.org, privacy [at] example [dot] org
EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}(?:@| ?[\[(]at[\])] ?)[\w-]{1,63}(?:(?:\.| ?[\[(]dot[\])] ?)[\w-]{1,63}){1,5}",
    re.IGNORECASE,
)
# https://example.org/a, www.example.org, example.org/privacy
URL = re.compile(
    r"\bhttps?://[^\s<>\"“”()\[\]]{3,300}|\bwww\.[^\s<>\"“”()\[\]]{3,300}"
    r"|(?<![@\w.-])[a-z\d][a-z\d-]{1,62}(?:\.[a-z\d-]{2,63}){0,3}\.(?:com|org|net|edu|gov|io|eu|de|fr|es|it|nl|uk|ie|ca|au|ch|at|be|info|app|dev|ai|example)\b(?:/[^\s<>\"“”()\[\]]{0,200})?",
    re.IGNORECASE,
)
# +49 30 1234567, (800) 555-0100, 1.800.555.0100, 1-800-EXAMPLE
PHONE = re.compile(
    r"(?<![\w.+-])(?:\+\d{1,3}[\s.()/-]{0,2}(?:\(0\)\s?)?\d(?:[\s.()/-]{0,2}\d){5,13}"
    r"|(?:1[-.\s])?\(?\d{3}\)?[-.\s]{1,2}\d{3}[-.\s]\d{4}|1[-.\s]8\d\d[-.\s][A-Z\d][A-Z\d-]{5,9})(?![\w])"
)
# Other numbers count where such a word stands right before them: "Phone: 030 1234567".
ANNOUNCED = re.compile(
    r"\b(?:tel|telephone|phone|call(?: us)?(?: at| on)?|fax|mobile|telefon|toll[- ]free)\b\.?[^\n\d+]{0,12}(\(?\d(?:[\s.()/-]{0,2}\d){5,13})(?!\w)",
    re.IGNORECASE,
)
# A street with its house number, in either order; a box.
STREET = re.compile(
    r"\b\d{1,6}[\w-]{0,3},? (?:[\w.’'-]{1,24} ){0,4}(?:street|st|avenue|ave|road|rd|boulevard|blvd|drive|dr|lane|ln|way|place|pl|square|sq|court|ct|parkway|pkwy|highway|hwy|circle|quay|terrace|rue|plaza)\b\.?"
    r"|\b[\w.’'-]{2,40}(?:straße|strasse|str\.|weg|platz|allee|gasse|ring|damm|ufer|laan|straat|plein|gade|gatan|vej) \d{1,4}\w?\b"
    r"|\b(?:rue|avenue|via|calle|piazza|plaza|rua|avenida) (?:[\w.’'-]{1,24} ){1,4}\d{1,4}\b|\bP\.? ?O\.? Box \d{1,7}\b",
    re.IGNORECASE,
)
# The end of an address: a postcode, after which a town or a country may stand.
POSTCODE = re.compile(
    r"\b[A-Z]{2}\.?,? \d{5}(?:-\d{4})?\b|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b|\b(?:[A-Z]{1,2}-)?\d{4,5}(?: [A-Z]{2})? [A-Z][\w-]+\b|\b\d{5}\b"
)
COUNTRY = re.compile(
    r"^[\s,\n]*(?:USA|U\.S\.A?\.?|United States(?: of America)?|United Kingdom|UK|Ireland|Germany|Deutschland|France|Spain|Italy|Netherlands|The Netherlands|Canada|Australia|Switzerland|Austria|Belgium|Luxembourg|Sweden|Denmark|Norway|Finland|Poland|Japan|India|Singapore|Brazil|Israel)\b"
)
REACH = 160  # characters from the street to the postcode
# What the patterns above cannot do without; none of them crosses a line.
MAIL_SIGN = re.compile(r"@|[\[(][Aa][Tt][\])]")
WEB_SIGN = re.compile(r"\.[A-Za-z\d]|://")
FIGURE = re.compile("[0-9]")


def contacts(text: str) -> tuple[Contact, ...]:
    """The contacts in text order; no two overlap, mail and web addresses before numbers."""
    out: list[Contact] = []
    for kind, span in (
        *_mails(text),
        *_urls(text),
        *_phones(text),
        *_announced(text),
        *_addresses(text),
    ):
        out.append(Contact(kind, span.of(text), span))
    return tuple(_disjoint(out))


def _disjoint(found: list[Contact]) -> Iterator[Contact]:
    """Without those that overlap one found by an earlier pattern."""
    order = sorted(range(len(found)), key=lambda k: (found[k].span, k))
    kept: list[int] = []
    for k in order:
        while kept and found[kept[-1]].span.meets(found[k].span) and kept[-1] > k:
            kept.pop()
        if not kept or not found[kept[-1]].span.meets(found[k].span):
            kept.append(k)
    yield from (found[k] for k in kept)


def _on_lines(pattern: re.Pattern[str], sign: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern that stays on one line, looked for on the lines with a sign of it alone."""
    end = -1
    while found := sign.search(text, end + 1):
        start = text.rfind("\n", 0, found.start()) + 1
        end = text.find("\n", found.end())
        yield from pattern.finditer(text, start, end if end >= 0 else len(text))
        if end < 0:
            return


def _mails(text: str) -> Iterator[tuple[str, Span]]:
    yield from (("email", Span(*found.span())) for found in _on_lines(EMAIL, MAIL_SIGN, text))


def _urls(text: str) -> Iterator[tuple[str, Span]]:
    for found in _on_lines(URL, WEB_SIGN, text):
        end = found.start() + len(found.group().rstrip(".,;:!?'’*_"))
        yield "url", Span(found.start(), end)


def _phones(text: str) -> Iterator[tuple[str, Span]]:
    yield from (("phone", Span(*found.span())) for found in _on_lines(PHONE, FIGURE, text))


def _announced(text: str) -> Iterator[tuple[str, Span]]:
    yield from (("phone", Span(*found.span(1))) for found in _on_lines(ANNOUNCED, FIGURE, text))


def _addresses(text: str) -> Iterator[tuple[str, Span]]:
    end = 0
    for found in _on_lines(STREET, FIGURE, text):
        if found.start() < end:
            continue
        code = POSTCODE.search(text, found.end(), found.end() + REACH)
        if code:
            country = COUNTRY.match(text[code.end() : code.end() + 40])
            end = code.end() + (country.end() if country else 0)
            yield "address", Span(found.start(), end)
