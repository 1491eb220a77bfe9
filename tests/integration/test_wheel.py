"""What is installed works by itself: in a folder that holds nothing of this repository."""

import subprocess
import sys
import zipfile

import pytest

from tests.conftest import ROOT
from tests.integration.support import TIME_OUT, environment, output

SEED = """Ministers meet in the capital

The ministers of both countries met in the capital on 3 April 2019 and agreed on exercises at sea.

They said that the talks had been long and that both sides would send more ships than in the year before.

They will meet again on 5 June 2019, when the first of these exercises is over.
"""


@pytest.fixture(scope="session")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=TIME_OUT)
    (path,) = folder.glob("chronology-*.whl")
    return path


@pytest.fixture
def installed(wheel, tmp_path):
    """Unpacked, which is all that installing it means; the project's own installation comes after it."""
    with zipfile.ZipFile(wheel) as file:
        file.extractall(tmp_path / "installed")
    return tmp_path / "installed"


def test_one_package_with_all_it_needs(wheel):
    with zipfile.ZipFile(wheel) as file:
        names = set(file.namelist())
    assert {name.partition("/")[0].partition("-")[0] for name in names} == {"generator", "chronology"}
    everything = (ROOT / "generator").rglob("*")
    ours = {path for path in everything if path.suffix != ".pyc" and path.is_file()}
    assert {path.relative_to(ROOT).as_posix() for path in ours} <= names


def test_a_first_site_in_an_empty_folder(installed, tmp_path):
    """What lies there is not imported, either: neither command nor MkDocs."""
    run(installed, tmp_path, "-m", "generator", "new", "project", "--name", "Meetings")
    project = tmp_path / "project"
    (tmp_path / "first.txt").write_text(SEED, encoding="utf-8")
    for name in ("generator", "tests"):
        (project / name).mkdir()
        (project / name / "__init__.py").write_text("raise RuntimeError('not ours')\n", encoding="utf-8")
    run(installed, project, "-c", f"import generator; assert {str(installed)!r} in generator.__file__")
    # From a folder below, as well.
    run(installed, project / "seeds", "-m", "generator", "add", "../../first.txt")
    assert len(list((project / "seeds").glob("*.txt"))) == 1
    run(installed, project, "-m", "generator", "generate", "--no-download")
    run(installed, project, "-m", "mkdocs", "build", "--strict")
    (entry,) = (project / "site" / "entries").glob("*/index.html")
    assert "Ministers meet in the capital" in entry.read_text(encoding="utf-8")
    home = (project / "site" / "index.html").read_text(encoding="utf-8")
    assert f"entries/{entry.parent.name}/" in home
    assert 'href="assets/chronology.css"' in home
    style = (ROOT / "generator/publish/theme/assets/chronology.css").read_bytes()
    assert (project / "site/assets/chronology.css").read_bytes() == style


def run(installed, project, *arguments):
    done = subprocess.run(
        [sys.executable, "-P", *arguments],
        cwd=project,
        env={**environment(), "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        timeout=TIME_OUT,
        check=False,
    )
    assert done.returncode == 0, output(done)
