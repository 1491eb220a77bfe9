"""A site in two languages, as a reader changes from one to the other."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By

from tests.browser.conftest import build, served
from tests.browser.test_accessible import findings
from tests.browser.test_searching import ask

ENTRY = "/entries/2026-01-29-press-conference-with-jiang-bin/"


@pytest.fixture(scope="module")
def two(project_copy: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = tmp_path_factory.mktemp("two") / "project"
    shutil.copytree(project_copy, root, ignore=shutil.ignore_patterns("site", ".cache"))
    with (root / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write('\n[tool.chronology.editions.de]\nsite_name = "Militärische Zusammenarbeit"\n')
    build(root)
    with served(root / "site") as address:
        yield address


def switch(browser: webdriver.Chrome) -> None:
    browser.find_element(By.CSS_SELECTOR, "a.edition").click()


@pytest.mark.parametrize("width", [1280, 390])
def test_the_same_place_opens_in_the_other_language_and_back(
    browser: webdriver.Chrome, two: str, width: int
) -> None:
    browser.set_window_size(width, 900)
    browser.get(f"{two}{ENTRY}#s3")
    switch(browser)
    assert browser.current_url == f"{two}/de{ENTRY}#s3"
    assert browser.find_element(By.TAG_NAME, "html").get_attribute("lang") == "de"
    assert browser.find_element(By.TAG_NAME, "h1").text == "Pressekonferenz mit Jiang Bin, 29. Januar 2026"
    switch(browser)
    assert browser.current_url == f"{two}{ENTRY}#s3"


@pytest.mark.parametrize("path", ["/?year=2023", "/years/2023/", "/records/wu-qian/", "/glossary/"])
def test_every_kind_of_page_has_its_counterpart(browser: webdriver.Chrome, two: str, path: str) -> None:
    browser.get(two + path)
    switch(browser)
    assert browser.current_url == f"{two}/de{path}"
    assert "404" not in browser.title
    assert browser.find_element(By.CSS_SELECTOR, ".md-tabs__link").get_attribute("textContent") == "Chronik"


def test_without_a_script_it_works_too(browser: webdriver.Chrome, two: str) -> None:
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        browser.get(two + ENTRY)
        switch(browser)
        assert browser.current_url == f"{two}/de{ENTRY}"
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_search_stays_in_the_language(browser: webdriver.Chrome, two: str) -> None:
    browser.set_window_size(1280, 900)
    browser.get(f"{two}/de/")
    assert ask(browser, "Staatsoberhaupt")[0].startswith(f"{two}/de{ENTRY}")
    assert "29. Januar 2026" in browser.find_element(By.CSS_SELECTOR, ".search-facts").text


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_the_switch_is_for_everyone(browser: webdriver.Chrome, two: str, width: int) -> None:
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        for path in ("/", "/de/", f"/de{ENTRY}"):
            assert findings(browser, two + path, "light") == []
            link = browser.find_element(By.CSS_SELECTOR, "a.edition")
            assert link.rect["height"] >= 24
            assert link.rect["width"] >= 24
            assert browser.execute_script("return document.scrollingElement.scrollWidth") <= width
    finally:
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
