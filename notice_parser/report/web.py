"""A page in one file: its style and script stand in it, and its content policy allows those two and nothing else."""

import base64
import hashlib
from importlib.resources import files

from notice_parser.report.safe import html


def document(title: str, body: str, script: str | None = None, style: str | None = None) -> bytes:
    """An HTML page. `title` is plain text, `body` is HTML; `script` and `style`, which follows the style that all pages
    share, name files in `assets`.
    """
    code = _asset(script) if script else ""
    looks = _asset("page.css") + (_asset(style) if style else "")
    policy = f"default-src 'none'; style-src '{_digest(looks)}'; script-src {_quoted(code)}; base-uri 'none'; form-action 'none'"
    parts = (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{html(title)}</title>\n<style>{looks}</style>\n</head>\n<body>",
        body,
        f"<script>{code}</script>\n</body>\n</html>\n" if code else "</body>\n</html>\n",
    )
    return "\n".join(parts).encode()


def _asset(name: str) -> str:
    return (files("notice_parser.report") / "assets" / name).read_text("utf-8")


def _digest(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def _quoted(code: str) -> str:
    return f"'{_digest(code)}'" if code else "'none'"
