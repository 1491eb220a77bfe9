"""`mkdocs serve` goes on whatever editors save, follows what entries are made from, and says what it did."""

from __future__ import annotations

import http.client
import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.integration.support import copy_site_frame, entry_path, environment, generate_here

STAYS = "the pages stay as they are until then"
PATIENCE = 60
"""Seconds; the machine may be busy. Nothing is measured."""
SEED = (
    "Both sides vow to deepen their cooperation\n\nThe ministers of both sides met for talks in a capital.\n"
)


class Server:
    """A project that is served."""

    def __init__(self, project: Path, log: Path, url: str) -> None:
        self.project, self._log, self.url = project, log, url

    def said(self) -> str:
        return self._log.read_text(encoding="utf-8")

    def wait_for(self, words: str, path: str = "", *, more_than: int = 0) -> None:
        """Wait until a page, or the log where no page is named, has these words more often than before."""
        end = time.monotonic() + PATIENCE
        while (self.page(path) if path else self.said()).count(words) <= more_than:
            assert time.monotonic() < end, f"{words!r} not in {path or 'the log'}\n{self.said()}"
            time.sleep(0.2)

    def page(self, path: str) -> str:
        try:
            with urllib.request.urlopen(f"{self.url}/{path}", timeout=30) as answer:
                return answer.read().decode("utf-8")
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return ""

    def write(self, path: str, text: str | bytes) -> None:
        data = text.encode("utf-8") if isinstance(text, str) else text
        (self.project / path).write_bytes(data)


@contextmanager
def served(project: Path, folder: Path, *options: str) -> Iterator[Server]:
    """Serve a project, and end the server as a system does; it leaves nothing in the folder of such."""
    copy_site_frame(project)
    (project / "seeds/talks.txt").write_text(SEED, encoding="utf-8")
    assert generate_here(project).exit_code == 0
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log, temporary = folder / "served.log", folder / "temporary"
    temporary.mkdir()
    with log.open("w") as file:
        running = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}", *options],
            cwd=project,
            env=environment() | {"TMPDIR": str(temporary)},
            stdout=file,
            stderr=file,
        )
    try:
        yield Server(project, log, f"http://127.0.0.1:{port}")
    finally:
        running.terminate()
        running.wait(PATIENCE)
    assert list(temporary.iterdir()) == []


@pytest.fixture
def server(project: Path, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Server]:
    with served(project, tmp_path, *getattr(request, "param", ())) as server:
        server.wait_for("Serving on")
        yield server


def test_it_can_be_ended_while_it_builds_for_the_first_time(project: Path, tmp_path: Path) -> None:
    with served(project, tmp_path) as server:
        server.wait_for("Building documentation")
    assert "Serving on" not in server.said()


def test_it_goes_on_whatever_is_saved(server: Server) -> None:
    """Each mistake is told, and what is saved after it shows: nothing hangs, no traceback comes."""
    about = (server.project / "content/about.md").read_text(encoding="utf-8")
    server.write("content/about.md", b"# About\n\n\xe4\n")
    server.wait_for("content/about.md: not UTF-8")
    server.wait_for("can't be shown", "about/")
    server.write("content/about.md", about + "\nMENDED\n")
    server.wait_for("MENDED", "about/")

    settings = (server.project / "pyproject.toml").read_text(encoding="utf-8")
    server.write("pyproject.toml", settings.replace('language = "en"', 'language = "xx"', 1))
    server.wait_for("until then those from before hold")
    server.write("content/terms.yml", "terms: [\n")
    server.wait_for("content/terms.yml:")
    server.write("content/records/new.md", "---\nkind: ship\n---\n")
    server.wait_for("kind is 'ship'")
    server.write("pyproject.toml", settings)
    server.write("content/terms.yml", "terms: []\n")
    server.write("content/about.md", about + "\nMENDED AGAIN\n")
    server.wait_for("MENDED AGAIN", "about/")
    assert "Traceback" not in server.said()


def test_a_sidecar_a_record_and_a_new_seed_show_without_a_command(server: Server) -> None:
    """What entries are made from is followed by a run of generate, and the log says so."""
    entry = entry_path(server.project, "talks.txt")
    address = f"entries/{entry.stem}/"
    server.write("seeds/talks.yml", "publisher: The Example Gazette\n")
    server.wait_for("changed: seeds/talks.yml; generate runs, then the pages follow")
    server.wait_for("generate: Entries: 1 written")
    server.wait_for("The Example Gazette", address)

    server.write("seeds/more.txt", SEED.replace("Both sides vow", "Ministers vow again"))
    server.wait_for("Ministers vow again", "index.html")
    server.write("content/records/capital.md", "---\nkind: body\nname: {en: Capital Talks}\n---\n\nRECORD\n")
    server.wait_for("content/records/capital.md; generate runs")
    server.wait_for("RECORD", "records/capital/")
    assert "Traceback" not in server.said()


def test_search_and_data_are_those_of_the_pages(server: Server) -> None:
    """Whoever is shown a change finds it, too; the data is made when it is asked for."""
    entry = entry_path(server.project, "talks.txt")
    server.wait_for("Both sides vow", "data/entries.json")
    text = entry.read_text(encoding="utf-8").replace("Both sides vow", "CAPITALS")
    server.write(f"content/entries/{entry.name}", text)
    server.wait_for("CAPITALS", "index.html")
    start = json.loads(server.page("search/start.json"))
    assert "capitals" in json.loads(server.page(f"search/{start['all']}/all-words.json"))
    assert "CAPITALS" in server.page("data/entries.json")
    assert "CAPITALS" in server.page("data/events.en.ics") + server.page("data/entries.en.atom")


def test_mkdocs_own_settings_are_broken_and_mended(server: Server) -> None:
    """The last good pages show meanwhile, whatever the file has become; a line says what is wrong."""
    settings = (server.project / "mkdocs.yml").read_text(encoding="utf-8")
    file = server.project / "mkdocs.yml"
    for broken in ("site_name: [\n", "", "[" * 100_000, settings.replace("plugins:", "plugins:\n  - nosuch")):
        told = server.said().count(STAYS)
        server.write("mkdocs.yml", broken)
        server.wait_for(STAYS, more_than=told)
        server.wait_for("<title>About", "about/")
    file.unlink()
    server.wait_for("mkdocs.yml: is gone")
    os.mkfifo(file)
    server.wait_for("it is a pipe or a device")
    server.wait_for("<title>About", "about/")
    file.unlink()
    server.write("mkdocs.yml", settings.replace("site_name:", "site_name: MENDED "))
    server.wait_for("MENDED", "about/")
    assert "Traceback" not in server.said()


def test_content_that_is_gone_for_a_while_is_followed_again(server: Server) -> None:
    content, away = server.project / "content", server.project / "away"
    content.rename(away)
    server.wait_for("content: is gone; put it back")
    server.wait_for("<title>About", "about/")
    away.rename(content)
    server.write("content/about.md", "# About\n\nBACK\n")
    server.wait_for("BACK", "about/")
    assert "Traceback" not in server.said()


def test_a_template_that_fails_leaves_the_pages(server: Server) -> None:
    """MkDocs has emptied the folder by then, since other templates may write anything; data can be asked for.

    A folder of templates that mkdocs.yml names since the server began is watched, too.
    """
    settings = (server.project / "mkdocs.yml").read_text(encoding="utf-8")
    (server.project / "own").mkdir()
    server.write("own/main.html", "{% extends 'base.html' %}{% block footer %}FIRST{% endblock %}")
    server.write(
        "mkdocs.yml", settings.replace("theme: material", "theme: {name: material, custom_dir: own}")
    )
    server.wait_for("FIRST", "about/")
    server.write("own/main.html", "{% extends 'base.html' %}{% block footer %}SECOND{% endblock %}")
    server.wait_for("SECOND", "about/")
    server.write(
        "own/main.html", "{% extends 'base.html' %}{% block content %}{{ no.such.name }}{% endblock %}"
    )
    server.wait_for("own/main.html:1: can't be built (UndefinedError")
    server.wait_for("<title>About", "about/")
    server.wait_for("Both sides vow", "data/entries.json")
    server.write("own/main.html", "{% extends 'base.html' %}")
    server.write("content/about.md", "# About\n\nMENDED\n")
    server.wait_for("MENDED", "about/")
    assert "Traceback" not in server.said()


def test_pages_are_for_this_computer_only(server: Server) -> None:
    """A name that somebody else lets lead here is refused; odd addresses are no mistakes of the server."""

    def ask(path: str, host: str | None) -> int:
        connection = http.client.HTTPConnection(server.url.removeprefix("http://"), timeout=30)
        connection.putrequest("GET", path, skip_host=True)
        if host:
            connection.putheader("Host", host)
        connection.endheaders()
        return connection.getresponse().status

    port = server.url.rpartition(":")[2]
    for host in (f"127.0.0.1:{port}", f"localhost:{port}", "LOCALHOST", f"[::1]:{port}", None):
        assert ask("/about/", host) == 200
    for host in ("evil.example", f"evil.example:{port}", "192.0.2.1", "127.0.0.1.evil.example", "[x]", ""):
        assert ask("/about/", host or " ") == 403
    for path in ("/a%00b", "/%1b[2J", f"/livereload/{'9' * 5000}/1", "/../../../etc/passwd", "//etc/passwd"):
        assert ask(path, "localhost") == 404
    assert "Traceback" not in server.said()


@pytest.mark.parametrize("server", [("--no-livereload",)], indirect=True)
def test_without_reloading_everything_is_there(server: Server) -> None:
    """MkDocs tells plugins nothing of what such a server is asked for."""
    entry = entry_path(server.project, "talks.txt")
    for path in (f"entries/{entry.stem}/", "for-editors/", "data/entries.json"):
        assert server.page(path), path
