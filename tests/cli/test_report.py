"""What a run says."""

import io
import sys

import pytest

from generator.cli.report import Report, progress, table
from generator.generate.outcome import Outcome, SeedResult
from generator.model import Issue, Severity, Slug


def issue(severity: str = "warning", place: str = "seeds/a.txt") -> Issue:
    return Issue(Severity(severity), place, "is odd", "mend it")


@pytest.fixture
def report() -> Report:
    return Report(io.StringIO())


def lines(report: Report) -> list[str]:
    return report._stream.getvalue().splitlines()


def test_what_was_written_is_a_line_with_seed_and_entry(report):
    report.add(SeedResult("a.txt", Outcome.NEW, Slug("2023-a")))
    report.add(SeedResult("b.txt", Outcome.CHANGED, Slug("2023-b")))
    assert lines(report) == [
        "new        seeds/a.txt → content/entries/2023-a.md",
        "changed    seeds/b.txt → content/entries/2023-b.md",
    ]


def test_nothing_is_said_of_what_did_not_change(report):
    report.add(SeedResult("a.txt", Outcome.UNCHANGED, Slug("2023-a")))
    assert lines(report) == []


@pytest.mark.parametrize("outcome", list(Outcome))
def test_issues_of_a_seed_are_said_whatever_became_of_it(report, outcome):
    report.add(SeedResult("a.txt", outcome, Slug("a"), (issue(),)))
    assert lines(report)[-1] == "warning    seeds/a.txt: is odd; mend it"
    assert report.issues == [issue()]


def test_an_issue_about_no_single_seed_is_said(report):
    report.add(issue("error"))
    assert lines(report) == ["error      seeds/a.txt: is odd; mend it"]


@pytest.mark.parametrize(
    ("results", "code"),
    [
        ([], 0),
        ([SeedResult("a", Outcome.NEW)], 0),
        ([SeedResult("a", Outcome.NEW, issues=(issue("warning"),))], 0),
        ([issue("note"), issue("warning")], 0),
        ([SeedResult("a", Outcome.FAILED)], 1),
        ([SeedResult("a", Outcome.NEW, issues=(issue("error"),))], 1),
        ([issue("error")], 1),
        ([SeedResult("a", Outcome.FAILED), SeedResult("b", Outcome.NEW)], 1),
        ([SeedResult("a", Outcome.FAILED, exit_code=4), SeedResult("b", Outcome.FAILED, exit_code=1)], 4),
    ],
)
def test_a_run_ends_with_0_only_when_nothing_failed_else_with_the_gravest_code(report, results, code):
    for result in results:
        report.add(result)
    assert report.exit_code == code


def test_the_same_issue_is_said_and_counted_once(report):
    """A broken entry is met by its seed and by the tables."""
    report.add(SeedResult("a.txt", Outcome.FAILED, issues=(issue("error"),)))
    report.add(issue("error"))
    assert lines(report) == ["error      seeds/a.txt: is odd; mend it"]
    assert report.issues == [issue("error")]


def test_the_summary_counts(report):
    for outcome in (Outcome.NEW, Outcome.NEW, Outcome.CHANGED, Outcome.UNCHANGED, Outcome.FAILED):
        report.add(SeedResult("a", outcome, Slug("a")))
    assert report.summary() == "Entries: 3 written, 1 unchanged, 1 failed; 0 warnings"
    report.add(issue())
    report.add(issue("error"))
    assert report.summary().endswith("; 1 warning")
    report.add(issue(place="seeds/b.txt"))
    assert report.summary().endswith("; 2 warnings")


def test_lines_go_to_standard_output_by_default(capsys):
    Report().line("said")
    assert capsys.readouterr() == ("said\n", "")


def test_progress_is_silent_without_a_terminal(capsys):
    with progress("Seeds") as shown:
        shown(1, 2)
    assert capsys.readouterr() == ("", "")


class _Terminal(io.StringIO):
    def isatty(self):
        return True


def show_and_fail() -> None:
    with progress("Seeds") as shown:
        shown(1, 2)
        shown(1234, None)
        raise ValueError("stop")


def test_progress_shows_share_or_count_and_clears_its_line(monkeypatch):
    """Also when the work fails."""
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with pytest.raises(ValueError, match="stop"):
        show_and_fail()
    said = terminal.getvalue()
    assert "Seeds 50%" in said
    assert "Seeds 1,234" in said
    assert said.endswith(("\r", "\r\x1b[K"))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], ""),
        ([("a", "b")], "a  b"),
        ([("long", "x"), ("s", "longer")], "long  x\ns     longer"),
        ([("a", ""), ("bb", "c")], "a\nbb  c"),
    ],
)
def test_a_table_has_columns_and_no_trailing_space(rows, expected):
    assert table(rows) == expected
    assert table(iter(rows)) == expected
