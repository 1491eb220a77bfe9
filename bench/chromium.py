"""A real Chromium, as a reader has one."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.remote.command import Command
from selenium.webdriver.support.ui import WebDriverWait

FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--window-size=1280,900"),
)
MISSING = "no Chromium, or no chromedriver (Debian: chromium, chromium-driver)"

PATIENCE = 60
"""Seconds; the machine may be busy. Nothing is measured."""
LEADING_ON = {
    *(Command.GET, Command.REFRESH, Command.GO_BACK, Command.GO_FORWARD),
    *(Command.CLICK_ELEMENT, Command.SEND_KEYS_TO_ELEMENT, Command.W3C_ACTIONS),
}
"""After these another page may be there."""


class PatientChrome(webdriver.Chrome):
    """Goes on when a page is whole, and what its scripts do at once is done, as narrowing a list down.

    The driver promises that and nearly always keeps it. On a busy machine, where the answer to its navigation
    comes together with news of the new document, it takes a page that has only begun for the loaded one.
    """

    def execute(self, driver_command: str, params: dict[str, Any] | None = None) -> dict[str, Any]:
        """Send a command, and wait for the page that it leads to."""
        answer = super().execute(driver_command, params)
        if driver_command in LEADING_ON:
            WebDriverWait(self, PATIENCE, poll_frequency=0.02).until(_is_whole)
        return answer


def _is_whole(browser: webdriver.Chrome) -> bool:
    return bool(browser.execute_script("return document.readyState === 'complete'"))


def is_there() -> bool:
    """Tell whether there is one, with its driver."""
    return bool(shutil.which("chromium") and shutil.which("chromedriver"))


@contextmanager
def chromium(logs: dict[str, str] | None = None) -> Iterator[webdriver.Chrome]:
    """Start one that forgets everything, and end it.

    Args:
        logs: which of its logs are kept, as chromedriver names them.
    """
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    with tempfile.TemporaryDirectory(prefix="chromium-", ignore_cleanup_errors=True) as profile:
        for flag in (*FLAGS, f"--user-data-dir={profile}"):
            options.add_argument(flag)
        if logs:
            options.set_capability("goog:loggingPrefs", logs)
        running = PatientChrome(options=options, service=Service(shutil.which("chromedriver")))
        try:
            # A window that nobody looks at has no focus otherwise.
            running.execute_cdp_cmd("Emulation.setFocusEmulationEnabled", {"enabled": True})
            yield running
        finally:
            running.quit()
