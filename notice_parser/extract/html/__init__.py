"""HTML: the notice inside a page, block by block, without the page around it."""

import re

from notice_parser.errors import UnreadableError
from notice_parser.extract.encoding import decoded
from notice_parser.model import Extraction, Options

# <meta charset="windows-1252">, <meta http-equiv=… content="text/html; charset=x">, <?xml version="1.0" encoding="x"?>
DECLARED = re.compile(
    rb"<(?:meta\b[^>]{0,500}?charset|\?xml\b[^>]{0,200}?encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE
)
XML_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,300}\?>")


def read_html(data: bytes, options: Options) -> Extraction:
    """The text of the notice in a page, with its blocks and links."""
    from notice_parser.extract.html.walk import extraction

    del options
    declared = DECLARED.search(data, 0, 8192)
    text = decoded(data, declared.group(1).decode("ascii") if declared else None)
    told = XML_DECLARATION.match(text)
    page = _parsed(text[told.end() if told else 0 :].encode("utf-8", errors="replace"))
    found = extraction(page, whole=False)
    return found if found.blocks else extraction(page, whole=True)


def _parsed(data: bytes) -> object:
    from lxml import etree

    # huge_tree lifts the limit on the length of one text, which a page on one line needs; HTML has no entities of
    # its own to expand, and the parser still ends at 2,048 levels.
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        page = etree.fromstring(data, parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError("the page holds no elements", "save it again from the browser") from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise UnreadableError("the page nests its elements too deep", "save the notice alone, as text or HTML")
    if page is None:
        raise UnreadableError("the page holds no elements", "save it again from the browser")
    return page
