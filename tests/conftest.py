"""What tests share: one real Chromium for the whole session, and the command inside the repository of a test."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from git_folder import Here, Repository, in_process

from notice_parser.report.printed import chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """Headless Chromium, as Debian or the maker ships it."""
    from playwright.sync_api import sync_playwright

    program = chromium()
    if program is None:
        pytest.skip("no Chromium here; enable the browser tests by: apt-get install chromium")
    with sync_playwright() as play:
        args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        started = play.chromium.launch(executable_path=program, headless=True, args=args)
        yield started
        started.close()


@pytest.fixture
def here(repository: Repository, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Here:
    """The command in this process, inside the `repository` that the test file makes."""
    return in_process(repository.folder, monkeypatch, capfd)
