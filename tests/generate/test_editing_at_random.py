"""Three rounds of random edits, random changes of everything else, and runs, some of which are killed.

Everything typed is in the file, an original stands with its translation, nothing is passed off as another's,
and a further run changes nothing. `CASES=2000` tries more, `FIRST=500 CASES=500` a part of them. Of seven
mistakes put into the merging that 120 cases find, 60 find six; other tests find the seventh.
"""

from __future__ import annotations

import os

import pytest

from generator.generate import fingerprints
from tests.generate.editor_at_random import edit_and_be_killed, edit_and_regenerate, edit_and_save_older

CASES = int(os.environ.get("CASES", "60"))
FIRST = int(os.environ.get("FIRST", "0"))


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    """The program does not change meanwhile."""
    monkeypatch.setattr(fingerprints, "program_files", lambda: ())


@pytest.mark.parametrize("number", range(FIRST, FIRST + CASES))
def test_nothing_an_editor_typed_is_lost(project, number):
    edit_and_regenerate(project, number)


@pytest.mark.parametrize("number", range(FIRST, FIRST + CASES * 3 // 4))
def test_a_run_that_is_killed_harms_nothing(project, number):
    edit_and_be_killed(project, number)


@pytest.mark.parametrize("number", range(FIRST, FIRST + CASES // 4))
def test_an_older_file_is_noticed(project, number):
    edit_and_save_older(project, number)
