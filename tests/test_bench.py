"""The last run of each kind stands in RESULTS.md once."""

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
