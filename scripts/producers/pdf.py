"""PDF by real producers: Chromium prints the page, LibreOffice converts the document. Both are optional."""

import shutil
import subprocess
import tempfile
from pathlib import Path

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
OFFICE = ("soffice", "libreoffice")


def producer(names: tuple[str, ...]) -> str | None:
    """The first of the programs that is installed."""
    return next((found for name in names if (found := shutil.which(name))), None)


def chromium_pdf(program: str, page: Path, target: Path) -> None:
    """The page as Chromium prints it."""
    flags = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-pdf-header-footer")
    subprocess.run(
        [program, *flags, f"--print-to-pdf={target}", page.as_uri()], check=True, capture_output=True, timeout=120
    )


def office_pdf(program: str, document: Path, target: Path) -> None:
    """The document as LibreOffice converts it, with its running header and page numbers."""
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = [program, "--headless", profile, "--convert-to", "pdf", "--outdir", folder, str(document)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        shutil.copyfile(Path(folder) / f"{document.stem}.pdf", target)
