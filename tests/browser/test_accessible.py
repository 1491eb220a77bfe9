"""axe finds nothing that keeps a reader out: in light, in dark, and in colours that the reader forces."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from itertools import product

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from tests.browser.conftest import LOOKS, MADE, looking, open_page

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
"""https://github.com/dequelabs/axe-core; of the package that carries it nothing else is used."""
RUN = """
const done = arguments[0];
axe.run(document, {resultTypes: ["violations"]}).then(({violations}) => done(violations.flatMap(
  ({id, nodes}) => nodes.map(({target, failureSummary}) => `${id}: ${target} ${failureSummary}`))));
"""
WIDTHS = 1280, 390
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


@pytest.fixture(params=[*product(LOOKS, WIDTHS)], ids=lambda look: f"{look[0]}-{look[1]}")
def look(request: pytest.FixtureRequest, browser: webdriver.Chrome) -> Iterator[str]:
    name, width = request.param
    with looking(browser, name, width):
        yield name


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


def test_axe_finds_nothing(browser: webdriver.Chrome, look: str, site: str) -> None:
    found = {name: findings(browser, site + path, look) for name, path in PAGES.items()}
    assert {name: mistakes for name, mistakes in found.items() if mistakes} == {}


def test_axe_finds_nothing_on_a_made_site(browser: webdriver.Chrome, look: str, made_site: str) -> None:
    browser.get(f"{made_site}/?translation=machine")
    links = browser.find_elements(By.CSS_SELECTOR, ".report:not([hidden]) .entry-title a")
    assert 1 < len(links) < MADE, "what a machine translated"
    pages = [made_site, str(links[0].get_attribute("href")), f"{made_site}/records/jiang-bin/"]
    found = {page: findings(browser, page, look) for page in pages}
    assert {page: mistakes for page, mistakes in found.items() if mistakes} == {}


def test_axe_would_find_something(browser: webdriver.Chrome, site: str) -> None:
    browser.get(f"{site}/about/")
    browser.execute_script("document.querySelector('article').insertAdjacentHTML('beforeend', '<img src=x>')")
    browser.execute_script(AXE)
    (found,) = browser.execute_async_script(RUN)
    assert found.startswith("image-alt")
