"""The official German package: run where it is installed, and named at the end where it is not."""

import os
import re

import pytest

from generator.translate.packages import PINNED, find_package
from tests.integration.support import GERMAN_SEED, entries_by_seed, make_project
from tests.offline import run_offline

OFFICIAL = next(pinned for pinned in PINNED if pinned.metadata.pair == ("de", "en"))
ENGLISH = {"the", "of", "and", "in", "to"}
GERMAN = {"der", "die", "das", "und", "nicht"}
MEANT = {"Russia", "China"}


@pytest.fixture
def official():
    """The folder the official package is in; what tests built does not count."""
    package = find_package("de", "en") if os.environ.get("ARGOS_PACKAGES_DIR") else None
    if package is None or package.metadata.version != OFFICIAL.metadata.version:
        pytest.skip(f"translate-de_en {OFFICIAL.metadata.version} is not in ARGOS_PACKAGES_DIR")
    return package.folder.parent


@pytest.mark.usefixtures("first_chronology")
@pytest.mark.official
def test_the_official_package_translates_the_german_seed(official, tmp_path):
    project = make_project(tmp_path / "project")
    (project / "seeds" / "german.txt").write_bytes(GERMAN_SEED.read_bytes())
    for command in ("generate", "check"):
        run = run_offline(
            tmp_path / command,
            *("-m", "generator", "--project", str(project), command),
            ARGOS_PACKAGES_DIR=str(official),
        )
        assert (run.code, run.attempts) == (0, ()), run.output
    (entry,) = entries_by_seed(project).values()
    assert entry.translation.package == f"translate-de_en {OFFICIAL.metadata.version}"
    for segment in entry.segments:
        assert_sane(segment.text, segment.rendering.text)
    assert MEANT & words_of(" ".join(segment.rendering.text for segment in entry.segments))


def assert_sane(source, translation):
    """English, of a plausible length, with the years it had."""
    words = words_of(translation)
    assert 0.5 < len(translation) / len(source) < 1.6
    assert not GERMAN & words
    assert len(words) < 20 or len(ENGLISH & words) >= 2
    assert set(re.findall(r"\b\d{4}\b", source)) <= set(re.findall(r"\b\d{4}\b", translation))


def words_of(text):
    return set(re.findall(r"\w+", text))
