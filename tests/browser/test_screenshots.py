"""Pictures of all kinds of pages, in .cache/screenshots/: wide, narrow, light, dark."""

from __future__ import annotations

from itertools import product

import pytest
from selenium import webdriver

from tests.browser.conftest import looking, open_page
from tests.browser.test_accessible import PAGES
from tests.conftest import ROOT

FOLDER = ROOT / ".cache/screenshots"
WIDTHS = 1280, 390, 320
HEIGHT = 1000
SHOWN = {name: path for name, path in PAGES.items() if name != "search for what is not there"}


@pytest.mark.parametrize(("width", "look"), [*product(WIDTHS, ("light", "dark"))])
def test_every_kind_of_page_is_pictured(browser: webdriver.Chrome, site: str, width: int, look: str) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with looking(browser, look, width, HEIGHT):
        for name, path in SHOWN.items():
            open_page(browser, site + path, look)
            assert browser.save_screenshot(str(FOLDER / f"{name.replace(' ', '-')}-{width}-{look}.png"))
