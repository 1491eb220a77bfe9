"""axe finds nothing that keeps a reader out: in light, in dark, and in colours that the reader forces.

Pictures of what it looked at lie in .cache/screenshots/ then, for a person.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from itertools import product

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from tests.browser.conftest import MADE, looking, open_page
from tests.conftest import ROOT

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
"""https://github.com/dequelabs/axe-core; of the package that carries it nothing else is used."""
RUN = """
const done = arguments[0];
axe.run(document, {resultTypes: ["violations"]}).then(({violations}) => done(violations.flatMap(
  ({id, nodes}) => nodes.map(({target, failureSummary}) => `${id}: ${target} ${failureSummary}`))));
"""
SEEN = (*product(("light", "dark"), (1280, 390)), ("forced", 1280))
"""In which colours, and how wide. The made site shows forced colours on a phone."""
PICTURES = ROOT / ".cache/screenshots"
PAGES = {
    "home": "/",
    "German entry": "/entries/2026-01-29-press-conference-with-jiang-bin/",
    "English entry": "/entries/2023-12-28-china-shows-goodwill-towards-russia-on-military-cooperation/",
    "record": "/records/joint-sea-2021/",
    "records": "/records/",
    "year": "/years/2023/",
    "glossary": "/glossary/",
    "sources": "/sources/",
    "data": "/data/",
    "about": "/about/",
    "search": "/?q=Putin",
    "search for what is not there": "/?q=qxqxqxq",
    "404": "/404.html",
}


@pytest.fixture
def seen(request: pytest.FixtureRequest, browser: webdriver.Chrome) -> Iterator[tuple[str, int]]:
    """How pages are looked at: in which colours, and how wide they are."""
    with looking(browser, *request.param):
        yield request.param


def _named(seen: tuple[str, int]) -> str:
    return f"{seen[0]}-{seen[1]}"


def findings(browser: webdriver.Chrome, address: str, look: str) -> list[str]:
    open_page(browser, address, look)
    if "?q=" in address:
        asked = "return document.querySelector('[data-search]').dataset.answered"
        WebDriverWait(browser, 20).until(lambda driver: driver.execute_script(asked))
    # What fades in is pale until it is there.
    is_still = "return document.getAnimations().every(({playState}) => playState !== 'running')"
    WebDriverWait(browser, 20).until(lambda driver: driver.execute_script(is_still))
    browser.execute_script(AXE)
    return browser.execute_async_script(RUN)


@pytest.mark.parametrize("seen", SEEN, ids=_named, indirect=True)
def test_axe_finds_nothing(browser: webdriver.Chrome, seen: tuple[str, int], site: str) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    found = {}
    for name, path in PAGES.items():
        found[name] = findings(browser, site + path, seen[0])
        assert browser.save_screenshot(str(PICTURES / f"{name.replace(' ', '-')}-{_named(seen)}.png"))
    assert {name: mistakes for name, mistakes in found.items() if mistakes} == {}


# What a made site has besides, long lists and translations by a machine, has each width and all colours once.
@pytest.mark.parametrize("seen", [("light", 390), ("dark", 1280), ("forced", 390)], ids=_named, indirect=True)
def test_axe_finds_nothing_on_a_made_site(
    browser: webdriver.Chrome, seen: tuple[str, int], made_site: str
) -> None:
    browser.get(f"{made_site}/?translation=machine")
    links = browser.find_elements(By.CSS_SELECTOR, ".report:not([hidden]) .entry-title a")
    assert 1 < len(links) < MADE, "what a machine translated"
    pages = [made_site, str(links[0].get_attribute("href")), f"{made_site}/records/jiang-bin/"]
    found = {page: findings(browser, page, seen[0]) for page in pages}
    assert {page: mistakes for page, mistakes in found.items() if mistakes} == {}


def test_axe_would_find_something(browser: webdriver.Chrome, site: str) -> None:
    browser.get(f"{site}/about/")
    browser.execute_script("document.querySelector('article').insertAdjacentHTML('beforeend', '<img src=x>')")
    browser.execute_script(AXE)
    (found,) = browser.execute_async_script(RUN)
    assert found.startswith("image-alt")
