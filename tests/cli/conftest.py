"""A project with two seeds, on a machine without packages."""

from pathlib import Path

import pytest

from generator.errors import PackageError
from generator.translate import packages
from tests.cli.support import ENGLISH, GERMAN


@pytest.fixture
def no_package(monkeypatch, tmp_path_factory):
    """No package is installed, and nothing may ask the network for one."""

    def refuse(*_, **__):
        raise PackageError("index", "is out of reach", "no network")

    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path_factory.mktemp("packages")))
    monkeypatch.setattr(packages, "offer", refuse)
    monkeypatch.setattr(packages, "install", refuse)


@pytest.fixture
def seeds(project: Path) -> Path:
    (project / "seeds" / "de.txt").write_text(GERMAN, encoding="utf-8")
    (project / "seeds" / "en.txt").write_text(ENGLISH, encoding="utf-8")
    return project
