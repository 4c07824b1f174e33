"""Pages that stand where a notice should: a page cut off, an error page, a cookie wall, another language."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from producers.master import blocks
from producers.page import page

ERROR = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Service unavailable</title></head>
<body><h1>Error 503</h1>
<p>The page you asked for is not available at the moment. We are working on it. Please try again in a few minutes.</p>
<p>Request 7f3c-11, edge node 4</p></body></html>
"""
WALL = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Before you continue</title></head>
<body><div role="dialog" aria-modal="true"><h2>We value your privacy</h2>
<p>We and our 412 partners store and read information on your device, such as cookies, to show you personalised
advertising and to measure it. Choose what you want before you continue.</p>
<button>Accept all</button> <button>Reject all</button> <button>Manage options</button></div>
<noscript>Please turn on JavaScript to read this page.</noscript></body></html>
"""


def suspects(corpus: Path) -> Iterator[tuple[str, bytes]]:
    """Every suspect page by its file name."""
    whole = (corpus / "insurer" / "v2.md").read_text("utf-8")
    yield "insurer-truncated.md", whole[: whole.index("## Keeping Information Secure") + 120].encode()
    site = tomllib.loads((corpus / "insurer" / "master.toml").read_text("utf-8"))
    full = page(blocks(whole), site)
    yield "insurer-truncated.html", full[: full.index(b"Gramm-Leach-Bliley Act (GLBA)") + 200]
    yield "error-page.html", ERROR.encode()
    yield "cookie-wall.html", WALL.encode()
    german = tomllib.loads((corpus / "shop" / "master.toml").read_text("utf-8")) | {"language": "de"}
    yield "shop-german.html", page(blocks((corpus / "suspect" / "shop-german.md").read_text("utf-8")), german)
