"""A run that ends between an entry and its baseline: the entry tells which of the two was written."""

import pytest

from generator.content.baselines import announce, is_unsettled, read_baseline, settle
from generator.content.paths import ContentPaths

SEED = "a.txt"
BEFORE = "---\ntitle: A\n---\n\nOne.\n\nTwo.\n\nThree.\n"
AFTER = "---\ntitle: A\n---\n\nOne.\n\nTwo, reworded.\n\nThree.\n\nFour.\n"


@pytest.fixture
def paths(tmp_path):
    paths = ContentPaths(tmp_path)
    settle(paths, SEED, "old")
    announce(paths, SEED, "new", "old", (BEFORE, AFTER))
    return paths


@pytest.mark.parametrize(
    ("text", "baseline"),
    [
        (BEFORE, "old"),
        (AFTER, "new"),
        (BEFORE.replace("One.\n\n", ""), "old"),
        (BEFORE.replace("One.", "Once."), "old"),
        (AFTER.replace("Three.\n\n", ""), "new"),
        (AFTER.replace("reworded", "put well"), "new"),
        (AFTER.replace("Four.\n", ""), "new"),
        ("---\ntitle: A\n---\n", "old"),
    ],
)
def test_an_edit_after_the_end_does_not_hide_which_one_was_written(paths, text, baseline):
    assert read_baseline(paths, SEED, text) == baseline


def test_what_a_killed_run_wrote_outlives_the_next_that_is_killed(paths):
    announce(paths, SEED, "newer", read_baseline(paths, SEED, AFTER), (AFTER, AFTER.replace("One", "Won")))
    assert read_baseline(paths, SEED, AFTER) == "new"
    assert read_baseline(paths, SEED, AFTER.replace("One", "Won")) == "newer"


def test_once_it_is_written_nothing_is_left_to_be_told(paths):
    settle(paths, SEED, "new")
    assert not is_unsettled(paths, SEED)
    assert read_baseline(paths, SEED, BEFORE) == "new"


def test_a_journal_that_can_not_be_read_says_nothing(paths):
    paths.journal(SEED).write_text("{", encoding="utf-8")
    assert read_baseline(paths, SEED, AFTER) == "old"
