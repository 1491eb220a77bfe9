"""What all tests share: nothing outside a test's own folder is touched."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from tests.packages_built import build_package
from tests.shared import made_once

ROOT = Path(__file__).parents[1]

# argostranslate creates folders in the home directory when it is imported.
for _name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
    os.environ[_name] = str(Path(tempfile.gettempdir()) / "chronology-tests" / _name.lower())
# The theme speaks of its future when it is imported.
os.environ["NO_MKDOCS_2_WARNING"] = "1"


# No example fails for being slow: the machine may be busy. `--hypothesis-profile thorough` looks longer.
hypothesis.settings.register_profile("everyday", deadline=None, max_examples=60)
hypothesis.settings.register_profile("thorough", deadline=None, max_examples=2000)
hypothesis.settings.load_profile("everyday")


def needs_first_chronology() -> None:
    """Skip a test that looks at the project's own seeds and content, where these were taken out."""
    if not (ROOT / "seeds").is_dir() or not (ROOT / "content/entries").is_dir():
        pytest.skip("the first chronology is not here")


@pytest.fixture(scope="session")
def first_chronology() -> None:
    """The project's own seeds and content; without them a test is skipped."""
    needs_first_chronology()


@pytest.fixture(scope="session", autouse=True)
def _no_power_is_lost() -> Iterator[None]:
    """No file waits here for the disk, as it does where a person runs the program."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: None)
        yield


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own seeds and content, copied and built; who changes it copies it."""
    from tests.integration.support import build_apart, copy_project, output

    def make(folder: Path) -> None:
        done = build_apart(copy_project(folder))
        assert done.returncode == 0, output(done)

    needs_first_chronology()
    return made_once(tmp_path_factory, "real", make)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """An empty project: settings and folders, no seeds."""
    for folder in ("seeds", "content/entries", "content/records"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text(
        '[tool.chronology]\nlanguage = "en"\ntranslate = { de = "en" }\n', encoding="utf-8"
    )
    return tmp_path


@pytest.fixture(scope="session")
def german_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a small real German-English package; its translations mean nothing."""
    folder = tmp_path_factory.mktemp("german-package")
    return build_package(folder / "translate-de_en.argosmodel")


@pytest.fixture(scope="session")
def german_packages(tmp_path_factory: pytest.TempPathFactory, german_file: Path) -> Path:
    """A folder with that package installed, for ARGOS_PACKAGES_DIR."""
    from generator.translate.packages import install_file

    folder = tmp_path_factory.mktemp("german-packages")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ARGOS_PACKAGES_DIR", str(folder))
        install_file(german_file)
    return folder


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say whether the official package and the corpora were tested: they are not there everywhere."""
    reports = [*terminalreporter.getreports("passed"), *terminalreporter.getreports("failed")]
    ran = any("official" in report.keywords and report.when == "call" for report in reports)
    advice = "NOT run (set ARGOS_PACKAGES_DIR to a folder that holds translate-de_en)"
    terminalreporter.write_line(f"official de→en package: {'run' if ran else advice}")
    ran = any("corpora" in report.keywords and report.when == "call" for report in reports)
    advice = "NOT run (set CHRONOLOGY_CORPORA to a folder that holds web/ and time/)"
    terminalreporter.write_line(f"corpora: {'run' if ran else advice}")
