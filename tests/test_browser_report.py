"""The page of a comparison in a real browser, as its reader uses it."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pages import corpus, every_kind, many, page, pair

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Open = Callable[..., "Page"]
TEXTS = (
    "# Harbour Notice\n\n## Logs\n\nWe keep logs for 30 days.\n\nWe use cookies when you sail our boats on the lake.\n\n## Choices\n\nYou can ask us for a copy of your data.\n\n## Sale\n\nWe do not sell your data to anybody at all.",
    "# Harbour Notice\n\n## Logs\n\nWe keep logs for 90 days.\n\n## Choices\n\nYou can ask us for a copy of your data.\n\nWe use cookies when you sail our boats on the lake.\n\n## Sale\n\nWe may sell your data to partners.",
)


@pytest.fixture
def opened(browser: "Browser", tmp_path: Path) -> Iterator[Open]:
    """Opens a report as a file. Whatever the browser complains of fails the test."""
    said: list[str] = []
    tabs: list[Any] = []

    def start(data: bytes, **options: Any) -> "Page":
        target = tmp_path / "report.html"
        target.write_bytes(data)
        options.setdefault("viewport", {"width": 1280, "height": 900})
        context = browser.new_context(**options)
        tabs.append(context)
        tab = context.new_page()
        tab.on("console", lambda message: said.append(message.text))
        tab.on("pageerror", lambda error: said.append(str(error)))
        tab.on("dialog", lambda dialog: said.append(dialog.message))
        tab.on("request", lambda request: said.append(request.url) if request.url != target.as_uri() else None)
        tab.goto(target.as_uri())
        return tab

    yield start
    for context in tabs:
        context.close()
    assert said == []


def in_sight(tab: "Page", selector: str) -> bool:
    return bool(
        tab.evaluate(
            "s => { const b = document.querySelector(s).getBoundingClientRect(); return b.top >= 0 && b.top < innerHeight }",
            selector,
        )
    )


def current(tab: "Page") -> str:
    return tab.locator(".finding.current").get_attribute("id") or ""


def test_keys_and_buttons_step_through_the_changes_shown(opened: Open) -> None:
    tab = opened(page(corpus("insurer/v1.md", "insurer/v2.md")))
    shown = tab.locator(".finding:visible").count()
    assert tab.inner_text("#at").startswith(f"{shown} of ")
    seen = []
    for number in range(shown):
        tab.keyboard.press("n")
        seen.append(current(tab))
        assert tab.inner_text("#at") == f"Change {number + 1} of {shown}"
        tab.wait_for_function(
            "() => { const b = document.querySelector('.row.current').getBoundingClientRect(); return b.top > 40 && b.top < innerHeight }"
        )
    assert len(set(seen)) == shown
    tab.keyboard.press("n")
    assert current(tab) == seen[0]
    tab.keyboard.press("p")
    assert current(tab) == seen[-1]
    tab.click("#previous")
    assert current(tab) == seen[-2]
    assert tab.evaluate("document.activeElement.id") == seen[-2]


def test_single_keys_can_be_turned_off_and_never_act_in_the_search(opened: Open) -> None:
    tab = opened(page(pair(*TEXTS)))
    tab.keyboard.press("/")
    tab.keyboard.type("nnp")
    assert tab.input_value("#search") == "nnp"
    assert tab.locator(".finding.current").count() == 0
    tab.click(".filters summary")
    tab.uncheck("#keys")
    tab.keyboard.press("n")
    assert tab.locator(".finding.current").count() == 0


def test_filters_leave_what_they_name_and_say_how_many(opened: Open) -> None:
    tab = opened(every_kind())
    tab.click(".filters summary")
    total = tab.locator(".finding").count()
    tab.check("input[value=editorial]")
    assert tab.inner_text("#at") == f"{total} of {total} changes"
    tab.uncheck("input[value=weakened]")
    assert {card.get_attribute("data-direction") for card in tab.locator(".finding:visible").all()} == {
        "strengthened",
        "neutral",
        "mixed",
        "unclear",
    }
    assert tab.locator(".badge.weakened:visible").count() == 0
    section = tab.locator("#section option").nth(1).get_attribute("value")
    tab.select_option("#section", section)
    assert {card.get_attribute("data-section") for card in tab.locator(".finding:visible").all()} <= {section}
    for box in tab.locator("input[data-group]").all():
        box.uncheck()
    assert tab.inner_text("#at") == f"0 of {total} changes"
    assert tab.is_visible(".nothing")


def test_search_counts_opens_and_lights_what_it_finds(opened: Open) -> None:
    tab = opened(page(corpus("insurer/v1.md", "insurer/v2.md")))
    folded = tab.locator(".fold .row > .new").nth(1)
    words = (folded.text_content() or "").strip()[:24]
    tab.fill("#search", words.upper())
    tab.wait_for_function("() => document.querySelector('#matches').textContent.includes('paragraph')")
    tab.press("#search", "Enter")
    assert tab.inner_text("#matches").startswith("1 of ")
    assert folded.is_visible()
    assert tab.evaluate("CSS.highlights.get('found').size") > 0
    tab.fill("#search", "no such words anywhere")
    tab.wait_for_function("() => document.querySelector('#matches').textContent === '0 paragraphs'")


def test_a_move_is_followed_there_and_back(opened: Open) -> None:
    tab = opened(page(pair(*TEXTS)))
    away = tab.locator(".move").first
    here = away.evaluate("link => link.closest('.row').id")
    there = (away.get_attribute("href") or "")[1:]
    away.click()
    assert in_sight(tab, f"#{there}")
    tab.locator(f"#{there} .move").click()
    assert tab.evaluate("location.hash") == f"#{here}"
    assert in_sight(tab, f"#{here}")


def test_a_link_to_a_change_opens_it_even_where_filters_hide_it(opened: Open) -> None:
    tab = opened(page(corpus("insurer/v1.md", "insurer/v2.md")))
    anchor = tab.locator(".finding.editorial").last.get_attribute("id")
    tab.evaluate("name => { location.hash = name }", anchor)
    tab.wait_for_selector(".finding.editorial.current")
    assert current(tab) == anchor


def test_both_views_show_the_change(opened: Open) -> None:
    tab = opened(page(pair(*TEXTS)))
    row = tab.locator(".row", has=tab.locator(".badge.weakened")).first
    assert row.locator(".old").is_visible()
    assert row.locator(".new").is_visible()
    tab.click("button[data-view=inline]")
    assert not row.locator(".old").is_visible()
    assert row.locator(".both ins").is_visible()
    assert row.locator(".both del").is_visible()
    tab.keyboard.press("v")
    assert row.locator(".old").is_visible()


def test_the_strip_leads_to_the_change_nearest(opened: Open) -> None:
    tab = opened(page(corpus("insurer/v1.md", "insurer/v2.md")))
    box = tab.locator(".strip").bounding_box()
    assert box
    tab.mouse.click(box["x"] + 5, box["y"] + box["height"] - 2)
    last = tab.locator(".finding:visible").last.get_attribute("id")
    assert current(tab) == last


def test_it_prints_both_versions_in_one_column(opened: Open) -> None:
    tab = opened(page(pair(*TEXTS)))
    assert tab.pdf()[:5] == b"%PDF-"
    tab.emulate_media(media="print")
    looks = {
        name: tab.locator(f".both {name}").first.evaluate(
            "e => getComputedStyle(e).textDecorationLine + ' ' + getComputedStyle(e).color"
        )
        for name in ("ins", "del")
    }
    assert looks == {"ins": "underline rgb(0, 0, 0)", "del": "line-through rgb(0, 0, 0)"}
    assert not tab.is_visible(".tools")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_page(opened: Open, width: int, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    tab = opened(every_kind(), viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    for state in ("first", "open"):
        if state == "open":
            tab.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
            tab.evaluate("for (const card of document.querySelectorAll('.finding')) card.hidden = false")
            tab.keyboard.press("n")
        found = Axe().run(tab).response["violations"]
        assert [(rule["id"], [node["html"][:200] for node in rule["nodes"][:3]]) for rule in found] == [], state
    assert tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0


def test_it_is_usable_on_a_telephone(opened: Open) -> None:
    tab = opened(page(pair(*TEXTS)), viewport={"width": 390, "height": 800})
    tab.keyboard.press("n")
    assert in_sight(tab, ".finding.current")
    assert tab.locator(".both ins").first.is_visible()
    words = tab.locator(".finding.current h3 a")
    words.click()
    assert in_sight(tab, words.get_attribute("href") or "")
    small = "els => els.filter(e => e.offsetParent).map(e => e.getBoundingClientRect()).filter(b => b.width && Math.min(b.width, b.height) < 24).length"
    assert tab.locator("button, .badge, .move, summary, select, input[type=search]").evaluate_all(small) == 0


def test_hostile_words_run_nothing(opened: Open) -> None:
    words = "<script>alert(1)</script> <img src=x onerror=alert(1)> \u202eevil [x](javascript:alert(1))"
    tab = opened(page(pair(f"# {words}\n\nWe keep {words} for 30 days.", f"# {words}\n\nWe keep {words} for 90 days.")))
    assert tab.locator("img, svg, iframe, main script").count() == 0


def test_thousands_of_changes_stay_usable(opened: Open) -> None:
    data = page(pair(*many(500)))
    begun = time.perf_counter()
    tab = opened(data)
    loaded = time.perf_counter() - begun
    took = tab.evaluate(
        """() => { const start = performance.now(); const out = {};
        const clock = (name, act) => { const at = performance.now(); act(); document.body.offsetHeight; out[name] = performance.now() - at; };
        clock('next', () => document.querySelector('#next').click());
        clock('filter', () => { document.querySelector('input[data-group=level]').click(); });
        return out; }"""
    )
    assert loaded < 10
    assert max(took.values()) < 3_000


def test_without_scripts_everything_is_there_to_read(opened: Open) -> None:
    tab = opened(page(pair(*TEXTS)), java_script_enabled=False)
    assert tab.locator(".tools").is_hidden()
    assert tab.locator(".finding").first.is_visible()
    assert tab.locator(".paper .new ins").first.is_visible()
