"""A real Chromium, and the site it looks at."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from selenium import webdriver

from bench.chromium import MISSING, chromium, is_there
from bench.sites import fill_memory, forget_fingerprints, make_project
from tests.conftest import ROOT, needs_first_chronology
from tests.integration.support import generate_here
from tests.shared import made_once

MADE = 45


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[webdriver.Chrome]:
    if not is_there():
        pytest.skip(f"NOT run: {MISSING}")
    with chromium({"browser": "ALL", "performance": "ALL"}) as running:
        yield running


@pytest.fixture(scope="session")
def project_copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own site sources, to build and edit without touching them."""
    needs_first_chronology()
    root = tmp_path_factory.mktemp("project")
    for name in ("content", "seeds"):
        shutil.copytree(ROOT / name, root / name)
    for name in ("mkdocs.yml", "pyproject.toml"):
        shutil.copy(ROOT / name, root / name)
    return root


@pytest.fixture(scope="session")
def site(project_copy: Path, real_site: Path) -> Iterator[str]:
    """The built site behind a plain file server; a copy, since tests change pages."""
    shutil.copytree(real_site / "site", project_copy / "site")
    with served(project_copy / "site") as address:
        yield address


@pytest.fixture(scope="session")
def made_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of 45 made-up documents, half of the German ones translated by a machine."""
    needs_first_chronology()
    return made_once(tmp_path_factory, "made", _make)


def _make(root: Path) -> None:
    root.mkdir()
    seeds = make_project(root, MADE, seed=1)
    generate_here(root)
    fill_memory(root, seeds)
    forget_fingerprints(root)
    generate_here(root)
    build(root)


@pytest.fixture(scope="session")
def made_site(made_project: Path) -> Iterator[str]:
    """That site behind a plain file server."""
    with served(made_project / "site") as address:
        yield address


def build(project: Path) -> None:
    """Build a site in a process of its own."""
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        check=True,
    )


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve the files of a folder; yield the address."""
    handler = functools.partial(QuietHandler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Says nothing, and has the browser keep nothing: tests change what is there."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


LOOKS = {
    "light": [{"name": "prefers-color-scheme", "value": "light"}],
    "dark": [{"name": "prefers-color-scheme", "value": "dark"}],
    "forced": [{"name": "forced-colors", "value": "active"}],
}


@contextmanager
def looking(browser: webdriver.Chrome, look: str, width: int, height: int = 900) -> Iterator[None]:
    """Show pages as on a screen of a width, in colours that the reader asks for; nothing is remembered."""
    size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": LOOKS[look]})
    # Else the colours of the page before would stay.
    forget = {"source": "try { localStorage.clear() } catch {}"}
    added = browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", forget)
    try:
        yield
    finally:
        browser.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", added)
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def open_page(browser: webdriver.Chrome, address: str, look: str) -> None:
    """Open a page in its colours; at once after other colours the theme may begin with those."""
    scheme = "return document.body.dataset.mdColorScheme"
    wanted = "slate" if look == "dark" else "default"
    for _ in range(5):
        browser.get(address)
        if browser.execute_script(scheme) == wanted:
            return
    raise AssertionError(f"{address} is not {look}")
