"""A folder of packages for each test, and a server with an index."""

import json
import socket

import pytest

from tests.packages import serving_site


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """The folder packages are installed into; the machine's own is left alone."""
    path = tmp_path / "packages"
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(path))
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return path


@pytest.fixture
def site():
    with serving_site() as served:
        yield served


@pytest.fixture
def closed_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{free.getsockname()[1]}"


@pytest.fixture
def index(site, monkeypatch):
    """Serves an index of packages; call it with the entries."""
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", f"{site.url}/")

    def serve(entries):
        site.files["index.json"] = json.dumps(entries).encode()

    return serve
