"""The timeline: its account, its page, and the page in a real browser."""

import json
from pathlib import Path
from typing import Any

import pytest
from lxml import html as lxml_html

from notice_parser.change import Timeline
from notice_parser.cli import notice
from notice_parser.cli.exits import code
from notice_parser.codec import decode, problems

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
FILES = [str(CORPUS / f"app/v{n}.md") for n in (1, 2, 3)]
HOSTILE = "# Privacy Notice <script>alert(1)</script>\n\n## \u202eevil</svg><img src=x onerror=alert(1)>\n\n{}\n"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("timeline")
    target = folder / "timeline.html"
    assert code(notice, ["timeline", *FILES, "-o", str(target), "--reports", str(folder / "steps")]) == 0
    return target


def test_the_account_is_valid_and_counts_what_the_comparisons_found(tmp_path: Path) -> None:
    target = tmp_path / "timeline.json"
    assert code(notice, ["timeline", *FILES, "-f", "json", "-o", str(target)]) == 0
    found = decode(target.read_bytes(), Timeline)
    assert problems(json_of(target), "timeline") == ()
    assert [str(verdict) for verdict in found.verdicts] == ["editorial", "changed"]
    assert found.marks[0] == ()
    assert {mark.category for mark in found.marks[1]} >= {"advertising", "children", "retention"}


def json_of(path: Path) -> object:
    return json.loads(path.read_bytes())


def test_signs_lead_to_the_reports_of_their_steps(page: Path) -> None:
    tree: Any = lxml_html.fromstring(page.read_bytes())
    targets = {link.get("href") for link in tree.xpath("//*[local-name()='svg']//a")}
    assert targets == {"steps/step-002.html"}
    listed = [link.get("href") for link in tree.xpath("//table//a")]
    assert listed == ["steps/step-001.html", "steps/step-002.html"]
    assert all((page.parent / target).is_file() for target in listed)


def test_without_reports_signs_lead_to_the_rows_of_the_table(tmp_path: Path) -> None:
    target = tmp_path / "timeline.html"
    assert code(notice, ["timeline", *FILES, "-o", str(target)]) == 0
    tree: Any = lxml_html.fromstring(target.read_bytes())
    assert {link.get("href") for link in tree.xpath("//*[local-name()='svg']//a")} == {"#version-3"}
    assert tree.xpath("count(//tr[@id='version-3'])") == 1


def test_the_table_says_what_the_drawing_shows(page: Path) -> None:
    tree: Any = lxml_html.fromstring(page.read_bytes())
    drawn = sorted(str(words.text).split(", ", 1)[1] for words in tree.xpath("//*[local-name()='svg']//a/title"))
    told = tree.xpath("string(//tr[@id='version-3']/td[@class='words'])").split("; ")
    assert drawn == sorted(told)
    assert drawn


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Any, page: Path, width: int, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    tab = context.new_page()
    tab.goto(page.as_uri())
    violations = [row["id"] for row in Axe().run(tab).response["violations"]]
    wide = tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    context.close()
    assert (violations, wide) == ([], 0)


def test_hostile_words_stay_words(browser: Any, tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("one.md", "two.md")]
    for file, words in zip(files, ("We never sell your data.", "We may sell your data."), strict=True):
        file.write_text(HOSTILE.format(words))
    target = tmp_path / "timeline.html"
    assert code(notice, ["timeline", *map(str, files), "-o", str(target)]) == 0
    tab = browser.new_page()
    said: list[str] = []
    tab.on("console", lambda message: said.append(message.text))
    tab.on("dialog", lambda dialog: said.append(dialog.message))
    tab.goto(target.as_uri())
    held = tab.evaluate("document.querySelectorAll('script, img').length")
    tab.close()
    assert (said, held) == ([], 0)
