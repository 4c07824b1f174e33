"""A page as Chromium prints it: the print style of the page decides, and the same page gives the same bytes."""

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from notice_parser.errors import UsageError

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
VARIABLE = "NOTICE_CHROMIUM"  # the environment may name another one
OPTIONS = (
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    "--disable-sync",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND",  # a page of ours asks for nothing; this holds it to that
    "--no-pdf-header-footer",
    "--generate-pdf-document-outline",
)
SECONDS = 120
# When the file was printed, "/ModDate (D:20260901120000+00'00')": the one part that is not of the page.
DATE = re.compile(rb"(/(?:Creation|Mod)Date \(D:)\d{14}([+-]\d\d'\d\d')")


def printed(page: bytes) -> bytes:
    """The HTML page as PDF. Raises UsageError where no Chromium is found, or where it prints nothing."""
    program = chromium()
    if program is None:
        raise UsageError(
            "no Chromium is installed, which prints PDF",
            f"install it (apt-get install chromium), name one in {VARIABLE}, or use -f html and print from a browser",
        )
    with tempfile.TemporaryDirectory(prefix="notice-") as name:
        folder = Path(name)
        (folder / "page.html").write_bytes(page)
        return DATE.sub(rb"\g<1>19700101000000\g<2>", _pdf(program, folder))


def chromium() -> str | None:
    """The Chromium to print with, or None."""
    names = (os.environ[VARIABLE],) if os.environ.get(VARIABLE) else PROGRAMS
    return next((found for name in names if (found := shutil.which(name))), None)


def _pdf(program: str, folder: Path) -> bytes:
    # Chromium's sandbox refuses to start for root, as in most containers.
    sandbox = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    target = folder / "page.pdf"
    places = [f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={target}", (folder / "page.html").as_uri()]
    try:
        subprocess.run([program, *OPTIONS, *sandbox, *places], capture_output=True, timeout=SECONDS, check=False)  # noqa: S603  no shell, and nothing of the notice in the arguments
    except subprocess.TimeoutExpired as error:
        raise UsageError(f"{program} printed nothing in {SECONDS} seconds", "use -f html") from error
    if not target.is_file():
        raise UsageError(f"{program} printed nothing", "use -f html and print from a browser")
    return target.read_bytes()
