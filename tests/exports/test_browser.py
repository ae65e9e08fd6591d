"""The page in a real browser: what it loads, how it is laid out, used by keyboard, filtered, read aloud and printed.

Needs Chromium or Google Chrome on the PATH. Continuous integration has it; elsewhere these tests are left out without.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect, sync_playwright
from playwright.sync_api import Page as Tab

from counterclaim.exports.html import to_html
from counterclaim.records import Ledger
from tests.exports.register_samples import registered
from tests.exports.samples import collection, many

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
WIDTHS = (360, 800, 1400)
A4 = 718  # pixels between margins of a centimetre

UNFOLD = "for (const each of document.querySelectorAll('details')) each.open = true;"
# The least contrast of any text with what is painted behind it (WCAG 2.2), with the text.
CONTRAST = """() => {
  const context = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const rgba = (css) => {
    context.clearRect(0, 0, 1, 1); context.fillStyle = css; context.fillRect(0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data].map((v) => v / 255);
  };
  const over = (top, below) => [0, 1, 2].map((i) => top[i] * top[3] + below[i] * (1 - top[3]));
  const behind = (element) => {
    if (!element) return rgba(getComputedStyle(document.documentElement).backgroundColor);
    return over(rgba(getComputedStyle(element).backgroundColor), behind(element.parentElement));
  };
  const light = (c) => [0.2126, 0.7152, 0.0722].reduce((sum, w, i) =>
    sum + w * (c[i] <= 0.04045 ? c[i] / 12.92 : ((c[i] + 0.055) / 1.055) ** 2.4), 0);
  let worst = [99, ''];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement, style = getComputedStyle(element);
    if (!walker.currentNode.data.trim() || !element.checkVisibility({visibilityProperty: true})) continue;
    if (['SCRIPT', 'STYLE', 'OPTION', 'title', 'desc'].includes(element.tagName) || style.fontSize === '0px') continue;
    const ground = behind(element);
    const ink = over(rgba(element.closest('svg') ? style.fill : style.color), ground);
    const [high, low] = [light(ink), light(ground)].sort((a, b) => b - a);
    const ratio = (high + 0.05) / (low + 0.05);
    if (ratio < worst[0]) worst = [ratio, walker.currentNode.data.trim().slice(0, 60)];
  }
  return worst;
}"""


def browser_path() -> str:
    """Where the browser is; in continuous integration it must be somewhere."""
    for name in NAMES:
        if path := shutil.which(name):
            return path
    missing = f"none of {', '.join(NAMES)} is on the PATH; on Debian: apt-get install chromium"
    if os.environ.get("CI"):
        pytest.fail(missing)
    pytest.skip(missing)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = browser_path()
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield found
        found.close()


@dataclass
class Opened:
    """A tab with what it complained of and what it asked for."""

    tab: Tab
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


Open = Callable[..., Opened]


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens a ledger's page at a width, in a colour scheme, with or without script."""
    contexts = []

    def open_page(ledger: Ledger, width: int = 1400, scheme: str = "light", *, script: bool = True) -> Opened:
        path = tmp_path / "page.html"
        path.write_text(to_html(ledger), encoding="utf-8")
        options: dict[str, Any] = {"color_scheme": scheme, "reduced_motion": "reduce", "java_script_enabled": script}
        context = browser.new_context(viewport={"width": width, "height": 800}, **options)
        contexts.append(context)
        found = Opened(context.new_page())
        found.tab.on("console", lambda message: found.complaints.append(message.text))
        found.tab.on("pageerror", lambda error: found.complaints.append(str(error)))
        found.tab.on("request", lambda request: found.requests.append(request.url))
        found.tab.goto(path.as_uri())
        return found

    yield open_page
    for context in contexts:
        context.close()


def test_the_page_asks_for_nothing_and_complains_of_nothing(opened: Open) -> None:
    page = opened(collection())
    page.tab.evaluate(UNFOLD)
    page.tab.mouse.wheel(0, 5000)
    assert page.complaints == []
    assert [url.rpartition("/")[2] for url in page.requests] == ["page.html"]


def test_the_policy_stops_foreign_script_and_style(opened: Open) -> None:
    page = opened(collection())
    page.tab.evaluate(
        """() => { for (const [name, text] of [['script', 'window.ran = 1'], ['style', 'body { color: red }']]) {
        const added = document.createElement(name); added.textContent = text; document.head.append(added); } }"""
    )
    assert page.tab.evaluate("window.ran") is None
    assert len(page.complaints) == 2
    assert all("Content Security Policy" in complaint for complaint in page.complaints)


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_wider_than_the_screen(opened: Open, width: int) -> None:
    for ledger in (collection(), many(12), registered()):
        page = opened(ledger, width)
        page.tab.evaluate(UNFOLD)
        assert page.tab.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", WIDTHS)
def test_text_in_pictures_can_be_read_at_every_width(opened: Open, width: int) -> None:
    page = opened(collection(), width)
    sizes = page.tab.evaluate(
        """[...document.querySelectorAll('svg text')].filter((t) => t.checkVisibility()).map((t) => {
        const svg = t.ownerSVGElement, box = svg.getBoundingClientRect(), text = t.getBoundingClientRect();
        const size = parseFloat(getComputedStyle(t).fontSize) * box.width / svg.viewBox.baseVal.width;
        return [size, text.left - box.left, box.right - text.right];
        })"""
    )
    assert len(sizes) > 10
    assert min(size for size, _, _ in sizes) >= 11
    assert min(min(left, right) for _, left, right in sizes) >= -1


@pytest.mark.parametrize("ledger", [collection(), registered()], ids=["reports", "registers"])
@pytest.mark.parametrize("script", [True, False])
def test_every_link_brings_its_target_into_view(opened: Open, script: bool, ledger: Ledger) -> None:
    page = opened(ledger, script=script)
    links = page.tab.locator("a[href^='#']")
    targets = sorted({link.get_attribute("href") or "" for link in links.all()})
    assert len(targets) > 30
    for target in targets:
        page.tab.goto(page.tab.url.partition("#")[0] + target)
        box = page.tab.locator(f"[id='{target[1:]}']").bounding_box()
        assert box is not None, target
        assert -1 <= box["y"] < 800, target


def test_a_claim_is_a_click_from_its_sentence_and_back(opened: Open) -> None:
    page = opened(collection())
    page.tab.click("#list-disputed a:text-is('report 2') >> nth=-1")
    mark = page.tab.locator(".t:target")
    assert mark.inner_text().startswith("hit")
    mark.click()
    card = page.tab.locator(".card:target")
    assert "Meridia hit a port" in card.inner_text()
    card.locator(".beside .ref").click()
    assert "Meridia hit a port" in page.tab.locator("tr:target").inner_text()
    page.tab.click("tr:target td a")
    assert page.tab.locator(".t:target").inner_text().startswith("hit")


def test_a_mark_beside_a_name_is_a_click_from_its_entry_and_back(opened: Open) -> None:
    page = opened(registered())
    page.tab.click("#report-1 .onlist:has-text('after this report')")
    entry = page.tab.locator(".hits li:target")
    assert "later than the report of 2031-05-09" in entry.inner_text()
    assert not entry.locator(".sum").is_visible()
    entry.locator("summary").press("Enter")
    assert "family name the same" in entry.locator(".sum").inner_text()
    entry.locator("a").first.click()
    assert page.tab.locator(".t:target").inner_text().startswith("sold")


def test_a_link_to_what_is_only_possible_unfolds_it(opened: Open) -> None:
    page = opened(registered())
    assert not page.tab.locator("#possible-1").is_visible()
    page.tab.click(".targets li:has-text('Bo Lund') a")
    assert page.tab.locator("#possible-1").is_visible()


def test_the_keyboard_reaches_the_claims(opened: Open) -> None:
    page = opened(collection(), 800)
    focused = "document.activeElement.className"
    page.tab.keyboard.press("Tab")
    assert page.tab.evaluate(focused) == "skip"
    page.tab.keyboard.press("Enter")
    seen = set()
    for _ in range(120):
        page.tab.keyboard.press("Tab")
        seen.add(page.tab.evaluate("document.activeElement.tagName"))
        outline = page.tab.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)")
        assert outline >= 2
        if page.tab.evaluate(focused).startswith("t "):
            break
        if page.tab.evaluate("document.activeElement.parentElement.className") == "whole":
            page.tab.keyboard.press("Enter")
    assert page.tab.evaluate(focused).startswith("t ")
    assert {"A", "SUMMARY", "SELECT", "BUTTON"} <= seen
    page.tab.keyboard.press("Enter")
    assert page.tab.locator(".card:target").count() == 1


def test_filters_leave_what_they_name(opened: Open) -> None:
    page = opened(collection())
    page.tab.evaluate(UNFOLD)
    total = page.tab.locator(".card:visible").count()
    page.tab.select_option("select[data-by=f]", "sanction")
    expect(page.tab.locator(".card:visible .frame")).to_have_text(["sanction: impose"])
    expect(page.tab.locator("tr[id]:visible")).to_have_count(1)
    expect(page.tab.locator("#filters output")).to_have_text(f"1 of {total} claims shown")
    page.tab.select_option("select[data-by=p]", "denied")
    expect(page.tab.locator(".card:visible")).to_have_count(0)
    page.tab.click("#filters button")
    expect(page.tab.locator(".card:visible")).to_have_count(total)
    for by, value, left in (("p", "contested", 4), ("v", "no", 2), ("s", "Ada Berg", 2)):
        page.tab.select_option(f"select[data-by={by}]", value)
        expect(page.tab.locator(".card:visible")).to_have_count(left)
        page.tab.click("#filters button")


def test_a_link_to_what_is_filtered_out_shows_it(opened: Open) -> None:
    page = opened(collection())
    page.tab.select_option("select[data-by=f]", "sanction")
    page.tab.click("#list-disputed .ref >> nth=0")
    assert page.tab.locator("tr:target").is_visible()


def test_two_reports_stand_side_by_side(opened: Open) -> None:
    page = opened(collection())
    page.tab.select_option("select[data-side='0']", "3")
    page.tab.select_option("select[data-side='1']", "2")
    left, right = (page.tab.locator(f"#report-{number}").bounding_box() for number in (3, 2))
    assert left is not None
    assert right is not None
    assert left["y"] == right["y"]
    assert left["x"] + left["width"] <= right["x"]
    assert not page.tab.locator("#report-1").is_visible()
    page.tab.click(".contents a >> nth=0")
    assert page.tab.locator("#report-1 .text").is_visible()


def test_pointing_at_a_claim_lights_up_all_of_its_proposition(opened: Open) -> None:
    page = opened(collection())
    page.tab.evaluate(UNFOLD)
    page.tab.hover("#report-1 .t >> nth=0")
    assert page.tab.locator(".t.hot").count() == 4


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1400])
def test_contrast(opened: Open, scheme: str, width: int) -> None:
    for ledger in (collection(), registered()):
        page = opened(ledger, width, scheme)
        page.tab.evaluate(UNFOLD)
        ratio, text = page.tab.evaluate(CONTRAST)
        assert ratio >= 4.5, text


@pytest.mark.parametrize("ledger", [collection(), registered()], ids=["reports", "registers"])
def test_everything_that_can_be_used_has_a_name_for_screen_readers(opened: Open, ledger: Ledger) -> None:
    page = opened(ledger)
    page.tab.evaluate(UNFOLD)
    tree = page.tab.context.new_cdp_session(page.tab).send("Accessibility.getFullAXTree")
    held = [node for node in tree["nodes"] if not node.get("ignored")]
    named = {"link", "button", "combobox", "image", "region", "navigation", "form", "DisclosureTriangle", "table"}
    roles: dict[str, list[str]] = {}
    for node in held:
        roles.setdefault(node["role"]["value"], []).append(node.get("name", {}).get("value", ""))
    for role in named & roles.keys():
        assert all(name.strip() for name in roles[role]), role
    assert {"link", "combobox", "button", "main", "banner", "navigation"} <= roles.keys()
    assert len(roles["rowheader"]) >= len(ledger.propositions)
    assert len(roles["columnheader"]) >= 3


def test_without_script_all_is_there_but_what_script_does(opened: Open) -> None:
    page = opened(collection(), script=False)
    assert page.tab.locator("form:visible").count() == 0
    assert page.tab.locator(".list:visible").count() == 5
    assert page.tab.locator("svg:visible").count() == 3
    page.tab.click("#report-3 summary >> nth=0")
    assert page.tab.locator("#report-3 .text").is_visible()


@pytest.mark.parametrize("ledger", [collection(), registered()], ids=["reports", "registers"])
def test_print_shows_everything_within_the_paper(opened: Open, ledger: Ledger) -> None:
    page = opened(ledger, A4)
    page.tab.emulate_media(media="print")
    page.tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.tab.evaluate("document.documentElement.scrollWidth") <= A4
    cut = page.tab.evaluate(
        """[...document.querySelectorAll('.card, .wide, svg, .text, .hits li, .check, .regime')]
        .filter((e) => e.checkVisibility())
        .filter((e) => e.scrollWidth > e.clientWidth + 1 || e.getBoundingClientRect().right > innerWidth + 1).length"""
    )
    assert cut == 0
    assert page.tab.locator(".card:visible").count() == len(ledger.claims)
    assert page.tab.locator(".hits li:visible").count() == len({hit.entity for hit in ledger.hits})
    assert page.tab.locator("form:visible").count() == 0
    page.tab.evaluate("dispatchEvent(new Event('afterprint'))")
    page.tab.emulate_media(media="screen")
    assert page.tab.locator(".whole .card:visible, .doubts li:visible").count() == 0
    assert page.tab.pdf(format="A4").startswith(b"%PDF")


def test_a_hundred_reports_open_quickly(opened: Open) -> None:
    page = opened(many(100), 800)
    took = page.tab.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd")
    assert took < 10_000
    assert page.tab.evaluate("document.documentElement.scrollHeight") < 40_000
