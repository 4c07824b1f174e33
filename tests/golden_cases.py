"""The commands whose output is kept in `golden/`: file name, then arguments. `scripts/update_golden` writes them."""

import re
from collections.abc import Iterator
from pathlib import Path

from click.testing import CliRunner

from notice_parser.cli import notice

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = ROOT / "tests" / "golden"
CASES: dict[str, tuple[str, ...]] = {
    "parse-insurer-runs.txt": ("parse", "insurer/v1.runs.txt", "-f", "text"),
    "parse-insurer-runs.json": ("parse", "insurer/v1.runs.txt"),
    "parse-app.md": ("parse", "app/v3.html", "-f", "markdown"),
    "diff-insurer-runs.txt": ("diff", "insurer/v1.runs.txt", "insurer/v2.runs.txt"),
    "diff-insurer-silent.md": ("diff", "insurer/v2.md", "insurer/v3.md", "-f", "markdown"),
    "diff-app-cosmetic.txt": ("diff", "app/v1.md", "app/v2.md", "--all"),
    "diff-app.json": ("diff", "app/v2.docx", "app/v3.docx", "-f", "json"),
    "diff-shop.txt": ("diff", "shop/v1.md", "shop/v2.md"),
    "diff-shop.md": ("diff", "shop/v2.html", "shop/v3.html", "-f", "markdown"),
    "diff-formats.txt": ("diff", "shop/v1.docx", "shop/v1.chromium.pdf"),
    "diff-truncated.txt": ("diff", "insurer/v2.md", "suspect/insurer-truncated.md"),
    "diff-error-page.txt": ("diff", "insurer/v2.html", "suspect/error-page.html"),
    "diff-german.txt": ("diff", "shop/v3.md", "suspect/shop-german.md"),
    "history-insurer.txt": ("diff", "insurer/v1.md", "insurer/v2.md", "insurer/v3.md"),
    "history-app.json": ("diff", "app/v1.md", "app/v2.md", "app/v3.md", "-f", "json"),
}
RULES_HASH = re.compile(rb'"rules":"[0-9a-f]+"')  # changes with every table and says nothing about output


def outputs() -> Iterator[tuple[Path, bytes]]:
    """Every kept file with what the command prints now."""
    for name, (command, *arguments) in CASES.items():
        paths = [str(ROOT / "corpus" / word) if "/" in word else word for word in arguments]
        result = CliRunner().invoke(notice, [command, *paths], catch_exceptions=False, standalone_mode=False)
        yield GOLDEN / name, RULES_HASH.sub(b'"rules":"-"', result.stdout_bytes)
