"""What other programs read of issues."""

from pathlib import Path

import pytest

from generator.cli.findings import annotation, as_object
from generator.model import Issue, Severity


def issue(place: str, problem: str = "p", severity: Severity = Severity.ERROR) -> Issue:
    return Issue(severity, place, problem, "r")


@pytest.mark.parametrize(
    ("place", "file", "line"),
    [
        ("content/entries/a.md:12", "content/entries/a.md", 12),
        ("content/entries/a.md:12, title", "content/entries/a.md", 12),
        ("content/entries/a.md (s1)", "content/entries/a.md", None),
        ("content/entries/2023/a, b.md: not_related", "content/entries/2023/a, b.md", None),
        ("content/terms.yml:3", "content/terms.yml", 3),
        ("seeds/a.md.txt", "seeds/a.md.txt", None),
        ("content/records (a, b)", None, None),
        ("translation memory", None, None),
    ],
)
def test_file_and_line_are_told_apart(place, file, line):
    held = as_object(issue(place))
    assert (held["file"], held["line"], held["place"]) == (file, line, place)


def test_a_workflow_marks_a_line():
    marked = annotation(issue("content/a.md:3", severity=Severity.NOTE), Path("/p"), {})
    assert marked == "::notice file=content/a.md,line=3::content/a.md:3: p; r"


def test_the_file_is_named_as_the_repository_has_it():
    marked = annotation(issue("content/a.md:3"), Path("/repo/history"), {"GITHUB_WORKSPACE": "/repo"})
    assert marked.startswith("::error file=history/content/a.md,line=3::")


def test_what_is_in_no_file_is_marked_nowhere():
    assert annotation(issue("memory"), Path("/p"), {}) == "::error::memory: p; r"


def test_a_text_forges_no_command():
    marked = annotation(issue("content/a,b:c.md", "50%\n::error::x\r%0A"), Path("/p"), {})
    assert marked == "::error file=content/a%2Cb%3Ac.md::content/a,b:c.md: 50%25 ::error::x %250A; r"
