"""The last run of each kind stands in RESULTS.md once; a browser waits for pages."""

import pytest
from selenium import webdriver
from selenium.webdriver.remote.command import Command

from bench.chromium import PatientChrome
from bench.results import with_run

BEFORE = """# Last measurements

## Reading

Commit abc (one), 2026-01-01, 2 processors.

```text
old | table
```

By hand: a note.

## Linking

Another.
"""


def test_a_run_takes_the_place_of_the_last_of_its_kind():
    after = with_run(BEFORE, "Reading", "Commit def (two).", "\nnew | \\1 table\n")
    assert after == BEFORE.replace(
        "Commit abc (one), 2026-01-01, 2 processors.", "Commit def (two)."
    ).replace("old | table", "new | \\1 table")
    assert with_run(after, "Reading", "Commit def (two).", "new | \\1 table") == after


def test_a_kind_without_a_run_gets_one():
    after = with_run(BEFORE, "Linking", "Commit d.", "x")
    assert after.endswith("## Linking\n\nCommit d.\n\n```text\nx\n```\n\nAnother.\n")
    assert with_run("# Last\n", "Reading", "Commit d.", "x") == (
        "# Last\n\n## Reading\n\nCommit d.\n\n```text\nx\n```\n"
    )


@pytest.mark.parametrize("command", [Command.GET, Command.CLICK_ELEMENT])
def test_what_a_page_holds_is_asked_for_when_it_is_whole(monkeypatch, command):
    """However often the driver says that it is, before it is."""
    said = iter([None, False, False, True, "links"])
    asked = []

    def answer(_, command, *_params):
        asked.append(command)
        return {"value": next(said)}

    monkeypatch.setattr(webdriver.Chrome, "execute", answer)
    browser = PatientChrome.__new__(PatientChrome)
    browser.execute(command)
    assert browser.execute(Command.FIND_ELEMENTS) == {"value": "links"}
    assert asked == [command, *3 * [Command.W3C_EXECUTE_SCRIPT], Command.FIND_ELEMENTS]
