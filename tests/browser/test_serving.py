"""`mkdocs serve`: what an editor changes shows in the browser."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

ENTRY = "2026-01-29-press-conference-with-jiang-bin"
PATIENCE = 60
"""Seconds; the machine may be busy. Nothing is measured."""


@pytest.fixture
def served(project_copy: Path, tmp_path: Path) -> Iterator[tuple[Path, str]]:
    root = tmp_path / "project"
    shutil.copytree(project_copy, root, ignore=shutil.ignore_patterns("site"))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with (tmp_path / "log").open("w") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"],
            cwd=root,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
            stdout=log,
            stderr=log,
        )
        url = f"http://127.0.0.1:{port}"
        try:
            wait_for(url)
            yield root, url
        finally:
            server.terminate()
            server.wait(PATIENCE)


def wait_for(url: str) -> None:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except (urllib.error.URLError, ConnectionError):
            if time.monotonic() > end:
                raise
            time.sleep(0.2)


def test_an_edit_shows_in_the_browser(browser: webdriver.Chrome, served: tuple[Path, str]) -> None:
    """Text, title and a broken file each show after saving, and a mended file shows again."""
    root, url = served
    browser.get(f"{url}/entries/{ENTRY}/")
    path = root / "content" / "entries" / f"{ENTRY}.md"
    before = path.read_text(encoding="utf-8")

    path.write_text(before.replace("reguläre Pressekonferenz", "AENDERUNG"), encoding="utf-8")
    wait_for_text(browser, "AENDERUNG")

    path.write_text(before.replace("date: ", "date: [", 1), encoding="utf-8")
    wait_for_text(browser, "This page can't be shown")

    path.write_text(re.sub("^title: .*", "title: Retitled", before, flags=re.MULTILINE), encoding="utf-8")
    wait_for_text(browser, "Retitled")


def wait_for_text(browser: webdriver.Chrome, text: str) -> None:
    WebDriverWait(browser, PATIENCE, ignored_exceptions=[Exception]).until(
        lambda driver: text in driver.find_element(By.TAG_NAME, "body").text
    )
