"""A real Chromium, as a reader has one."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--window-size=1280,900"),
)
MISSING = "no Chromium, or no chromedriver (Debian: chromium, chromium-driver)"


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
        running = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
        try:
            # A window that nobody looks at has no focus otherwise.
            running.execute_cdp_cmd("Emulation.setFocusEmulationEnabled", {"enabled": True})
            yield running
        finally:
            running.quit()
