"""Every reader ends with a clear error once its time is used up."""

from pathlib import Path

import pytest

from notice_parser import budget, parse
from notice_parser.errors import UnreadableError

CORPUS = Path(__file__).parent.parent / "corpus" / "shop"


@pytest.mark.parametrize(
    "suffix", [".md", ".html", ".docx", ".chromium.pdf", ".libreoffice.pdf", ".wrapped.txt", ".runs.txt"]
)
def test_time_is_limited_in_every_format(suffix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "SECONDS", -1.0)
    path = CORPUS / f"v1{suffix}"
    with pytest.raises(UnreadableError, match=r"took more than -1 seconds.*: it may be damaged or made to be slow"):
        parse(path.read_bytes(), path.name)


def test_an_error_says_how_far_the_work_came() -> None:
    with pytest.raises(UnreadableError, match="the PDF took more than -1 seconds, up to page 3: "):
        budget.Budget("the PDF", -1).check("page 3")
    budget.Budget("the PDF", 60).check()
