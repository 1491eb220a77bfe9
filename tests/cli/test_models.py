"""`chronology model`: what is said, and the exit code; more stands with the tests of packages."""

import pytest

from generator.translate import packages
from tests.cli.support import run
from tests.packages import package_of

pytestmark = pytest.mark.usefixtures("no_package")


def test_model_install_from_a_file_that_is_no_package_is_exit_code_5(project):
    file = project / "x.argosmodel"
    file.write_bytes(b"no zip")
    result = run(project, "model", "install", "de", "en", "--from", str(file))
    assert result.exit_code == 5
    assert "not a zip file, or damaged" in result.stderr


def test_model_install_says_what_it_fetches_from_where(project, monkeypatch):
    offer = packages.Offer(packages.Metadata("de", "en", "1.3"), "https://example.org/x", None, 90_000_000)
    monkeypatch.setattr(packages, "offer", lambda *_: offer)
    monkeypatch.setattr(packages, "install", lambda *_: package_of())
    result = run(project, "model", "install", "de", "en")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "Fetching translate-de_en-1_3 (90 MB) from https://example.org/x",
        "Installed translate-de_en 1.3 (its form checked, its hash not known); now run: chronology generate",
    ]
