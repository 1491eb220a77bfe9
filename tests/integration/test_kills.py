"""A few of the kills that `python -m tests.kills` tries by the hundred."""

from random import Random

from tests.kills import kill_all


def test_what_is_killed_loses_nothing_and_is_made_good(tmp_path, monkeypatch):
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", "set by the scenes")
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    assert kill_all(tmp_path, 4, Random()) == []
