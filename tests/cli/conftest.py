"""A project with two seeds, on a machine without packages."""

from pathlib import Path

import pytest

from generator.errors import PackageError
from generator.generate.pipeline import generate
from generator.settings import load_settings
from generator.translate import packages
from tests.cli.support import ENGLISH, GERMAN
from tests.engines import FakeEngine
from tests.generate.runs import FIRST, SECOND, THIRD, Engines, add_seed


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


@pytest.fixture
def two_translated(project: Path) -> Path:
    """Two entries that share a paragraph, as a fake engine translates them."""
    add_seed(project, "a.txt", FIRST, SECOND)
    add_seed(project, "b.txt", FIRST, THIRD)
    list(generate(load_settings(project), Engines(FakeEngine())))
    return project
