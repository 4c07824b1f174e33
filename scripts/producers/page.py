"""HTML pages: the notice among the navigation, banner and footer of a website."""

import html
import re
import textwrap
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from producers.master import Block, Piece

PERIOD = re.compile(r"(\d+) (?=days|months|years|hours)")  # "30 days": web editors put a no-break space there
STYLE = """
body { font: 16px/1.5 Georgia, serif; margin: 0; color: #222 }
nav ul { display: flex; gap: 1em; list-style: none } main, article, .content { max-width: 44em; margin: auto }
table { border-collapse: collapse } td, th { border: 1px solid #999; padding: .3em .6em; text-align: left }
#banner { position: fixed; bottom: 0; background: #eee; width: 100% }
@media print { nav, footer, .skip, #banner { display: none } }
"""

BANNER = (
    '<div id="banner" role="dialog" aria-label="Cookie settings"><p>{}</p>'
    "<button>Accept all</button> <button>Only necessary</button></div>"
)
FOOT = "<ul><li><a href='/imprint'>Imprint</a></li><li><a href='/careers'>Careers</a></li></ul>"


def page(found: list[Block], site: dict[str, Any]) -> bytes:
    """A page that shows the blocks as `site` of the masters' table says."""
    navigation = "".join(f'<li><a href="/{n.lower()}">{n}</a></li>' for n in site["navigation"])
    wrapper = site["wrapper"]
    parts = (
        f'<!DOCTYPE html>\n<html lang="{site["language"]}">\n<head>\n<meta charset="utf-8">',
        f"<title>{html.escape(site['page_title'])}</title>\n<style>{STYLE}</style>",
        "<script>window.visits = (window.visits || 0) + 1; // counts visits, shows nothing\n</script>\n</head>\n<body>",
        f'<a class="skip" href="#content">Skip to content</a>\n<header><nav><ul>{navigation}</ul></nav></header>',
        BANNER.format(site["banner"]),
        f"<{wrapper.format(id='content')}>\n{body(found)}\n</{wrapper.split()[0]}>",
        f"<footer><p>{site['footer']}</p>{FOOT}</footer>\n</body>\n</html>\n",
    )
    return "\n".join(parts).encode()


def body(found: list[Block]) -> str:
    """The blocks as HTML, source lines wrapped as editors leave them."""
    anchors = {piece.text: piece.href[1:] for block in found for piece in block.pieces if piece.href[:1] == "#"}
    out: list[str] = []
    for kind, group in groupby(found, key=lambda block: block.kind):
        out += ELEMENTS[kind](list(group), anchors)
    return "\n".join(out)


def _headings(group: list[Block], anchors: dict[str, str]) -> Iterator[str]:
    for block in group:
        anchor = f' id="{anchors[block.text]}"' if block.text in anchors else ""
        yield f"<h{block.level}{anchor}>{_inline(block)}</h{block.level}>"


def _paragraphs(group: list[Block], _: dict[str, str]) -> Iterator[str]:
    for block in group:
        yield textwrap.fill(f"<p>{_inline(block)}</p>", 110, break_long_words=False, break_on_hyphens=False)


def _items(group: list[Block], _: dict[str, str]) -> Iterator[str]:
    yield "<ul>"
    for block in group:
        yield f"  <li>{_inline(block)}</li>"
    yield "</ul>"


def _table(group: list[Block], _: dict[str, str]) -> Iterator[str]:
    yield "<table>"
    for number, (_row, cells) in enumerate(groupby(group, key=lambda block: block.row)):
        tag = "td" if number else "th"
        yield "<tr>" + "".join(f"<{tag}>{_inline(cell)}</{tag}>" for cell in cells) + "</tr>"
    yield "</table>"


def _inline(block: Block) -> str:
    return "".join(_piece(piece) for piece in block.pieces)


def _piece(piece: Piece) -> str:
    text = PERIOD.sub(r"\1&nbsp;", html.escape(piece.text, quote=False)).replace("“", "&ldquo;").replace("”", "&rdquo;")
    if piece.href:
        return f'<a href="{piece.href}">{text}</a>'
    return f"<strong>{text}</strong>" if piece.bold else text


ELEMENTS = {"heading": _headings, "paragraph": _paragraphs, "list-item": _items, "table-cell": _table}
