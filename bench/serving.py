"""How long an edit takes to show while a site is served: from the save to the new text in Chromium."""

from __future__ import annotations

import html
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from selenium.common.exceptions import WebDriverException

from bench.chromium import chromium

PATIENCE = 600
"""Seconds."""
PAUSE = 0.05
END = 25
"""Characters that tell a text."""
ON_PAGE, ON_HOME, IN_SEARCH = "its page", "home", "search"
SHOWN = {
    ON_PAGE: "return document.body.innerText",
    ON_HOME: "return document.body.innerText",
    IN_SEARCH: "return (document.querySelector('.md-search-result') || document.body).innerText",
}
"""What a reader sees at these places."""
ANSWERED = "return 'answered' in document.querySelector('[data-search]').dataset"
"""Whether the search has said what it found."""


class ServeError(Exception):
    """What is served did not show."""


def address_of(page: Path, site: Path) -> str:
    """Return where an entry is inside a built site, or a post: by its day and how its text ends.

    Raises:
        ServeError: there is none.
    """
    if (site / "entries" / page.stem).is_dir():
        return f"entries/{page.stem}/"
    ending = html.escape(page.read_text(encoding="utf-8").rstrip()[-END:], quote=False)
    day = "/".join(page.stem.split("-")[:3])
    for built in sorted(site.glob(f"{day}/*/index.html")):
        if ending in built.read_text(encoding="utf-8"):
            return f"{built.parent.relative_to(site).as_posix()}/"
    raise ServeError(f"{page}: its page was not found")


def seconds_to_show(
    folder: Path, page: Path, places: tuple[str, ...], environment: dict[str, str], edits: int
) -> dict[str, float]:
    """Serve a site, edit a page, and return the least seconds until Chromium showed the edit, by place.

    Args:
        folder: of the project, which was built.
        page: the file that is edited: the end of its text, or its title for home and search.
        places: where the edit is looked for.
        environment: of the server.
        edits: how many for each place.

    Raises:
        ServeError: one did not show.
    """
    text, address = page.read_text(encoding="utf-8"), address_of(page, folder / "site")
    shown: dict[str, float] = {}
    with _served(folder, environment) as url, chromium() as browser:
        try:
            for place in places:
                for number in range(edits):
                    word = f"edited{place.split()[-1]}{number}times"
                    paths = {ON_PAGE: address, ON_HOME: "", IN_SEARCH: f"?q={word}"}
                    browser.get(url + paths[place])
                    # What is done aside, and the watching of files, have begun.
                    time.sleep(3)
                    seconds = _seconds_of(browser, page, place, _edited(text, word, place), word)
                    shown[place] = min(seconds, shown.get(place, seconds))
        finally:
            page.write_text(text, encoding="utf-8")
    return shown


def _edited(text: str, word: str, place: str) -> str:
    if place == ON_PAGE:
        return f"{text.rstrip()} {word}\n"
    return re.sub(r"(?m)^title: .*", f"title: {word} talks", text, count=1)


def _seconds_of(browser: Any, page: Path, place: str, edited: str, word: str) -> float:
    started = time.perf_counter()
    page.write_text(edited, encoding="utf-8")
    while time.perf_counter() - started < PATIENCE:
        try:
            if word in browser.execute_script(SHOWN[place]):
                return time.perf_counter() - started
            # The index is written after the pages; who searched before asks again, once there was an answer.
            if place == IN_SEARCH and browser.execute_script(ANSWERED):
                browser.refresh()
        except WebDriverException:  # The page is just being loaded again.
            pass
        time.sleep(PAUSE)
    raise ServeError(f"{page.name}: no {word!r} ({place}) in {PATIENCE} s")


@contextmanager
def _served(folder: Path, environment: dict[str, str]) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{probe.getsockname()[1]}/"
    command = [str(Path(sys.executable).with_name("mkdocs")), "serve", "--quiet", "-a", url.split("/")[2]]
    server = subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(url)
        yield url
    finally:
        server.terminate()
        server.wait()


def _wait_for(url: str) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(url, timeout=PATIENCE) as answer:
                if b"</html>" in answer.read():
                    return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            pass
        time.sleep(PAUSE)
    raise ServeError(f"{url}: no page in {PATIENCE} s")
