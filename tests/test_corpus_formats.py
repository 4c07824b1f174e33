"""Every format of one version reads to the same blocks."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from notice_parser.extract import READERS, read
from notice_parser.extract.media import media_type
from notice_parser.model import Options, Repaired
from notice_parser.repair import repair
from notice_parser.span import LOST

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "corpus"
VERSIONS = [(name, version) for name in ("insurer", "app", "shop") for version in ("v1", "v2", "v3")]
# A lost run swallows the blanks beside it: "we use \ufffc to" and "we use\ufffcto" are one.
AROUND_LOSS = re.compile(f" *{LOST} *")


def test_committed_files_are_what_the_masters_make() -> None:
    run = subprocess.run(
        [sys.executable, "-B", str(ROOT / "scripts/make_corpus"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.stdout.strip(), run.returncode) == ("corpus is up to date", 0)


@pytest.mark.parametrize("suffix", [".md", ".html", ".docx"])
@pytest.mark.parametrize(("name", "version"), VERSIONS)
def test_structured_formats_read_to_the_same_blocks(name: str, version: str, suffix: str) -> None:
    blocks = _truth(name, f"{version}.truth.json")
    repaired = _repaired(CORPUS / name / f"{version}{suffix}")
    assert _texts(repaired) == [block["text"] for block in blocks]
    assert [str(block.kind) for block in repaired.blocks] == [block["kind"] for block in blocks]


@pytest.mark.parametrize("suffix", [".chromium.pdf", ".libreoffice.pdf", ".wrapped.txt"])
@pytest.mark.parametrize(("name", "version"), VERSIONS)
def test_printed_formats_read_to_the_same_text(name: str, version: str, suffix: str) -> None:
    assert _texts(_repaired(CORPUS / name / f"{version}{suffix}")) == [
        block["text"] for block in _truth(name, f"{version}.truth.json")
    ]


@pytest.mark.parametrize("suffix", [".runs.txt"])
@pytest.mark.parametrize(("name", "version"), VERSIONS)
def test_damaged_runs_read_to_what_is_left(name: str, version: str, suffix: str) -> None:
    repaired = _repaired(CORPUS / name / f"{version}{suffix}")
    truth = json.loads((CORPUS / name / f"{version}.runs.truth.json").read_text("utf-8"))
    assert [AROUND_LOSS.sub(LOST, text) for text in _texts(repaired)] == [
        AROUND_LOSS.sub(LOST, text) for text in truth["blocks"]
    ]
    assert [[str(loss.kind), loss.line] for loss in repaired.losses] == truth["losses"]


@pytest.mark.parametrize(("name", "version"), VERSIONS)
def test_stripped_runs_keep_nearly_every_block(name: str, version: str) -> None:
    """Without trailing blanks nobody can tell every joint: whole blocks, for there is no other exception."""
    got = {AROUND_LOSS.sub(LOST, text) for text in _texts(_repaired(CORPUS / name / f"{version}.runs-stripped.txt"))}
    truth = json.loads((CORPUS / name / f"{version}.runs.truth.json").read_text("utf-8"))
    kept = [AROUND_LOSS.sub(LOST, text) in got for text in truth["blocks"]]
    assert sum(kept) >= 0.95 * len(kept)


def _truth(name: str, file: str) -> list[dict[str, str]]:
    blocks: list[dict[str, str]] = json.loads((CORPUS / name / file).read_text("utf-8"))["blocks"]
    return blocks


def _repaired(path: Path) -> Repaired:
    data = path.read_bytes()
    if media_type(data, path.name) not in READERS:
        pytest.skip(f"no reader for {path.suffix} yet")
    return repair(read(data, path.name, Options()))


def _texts(repaired: Repaired) -> list[str]:
    return [block.span.of(repaired.text.value) for block in repaired.blocks]
