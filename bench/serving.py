"""How long an edit takes to show while a site is served: from the save to the new text on the port."""

from __future__ import annotations

import html
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

PATIENCE = 600
"""Seconds."""
PAUSE = 0.05
END = 25
"""Characters that tell a text."""


class ServeError(Exception):
    """What is served did not show."""


def address_of(page: Path, site: Path) -> str:
    """Return the address of a page inside a built site, by its name or else by how its text ends.

    Raises:
        ServeError: there is none.
    """
    if (site / "entries" / page.stem).is_dir():
        return f"entries/{page.stem}/"
    ending = html.escape(page.read_text(encoding="utf-8").rstrip()[-END:], quote=False)
    for built in sorted(site.rglob("*/index.html")):
        if ending in built.read_text(encoding="utf-8"):
            return f"{built.parent.relative_to(site).as_posix()}/"
    raise ServeError(f"{page}: its page was not found")


def seconds_to_show(folder: Path, page: Path, address: str, environment: dict[str, str], edits: int) -> float:
    """Serve a site, edit a page so many times, and return the least seconds until the port had the new text.

    Args:
        folder: of the project.
        page: the file that is edited.
        address: of its page, inside the site.
        environment: of the server.
        edits: how many.

    Raises:
        ServeError: it did not show.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [str(Path(sys.executable).with_name("mkdocs")), "serve", "--quiet", "-a", f"127.0.0.1:{port}"]
    server = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    text = page.read_text(encoding="utf-8")
    try:
        url = f"http://127.0.0.1:{port}/{address}"
        _wait_for("</html>", url)
        shown = []
        for number in range(edits):
            # What is done aside, and the watching of files, have begun.
            time.sleep(3)
            word = f"edited{number}times"
            started = time.perf_counter()
            page.write_text(f"{text.rstrip()} {word}\n", encoding="utf-8")
            _wait_for(word, url)
            shown.append(time.perf_counter() - started)
        return min(shown)
    finally:
        server.terminate()
        server.wait()
        page.write_text(text, encoding="utf-8")


def _wait_for(words: str, url: str) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(url, timeout=PATIENCE) as answer:
                if words in answer.read().decode("utf-8"):
                    return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            pass
        time.sleep(PAUSE)
    raise ServeError(f"{url}: no {words!r} in {PATIENCE} s")
